import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile } from '@/lib/cli/files';
import { Mistake, readOptions } from '@/lib/cli/options';
import { RecordingBrowser } from './page-tab';
import { idsIn } from './page-texts';
import { readRecordOptions, USAGE } from './record-options';
import { type RecordedPage, Replacer } from './replace-page';
import { pageHtml } from './saved-node';
import { type Known, truthOf } from './truth';

try {
  await record(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Mistake ? error.message : error);
  process.exitCode = 1;
}

/** Saves pages of a console as fixtures: what they show, with everything that is somebody's replaced. */
async function record(args: string[]): Promise<void> {
  const options = readRecordOptions(readOptions(args, Object.keys(USAGE)));
  const known = options.truth === null ? null : (readJsonFile(options.truth) as Known[]);
  if (known && (!Array.isArray(known) || known.length !== options.addresses.length))
    throw new Mistake(`--truth: a list with one entry for each of the ${options.addresses.length} addresses`);
  const browser = await RecordingBrowser.start(options);
  const pages: RecordedPage[] = [];
  try {
    await browser.enter(options.addresses[0] as string);
    for (const address of options.addresses) pages.push(await browser.look(address, options.press));
  } finally {
    await browser.close();
  }
  const key = options.key ?? randomBytes(16).toString('hex');
  const languages = [options.locale, pages[0]?.page.attributes.lang ?? ''].filter((one) => one !== '');
  const replacer = new Replacer(pages, { ...options, key, languages });
  const asOf = new Date(Date.now() + replacer.standIns.days() * 86_400_000).toISOString().slice(0, 10);
  const ids = idsIn(pages.map((one) => one.url));
  mkdirSync(options.out, { recursive: true });
  for (const [at, { url: was, page }] of pages.entries()) {
    const url = replacer.address(was);
    const lang = page.attributes.lang ?? '';
    const about = { ...options, url, was, ids, lang, asOf, known: known?.[at] ?? null };
    const truth = truthOf(about, replacer);
    const name = fileName(
      String(truth.account_id) || (truth.record_key as { value: string } | null)?.value || String(at + 1),
      options.view,
    );
    writeFileSync(join(options.out, `${name}.html`), pageHtml(replacer.replaced(page)));
    writeFileSync(join(options.out, `${name}.json`), `${JSON.stringify(truth, null, 1)}\n`);
    console.log(join(options.out, `${name}.html`));
  }
  console.log('\nLook through the pages before you share them. These texts were kept; add --name for what is somebody’s:');
  for (const text of [...replacer.kept].sort()) console.log(`  ${text.replace(/\s+/g, ' ')}`);
}

function fileName(id: string, view: string): string {
  return `account-${id.replace(/[^\p{L}\p{N}-]+/gu, '-').replace(/^-|-$/g, '')}${view === 'default' ? '' : `.${view}`}`;
}

import { pageConfigOf } from '@/lib/formats/page-config';
import { readConsoleText } from '@/lib/formats/read-json';
import { matchAddress } from '@/lib/readers/page/match-address';
import { readFields } from '@/lib/readers/page/read-fields';
import type { FoundPage, foundIn } from '@/lib/readers/page/saved-page';
import { readText } from './files';
import { Mistake, readOptions } from './options';
import { isLive, originOf, PageBrowser, savedFrom } from './page-browser';

/** `read <page.html|url> --console <console.json> [--url …] [--zone …]` */
export async function readCommand(args: string[]): Promise<void> {
  const { values, named } = readOptions(args, ['console', 'url', 'zone', 'locale']);
  const [target] = values;
  const path = named.get('console');
  if (!target || !path || values.length > 1)
    throw new Mistake('read <page.html|url> --console <console.json> [--url <address of a saved page>] [--zone <IANA zone>]');
  const parsed = readConsoleText(readText(path));
  if (!parsed.console) throw new Mistake(parsed.errors.map((error) => `${path}: ${error}`).join('\n'));
  const config = pageConfigOf(parsed.console);
  const origin = originOf(target, named);
  const url = origin.url ?? (isLive(target) ? null : savedFrom(readText(target)));
  if (url !== null && !matchAddress(config, url)) throw new Mistake(`${url}: not an account page of console "${config.id}"`);
  const browser = await PageBrowser.start(new URL('../readers/page/saved-page.ts', import.meta.url));
  try {
    const found = await browser.run<FoundPage>(
      target,
      origin,
      'foundIn',
      { config, address: url } satisfies Parameters<typeof foundIn>[1],
      (page) => JSON.stringify(page),
    );
    const browserZone = origin.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const readings = readFields(found.fields, config, { now: Date.now(), browserZone });
    console.log(
      JSON.stringify({ accountId: found.accountId, readings, ...(found.refused !== null && { refused: found.refused }) }, null, 2),
    );
  } finally {
    await browser.close();
  }
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { discoverPages } from './discover-pages';
import { readJsonFile } from './files';
import { Mistake, readOptions } from './options';
import { type PageTruth, type Score, scorePage, sumOf } from './score-page';

/**
 * `score <folder>`: scores discovery on saved pages with their truth beside them; the folder, or each folder in it, is
 * one console.
 */
export async function scoreCommand(args: string[]): Promise<void> {
  const [folder, ...more] = readOptions(args, []).values;
  if (!folder || more.length > 0) throw new Mistake('score <folder of saved pages with their truth>');
  const pages = pagesIn(folder);
  if (pages.length === 0) throw new Mistake(`${folder}: no saved page with a truth (account-*.html with account-*.json)`);
  const scores = new Map<string, Score[]>();
  await discoverPages(pages, new Map(), (page, discovery) => {
    const truth = readJsonFile(page.replace(/\.html$/, '.json')) as PageTruth;
    const console = truth.console ?? page.split('/').at(-2) ?? '';
    scores.set(console, [...(scores.get(console) ?? []), scorePage(page, truth, discovery)]);
  });
  const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  const line = (name: string, score: Score) =>
    `${name}: recall ${share(score.found, score.facts)} (${score.found} of ${score.facts}), precision ${share(score.right, score.offered)} (${score.right} of ${score.offered}), wrong ${score.wrong.length}, account ids ${score.ids} of ${score.pages}`;
  for (const [name, list] of scores) {
    const sum = sumOf(list);
    console.log(line(name, sum));
    for (const wrong of sum.wrong) console.log(`  wrong: ${wrong}`);
    for (const [missed, times] of countsOf(sum.missed)) console.log(`  not found: ${missed}${times > 1 ? ` (${times} pages)` : ''}`);
    for (const [other, times] of countsOf(sum.others)) console.log(`  offered beside: ${other}${times > 1 ? ` (${times} pages)` : ''}`);
  }
  console.log(line('all', sumOf([...scores.values()].flat())));
}

function countsOf(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function pagesIn(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Mistake(`${folder}: no such folder`);
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return pagesIn(path);
      return /^account-.*\.html$/.test(entry.name) && existsSync(path.replace(/\.html$/, '.json')) ? [path] : [];
    });
}

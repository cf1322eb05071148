import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discoverPages } from '@/lib/cli/discover-pages';
import { type Score, scorePage } from '@/lib/cli/score-page';
import { entriesOf, languages } from '../fixtures/languages';
import { layouts } from '../fixtures/layouts';

/** What the page says of its language: the right one, none, and the one that tools write by default. */
const langs = { own: (language: string) => language, none: () => '', wrong: () => 'en' };
const kinds = [
  ['definition list', 'own'],
  ['labels above fields, not tied', 'own'],
  ['definition list', 'none'],
  ['row headers', 'wrong'],
] as const;
const cases = languages.flatMap((language) => kinds.map(([layout, lang]) => ({ language, layout, lang })));
const scores: Score[] = [];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kido-languages-'));
  const paths = cases.map(({ language, layout, lang }, at) => {
    const path = join(folder, `${at}.html`);
    const body = layouts[layout]?.(entriesOf(language)) ?? '';
    writeFileSync(
      path,
      `<!DOCTYPE html><html lang="${langs[lang](language)}"><head><meta charset="utf-8"><title>Console</title></head><body><main>${body}</main></body></html>`,
    );
    writeFileSync(path.replace('.html', '.json'), JSON.stringify({ url: 'https://admin.vendor.example/accounts/ACC-77', timezone: 'UTC' }));
    return path;
  });
  await discoverPages(paths, new Map(), (page, discovery) => {
    const { language } = cases[scores.length] as (typeof cases)[number];
    const facts = Object.fromEntries(entriesOf(language).map(({ name, value, label }) => [name, { value, label }]));
    // The whole of `6 of 8` stands under the same label; it is no other value of the fact.
    const fields = discovery.fields.filter((field) => field.value !== 8);
    scores.push(scorePage(page, { account_id: 'ACC-77', facts }, { ...discovery, fields }));
  });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(languages)('%s', (language) => {
  const mine = () => cases.flatMap((one, at) => (one.language === language ? [{ ...one, score: scores[at] as Score }] : []));
  it('is read whole where the page says its language', () => {
    for (const { lang, layout, score } of mine())
      expect([layout, lang === 'own' ? score.wrong : [], lang === 'own' ? score.missed : []]).toEqual([layout, [], []]);
  });
  it('is never read wrongly where the page says none or another', () => {
    for (const { layout, lang, score } of mine()) {
      const claimed = score.wrong.filter((wrong) => !/ = null /.test(wrong));
      expect([layout, lang, claimed]).toEqual([layout, lang, []]);
    }
  });
});

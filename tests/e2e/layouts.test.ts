import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { discoverPages } from '@/lib/cli/discover-pages';
import { type Score, scorePage, sumOf } from '@/lib/cli/score-page';
import { layouts, pageOf, records } from '../fixtures/layouts';
import { traps } from '../fixtures/traps';

const languages = ['en', 'ja'] as const;
const cases = Object.keys(layouts).flatMap((layout) => languages.map((language) => ({ layout, language })));
const scores: Score[] = [];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kido-layouts-'));
  const paths = cases.map(({ layout, language }, at) => {
    const path = join(folder, `${at}.html`);
    writeFileSync(path, pageOf(layout, language));
    return path;
  });
  for (const [at, path] of paths.entries())
    writeFileSync(
      path.replace('.html', '.json'),
      JSON.stringify({ url: 'https://admin.vendor.example/accounts/ACC-77', ui_lang: cases[at]?.language, timezone: 'UTC' }),
    );
  await discoverPages(paths, new Map(), (page, discovery) => {
    const { layout, language } = cases[scores.length] as (typeof cases)[number];
    const facts = Object.fromEntries(records[language].map((entry) => [entry.name, { value: entry.value, label: entry.label }]));
    scores.push(scorePage(`${layout} ${page}`, { account_id: 'ACC-77', facts }, discovery));
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A layout that loses a field, takes a neighbour's value or offers a menu fails by name.
it.each(cases.map((one, at) => ({ ...one, at })))('$layout ($language)', ({ at }) => {
  const score = scores[at] as Score;
  expect({ wrong: score.wrong, missed: score.missed, others: score.others, ids: score.ids }).toEqual({
    wrong: [],
    missed: [],
    others: [],
    ids: 1,
  });
});

it('pages on which a reader can go wrong', async () => {
  const names = Object.keys(traps);
  const paths = names.map((_, at) => join(folder, `trap-${at}.html`));
  for (const [at, path] of paths.entries()) writeFileSync(path, traps[names[at] as string]?.html ?? '');
  const found: Record<string, unknown> = {};
  await discoverPages(paths, new Map([['zone', 'UTC']]), (_, { ambiguous, fields }) => {
    const name = names[Object.keys(found).length] as string;
    found[name] = { ambiguous, fields: fields.map(({ label, value }) => [label, value]) };
  });
  expect(found).toEqual(
    Object.fromEntries(names.map((name) => [name, { ambiguous: traps[name]?.ambiguous ?? false, fields: traps[name]?.fields }])),
  );
}, 60_000);

it('a choice, a date in two fields and several pairs in one line can all be found again', async () => {
  const html = `<!DOCTYPE html><html lang="en"><head><title>Tern</title></head><body><main>
    <fieldset><legend>Status</legend><label><input type="radio" name="s">Trial</label><label><input type="radio" name="s" checked>Paying</label></fieldset>
    <div><span id="t">Tier</span><div role="radiogroup" aria-labelledby="t"><span role="radio" aria-checked="true">Gold</span><span role="radio" aria-checked="false">Silver</span></div></div>
    <div class="f"><label>Health</label><div><input type="radio" name="h" id="h1"><label for="h1">Poor</label><input type="radio" name="h" id="h2" checked><label for="h2">Good</label></div></div>
    <div class="f"><label for="d">Last login</label><p><input type="date" id="d" value="2026-11-03"><input type="time" value="14:30"></p></div>
    <p>Plan: Pro | Seats: 25</p>
    <dl><dt>Revenue</dt><dd>1.234.567,50 €</dd><dt>Users</dt><dd>12</dd></dl>
  </main></body></html>`;
  const path = join(folder, 'again.html');
  writeFileSync(path, html);
  let seen: Record<string, unknown> = {};
  await discoverPages([path], new Map([['zone', 'UTC']]), (_, { fields }) => {
    seen = Object.fromEntries(fields.map(({ label, value, locator, locale }) => [label, { value, locator, locale }]));
  });
  expect(seen).toEqual({
    Status: { value: 'Paying', locator: { label: 'Status' }, locale: null },
    Tier: { value: 'Gold', locator: { label: 'Tier' }, locale: null },
    Health: { value: 'Good', locator: { label: 'Health' }, locale: null },
    'Last login': { value: '2026-11-03T14:30:00+00:00', locator: { label: 'Last login' }, locale: null },
    Plan: { value: 'Pro', locator: { label: 'Plan' }, locale: null },
    Seats: { value: 25, locator: { label: 'Seats' }, locale: null },
    Revenue: { value: 1234567.5, locator: { label: 'Revenue' }, locale: 'de-DE' },
    Users: { value: 12, locator: { label: 'Users' }, locale: null },
  });
}, 30_000);

it('all layouts together', () => {
  const sum = sumOf(scores);
  expect(sum.pages).toBe(cases.length);
  expect(sum.wrong).toEqual([]);
});

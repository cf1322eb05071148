import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { discoverPages } from '@/lib/cli/discover-pages';
import { type PageTruth, type Score, scorePage, sumOf } from '@/lib/cli/score-page';
import type { Discovery } from '@/lib/readers/page/discover/discover';
import { looksMadeUp } from '@/lib/readers/page/discover/made-up';

const folder = fileURLToPath(new URL('../fixtures/kinds/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
const scores = new Map<string, Score>();
const found = new Map<string, Discovery>();

/** What is known not to be found, or to be offered beside the facts, and why. */
const KNOWN: Record<string, { missed?: string[]; others?: string[] }> = {
  // The kind of the column stands where its value is looked for, and no other way leads to the select box.
  'account-forest.html': { missed: ['03 plan'] },
  // A list of contacts has a column of the same name.
  'account-old-crm.html': { missed: ['02 Namn'] },
  // The count beside the bar is hidden from screen readers; its words alone are taken.
  'account-patternfly.html': { others: ['Onboarding'] },
};

beforeAll(async () => {
  const paths = names.map((name) => folder + name);
  await discoverPages(paths, new Map([['zone', 'UTC']]), (path, discovery) => {
    const name = path.slice(folder.length);
    const truth = JSON.parse(readFileSync(path.replace(/html$/, 'json'), 'utf8')) as PageTruth;
    found.set(name, discovery);
    scores.set(name, scorePage(name, truth, discovery));
  });
}, 120_000);

describe('record pages of many kinds', () => {
  it.each(names)('%s: every fact, no wrong one, nothing beside', (name) => {
    const { wrong, missed, others } = scores.get(name) as Score;
    expect({ wrong, missed, others }).toEqual({ wrong: [], missed: KNOWN[name]?.missed ?? [], others: KNOWN[name]?.others ?? [] });
  });

  it('whatever is shown and offered is found again by its own locator', () => {
    const lost = [...found].flatMap(([name, { fields }]) =>
      fields.filter((field) => field.text !== '' && field.locator === null).map((field) => `${name}: ${field.label}`),
    );
    expect(lost).toEqual([]);
  });

  it('no locator holds a name that a framework made up', () => {
    const selectors = [...found.values()].flatMap(({ fields }) =>
      fields.flatMap(({ locator }) => (locator && 'selector' in locator ? [locator.selector] : [])),
    );
    expect(selectors.length).toBeGreaterThan(0);
    const kept = selectors.flatMap((selector) =>
      [...selector.matchAll(/#([^\s>]+)|="([^"]+)"/g)].map((match) => match[1] ?? match[2] ?? ''),
    );
    expect(kept.filter(looksMadeUp)).toEqual([]);
  });

  it('together: recall of 95 % and more, precision of 90 % and more, none wrong', () => {
    const sum = sumOf([...scores.values()]);
    expect(sum.pages).toBe(names.length);
    expect(sum.found / sum.facts).toBeGreaterThanOrEqual(0.95);
    expect(sum.right / sum.offered).toBeGreaterThanOrEqual(0.9);
    expect(sum.wrong).toEqual([]);
  });
});

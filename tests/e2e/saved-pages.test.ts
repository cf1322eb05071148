import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originOf, PageBrowser } from '@/lib/cli/page-browser';
import { pageConfigOf } from '@/lib/formats/page-config';
import { readConsoleText } from '@/lib/formats/read-json';
import type { FoundPage } from '@/lib/readers/page/locate-page';
import { readFields } from '@/lib/readers/page/read-fields';

interface Truth {
  account_id: string;
  view?: string;
  record_key: { value: string };
  facts: Record<string, { value: unknown; page_says?: unknown; accept_null?: unknown }>;
  missing: string[];
  impossible: string[];
}

const fixtures = new URL('../fixtures/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, fixtures), 'utf8');

/** Dates count by day, times to the minute, numbers within 0.01, text after folding blanks. */
function same(claim: unknown, truth: unknown): boolean {
  if (typeof truth === 'number' && typeof claim === 'number') return Math.abs(truth - claim) < 0.01;
  if (typeof truth === 'string' && typeof claim === 'string') {
    if (/^\d{4}-\d{2}-\d{2}T/.test(truth) && claim.length > 10) return Math.abs(Date.parse(truth) - Date.parse(claim)) < 60_000;
    if (/^\d{4}-\d{2}-\d{2}/.test(truth)) return truth.slice(0, 10) === claim.slice(0, 10);
    return truth.replace(/\s+/g, ' ').trim().normalize('NFKC') === claim.replace(/\s+/g, ' ').trim().normalize('NFKC');
  }
  return truth === claim;
}

// One contract for every console and every saved page: no wrong value, and nearly all right ones.
describe.each(['django', 'adminjs', 'react-admin', 'phpliteadmin', 'refine'])('saved pages of %s', (console) => {
  let browser: PageBrowser;
  beforeAll(async () => void (browser = await PageBrowser.start(new URL('../../lib/readers/page/saved-page.ts', import.meta.url))));
  afterAll(() => browser?.close());

  const pages = readdirSync(new URL(`pages/${console}/`, fixtures)).filter((name) => /^account-.*\.html$/.test(name));
  it.each(pages)('%s', async (name) => {
    const truth = JSON.parse(read(`pages/${console}/${name.replace('.html', '.json')}`)) as Truth;
    const { view = 'default' } = truth;
    const { console: file } = readConsoleText(read(`consoles/${view === 'default' ? console : `${console}-${view}`}.json`));
    if (!file) throw new Error('console file');
    const path = new URL(`pages/${console}/${name}`, fixtures).pathname;
    const origin = originOf(path, new Map());
    const config = { ...pageConfigOf(file), locale: origin.locale ?? file.locale };
    const page = await browser.run<FoundPage>(path, origin, 'foundIn', { config, address: origin.url }, String);
    expect(page.refused).toBeNull();
    // On a second tab the account's own id is not shown; the one in the address is.
    expect(page.accountId).toBe(view === 'default' ? truth.account_id : truth.record_key.value);
    const asOf = Date.parse('2026-11-16T12:00:00Z');
    const wrong: string[] = [];
    const unread: string[] = [];
    for (const reading of readFields(page.fields, config, { now: asOf, browserZone: origin.zone ?? 'UTC' })) {
      const fact = truth.facts[reading.metric];
      if (!fact) continue;
      const says = 'page_says' in fact ? fact.page_says : fact.value;
      const value = reading.value === 'never' ? null : reading.value;
      if (value === null) {
        if (says !== null && !fact.accept_null) unread.push(`${reading.metric}: ${reading.problem}`);
      } else if (!same(value, says) && !same(value, fact.value))
        wrong.push(`${reading.metric}: ${JSON.stringify(value)} for ${JSON.stringify(says)}`);
    }
    expect(wrong).toEqual([]);
    expect(unread).toEqual([]);
  });
});

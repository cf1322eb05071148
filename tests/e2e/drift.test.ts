import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originOf, PageBrowser } from '@/lib/cli/page-browser';
import { sameValue } from '@/lib/cli/score-page';
import { pageConfigOf } from '@/lib/formats/page-config';
import { readConsoleText } from '@/lib/formats/read-json';
import type { DiscoveredField } from '@/lib/readers/page/discover/found-field';
import { propose } from '@/lib/readers/page/discover/propose';
import type { FoundPage } from '@/lib/readers/page/locate-page';
import { readFields } from '@/lib/readers/page/read-fields';
import { mutations } from './mutated-page';

interface Truth {
  facts: Record<string, { value: unknown; page_says?: unknown; accept_null?: unknown }>;
}

const fixtures = new URL('../fixtures/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, fixtures), 'utf8');
const PAGES = 8;
const count = { right: 0, drift: 0, wrong: 0, proposed: 0, proposedRight: 0 };
let browser: PageBrowser;

beforeAll(async () => void (browser = await PageBrowser.start(new URL('./mutated-page.ts', import.meta.url))));
afterAll(async () => {
  await browser?.close();
  console.log(`fields on changed pages: ${JSON.stringify(count)}`);
});

// A redesign may cost readings, never give wrong ones: each field is read right or reported.
describe.each(['django', 'adminjs', 'react-admin'])('changed pages of %s', (console) => {
  const pages = readdirSync(new URL(`pages/${console}/`, fixtures))
    .filter((name) => /^account-ACC-\d+\.html$/.test(name))
    .slice(0, PAGES);
  it.each(Object.keys(mutations))('%s', async (mutation) => {
    const { console: file } = readConsoleText(read(`consoles/${console}.json`));
    if (!file) throw new Error('console file');
    const wrong: string[] = [];
    for (const name of pages) {
      const truth = JSON.parse(read(`pages/${console}/${name.replace('.html', '.json')}`)) as Truth;
      const path = new URL(`pages/${console}/${name}`, fixtures).pathname;
      const origin = originOf(path, new Map());
      const config = { ...pageConfigOf(file), locale: origin.locale ?? file.locale };
      const setting = { urlId: null, locales: origin.locales, zone: 'UTC', now: null };
      const seen = await browser.run<{ page: FoundPage; fields: DiscoveredField[] }>(
        path,
        origin,
        'mutatedIn',
        { mutation, read: { config, address: origin.url }, setting },
        String,
      );
      const fits = (metric: string, value: unknown) => {
        const fact = truth.facts[metric];
        return !fact || sameValue(value, fact.value) || ('page_says' in fact && sameValue(value, fact.page_says));
      };
      const lost: string[] = [];
      if (seen.page.refused !== null) lost.push(...config.fields.map((field) => field.metric));
      for (const one of readFields(seen.page.fields, config, { now: Date.parse('2026-11-16T12:00:00Z'), browserZone: 'UTC' })) {
        const fact = truth.facts[one.metric];
        if (!fact) continue;
        const value = one.value === 'never' ? null : one.value;
        if (value === null && one.problem !== 'blank' && fact.value !== null) lost.push(one.metric);
        else if (fits(one.metric, value) || (value === null && fact.accept_null)) count.right += 1;
        else wrong.push(`${name} ${one.metric}: ${JSON.stringify(value)}`);
      }
      count.drift += lost.length;
      const lostFields = config.fields
        .filter((field) => lost.includes(field.metric))
        .map((field) => ({ field, last: (truth.facts[field.metric]?.value ?? null) as string }));
      const others = config.fields
        .filter((field) => !lost.includes(field.metric))
        .flatMap((field) => field.find.flatMap((one) => ('label' in one ? [one.label] : [])));
      for (const proposal of propose(lostFields, seen.fields, others)) {
        count.proposed += 1;
        const found = seen.fields.find((field) => field.label === proposal.label);
        if (found && fits(proposal.metric, found.value)) count.proposedRight += 1;
      }
    }
    count.wrong += wrong.length;
    expect(wrong).toEqual([]);
  });
});

it('what is proposed for lost fields is nearly always right', () => {
  expect(count.proposed).toBeGreaterThan(0);
  expect(count.proposedRight / count.proposed).toBeGreaterThan(0.95);
});

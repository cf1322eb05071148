import type { Discovery } from '@/lib/readers/page/discover/discover';
import type { DiscoveredField } from '@/lib/readers/page/discover/found-field';
import { foldLabel } from '@/lib/readers/page/fold-text';

/** The truth beside a saved page, as far as scoring needs it. */
export interface PageTruth {
  console?: string;
  account_id: string;
  record_key?: { value: string };
  facts: Record<string, { value: unknown; page_says?: unknown; accept_null?: unknown; label?: string | null }>;
}

/** What was found of a page's facts. */
export interface Score {
  pages: number;
  facts: number;
  found: number;
  /** Fields that discovery offers, and how many of them are facts with the right value. */
  offered: number;
  right: number;
  ids: number;
  wrong: string[];
  missed: string[];
  others: string[];
}

/**
 * A fact is found when a field with its label claims its value; a field with a fact's label and another value is wrong.
 * Where the page does not settle a value, claiming nothing is right and a wrong claim is still wrong.
 */
export function scorePage(page: string, truth: PageTruth, discovery: Pick<Discovery, 'accountId' | 'fields'>): Score {
  const facts = Object.entries(truth.facts);
  const right = new Set<DiscoveredField>();
  const missed: string[] = [];
  let found = 0;
  for (const [name, fact] of facts) {
    const labelled = discovery.fields.filter((field) => !fact.label || foldLabel(field.label) === foldLabel(fact.label));
    const fitting = labelled.filter((field) => fits(field, fact));
    for (const field of fitting) right.add(field);
    if (fitting.length > 0) found += 1;
    else missed.push(name);
  }
  const labels = new Set(facts.map(([, fact]) => foldLabel(fact.label ?? '')));
  const rest = discovery.fields.filter((field) => !right.has(field));
  const wrong = rest.filter((field) => labels.has(foldLabel(field.label)));
  return {
    pages: 1,
    facts: facts.length,
    found,
    offered: discovery.fields.length,
    right: right.size,
    ids: [truth.account_id, truth.record_key?.value].includes(discovery.accountId ?? '') ? 1 : 0,
    wrong: wrong.map((field) => `${page}: ${field.label} = ${JSON.stringify(field.value)} (shown: ${field.text})`),
    missed,
    others: rest.filter((field) => !wrong.includes(field)).map((field) => field.label),
  };
}

/** The scores of many pages as one. */
export function sumOf(scores: Score[]): Score {
  const sum = (pick: (score: Score) => number) => scores.reduce((all, score) => all + pick(score), 0);
  return {
    pages: sum((one) => one.pages),
    facts: sum((one) => one.facts),
    found: sum((one) => one.found),
    offered: sum((one) => one.offered),
    right: sum((one) => one.right),
    ids: sum((one) => one.ids),
    wrong: scores.flatMap((one) => one.wrong),
    missed: scores.flatMap((one) => one.missed),
    others: scores.flatMap((one) => one.others),
  };
}

function fits(field: DiscoveredField, fact: PageTruth['facts'][string]): boolean {
  if (field.value === null && (fact.accept_null || fact.value === null)) return true;
  return sameValue(field.value, fact.value) || ('page_says' in fact && sameValue(field.value, fact.page_says));
}

/** Dates count by day, times to the minute, numbers within 0.01, text after folding blanks. */
export function sameValue(claim: unknown, truth: unknown): boolean {
  if (typeof truth === 'number') return typeof claim === 'number' && Math.abs(truth - claim) < 0.01;
  if (typeof truth !== 'string') return truth === claim;
  if (typeof claim === 'number') return String(claim) === truth;
  if (typeof claim !== 'string') return false;
  if (/^\d{4}-\d{2}-\d{2}T/.test(truth))
    return claim.length > 10 ? Math.abs(Date.parse(truth) - Date.parse(claim)) < 60_000 : truth.slice(0, 10) === claim;
  if (/^\d{4}-\d{2}-\d{2}$/.test(truth)) return truth === claim.slice(0, 10);
  const fold = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return fold(truth) === fold(claim);
}

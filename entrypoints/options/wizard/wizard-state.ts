import type { FoundChoice } from '@/components/connect/FoundFields';
import { newConsole } from '@/components/settings/console-draft';
import type { ConsoleDraft } from '@/lib/formats/console-file';
import type { DiscoveredPage } from '@/lib/formats/discovered-page';
import type { Parse } from '@/lib/formats/field-schema';
import type { Settled, ToldWriting } from '@/lib/formats/writing';
import { parseFor, suggestMetric } from '@/lib/readers/page/discover/suggest-metric';

/** A console that is being connected, as far as it has come. Plain: it is stored after every change. */
export interface WizardState {
  step: number;
  reached: number;
  addresses: string;
  draft: ConsoleDraft;
  /** Id in each address, where there is one. */
  ids: (string | null)[];
  /** What was found on each address; empty before looking. */
  pages: DiscoveredPage[];
  choices: FoundChoice[];
  /** How the pages are written, as far as they tell; null before looking. */
  settled?: Settled | null;
  /** What a person said of it, which goes before the pages. */
  told?: ToldWriting;
  /** What was read in a dry run, and how many accounts gave something; null before the first. */
  tried: { console: string; read: number } | null;
}

/** Accounts on which a console must have been tried before it is saved without a second thought. */
export const ENOUGH_TRIED = 3;

/** Whether this very console was read on three accounts. */
export function isTried(state: WizardState, draft: ConsoleDraft): boolean {
  return state.tried != null && state.tried.console === JSON.stringify(draft) && state.tried.read >= ENOUGH_TRIED;
}

/** The language of a console whose pages have not told it yet. */
export const UNKNOWN = 'und';

export function newWizard(): WizardState {
  return { step: 0, reached: 0, addresses: '', draft: { ...newConsole(), locale: UNKNOWN }, ids: [], pages: [], choices: [], tried: null };
}

/** A state that was stored, or null where it is none of this version. */
export function storedWizard(stored: unknown): WizardState | null {
  const state = stored as Partial<WizardState> | null;
  return state && typeof state === 'object' && typeof state.step === 'number' && Array.isArray(state.choices) && state.draft
    ? (state as WizardState)
    : null;
}

/** Addresses of a text, one a line. */
export function addressesOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 3);
}

/** The metrics that a console can show. */
export interface MetricChoice {
  id: string;
  name: string;
  type: string;
}

const keyOf = (label: string, nth: number) => `${label.normalize('NFKC').toLowerCase()} ${nth}`;

/**
 * Brings together what was found on the example pages: one row a label, with what each page shows. A metric is
 * suggested where its label is likely, once.
 */
export function choicesFrom(pages: DiscoveredPage[], metrics: MetricChoice[]): FoundChoice[] {
  const rows = new Map<string, FoundChoice>();
  const taken = new Set<string>();
  for (const [at, page] of pages.entries()) {
    const counts = new Map<string, number>();
    for (const field of page.fields) {
      const nth = counts.get(field.label) ?? 0;
      counts.set(field.label, nth + 1);
      const key = keyOf(field.label, nth);
      const known = rows.get(key);
      if (known) {
        known.texts[at] = field.text;
        // Pages that disagree tell nothing; one on which all forms agree does not contradict.
        if (field.locale !== null) known.locale = known.locale === null || known.locale === field.locale ? field.locale : '';
        if (known.type === 'text' && known.texts.every((text, index) => index === at || !text)) known.type = field.type;
        continue;
      }
      if (field.offers.length === 0) continue;
      const find = field.offers.filter((offer, index) => index === 0 || offer.by !== 'place').slice(0, 3);
      rows.set(key, {
        label: field.label,
        texts: pages.map((_, index) => (index === at ? field.text : null)),
        type: field.type,
        find: find.map((offer) => offer.locator),
        fragile: find[0]?.by === 'place',
        metric: '',
        locale: field.locale,
        parse:
          nth === 0 && page.fields.filter((other) => other.label === field.label && other.text === field.text).length > 1
            ? 'first'
            : nth > 0
              ? 'second'
              : '',
      });
    }
  }
  const named: FoundChoice[] = [];
  for (const row of rows.values()) {
    const guess = suggestMetric(row.label, row.type, metrics, row.parse);
    // A console may speak another language to another account: the same metric under another label, where this one is not.
    const twin = guess
      ? named.find((one) => one.metric === guess && one.texts.every((text, at) => text === null || row.texts[at] === null))
      : undefined;
    if (twin) {
      twin.label = `${twin.label} / ${row.label}`;
      twin.texts = twin.texts.map((text, at) => text ?? row.texts[at] ?? null);
      twin.find = [...twin.find, ...row.find].slice(0, 6);
      continue;
    }
    const metric = guess && !taken.has(guess) ? guess : '';
    if (metric) taken.add(metric);
    named.push({ ...row, metric, parse: row.parse || parseOf(metric, row.type, metrics) });
  }
  return named;
}

/** How a row's texts are read when it stands for a metric. */
export function parseOf(metric: string, type: string, metrics: MetricChoice[]): Parse {
  return parseFor(metrics.find((one) => one.id === metric)?.type, type);
}

/** The draft with the chosen rows as its fields; fields taught on the page stay. */
export function withChoices(draft: ConsoleDraft, choices: FoundChoice[]): ConsoleDraft {
  const chosen = choices
    .filter((choice) => choice.metric)
    .map(({ metric, find, parse, locale }) => ({
      metric,
      find,
      parse: parse || ('text' as const),
      ...(locale && locale !== draft.locale && { locale }),
    }));
  const found = new Set(choices.flatMap((choice) => choice.find.map((one) => JSON.stringify(one))));
  const taught = draft.fields.filter(
    (field) => !chosen.some((one) => one.metric === field.metric) && !field.find.some((one) => found.has(JSON.stringify(one))),
  );
  return { ...draft, fields: [...chosen, ...taught] };
}

import type { Entry } from '@/lib/core/account/entry';
import { entrySchema } from '@/lib/core/account/entry';
import { foldAccount } from '@/lib/core/account/fold-account';
import { type Assessment, assess } from '@/lib/core/assess/assess';
import type { Sentence } from '@/lib/core/assess/sentence';
import { formatDay, parseDay } from '@/lib/core/day';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import type { Text } from '@/lib/core/text';
import defaultPlaybook from '@/public/playbooks/default.json';

export const ZONE = 'Asia/Tokyo';
/** A Friday noon in Tokyo; its week began on Monday the 16th. */
export const NOW = Date.parse('2026-11-20T12:00:00+09:00');
const TODAY = parseDay('2026-11-20') as number;

// biome-ignore lint/suspicious/noExplicitAny: tests break it in many ways
export const playbookJson: any = defaultPlaybook;
export const playbook = parsePlaybook(playbookJson).playbook as Playbook;

/** A day relative to today, as ISO. */
export const day = (offset: number): string => formatDay(TODAY + offset);

let count = 0;

/** An entry of account `a`, written `daysAgo` days before now. */
export function entry(kind: string, body: unknown, daysAgo = 0): Entry {
  count += 1;
  return entrySchema.parse({
    id: `e${String(count).padStart(5, '0')}`,
    account: 'sample/a',
    at: NOW - daysAgo * 86_400_000 - 3_600_000,
    kind,
    body,
  });
}

/** Readings from the page, seen an hour before now unless told otherwise. */
export function readings(values: Record<string, unknown>, daysAgo = 0, source = 'page'): Entry {
  return entry(
    'readings',
    {
      readings: Object.entries(values).map(([metric, value]) => ({
        metric,
        value,
        source,
        where: `field ${metric}`,
        ...(value === null && { problem: 'blank' }),
      })),
    },
    daysAgo,
  );
}

/** Weekly values from the API, last complete week first. */
export function weekly(metric: string, values: (number | null)[]): Entry {
  const monday = parseDay('2026-11-16') as number;
  return entry('readings', {
    readings: values.map((value, back) => ({
      metric,
      value,
      source: 'api',
      week: formatDay(monday - 7 * (back + 1)),
      ...(value === null && { problem: 'no data' }),
    })),
  });
}

/** A touchpoint that was held so many days ago. */
export function held(play: string | undefined, daysAgo: number, more: Record<string, unknown> = {}): Entry {
  return entry('touchpoint', { status: 'held', ...(play && { play }), type: 'meeting', day: day(-daysAgo), ...more }, daysAgo);
}

/** Assesses entries with the default playbook. */
export function assessOf(entries: Entry[], book: Playbook = playbook, now = NOW): Assessment {
  return assess(book, foldAccount('sample/a', entries), now, ZONE);
}

/** Severity of one rule, or what keeps it from being decided. */
export function rule(id: string, entries: Entry[], book: Playbook = playbook): 'watch' | 'stall' | 'none' | 'undecided' {
  const a = assessOf(entries, book);
  return a.stalls.find((stall) => stall.rule === id)?.severity ?? (a.undecided().some((one) => one.rule === id) ? 'undecided' : 'none');
}

/** A sentence of the engine as its code and values, for tests that compare whole assessments. */
export const asCode = (sentence: Sentence | null): Text => ({ en: JSON.stringify(sentence) });

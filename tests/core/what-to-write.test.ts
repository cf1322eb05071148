import { describe, expect, it } from 'vitest';
import { type Entry, entrySchema } from '@/lib/core/account/entry';
import { foldAccount } from '@/lib/core/account/fold-account';
import type { Reading } from '@/lib/core/account/reading';
import { whatToWrite } from '@/lib/core/account/what-to-write';
import { parseRelative } from '@/lib/readers/page/parse/parse-relative';

const MORNING = Date.parse('2026-11-20T00:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NO_WEEK = Number.POSITIVE_INFINITY;

const reading = (metric: string, value: Reading['value'], seenAt: number, more: Partial<Reading> = {}): Reading => ({
  metric,
  value,
  source: 'page',
  where: `field ${metric}`,
  seenAt,
  ...more,
});

/** A journal that is written as it is decided, look by look. */
function journal() {
  const entries: Entry[] = [];
  let account = foldAccount('a/1', []);
  return {
    entries,
    look(now: number, seen: Reading[], weekFrom = NO_WEEK) {
      const decision = whatToWrite(account, seen, now, weekFrom);
      if (decision.write.length) {
        const id = `e${String(entries.length).padStart(6, '0')}`;
        entries.push(entrySchema.parse({ id, account: 'a/1', at: now, kind: 'readings', body: { readings: decision.write } }));
        account = foldAccount('a/1', entries);
      }
      return decision;
    },
  };
}

/** Looks at a page with a clock, a relative time and three counters that never stand still. */
function ticking(now: number): Reading[] {
  return [
    reading('clock', new Date(now).toISOString().slice(11, 19), now),
    reading('login', new Date(parseRelative('3 minutes ago', now)?.ms ?? 0).toISOString(), now),
    ...[1, 2, 3].map((by) => reading(`counter${by}`, Math.floor(now / SECOND) * by, now)),
    reading('still', 7, now),
  ];
}

describe('what a page says', () => {
  it('is written at once when it is first seen, and when one thing changed', () => {
    const page = journal();
    const noon = MORNING + 12 * HOUR;
    expect(page.look(MORNING, [reading('seats', 5, MORNING), reading('plan', 'Pro', MORNING)]).write).toHaveLength(2);
    expect(page.look(noon, [reading('seats', 6, noon), reading('plan', 'Pro', noon)])).toMatchObject({
      write: [{ metric: 'seats', value: 6 }, { metric: 'plan' }],
      hold: [],
    });
  });
  it('is noted again after six hours only when it says the same', () => {
    const page = journal();
    const at = (ms: number) => page.look(MORNING + ms, [reading('seats', 5, MORNING + ms)]).write.length;
    expect([at(0), at(MINUTE), at(6 * HOUR - 1), at(6 * HOUR), at(6 * HOUR + 1)]).toEqual([1, 0, 0, 1, 0]);
  });
  it.each([MORNING, MORNING + 15 * HOUR])('costs under 20 entries in 24 hours of clocks and counters that tick', (start) => {
    const page = journal();
    let held = 0;
    let step = 0;
    for (let now = start; now < start + 24 * HOUR && page.entries.length < 20; now += 500 + ((step * 7919) % 1001)) {
      step += 1;
      held += page.look(now, ticking(now)).hold.length;
    }
    expect(held).toBeGreaterThan(10_000);
    expect(page.entries.length).toBeGreaterThan(5);
    expect(page.entries.length).toBeLessThan(20);
  });
  it('that waits is told, with all that changed, and goes along later', () => {
    const page = journal();
    page.look(MORNING, ticking(MORNING));
    const soon = page.look(MORNING + 30 * SECOND, [...ticking(MORNING + 30 * SECOND), reading('seats', 9, MORNING + 30 * SECOND)]);
    expect(soon.write).toEqual([]);
    // The same words within their minute are the same time.
    expect(soon.hold.map((one) => one.metric)).toEqual(['clock', 'counter1', 'counter2', 'counter3', 'seats']);
    const later = page.look(MORNING + 2 * MINUTE, [...ticking(MORNING + 2 * MINUTE), reading('seats', 9, MORNING + 2 * MINUTE)]);
    expect(later.write.map((one) => one.metric)).toEqual(['clock', 'login', 'counter1', 'counter2', 'counter3', 'seats']);
    expect(later.hold).toEqual([]);
  });
  it.each<[string, Reading['value'], Reading['value']]>([
    ['becomes unknown', 5, null],
    ['becomes known', null, 5],
    ['turns from yes to no', true, false],
    ['is another text', 'Pro', 'Team'],
  ])('waits no longer than 15 minutes where a quiet value %s, however busy the page', (_, before, after) => {
    const page = journal();
    const problem = (value: Reading['value']) => (value === null ? { problem: 'blank' } : {});
    const change = MORNING + 5 * HOUR;
    let written = 0;
    for (let now = MORNING; written === 0 && now < MORNING + 12 * HOUR; now += 10 * SECOND) {
      const value = now < change ? before : after;
      const decision = page.look(now, [...ticking(now), reading('quiet', value, now, problem(value))]);
      if (now >= change && decision.write.some((one) => one.metric === 'quiet' && one.value === after)) written = now;
    }
    expect(written).toBeGreaterThanOrEqual(change);
    expect(written - change).toBeLessThanOrEqual(15 * MINUTE);
  });
  it('is not believed to be noted by a clock that was ahead', () => {
    const page = journal();
    const ahead = MORNING + 48 * HOUR;
    page.look(ahead, [reading('seats', 5, ahead)]);
    expect(page.look(MORNING, [reading('seats', 5, MORNING)]).write).toHaveLength(1);
  });
});

describe('what an API or a person says', () => {
  it('is written whenever it changed, and takes along what the page holds', () => {
    const page = journal();
    page.look(MORNING, ticking(MORNING));
    const now = MORNING + 10 * SECOND;
    const api = (value: number) => reading('use', value, now, { source: 'api' });
    expect(page.look(now, [api(1)]).write).toHaveLength(1);
    expect(page.look(now, [api(2)])).toMatchObject({ write: [{ value: 2 }], hold: [] });
    expect(page.look(now, [api(2)])).toEqual({ write: [], hold: [] });
    expect(page.look(now, [...ticking(now), api(3)]).write.length).toBeGreaterThan(4);
  });
  it('of a week that is over is written once, of the running one again after six hours', () => {
    const page = journal();
    const week = (iso: string, seenAt: number) => [reading('use', 3, seenAt, { source: 'api', week: iso })];
    const from = Date.parse('2026-11-16') / 86_400_000;
    for (const [iso, again] of [
      ['2026-11-09', 0],
      ['2026-11-16', 1],
    ] as const) {
      expect(page.look(MORNING, week(iso, MORNING), from).write).toHaveLength(1);
      expect(page.look(MORNING + 7 * HOUR, week(iso, MORNING + 7 * HOUR), from).write).toHaveLength(again);
    }
  });
});

describe('a time told from now', () => {
  const at = (text: string, iso: string) => {
    const found = parseRelative(text, Date.parse(iso));
    return found && new Date(found.ms).toISOString();
  };
  it('is no finer than its unit', () => {
    expect(at('3 minutes ago', '2026-11-20T12:00:31.250Z')).toBe('2026-11-20T11:57:00.000Z');
    expect(at('3 minutes ago', '2026-11-20T12:00:59Z')).toBe('2026-11-20T11:57:00.000Z');
    expect(at('an hour ago', '2026-11-20T12:34:56Z')).toBe('2026-11-20T11:00:00.000Z');
    expect(at('5秒前', '2026-11-20T12:00:31.900Z')).toBe('2026-11-20T12:00:26.000Z');
    expect(at('just now', '2026-11-20T12:00:31Z')).toBe('2026-11-20T12:00:00.000Z');
    expect(parseRelative('2 days ago', Date.parse('2026-11-20T12:00:31Z'))).toEqual({
      ms: Date.parse('2026-11-18T12:00:31Z'),
      dayOnly: true,
    });
  });
});

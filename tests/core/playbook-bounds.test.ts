import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAccount } from '@/lib/core/account/fold-account';
import { assess } from '@/lib/core/assess/assess';
import { assessmentJson } from '@/lib/core/assess/assessment-json';
import { type Condition, comparisons, conditionSchema } from '@/lib/core/conditions/condition-schema';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import { type Playbook, playbookSchema } from '@/lib/core/playbook/playbook-schema';
import { makeView } from '@/lib/core/view/make-view';
import { viewWords } from '@/lib/words/view-words';
import { asCode, day, entry, held, NOW, playbook, playbookJson, readings, ZONE } from './make-account';

const metric = fc.constantFrom(...playbook.metrics.map((one) => one.id), 'nothing');
const item = fc.constantFrom(...playbook.plays.flatMap((play) => play.items.map((one) => one.id)), 'nothing');
const play = fc.constantFrom(...playbook.plays.map((one) => one.id), 'nothing');
const number = fc.oneof(
  fc.integer({ min: -5, max: 60 }),
  fc.constantFrom(-1e12, -3660, 0, 0.5, 52, 1200, 1440, 3660, 1e6, 1e9, 1e12, 1e300),
);
const threshold = fc.record({ threshold: fc.constantFrom(...Object.keys(playbook.thresholds), 'nothing') });
const amount = fc.oneof(number, threshold, fc.record({ metric }), fc.record({ months: number }));
const is = fc.constantFrom(...comparisons);
const event = fc.oneof(
  fc.constantFrom(
    'contract',
    'kickoff',
    'targetEnd',
    'onboarded',
    'lastTouchpoint',
    'lastMeeting',
    'lastReply',
    'firstUnanswered',
    'lastReading',
  ),
  metric.map((id) => `metric:${id}`),
  item.map((id) => `item:${id}`),
  item.map((id) => `due:${id}`),
  play.map((id) => `held:${id}`),
);
const days = fc.constantFrom('calendar', 'business');
const weeks = fc.oneof(number, threshold);

const condition: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ metric, is, value: amount }),
    fc.record({ daysSince: event, is, value: amount, days }),
    fc.record({ itemDone: item }),
    fc.record({ held: play }),
    fc.record({ daysBlocked: fc.oneof(item, play, fc.constant('any')), is, value: amount }),
    fc.record({ count: fc.constantFrom('overdueMilestones', 'slipDays', 'unanswered', 'blockers'), is, value: amount }),
    fc.record({ hoursSinceReading: fc.oneof(metric, fc.constant('any')), is, value: amount }),
    fc.constantFrom({ measurementMissed: true }, { criteriaMet: true }),
    fc.record({ uneven: metric, is, value: amount }),
    fc.record({ pace: metric, weeksInARow: weeks }),
    fc.record({ metric, changeOverWeeks: number, is, value: amount }),
    fc.record({ metric, againstMedianOfDays: number, is, value: amount }),
    fc.record({ all: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('any') }),
    fc.record({ atLeast: number, of: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ weeksInARow: weeks, of: tie('any') }),
  ),
})).any;

const acceptable = condition.filter((one) => conditionSchema.safeParse(one).success);
const CONDITIONS = ['when', 'doneWhen', 'appliesWhen'];
/** The same playbook with some of its numbers, conditions and lists made strange; `draw` decides which and how. */
// biome-ignore lint/suspicious/noExplicitAny: walks plain JSON
function strange(part: any, draw: () => number, number: () => unknown, condition: () => unknown, key = ''): any {
  if (CONDITIONS.includes(key)) return draw() < 3 ? condition() : part;
  if (typeof part === 'number') return draw() === 0 ? number() : part;
  if (Array.isArray(part)) {
    if (key === 'weekend' && draw() < 3) return Array.from({ length: draw() }, (_, at) => at + 1);
    return part.map((one) => strange(one, draw, number, condition));
  }
  if (part === null || typeof part !== 'object') return part;
  const entries = Object.entries(part).map(([name, value]) => [name, strange(value, draw, number, condition, name)]);
  return Object.fromEntries(entries);
}

const accounts = [
  foldAccount('sample/a', []),
  foldAccount('sample/a', [
    readings({ contractDate: day(-30), seats: 3 }),
    held('kickoff', 9),
    entry('item', { item: 'setup-data', state: 'blocked' }),
  ]),
  foldAccount('sample/a', [readings({ contractDate: '9999-12-31', lastLogin: '+275760-09-13T00:00:00Z' }), held('kickoff', 9)]),
];

function look(book: Playbook): void {
  for (const account of accounts) {
    const a = assess(book, account, NOW, ZONE);
    JSON.stringify(assessmentJson(a, asCode));
    const around = { name: null, pageAt: null, apiAt: null, hasApi: false, trouble: null, drifts: [] };
    for (const lang of ['en', 'ja'] as const)
      makeView(a, around, { playbook: book, lang, words: viewWords(lang), zone: ZONE, now: NOW, today: a.today });
  }
}

describe('a playbook that is accepted', () => {
  it('never makes a view fail, whatever its numbers and conditions are', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.nat(120)),
        fc.infiniteStream(number),
        fc.infiniteStream(acceptable),
        (draws, numbers, conditions) => {
          const next = <T>(stream: fc.Stream<T>) => stream.next().value as T;
          const book = strange(
            playbookJson,
            () => next(draws),
            () => next(numbers),
            () => next(conditions),
          );
          const result = playbookSchema.safeParse(book);
          if (!result.success) return;
          accepted += 1;
          look(result.data);
        },
      ),
      { numRuns: 150 },
    );
    // Most are refused; the rest must be many enough to say something.
    expect(accepted).toBeGreaterThan(20);
  });
  it('holds any condition that is accepted', () => {
    let accepted = 0;
    fc.assert(
      fc.property(condition, condition, (one, other) => {
        if (![one, other].every((when) => conditionSchema.safeParse(when).success)) return;
        const book = structuredClone(playbookJson);
        book.plays[2].appliesWhen = other;
        book.plays[2].items[0].doneWhen = one;
        book.plays[3].skipWhen.when = one;
        book.stages[0].doneWhen = other;
        book.stalls[0].stall.when = { any: [one, other] };
        book.segments = [
          { id: 's', name: book.name, when: one, plays: [{ ...book.plays[0], appliesWhen: one }], leaveOutPlays: ['kickoff'] },
        ];
        const result = playbookSchema.safeParse(book);
        expect(result.error?.issues ?? []).toEqual([]);
        accepted += 1;
        look(result.data as Playbook);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
  it('may ask about itself in a circle: what waits for itself is unknown', () => {
    const book = structuredClone(playbookJson);
    const circle: Condition = { count: 'blockers', is: '=', value: 1 };
    for (const one of book.plays) {
      one.appliesWhen = { all: [circle, { criteriaMet: true }] };
      one.skipWhen = { when: circle, reason: book.name };
      one.items = Array.from({ length: 100 }, (_, at) => ({
        id: `${one.id}-${at}`,
        name: book.name,
        doneWhen: circle,
        dependsOn: [`${one.id}-${at}`],
      }));
    }
    book.criteria = [{ id: 'c', name: book.name, when: circle }];
    look(playbookSchema.parse(book));
  });
});

describe('a playbook beyond its bounds', () => {
  const broken = (change: (copy: typeof playbookJson) => void): string => {
    const copy = structuredClone(playbookJson);
    change(copy);
    return parsePlaybook(copy).errors.join('\n');
  };
  it.each<[string, (copy: typeof playbookJson) => void]>([
    ['targetDays', (copy) => void (copy.targetDays = 1e9)],
    ['calendar.weekend', (copy) => void (copy.calendar.weekend = [1, 2, 3, 4, 5, 6, 7])],
    ['calendar.holidays[0]: no such day', (copy) => void (copy.calendar.holidays = ['2026-02-30'])],
    ['plays[1].due.days', (copy) => void (copy.plays[1].due.days = 1e12)],
    ['plays[1].touchpoint.minutes', (copy) => void (copy.plays[1].touchpoint.minutes = 1e9)],
    ['stalls[0].dueInBusinessDays', (copy) => void (copy.stalls[0].dueInBusinessDays = 1e9)],
    ['stalls[0].stall.when', (copy) => void (copy.stalls[0].stall.when = { daysSince: 'contract', is: '>', value: { months: 1e9 } })],
    ['criteria[0].when: a criterion cannot wait for the criteria', (copy) => void (copy.criteria[0].when = { not: { criteriaMet: true } })],
    [
      '"seats" is a share of itself',
      (copy) => void (copy.metrics.find((one: { id: string }) => one.id === 'seats').ratio = { of: 'activeShare', to: 'plan' }),
    ],
    [
      'threshold "many" is no number of weeks from 1 to 52',
      (copy) => {
        copy.thresholds.many = 1e9;
        copy.stalls[0].stall.when = { weeksInARow: { threshold: 'many' }, of: { metric: 'seats', is: '>', value: 1 } };
      },
    ],
    [
      'conditions lie more than 12 deep',
      (copy) => {
        let deep: unknown = { criteriaMet: true };
        for (let at = 0; at < 5000; at += 1) deep = { all: [deep] };
        copy.stalls[0].stall.when = deep;
      },
    ],
  ])('is refused: %s', (place, change) => {
    expect(broken(change)).toContain(place);
  });
});

describe('evidence that leads back to itself', () => {
  it('comes to an end', () => {
    const book = structuredClone(playbookJson);
    book.plays[0].items[0].doneWhen = { any: [{ itemDone: 'handoff-why' }, { metric: 'seats', is: '>', value: 1 }] };
    book.plays[0].items[1].doneWhen = { any: [{ daysSince: 'item:handoff-success', is: '>=', value: 0 }, { held: 'kickoff' }] };
    const a = assess(playbookSchema.parse(book), accounts[1] as (typeof accounts)[number], NOW, ZONE);
    const [why, success] = a.checklist;
    expect(why?.evidence().map((one) => one.about)).toEqual(['handoff-why', 'seats']);
    expect([success?.state, success?.evidence().map((one) => one.about)]).toEqual(['done', ['item:handoff-success', 'kickoff']]);
  });
});

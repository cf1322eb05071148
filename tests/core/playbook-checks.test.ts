import { describe, expect, it } from 'vitest';
import { conditionNames } from '@/lib/core/conditions/condition-names';
import { asks, type Condition, conditionSchema } from '@/lib/core/conditions/condition-schema';
import { placeOf } from '@/lib/core/describe-issue';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import { playbookJson } from './make-account';

type Json = typeof playbookJson;
const errorsOf = (change: (copy: Json) => void): string[] => {
  const copy = structuredClone(playbookJson);
  change(copy);
  return parsePlaybook(copy).errors;
};
const bad: Condition = { metric: 'nothing', is: '=', value: 1 };
const segment = (more: object) => ({ id: 's', name: { en: 's' }, when: { metric: 'plan', is: '=', value: 'x' }, ...more });

const tailor = (more: object) => ({
  users: 'usageByUser',
  features: 'usageByFeature',
  when: { held: 'kickoff' },
  reason: { en: 'x' },
  ...more,
});

describe('a playbook names what is not there', () => {
  it.each<[string, (copy: Json) => void]>([
    ['contractMetric: no metric "nothing"', (copy) => void (copy.contractMetric = 'nothing')],
    ['metrics[3].ratio.of: no metric "nothing"', (copy) => void (copy.metrics[3].ratio = { of: 'nothing', to: 'seats' })],
    ['metrics[3].ratio.to: no metric "nothing"', (copy) => void (copy.metrics[3].ratio = { of: 'seats', to: 'nothing' })],
    ['stages[1].doneWhen: no metric "nothing"', (copy) => void (copy.stages[1].doneWhen = bad)],
    ['criteria[2].when: no metric "nothing"', (copy) => void (copy.criteria[2].when = bad)],
    ['plays[1].appliesWhen: no metric "nothing"', (copy) => void (copy.plays[1].appliesWhen = bad)],
    ['plays[1].skipWhen.when: no metric "nothing"', (copy) => void (copy.plays[1].skipWhen = { when: bad, reason: { en: 'x' } })],
    ['plays[1].after: no play "nothing"', (copy) => void (copy.plays[1].after = ['handoff', 'nothing'])],
    [
      'plays[1].triggers[0].when: no metric "nothing"',
      (copy) => void (copy.plays[1].triggers = [{ when: bad, reason: { en: 'x' }, dueInDays: 1 }]),
    ],
    ['plays[1].tailor.when: no metric "nothing"', (copy) => void (copy.plays[1].tailor = tailor({ when: bad }))],
    ['plays[1].agenda[2].ticks: no item "nothing"', (copy) => void (copy.plays[1].agenda[2].ticks = ['kickoff-held', 'nothing'])],
    ['plays[1].items[1].doneWhen: no metric "nothing"', (copy) => void (copy.plays[1].items[1].doneWhen = bad)],
    ['plays[1].items[1].dependsOn: no item "nothing"', (copy) => void (copy.plays[1].items[1].dependsOn = ['nothing'])],
    ['stalls[3].watch.when: no metric "nothing"', (copy) => void (copy.stalls[3].watch.when = bad)],
    ['stalls[3].stall.when: no metric "nothing"', (copy) => void (copy.stalls[3].stall.when = bad)],
    ['stalls[3].suggests: no play "nothing"', (copy) => void (copy.stalls[3].suggests = 'nothing')],
    ['segments[0].when: no metric "nothing"', (copy) => void (copy.segments = [segment({ when: bad })])],
    [
      'segments[0].thresholds.nothing: no threshold "nothing"',
      (copy) => void (copy.segments = [segment({ thresholds: { nothing: 1, noLoginStallDays: 3 } })]),
    ],
    [
      'segments[0].criteria[0].when: no metric "nothing"',
      (copy) => void (copy.segments = [segment({ criteria: [{ id: 'c', name: { en: 'c' }, when: bad }] })]),
    ],
    [
      'segments[0].plays[0].appliesWhen: no metric "nothing"',
      (copy) => void (copy.segments = [segment({ plays: [{ id: 'own', name: { en: 'own' }, appliesWhen: bad }] })]),
    ],
    ['segments[0].leaveOutPlays: no play "nothing"', (copy) => void (copy.segments = [segment({ leaveOutPlays: ['setup', 'nothing'] })])],
    ['plays[1].tailor.users: no metric "nothing"', (copy) => void (copy.plays[1].tailor = tailor({ users: 'nothing' }))],
    ['plays[1].tailor.features: no metric "nothing"', (copy) => void (copy.plays[1].tailor = tailor({ features: 'nothing' }))],
    ['stages[1].doneWhen: no item "nothing"', (copy) => void (copy.stages[1].doneWhen = { itemDone: 'nothing' })],
    ['stages[1].doneWhen: no play "nothing"', (copy) => void (copy.stages[1].doneWhen = { held: 'nothing' })],
    [
      'stages[1].doneWhen: no threshold "nothing"',
      (copy) => void (copy.stages[1].doneWhen = { metric: 'seats', is: '>', value: { threshold: 'nothing' } }),
    ],
    ['criteria id: "loggedIn" stands twice', (copy) => void copy.criteria.push(copy.criteria[1])],
    ['stalls id: "tickets" stands twice', (copy) => void copy.stalls.push(copy.stalls[15])],
    ['items id: "handoff-why" stands twice', (copy) => void (copy.plays[1].items[0].id = 'handoff-why')],
  ])('%s', (error, change) => expect(errorsOf(change)).toContain(error));

  it('each play twice is told once for its list', () => {
    expect(errorsOf((copy) => void copy.plays.push(copy.plays[2]))).toEqual(
      expect.arrayContaining(['plays id: "setup" stands twice', 'items id: "setup-admin" stands twice']),
    );
  });
  it('a segment may name its own plays and their items', () => {
    const plays = [{ id: 'own', name: { en: 'own' }, items: [{ id: 'own-item', name: { en: 'own' } }], after: ['own'] }];
    expect(errorsOf((copy) => void (copy.segments = [segment({ plays, when: { itemDone: 'own-item' } })]))).toEqual([]);
  });
  it('a threshold of weeks is whole and within a year, in every segment', () => {
    const weeks = (value: number, inSegment?: number) =>
      errorsOf((copy) => {
        copy.thresholds.paceWeeks = value;
        if (inSegment !== undefined) copy.segments = [segment({ thresholds: { paceWeeks: inSegment } })];
      }).length;
    expect([weeks(0), weeks(1), weeks(1.5), weeks(52), weeks(53)]).toEqual([1, 0, 1, 0, 1]);
    expect([weeks(2, 0), weeks(2, 52)]).toEqual([1, 0]);
  });
});

describe('the names in a condition', () => {
  const names = (condition: Condition) => conditionNames(condition);
  const none = { metrics: [], thresholds: [], items: [], plays: [], weeks: [] };
  it.each<[Condition, Partial<ReturnType<typeof names>>]>([
    [{ metric: 'a', is: '>', value: 1 }, { metrics: ['a'] }],
    [
      { metric: 'a', is: '>', value: { threshold: 't' } },
      { metrics: ['a'], thresholds: ['t'] },
    ],
    [{ metric: 'a', is: '>', value: { metric: 'b' } }, { metrics: ['b', 'a'] }],
    [{ metric: 'a', is: '=', value: 'b' }, { metrics: ['a'] }],
    [{ metric: 'a', changeOverWeeks: 2, is: '<', value: 0 }, { metrics: ['a'] }],
    [{ uneven: 'a', is: '>', value: 1 }, { metrics: ['a'] }],
    [{ pace: 'a', weeksInARow: 2 }, { metrics: ['a'] }],
    [
      { pace: 'a', weeksInARow: { threshold: 't' } },
      { metrics: ['a'], thresholds: ['t'], weeks: ['t'] },
    ],
    [{ hoursSinceReading: 'any', is: '>', value: 1 }, {}],
    [{ hoursSinceReading: 'a', is: '>', value: 1 }, { metrics: ['a'] }],
    [{ itemDone: 'i' }, { items: ['i'] }],
    [{ held: 'p' }, { plays: ['p'] }],
    [{ daysSince: 'contract', is: '>', value: { months: 2 } }, {}],
    [{ daysSince: 'metric:a', is: '>', value: 1 }, { metrics: ['a'] }],
    [{ daysSince: 'item:i', is: '>', value: 1 }, { items: ['i'] }],
    [{ daysSince: 'due:i', is: '>', value: 1 }, { items: ['i'] }],
    [{ daysSince: 'held:p', is: '>', value: 1 }, { plays: ['p'] }],
    [{ measurementMissed: true }, {}],
    [{ all: [{ held: 'p' }, { any: [{ itemDone: 'i' }, { not: { held: 'q' } }] }] }, { plays: ['p', 'q'], items: ['i'] }],
    [{ atLeast: 1, of: [{ held: 'p' }, { held: 'q' }] }, { plays: ['p', 'q'] }],
    [
      { weeksInARow: { threshold: 't' }, of: { metric: 'a', is: '>', value: 1 } },
      { metrics: ['a'], thresholds: ['t'], weeks: ['t'] },
    ],
    [{ weeksInARow: 3, of: { held: 'p' } }, { plays: ['p'] }],
  ])('%j', (condition, wanted) => expect(names(condition)).toEqual({ ...none, ...wanted }));
});

describe('the shape of a condition', () => {
  const issues = (condition: unknown) => conditionSchema.safeParse(condition).error?.issues ?? [];
  it('is chosen by its key, and what is wrong is told at its place', () => {
    expect(issues({ metric: 'a', is: 'about', value: 1 })[0]?.path).toEqual(['is']);
    expect(issues({ all: [{ held: 'p' }, { pace: 'a', weeksInARow: 53 }] })[0]?.path).toEqual(['all', 1, 'weeksInARow']);
    expect(issues({ pace: 'a', weeksInARow: 2 })).toEqual([]);
    expect(issues({ daysSince: 'birthday', is: '>', value: 1 })[0]?.path).toEqual(['daysSince']);
    expect(issues({ held: 'p', more: 1 })).toHaveLength(1);
    for (const none of [null, 7, 'held', [], {}, { feels: 'bad' }]) expect(issues(none)[0]?.message).toContain('pace');
  });
  it('is no deeper than twelve', () => {
    const deep = (levels: number): unknown => (levels === 0 ? { held: 'p' } : { not: deep(levels - 1) });
    expect([issues(deep(23)).length, issues(deep(24))[0]?.message]).toEqual([0, expect.stringContaining('12')]);
    const circle: Record<string, unknown> = {};
    circle.not = circle;
    expect(issues(circle)).toHaveLength(1);
  });
  it('tells whether it asks for something, however deep', () => {
    expect([
      asks({ any: [{ held: 'p' }, { not: { criteriaMet: true } }] }, 'criteriaMet'),
      asks({ held: 'criteriaMet' }, 'criteriaMet'),
    ]).toEqual([true, false]);
    expect([asks(null, 'held'), asks('held', 'held'), asks([], 'held')]).toEqual([false, false, false]);
  });
});

describe('the place of what is wrong', () => {
  it.each([
    [[], '(file)'],
    [['plays', 2, 'name'], 'plays[2].name'],
    [[0, 'id'], '[0].id'],
    [['a', 'b', 0, 1], 'a.b[0][1]'],
  ])('%j is %s', (path, text) => expect(placeOf(path)).toBe(text));
});

import { describe, expect, it } from 'vitest';
import { addLine, mappingLine, type ReplyPath } from '@/lib/readers/api/map-path';
import { readPages } from '@/lib/readers/api/read-pages';
import { setting, values } from './fake-api';

/** What clicks in the first page give when the pages are read: value by metric, or by metric and week; why not where unknown. */
async function clicked(clicks: [metric: string, path: ReplyPath][], pages: unknown[], taught = pages[0]) {
  const map = clicks.reduce((before, [metric, path]) => addLine(before, mappingLine(metric, path, taught) ?? 'refused'), '');
  const { readings } = await readPages({ map }, { ...values, pages }, setting, '');
  return Object.fromEntries(readings.map((one) => [one.week ? `${one.metric} ${one.week}` : one.metric, one.problem ?? one.value]));
}

const named = (key: string, rows: [name: unknown, value: unknown][]) => ({ list: rows.map(([name, value]) => ({ [key]: name, value })) });

describe('a value clicked in a reply', () => {
  it('outside of lists is that value, which may stand on every page', async () => {
    const page = { now: { 'seats in use': 7, and: { 'a`b': 1 } }, rows: [] };
    expect(await clicked([['seats', ['now', 'seats in use']]], [page, page, { rows: [] }])).toEqual({ seats: 7 });
    expect(await clicked([['seats', ['now', 'seats in use']]], [page, { now: { 'seats in use': 8 } }])).toEqual({
      seats: 'several in the reply: 7, 8',
    });
    expect(await clicked([['seats', ['now', 'seats in use']]], [{ now: {} }], page)).toEqual({ seats: 'not in the reply' });
  });
  it('in a list of weeks stands for all of them on all pages', async () => {
    const pages = [
      {
        data: [
          { week: '2026-10-26', active: 1 },
          { week: '2026-11-02T00:00:00Z', active: '2' },
        ],
      },
      {
        data: [
          { week: '2026-11-09', active: 3 },
          { week: 1_763_337_600, active: 4 },
        ].slice(0, 1),
      },
      { data: [{ week: '2026-11-16', active: 4 }] },
    ];
    expect(await clicked([['activeUsers', ['data', 1, 'active']]], pages)).toEqual({
      'activeUsers 2026-10-26': 1,
      'activeUsers 2026-11-02': 2,
      'activeUsers 2026-11-09': 3,
      'activeUsers 2026-11-16': 4,
    });
  });
  it.each(['name', 'key', 'label', 'code', 'metric', 'slug', 'id', 'measure'])(
    'in a list of things named by %s is found by it',
    async (key) => {
      const taught = named(key, [
        ['seats', 40],
        ['logins', 7],
      ]);
      const turned = named(key, [
        ['new', 1],
        ['logins', 9],
        ['seats', 41],
      ]);
      const clicks: [string, ReplyPath][] = [
        ['seats', ['list', 0, 'value']],
        ['coreActions', ['list', 1, 'value']],
      ];
      expect(await clicked(clicks, [turned], taught)).toEqual({ seats: 41, coreActions: 9 });
      expect(await clicked(clicks, [named(key, [['logins', 9]])], taught)).toEqual({ seats: 'not in the reply', coreActions: 9 });
      const doubled = named(key, [
        ['seats', 41],
        ['logins', 9],
        ['seats', 41],
      ]);
      expect(await clicked(clicks, [doubled], taught)).toEqual({ seats: 'several in the reply: 41, 41', coreActions: 9 });
    },
  );
  it('names may lie deeper, be numbers, and stand on a later page', async () => {
    const deep = (...rows: [string, number][]) => ({ f: rows.map(([key, value]) => ({ field: { key, id: value * 3 }, value })) });
    const clicks: [string, ReplyPath][] = [['seats', ['f', 1, 'value']]];
    expect(await clicked(clicks, [deep(['logins', 9]), deep(['seats', 41])], deep(['logins', 7], ['seats', 40]))).toEqual({ seats: 41 });
    const ids = [
      { id: 12, v: 5 },
      { id: 13, v: 6 },
    ];
    expect(
      await clicked(
        [['seats', [1, 'v']]],
        [
          [
            { id: '13', v: 8 },
            { id: 12, v: 7 },
          ],
        ],
        ids,
      ),
    ).toEqual({ seats: 8 });
  });
  it('of one list for several metrics over weeks is by name and by week', async () => {
    const row = (metric: string, week: string, value: number) => ({ metric, week, value });
    const taught = { rows: [row('a', '2026-11-02', 1), row('b', '2026-11-02', 10), row('a', '2026-11-09', 2), row('b', '2026-11-09', 20)] };
    expect(await clicked([['coreActions', ['rows', 1, 'value']]], [{ rows: taught.rows.toReversed() }], taught)).toEqual({
      'coreActions 2026-11-02': 10,
      'coreActions 2026-11-09': 20,
    });
  });
  it('with a day beside its name is no week', async () => {
    const list = [
      { name: 'seats', value: 5, updatedAt: '2026-11-03' },
      { name: 'logins', value: 6, updatedAt: '2026-11-19' },
    ];
    expect(await clicked([['seats', [0, 'value']]], [list.toReversed()], list)).toEqual({ seats: 5 });
  });
  it('in rows that are lists is by column, with the week in another', async () => {
    const page = {
      results: [
        ['2026-11-02', 3, 30],
        ['2026-11-09', 4, 40],
      ],
    };
    expect(await clicked([['coreActions', ['results', 0, 2]]], [page])).toEqual({
      'coreActions 2026-11-02': 30,
      'coreActions 2026-11-09': 40,
    });
    expect(await clicked([['coreActions', ['results', 0, 1]]], [{ results: [['x', 3]] }])).toEqual({ coreActions: 3 });
  });
  it('whose name is a day stands for all days beside it', async () => {
    const page = { of: { x: { '2026-11-02': 5, '2026-11-09': 6 } } };
    const now = { of: { x: { '2026-11-09': 6, '2026-11-16': 7 } } };
    expect(await clicked([['coreActions', ['of', 'x', '2026-11-02']]], [now], page)).toEqual({
      'coreActions 2026-11-09': 6,
      'coreActions 2026-11-16': 7,
    });
  });
  it('in a list of one is that one, and unknown once there are two', async () => {
    const one = { data: [{ id: 'sub_81', quantity: 5 }] };
    const other = { data: [{ id: 'sub_99', quantity: 6 }] };
    expect(await clicked([['seats', ['data', 0, 'quantity']]], [other], { data: [{ quantity: 5 }] })).toEqual({ seats: 6 });
    const two = { data: [...one.data, ...other.data] };
    expect(await clicked([['seats', ['data', 0, 'quantity']]], [two], { data: [{ quantity: 5 }] })).toEqual({
      seats: 'several in the reply: 5, 6',
    });
  });
  it('that only its place would tell from others is not mapped', () => {
    expect(mappingLine('seats', ['n', 1], { n: [4, 5] })).toBeNull();
    expect(mappingLine('seats', ['n', 1, 'v'], { n: [{ v: 4 }, { v: 5 }] })).toBeNull();
    expect(
      mappingLine(
        'seats',
        ['list', 1, 'value'],
        named('name', [
          ['a', 1],
          ['a', 2],
        ]),
      ),
    ).toBeNull();
    expect(mappingLine('seats', ['n', 0, 'x', 0, 'v'], { n: [{ x: [{ v: 1 }, { v: 2 }] }] })).toBeNull();
  });
  it('rows of days are said to be no weeks', async () => {
    const page = {
      d: [
        { day: '2026-11-16', n: 1 },
        { day: '2026-11-17', n: 2 },
      ],
    };
    expect(await clicked([['coreActions', ['d', 0, 'n']]], [page])).toEqual({
      'coreActions 2026-11-16': 'days, not weeks',
      'coreActions 2026-11-17': 'days, not weeks',
    });
  });
  it('a further click adds to what is there, also to a mapping written by hand', async () => {
    const page = { now: { n: 3 }, rows: [{ week: '2026-11-09', a: 4 }] };
    const line = mappingLine('activeUsers', ['rows', 0, 'a'], page) ?? '';
    const { readings } = await readPages(
      { map: addLine('pages.now.{"metric": "seats", "value": n}', line) },
      { ...values, pages: [page] },
      setting,
      '',
    );
    expect(readings.map((one) => [one.metric, one.value])).toEqual([
      ['seats', 3],
      ['activeUsers', 4],
    ]);
  });
  it('weeks of one page beside what looks at all pages are told, and mended by the next click', async () => {
    const pages = [{ now: 3, rows: [{ week: '2026-11-02', a: 4 }] }, { rows: [{ week: '2026-11-09', a: 5 }] }];
    const old = '[body.rows.{"metric": "coreActions", "value": a, "week": week}]';
    const mixed = `$append(pages.{"metric": "seats", "value": now}[0], ${old})`;
    expect((await readPages({ map: mixed }, { ...values, pages }, setting, '')).problems).toContainEqual({
      code: 'more pages',
      metric: 'coreActions',
      detail: '1 < 2',
    });
    const mended = addLine(old, mappingLine('seats', ['now'], pages[0]) ?? '');
    const { weeks, problems } = await readPages({ map: mended }, { ...values, pages }, setting, '');
    expect([weeks.coreActions?.count, problems]).toEqual([2, []]);
  });
});

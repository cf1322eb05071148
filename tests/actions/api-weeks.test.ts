import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PanelView } from '@/lib/core/view/panel-view';
import { aConsole, addressOf, anApi, connect, visit } from './a-console';
import { Bench, pageAt } from './fake-host';

let bench: Bench;
const page = addressOf('17');
const account = 'acme/17';
const console = aConsole({
  api: [
    anApi({
      auth: { type: 'none' },
      map: '[body.rows.{"metric": "coreActions", "value": n, "week": week}, {"metric": "seats", "value": body.seats}]',
    }),
  ],
});
/** Monday of so many weeks before the week of now. */
const week = (back: number) => new Date(Date.parse('2026-11-16') - back * 7 * 86_400_000).toISOString().slice(0, 10);
const weeks = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => ({ week: week(from + at), n: 10 + at }));
let rows: object[];

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, console);
  bench.browser.reply = () => Response.json({ rows, seats: 40 });
  rows = weeks(0, 11);
  await bench.ask('account.open', { address: page, accountId: '17', visit }, pageAt(page));
});

const askApi = (again = true) => bench.ask<PanelView>('api.ask', { account, again }, pageAt(page));

describe('weeks that an API gives', () => {
  it('are nothing to tell when they are as before, also when the window moves on', async () => {
    expect((await askApi()).problem).toBeNull();
    expect((await askApi()).problem).toBeNull();
    // Monday: the row of the new week is not there yet, and the oldest lies before what is asked for.
    bench.browser.now = Date.parse('2026-11-23T10:00:00+09:00');
    rows = weeks(0, 10);
    expect((await askApi()).problem).toBeNull();
  });

  it.each<[string, () => object[], string]>([
    ['the newest', () => weeks(1, 11), '11 < 12'],
    ['the oldest', () => weeks(0, 3), '4 < 12'],
    ['some between', () => [...weeks(0, 3), ...weeks(6, 11)], '10 < 12'],
    ['all of them', () => [], '0 < 12'],
  ])('are fewer than before without %s: told with the numbers, and what came is kept', async (_, fewer, numbers) => {
    await askApi();
    rows = fewer();
    const { problem } = await askApi();
    expect(problem).toMatchObject({ kind: 'part', title: 'The API’s reply is not whole' });
    expect(problem?.text).toContain(`Core actions: fewer weeks than before (${numbers})`);
    const { folded } = await bench.kido.keeper.account(account);
    expect(folded.metrics.get('coreActions')?.weeks.size).toBe(12);
    expect(folded.metrics.get('seats')?.moments.at(-1)?.value).toBe(40);
  });

  it('are compared with the journal when the browser was closed between', async () => {
    await askApi();
    bench.restart();
    for (const key of Object.keys(bench.browser.memory.stored)) await bench.browser.memory.remove(key);
    rows = weeks(1, 11).filter((_, at) => at !== 4);
    await bench.ask('account.open', { address: page, accountId: '17', visit }, pageAt(page));
    expect((await askApi()).problem?.text).toMatch(/fewer weeks than before \(10 < 1[12]\)/);
  });

  it('that end long ago are told with the last, in Japanese as well', async () => {
    await bench.kido.settings.changePreferences({ lang: 'ja' });
    bench.kido.standpoint.forget();
    rows = weeks(4, 11);
    const { problem } = await askApi();
    expect([problem?.title, problem?.text]).toEqual(['APIの応答に不足があります', `主要操作回数：週の値が以前で終了（${week(4)}）`]);
  });

  it('do not make Kido ask again before its time', async () => {
    rows = [];
    await askApi();
    await askApi(false);
    expect(bench.browser.requests).toHaveLength(1);
  });
});

describe('a dry run', () => {
  it('shows how many weeks came, from when to when, and what is wrong with the reply', async () => {
    bench.browser.found.set(page, { accountId: '17', name: null, refused: null, isRecord: true, elements: [], fields: [] });
    const run = async () => (await bench.ask<{ rows: unknown[] }>('console.try', { console, addresses: [page] })).rows[0];
    expect(await run()).toMatchObject({
      problem: null,
      apis: [],
      readings: [
        { metric: 'coreActions', value: 10, weeks: { count: 12, from: week(11), to: week(0) } },
        { metric: 'seats', value: 40, weeks: null },
      ],
    });
    rows = weeks(6, 11);
    expect(await run()).toMatchObject({
      apis: [{ api: 'usage', kind: null, part: { code: 'weeks end early', metric: 'coreActions', detail: week(6) } }],
    });
    bench.browser.reply = () => new Response('{}', { status: 404 });
    expect(await run()).toMatchObject({ accountId: '17', problem: null, apis: [{ kind: 'unknownAccount', part: null }] });
  });
});

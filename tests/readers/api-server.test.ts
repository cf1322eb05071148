import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiSource } from '@/lib/formats/api-source';
import type { Asking } from '@/lib/readers/api/ask';
import { addLine, mappingLine, type ReplyPath } from '@/lib/readers/api/map-path';
import { askPages, readApi } from '@/lib/readers/api/read-api';
import { problemOf, setting, source, values } from './fake-api';
import { rowsOf, UsageServer } from './usage-server';

const asking: Asking = {
  fetch: (...request) => fetch(...request),
  wait: async () => undefined,
  random: () => 0.5,
  now: () => Date.now(),
  secret: async () => 'notSet',
  mayAsk: async () => true,
};
const CLICKS: [string, ReplyPath][] = [
  ['contractDate', ['since']],
  ['seats', ['facts', 0, 'value']],
  ['loggedInUsers', ['facts', 1, 'value']],
  ['coreActions', ['rows', 2, 'actions']],
];

let server: UsageServer;
let api: ApiSource;
const asked = { ...values, accountId: '17' };

beforeEach(async () => {
  server = new UsageServer();
  const origin = await server.start();
  api = source({
    request: { method: 'GET', url: `${origin}/accounts/{accountId}/usage`, headers: {} },
    auth: { type: 'none' },
    paging: { next: 'next', param: 'cursor', maxPages: 20 },
    timeoutMs: 5000,
    retries: 0,
  });
  // As a person does: one reply is looked at, its values are clicked.
  const [page] = await askPages(api, asked, asking);
  api.map = CLICKS.reduce((map, [metric, path]) => addLine(map, mappingLine(metric, path, page) ?? 'refused'), '');
  server.cursors = [];
});
afterEach(() => server.stop());

const read = () => readApi(api, asked, setting, asking);
/** Value or reason by metric, or by metric and week. */
async function told() {
  const { readings } = await read();
  return Object.fromEntries(readings.map((one) => [one.week ? `${one.metric} ${one.week}` : one.metric, one.problem ?? one.value]));
}
const weekly = (actions: (at: number) => unknown, count = 12) =>
  Object.fromEntries(rowsOf(count).map((row, at) => [`coreActions ${row.week}`, actions(at)]));
const RIGHT = { contractDate: '2026-04-01', seats: 40, loggedInUsers: 7, ...weekly((at) => 100 + at) };

describe('values clicked in one reply, read from a server', () => {
  it('come from all its pages', async () => {
    expect(await told()).toEqual(RIGHT);
    expect(server.cursors).toEqual([null, '5', '10']);
    expect(await read()).toMatchObject({ problems: [], weeks: { coreActions: { count: 12, from: '2026-08-31', to: '2026-11-16' } } });
  });

  it('a mapping of one page that was made before is applied to each', async () => {
    api.map = `[
      {"metric": "contractDate", "value": body.since},
      {"metric": "seats", "value": body.facts[field.key = "seats_bought"].value},
      {"metric": "loggedInUsers", "value": body.facts[field.key = "logins_30d"].value},
      body.rows.{"metric": "coreActions", "value": actions, "week": $substring(week, 0, 10)}
    ]`;
    expect(await told()).toEqual(RIGHT);
  });

  it('are the same when the vendor reorders lists, rows and pages', async () => {
    server.facts.reverse();
    server.rows = [...server.rows.slice(7), ...server.rows.slice(0, 7).reverse()];
    expect(await told()).toEqual(RIGHT);
  });

  it('are the same when numbers become texts and days become times', async () => {
    server.facts = server.facts.map((one) => ({ ...one, value: String(one.value) }));
    server.rows = server.rows.map(({ week, actions }) => ({ week: `${week}T00:00:00.000Z`, actions: `${actions}` }));
    server.since = '2026-03-31T15:00:00Z';
    expect(await told()).toEqual(RIGHT);
    server.rows = rowsOf(12).map(({ week, actions }) => ({ week: Date.parse(String(week)) / 1000, actions: Number(actions) + 0.0 }));
    server.since = Date.parse('2026-04-01');
    expect(await told()).toEqual(RIGHT);
  });

  it('are unknown with the reason when they become something else', async () => {
    const odd = ['6/8', '', 'n/a', null, true, [1], { n: 1 }, '12 %', 'soon'];
    server.rows = server.rows.map((row, at) => ({ ...row, actions: at < odd.length ? odd[at] : row.actions }));
    server.since = 'next spring';
    server.facts[0] = { field: { key: 'seats_bought' }, value: { count: 40 } };
    expect(await told()).toEqual({
      ...RIGHT,
      contractDate: 'not a date: next spring',
      seats: 'not a plain value: {"count":40}',
      ...weekly(
        (at) =>
          [
            'not a number: 6/8',
            'blank',
            'blank',
            'blank',
            'not a number: true',
            'not a plain value: [1]',
            'not a plain value: {"n":1}',
            'not a number: 12 %',
            'not a number: soon',
          ][at] ?? 100 + at,
      ),
    });
  });

  it('are unknown when the server forgets their names, or doubles one', async () => {
    server.facts = [
      { field: { key: 'logins_30d' }, value: 7 },
      { field: { key: 'logins_30d' }, value: 7 },
    ];
    expect(await told()).toEqual({ ...RIGHT, seats: 'not in the reply', loggedInUsers: 'several in the reply: 7, 7' });
  });

  it('rows that lost their week are no values of the moment', async () => {
    server.rows = server.rows.map(({ week, actions }) => ({ starts: week, actions }) as never);
    const { readings, problems } = await read();
    expect(readings.filter((one) => one.metric === 'coreActions')).toMatchObject([{ value: null, problem: 'no rows' }]);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'not a week', metric: 'coreActions' }));
  });

  it('a reply that is cut off is none', async () => {
    server.change = (page) => JSON.stringify(page).slice(0, -20);
    expect(await problemOf(read())).toMatchObject({ kind: 'malformed' });
  });

  it('no rows are told, by metric', async () => {
    server.rows = [];
    expect(await read()).toMatchObject({ problems: [{ code: 'no rows', metric: 'coreActions' }], weeks: {} });
    server.change = () => '{}';
    expect((await read()).problems.map((one) => [one.code, one.metric])).toEqual([['no rows', 'coreActions']]);
    expect((await told()).seats).toBe('not in the reply');
    api.map = 'pages.rows[$exists(x)]';
    expect((await read()).problems).toEqual([{ code: 'no rows', metric: null, detail: '' }]);
  });

  it('weeks that end long ago are told, with the last', async () => {
    server.rows = rowsOf(12).slice(3);
    expect((await read()).problems).toEqual([{ code: 'weeks end early', metric: 'coreActions', detail: '2026-10-26' }]);
    server.rows = rowsOf(12).slice(2);
    expect((await read()).problems).toEqual([]);
  });

  it('weeks that are still to come are no usage', async () => {
    server.rows = [{ week: '2026-11-23', actions: 0 }, ...rowsOf(2)];
    expect(await told()).toMatchObject({ 'coreActions 2026-11-23': 'in the future: 2026-11-23', 'coreActions 2026-11-16': 100 });
  });

  it('a page that comes again is told, and its rows count once', async () => {
    server.change = (page, at) => {
      return at === 1 ? { ...page, rows: server.rows.slice(0, 5), facts: server.facts, next: '5' } : page;
    };
    const { problems, weeks } = await read();
    expect(problems).toEqual([
      { code: 'page twice', metric: null, detail: '2 = 1' },
      { code: 'cursor stands still', metric: null, detail: '2' },
      { code: 'rows twice', metric: 'coreActions', detail: '5' },
    ]);
    expect(weeks.coreActions?.count).toBe(5);
  });

  it('rows that moved to the next page are told; what they say twice is believed, what differs is not', async () => {
    server.change = (page, at) => ({
      ...page,
      rows: at === 1 ? [server.rows[0], { ...server.rows[1], actions: 9 }] : page.rows,
    });
    expect(await told()).toMatchObject({ 'coreActions 2026-11-16': 100, 'coreActions 2026-11-09': 'several in the reply: 101, 9' });
    expect((await read()).problems).toEqual([{ code: 'rows twice', metric: 'coreActions', detail: '2' }]);
  });

  it.each([
    ['names itself', () => '0', [null, '0'], '2'],
    ['goes back', (at: number) => (at === 2 ? '5' : String((at + 1) * 5)), [null, '5', '10'], '3'],
  ])('a cursor that %s is told and not followed for ever', async (_, next, cursors, page) => {
    server.change = (body, at) => ({ ...body, next: next(at) });
    expect((await read()).problems).toContainEqual({ code: 'cursor stands still', metric: null, detail: page });
    expect(server.cursors).toEqual(cursors);
  });

  it('an account that is not known there is that, and no fault of the set-up', async () => {
    server.known.clear();
    expect(await problemOf(read())).toMatchObject({ kind: 'unknownAccount', status: 404, tries: 1 });
    const fixed = { ...api, request: { ...api.request, url: api.request.url.replace('{accountId}', '18') } };
    expect(await problemOf(readApi(fixed, asked, setting, asking))).toMatchObject({ kind: 'malformed' });
  });

  it('a reply about another account is not kept', async () => {
    api.check = { find: 'body.account', holds: 'accountId' };
    expect(await told()).toEqual(RIGHT);
    server.change = (page, at) => ({ ...page, account: at === 1 ? '18' : '17' });
    expect(await problemOf(read())).toMatchObject({ kind: 'otherAccount' });
    server.change = ({ account: _, ...page }) => page;
    expect(await problemOf(read())).toMatchObject({ kind: 'otherAccount', message: 'the reply does not say whose it is' });
  });
});

describe('other ids of an account', () => {
  it('fill addresses, headers and bodies; one that is not known is not guessed', async () => {
    server.known = new Set(['crm/5']);
    const wanting = { ...api, request: { ...api.request, url: api.request.url.replace('{accountId}', '{ids.crm}') } };
    expect((await readApi(wanting, { ...asked, ids: { crm: 'crm/5' } }, setting, asking)).weeks.coreActions?.count).toBe(12);
    expect(await problemOf(readApi(wanting, asked, setting, asking))).toMatchObject({ kind: 'noId' });
    expect(await problemOf(readApi(wanting, { ...asked, ids: {} }, setting, asking))).toMatchObject({ kind: 'noId' });
    const header = { ...api, request: { ...api.request, headers: { 'X-Org': '{ids.toString}' } } };
    expect(await problemOf(readApi(header, { ...asked, ids: {} }, setting, asking))).toMatchObject({ kind: 'noId' });
  });

  it('come from a reply as readings; what it does not give is unknown', async () => {
    const lookup = { ...api, map: '[]', ids: { org: 'body.account', none: 'body.x', many: 'body.rows.week' } };
    const { readings, ids, problems } = await readApi(lookup, asked, setting, asking);
    expect(ids).toEqual({ org: '17', none: null, many: null });
    expect(readings.map((one) => [one.metric, one.problem ?? one.value])).toEqual([
      ['ids.org', '17'],
      ['ids.none', 'not in the reply'],
      ['ids.many', expect.stringContaining('several in the reply')],
    ]);
    expect(problems).toEqual([]);
  });
});

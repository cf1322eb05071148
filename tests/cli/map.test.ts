import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mapCommand } from '@/lib/cli/map-command';
import { aConsole, anApi } from '../actions/a-console';

const folder = mkdtempSync(join(tmpdir(), 'kido-map-'));
const file = (name: string, content: unknown) => {
  const full = join(folder, name);
  writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content));
  return full;
};

/** Runs the command line as others do; a process of its own takes seconds beside other work. */
function started(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile('node_modules/.bin/tsx', ['lib/cli/kido.ts', 'map', ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

/** The command alone: what it prints, as JSON. @throws what would go to standard error */
async function map(...args: string[]) {
  const printed: string[] = [];
  const log = vi.spyOn(globalThis.console, 'log').mockImplementation((text: string) => void printed.push(text));
  await mapCommand(args).finally(() => log.mockRestore());
  return JSON.parse(printed.join('\n'));
}

const DAY_MS = 86_400_000;
/** Mondays before now, the newest first. */
const week = (back: number) => {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  return new Date(today - (((new Date(today).getUTCDay() + 6) % 7) + 7 * back) * DAY_MS).toISOString().slice(0, 10);
};
const usage = anApi({
  paging: { next: 'next', param: 'cursor' },
  map: '[{"metric": "seats", "value": body.seats}, body.rows.{"metric": "coreActions", "value": n, "week": week}]',
});
let path: string;
let pages: string[];

beforeAll(() => {
  path = file('console.json', aConsole({ api: [usage] }));
  pages = [
    file('1.json', {
      seats: '1113',
      rows: [
        { week: week(4), n: 1 },
        { week: week(3), n: '6/8' },
      ],
      next: 'b',
    }),
    file('2.json', {
      rows: [
        { week: week(2), n: '3' },
        { week: week(1), n: null },
      ],
      next: null,
    }),
  ];
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('map', () => {
  const expected = () => {
    const reading = { metric: 'coreActions', unit: null, source: 'api', where: 'api.acme.example/accounts/17/usage', problem: null };
    return {
      readings: [
        { ...reading, metric: 'seats', value: 1113 },
        { ...reading, value: 1, week: week(4) },
        { ...reading, value: null, problem: 'not a number: 6/8', week: week(3) },
        { ...reading, value: 3, week: week(2) },
        { ...reading, value: null, problem: 'blank', week: week(1) },
      ],
      problems: [
        { code: 'not a number', metric: 'coreActions', detail: '6/8', count: 1 },
        { code: 'blank', metric: 'coreActions', detail: '', count: 1 },
      ],
      weeks: { coreActions: { count: 4, from: week(4), to: week(1) } },
    };
  };

  it('reads the pages of a reply as Kido does: readings, what is wrong, and weeks', async () => {
    const { code, out, err } = await started(...pages, '--console', path, '--account', '17');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual(expected());
  }, 60_000);

  it('tells mistakes on standard error, and nothing else', async () => {
    const none = join(folder, 'none.json');
    expect(await started(none, '--console', path, '--account', '17')).toEqual({ code: 1, out: '', err: `${none}: no such file\n` });
  }, 60_000);

  it('says when pages are missing, twice, or another account’s', async () => {
    const problems = async (...paths: string[]) => (await map(...paths, '--console', path, '--account', '17')).problems;
    const [first = '', second = ''] = pages;
    expect(await problems(first)).toContainEqual({ code: 'more pages', metric: null, detail: '1+' });
    expect(await problems(first, first, second)).toEqual(
      expect.arrayContaining([
        { code: 'page twice', metric: null, detail: '2 = 1' },
        { code: 'cursor stands still', metric: null, detail: '2' },
      ]),
    );
    const checked = file('checked.json', aConsole({ api: [{ ...usage, check: { find: 'body.id', holds: 'accountId' } }] }));
    const other = file('other.json', { id: 18, seats: 5 });
    expect(await map(other, '--console', checked, '--account', '17')).toMatchObject({
      readings: [],
      problems: [{ code: 'otherAccount' }],
      weeks: {},
    });
    expect((await map(other, '--console', checked, '--account', '18')).readings[0]).toMatchObject({ metric: 'seats', value: 5 });
  });

  it('wants the API named where there are several; one for ids alone is not among them', async () => {
    const two = file('two.json', aConsole({ api: [usage, { ...anApi(), id: 'other' }] }));
    const [first = ''] = pages;
    await expect(map(first, '--console', two, '--account', '17')).rejects.toThrow(/several apis, name one with --api: usage, other/);
    expect((await map(first, '--console', two, '--account', '17', '--api', 'other')).readings).toMatchObject([
      { metric: 'activeUsers', value: null, problem: 'not in the reply' },
    ]);
    const lookup = { ...anApi(), id: 'lookup', map: '[]', ids: { org: 'body.id' } };
    const wanting = { ...anApi({ map: usage.map }), request: { url: 'https://api.acme.example/orgs/{ids.org}' } };
    const withLookup = file('lookup.json', aConsole({ api: [lookup, wanting] }));
    expect((await map(first, '--console', withLookup, '--account', '17')).readings[0]).toMatchObject({ metric: 'seats', value: 1113 });
  });

  it.each<[string, () => string[], RegExp]>([
    ['no file', () => [join(folder, 'none.json')], /none\.json: no such file/],
    ['no JSON', () => [file('bad.json', '{"a": 1,\n oops}')], /bad\.json: line 2, column 2: not JSON/],
    ['no such API', () => [pages[0] ?? '', '--api', 'x'], /no api "x"/],
    ['an unknown option', () => [pages[0] ?? '', '--from', 'x'], /unknown option --from/],
    ['no reply', () => [], /map <reply\.json>/],
  ])('%s is an error', async (_, args, wanted) => {
    await expect(map(...args(), '--console', path, '--account', '17')).rejects.toThrow(wanted);
  });

  it.each<[string, unknown, RegExp]>([
    ['a console that is none', { kido: 'console/1' }, /console-x\.json: line 1/],
    ['a mapping that fails', aConsole({ api: [anApi({ map: 'body.{' })] }), /api "usage": mapping, character/],
    ['no API at all', aConsole(), /no api/],
  ])('%s is an error', async (_, content, wanted) => {
    await expect(map(pages[0] ?? '', '--console', file('console-x.json', content), '--account', '17')).rejects.toThrow(wanted);
  });

  it('wants console and account', async () => {
    await expect(map(pages[0] ?? '', '--account', '17')).rejects.toThrow(/--console/);
    await expect(map(pages[0] ?? '', '--console', path)).rejects.toThrow(/--account/);
  });
});

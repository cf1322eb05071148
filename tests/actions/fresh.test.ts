import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshnessOf, noteFresh } from '@/lib/actions/fresh';
import { pickText } from '@/lib/actions/pick-text';
import type { Entry } from '@/lib/core/account/entry';
import type { PlannedEvent } from '@/lib/core/view/planned-event';
import type { SentView, Written } from '@/lib/core/view/sent-view';
import { appendEntries, entriesOf } from '@/lib/store/journal';
import playbookFile from '@/public/playbooks/default.json';
import { aConsole, addressOf, anApi, connect, visit } from './a-console';
import { Bench, NOW, pageAt } from './fake-host';

let bench: Bench;
const account = 'acme/17';
const HERE = addressOf('17');
const page = pageAt(HERE);

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
});

const reading = (metric: string, value: number, seenAt: number, more: object = {}) => ({
  metric,
  value,
  source: 'page',
  where: '',
  seenAt,
  ...more,
});
async function journal(readings: object[], at = NOW - 1000) {
  await appendEntries([{ id: `r${at}`, v: 1, account, at, by: '', device: '', kind: 'readings', body: { readings } } as Entry], {});
  bench.kido.keeper.forget();
}
const fresh = async () => freshnessOf(bench.kido, account, (await bench.kido.keeper.account(account)).folded);

describe('when an account was read', () => {
  it('is not known where it never was', async () => {
    expect(await fresh()).toEqual({ pageAt: null, apiAt: null, trouble: null });
  });

  it('is told by its newest readings where this session has read nothing, each source by itself, weeks included', async () => {
    await journal([
      reading('seats', 40, NOW - 9000),
      reading('plan', 1, NOW - 5000),
      reading('contractDate', 2, NOW - 7000),
      reading('activeUsers', 3, NOW - 8000, { source: 'api' }),
      reading('coreActions', 4, NOW - 6000, { source: 'api', week: '2026-11-09' }),
      reading('intendedUsers', 5, NOW - 1000, { source: 'person' }),
    ]);
    expect(await fresh()).toEqual({ pageAt: NOW - 5000, apiAt: NOW - 6000, trouble: null });
  });

  it('is what this session knows, where it has read something that was no news', async () => {
    await journal([reading('seats', 40, NOW - 9000)]);
    await noteFresh(bench.kido, account, { pageAt: NOW });
    expect(await fresh()).toEqual({ pageAt: NOW, apiAt: null, trouble: null });
    await noteFresh(bench.kido, account, { apiAt: NOW - 1 });
    expect(await fresh()).toMatchObject({ pageAt: NOW, apiAt: NOW - 1 });
  });
});

describe('an API that is there or not', () => {
  const view = () => bench.ask<SentView>('account.view', { account });

  it('is told with the account', async () => {
    expect((await view()).hasApi).toBe(false);
    await bench.kido.settings.putConsole(aConsole({ api: [anApi()] }));
    expect((await view()).hasApi).toBe(true);
    await bench.kido.settings.removeConsole('acme');
    expect((await view()).hasApi).toBe(false);
  });
});

describe('who hears that a tab shows an account', () => {
  it('are Kido’s own pages, when it is opened and when it is left', async () => {
    bench.browser.announced = [];
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, page);
    expect(bench.browser.announced).toEqual([{ news: 'tab', tabId: 7 }]);
    bench.browser.announced = [];
    await bench.ask('account.left', { address: HERE, visit }, page);
    expect(bench.browser.announced).toEqual([{ news: 'tab', tabId: 7 }]);
  });

  it('leaving with nothing held back writes nothing', async () => {
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, page);
    await bench.ask('account.left', { address: HERE, visit }, page);
    await bench.ask('account.view', { account });
    expect(await entriesOf(account)).toEqual([]);
  });
});

describe('text that was picked', () => {
  it('has an end, of one piece and of many', async () => {
    await pickText(bench.kido, 'a'.repeat(200_001), 'https://mail.example/', null);
    expect((await bench.ask<{ text: string }>('picked.look', {})).text).toHaveLength(200_000);
    await pickText(bench.kido, 'the last', 'https://mail.example/', null);
    const { text } = await bench.ask<{ text: string }>('picked.look', {});
    expect(text).toHaveLength(200_000);
    expect(text.endsWith('a\nthe last')).toBe(true);
  });

  it('on another account takes the place of the one before, and is told', async () => {
    await pickText(bench.kido, 'one', 'https://mail.example/', null);
    await bench.ask('account.open', { address: HERE, accountId: '17', visit }, page);
    bench.browser.announced = [];
    await pickText(bench.kido, 'two', HERE, 7);
    expect(await bench.ask('picked.look', {})).toEqual({ text: 'two', page: HERE, account });
    expect(bench.browser.announced).toEqual([{ news: 'picked' }]);
  });
});

describe('plans', () => {
  const plan = (play: string, day: string) => bench.ask<Written>('touchpoint.plan', { account, play, day });

  it('are of the kind that their play is; one that names none is our own work', async () => {
    await plan('kickoff', '2026-11-24');
    await plan('handoff', '2026-11-25');
    await plan('setup', '2026-11-26');
    const planned = (await entriesOf(account)).map(({ body }) => body as { type: string });
    expect(planned.map((one) => one.type)).toEqual(['meeting', 'internal', 'internal']);
  });

  it('count their moves by themselves: those of another play, and of what was held, are none', async () => {
    await plan('briefing', '2026-11-23');
    bench.browser.now += 1000;
    await bench.ask('touchpoint.log', {
      account,
      touchpoint: { status: 'held', play: 'kickoff', type: 'call', day: '2026-11-20' },
      ticks: [],
    });
    bench.browser.now += 1000;
    const { written } = await plan('kickoff', '2026-11-24');
    expect(await bench.ask<PlannedEvent>('calendar.event', { account, id: written[0] })).toMatchObject({
      revision: 0,
      page: null,
      play: 'kickoff',
    });
  });
});

describe('playbooks in use', () => {
  it('are told apart by their id as well as by their version', async () => {
    const another = { ...playbookFile, id: 'another', version: 7 };
    await bench.ask('playbook.publish', { playbook: another, use: true });
    await bench.ask('playbook.publish', { playbook: { ...playbookFile, version: 7 }, use: false });
    const rows = await bench.ask<{ used: boolean; playbook: { id: string } }[]>('playbook.list', {});
    expect(rows.filter((row) => row.used).map((row) => row.playbook.id)).toEqual(['another']);
  });
});

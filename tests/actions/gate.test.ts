import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { extensionMessages } from '@/lib/messages/extension-messages';
import { framedPages } from '@/lib/messages/framed-pages';
import { pageMessages } from '@/lib/messages/page-messages';
import { entriesOf } from '@/lib/store/journal';
import { aConsole, addressOf, connect, ORIGIN } from './a-console';
import { Bench, OWN, own, pageAt } from './fake-host';

const HERE = addressOf('17');

/** A body that each question takes, about the account of the tab; the gate is what refuses, not the shape. */
const field = { metric: 'seats', find: [{ label: 'Seats' }], parse: 'number' };
const account = 'acme/17';
const visit = { document: 'a-document', count: 1 };
const bodies: Record<keyof typeof pageMessages, object> = {
  'page.setup': { address: HERE },
  'account.open': { address: HERE, accountId: '17', visit },
  'account.read': { address: HERE, accountId: '17', name: null, fields: [], visit },
  'account.left': { address: HERE, visit },
  'form.open': { account, asked: { kind: 'skip', item: 'handoff-why' } },
  'form.close': { account },
  'account.view': { account },
  'api.ask': { account, again: false },
  'item.mark': { account, mark: { item: 'handoff-why', state: 'done' } },
  'stall.snooze': { account, snooze: { rule: 'x', untilDay: '2026-12-01' } },
  'touchpoint.plan': { account, play: 'kickoff', day: '2026-12-01' },
  'play.done': { account, play: 'handoff' },
  'judgement.state': { account },
  'entry.retract': { account, ids: ['x'] },
  'handover.text': { account },
  'panel.place': { console: 'acme', place: { side: 'left', width: 300, collapsed: false, hidden: false } },
  'sidepanel.open': { address: HERE },
  'teach.setup': { address: HERE },
  'teach.others': { address: HERE, field },
  'teach.save': { address: HERE, field },
  'teach.undo': { address: HERE },
  'teach.stop': { address: HERE },
  'dock.setup': { address: HERE },
  'dock.close': { address: HERE },
};
const names = Object.keys(pageMessages) as (keyof typeof pageMessages)[];
const naming = names.filter((name) => 'account' in bodies[name]);

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
  await bench.ask('account.open', bodies['account.open'], pageAt(HERE));
});

const strangers: [string, ReturnType<typeof pageAt>][] = [
  ['another extension', pageAt(HERE, 7, { id: 'stranger' })],
  ['nobody', pageAt(HERE, 7, { id: undefined })],
  ['no address', pageAt(HERE, 7, { url: null })],
  ['no tab', pageAt(HERE, 7, { tabId: null })],
  ['a frame within the page', pageAt(HERE, 7, { frameId: 3 })],
  ['no frame at all', pageAt(HERE, 7, { frameId: null })],
  ['a sandboxed document', pageAt(HERE, 7, { origin: 'null' })],
  ['a document of another origin than its address', pageAt(HERE, 7, { origin: 'https://evil.example' })],
  ['a page that is prerendered or was left', pageAt(HERE, 7, { isActive: false })],
  ['a private window', pageAt(HERE, 7, { isPrivate: true })],
  ['an address without an origin', pageAt(HERE, 7, { url: 'data:text/html,x', origin: undefined })],
];

describe('the gate, for every question of a page', () => {
  it('has a body for each, and a friend is let in', async () => {
    expect(Object.keys(bodies).sort()).toEqual([...names].sort());
    let count: number = visit.count;
    for (const name of names) {
      const answer = await bench.running.answer({ request: name, body: bodies[name], id: '01KAZZZZZZZZZZZZZZZZZZZZZZ' }, pageAt(HERE), OWN);
      expect(answer, name).not.toMatchObject({ error: expect.stringMatching(/^not allowed|not the account/) });
      count += 1;
      await bench.ask('account.open', { ...bodies['account.open'], visit: { ...visit, count } }, pageAt(HERE));
    }
  });

  it.each(strangers)('lets in nothing from %s', async (_, sender) => {
    const answers = await Promise.all(
      names.map(async (name) => [
        name,
        await bench.running.answer({ request: name, body: bodies[name], id: '01KAZZZZZZZZZZZZZZZZZZZZZZ' }, sender, OWN),
      ]),
    );
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(names.map((name) => [name, { ok: false, error: 'not allowed' }])));
    expect(await entriesOf(account)).toEqual([]);
  });

  it.each(naming)('%s: only about the account that the tab of the page shows', async (name) => {
    const body = bodies[name];
    await expect(bench.ask(name, { ...body, account: 'acme/18' }, pageAt(HERE))).rejects.toThrow('not the account that this tab shows');
    await expect(bench.ask(name, { ...body, account: 'other/17' }, pageAt(HERE))).rejects.toThrow('not the account that this tab shows');
    await expect(bench.ask(name, { ...body, account: 'nonsense' }, pageAt(HERE))).rejects.toThrow('no such account');
    await expect(bench.ask(name, body, pageAt(HERE, 8))).rejects.toThrow('not the account that this tab shows');
    await expect(bench.ask(name, body, pageAt(HERE, 7, { document: 'an old one' }))).rejects.toThrow('not the page that this tab shows');
    expect(await entriesOf('acme/18')).toEqual([]);
  });

  it.each(naming)('%s: not from the page of another console', async (name) => {
    await bench.kido.settings.putConsole(aConsole({ id: 'other', origins: ['https://other.example'] }));
    bench.browser.access.add('https://other.example/*');
    await expect(bench.ask(name, bodies[name], pageAt('https://other.example/accounts/17', 7, { document: null }))).rejects.toThrow(
      'account of another console',
    );
  });

  it('of a console on two origins a page speaks of its own origin’s addresses only', async () => {
    const other = 'https://second.acme.example';
    await bench.kido.settings.putConsole(aConsole({ origins: [ORIGIN, other] }));
    bench.browser.access.add(`${other}/*`);
    const there = `${other}/accounts/18`;
    const open = (from: ReturnType<typeof pageAt>) => bench.ask('account.open', { address: there, accountId: '18', visit }, from);
    await expect(open(pageAt(HERE, 9, { tabUrl: null }))).rejects.toThrow('not an account page');
    expect(await open(pageAt(there, 9))).toMatchObject({ account: 'acme/18' });
  });

  it('knows no console on another port, on a host without access, or after access was taken back', async () => {
    expect(await bench.ask('page.setup', { address: HERE }, pageAt(HERE))).not.toBeNull();
    const port = `${ORIGIN}:8443/accounts/17`;
    expect(await bench.ask('page.setup', { address: port }, pageAt(port))).toBeNull();
    bench.browser.access.clear();
    expect(await bench.ask('page.setup', { address: HERE }, pageAt(HERE))).toBeNull();
    await expect(bench.ask('account.open', bodies['account.open'], pageAt(HERE))).rejects.toThrow('not an account page of a known console');
  });

  it('believes the browser about the address, not the page', async () => {
    const elsewhere = pageAt('https://evil.example/accounts/17');
    await expect(bench.ask('account.open', bodies['account.open'], elsewhere)).rejects.toThrow('not an account page');
    const other = pageAt(HERE, 7, { tabUrl: 'https://evil.example/' });
    await expect(bench.ask('account.open', bodies['account.open'], other)).rejects.toThrow('the tab shows another address');
    await expect(bench.ask('account.open', { ...bodies['account.open'], accountId: '18' }, pageAt(HERE))).rejects.toThrow('disagree');
  });

  it.each(['teach.others', 'teach.save', 'teach.undo'] as const)('%s: only where a person teaches', async (name) => {
    await expect(bench.ask(name, bodies[name], pageAt(HERE))).rejects.toThrow('nobody teaches here');
    expect(await bench.ask('teach.start', { console: 'acme', tabId: 7, address: HERE })).toEqual({ problem: null });
    await expect(bench.ask(name, bodies[name], pageAt(HERE, 8))).rejects.toThrow('nobody teaches here');
    expect(await bench.ask(name, bodies[name], pageAt(HERE))).toBeDefined();
  });
});

describe('questions of Kido’s own pages', () => {
  const only = Object.keys(extensionMessages).filter((name) => !(name in pageMessages));

  it.each(only)('%s is refused to a page, before its body is looked at', async (name) => {
    await expect(bench.ask(name, {}, pageAt(HERE))).rejects.toThrow(`not allowed: ${name}`);
  });

  it.each(['page.setup', 'account.open', 'account.read', 'account.left', 'teach.save', 'teach.stop'] as const)(
    '%s is a page’s and is refused to them',
    async (name) => {
      await expect(bench.ask(name, bodies[name], own())).rejects.toThrow(/only for account pages|nobody teaches here/);
    },
  );

  it('a name that is no message, or a part of every object, is refused', async () => {
    for (const name of ['nonsense', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])
      await expect(bench.ask(name, {})).rejects.toThrow('not allowed');
  });

  it('a frame on a console’s page asks nothing until it has shown the pass of its tab, and then no more than it needs', async () => {
    bench.browser.tabs.set(7, HERE);
    const frame = own({ url: `${OWN.url}connect.html?dock=x`, tabId: 7, frameId: 2, document: 'frame' });
    for (const name of Object.keys(framedPages.connect.messages)) await expect(bench.ask(name, {}, frame), name).rejects.toThrow();
    await expect(bench.ask('settings.get', {}, frame)).rejects.toThrow('not allowed');
    await bench.ask('dock.open', { tabId: 7, address: null });
    const { page } = await bench.ask<{ page: string }>('dock.setup', { address: HERE }, pageAt(HERE));
    const pass = new URL(page).searchParams.get('dock');
    expect(await bench.ask('dock.mine', { pass: 'guessed' }, frame)).toBeNull();
    expect(await bench.ask('dock.mine', { pass }, own({ ...frame, tabId: 8 }))).toBeNull();
    expect(await bench.ask('dock.mine', { pass }, frame)).toEqual({ tabId: 7, address: HERE });
    expect(await bench.ask('dock.mine', { pass }, own({ ...frame, document: 'second' }))).toBeNull();
    await expect(bench.ask('settings.get', {}, own({ ...frame, document: 'second' }))).rejects.toThrow('not allowed');
    expect(await bench.ask('settings.get', {}, frame)).toMatchObject({ lang: 'en' });
    for (const name of ['secret.put', 'data.backup', 'hook.list', 'notes.search', 'touchpoint.log', 'console.remove'])
      await expect(bench.ask(name, {}, frame)).rejects.toThrow(`not allowed: ${name}`);
  });
});

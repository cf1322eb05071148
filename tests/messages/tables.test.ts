import { describe, expect, it } from 'vitest';
import { extensionMessages } from '@/lib/messages/extension-messages';
import { framedPages } from '@/lib/messages/framed-pages';
import type { Table } from '@/lib/messages/message';
import { pageMessages } from '@/lib/messages/page-messages';

const address = 'https://admin.acme.example/accounts/17';
const account = 'acme/17';
const field = { metric: 'seats', find: [{ label: 'Seats' }], parse: 'number' };
const found = { metric: 'seats', shown: '40', where: 'label Seats', problem: null };
const place = { side: 'left', width: 300, collapsed: false, hidden: false };
const touchpoint = { status: 'held', type: 'call', day: '2026-11-20', notes: 'Hello' };
const day = '2026-11-20';

/** One body of each question as a well-behaved asker sends it. */
const visit = { document: 'a-document', count: 1 };
const good: Record<string, object> = {
  'form.open': { account, asked: { kind: 'skip', item: 'a' } },
  'form.close': { account },
  'form.mine': { pass: 'x' },
  'form.send': { ticket: 'x', answer: null },
  'draft.put': { account, writer: 'a-window', seq: 1, base: 0, fields: {} },
  'draft.drop': { account, writer: 'a-window', seq: 1, rev: 1 },
  'account.erase': { account },
  'account.eraseWords': { account, person: 'Sato' },
  'account.anew': { account },
  'page.setup': { address },
  'account.open': { address, accountId: '17', visit },
  'account.read': { address, accountId: '17', name: null, fields: [found], visit },
  'account.left': { address, visit },
  'account.view': { account },
  'api.ask': { account, again: true },
  'item.mark': { account, mark: { item: 'a', state: 'done' } },
  'stall.snooze': { account, snooze: { rule: 'a', untilDay: day } },
  'touchpoint.plan': { account, play: 'kickoff', day },
  'play.done': { account, play: 'kickoff' },
  'judgement.state': { account },
  'entry.retract': { account, ids: ['a'] },
  'handover.text': { account },
  'panel.place': { console: 'acme', place },
  'sidepanel.open': { address },
  'teach.setup': { address },
  'teach.others': { address, field },
  'teach.save': { address, field },
  'teach.undo': { address },
  'teach.stop': { address },
  'dock.setup': { address },
  'dock.close': { address },
  'tab.state': { tabId: 7, address: null },
  'timeline.get': { account },
  'log.choices': { account },
  'touchpoint.log': { account, touchpoint, ticks: [] },
  'touchpoint.get': { account, id: 'a' },
  'touchpoint.amend': { account, id: 'a', touchpoint },
  'picked.take': { account, other: false },
  'fact.note': { account, metric: 'plan', value: 'Pro' },
  'console.remove': { id: 'acme' },
  'playbook.publish': { playbook: {}, use: true },
  'notes.search': { text: 'hello' },
  'request.tell': { accounts: [account], told: { request: 'export' } },
  'calendar.event': { account, id: 'a' },
  'touchpoint.recap': { account, id: 'a' },
  'outbox.retry': { ids: ['a'] },
};

const takes = (table: Table, name: string, body: unknown) => table[name]?.schema.safeParse(body).success;

describe('what a page may send', () => {
  const names = Object.keys(pageMessages);

  it.each(names)('%s: fits as it should be', (name) => {
    expect(takes(pageMessages, name, good[name])).toBe(true);
  });

  it.each(names)('%s: with anything more, or anything less, it does not', (name) => {
    const body = good[name] as Record<string, unknown>;
    expect(takes(pageMessages, name, { ...body, more: 1 })).toBe(false);
    for (const key of Object.keys(body)) {
      const { [key]: _, ...less } = body;
      expect(takes(pageMessages, name, less), `without ${key}`).toBe(false);
    }
    for (const other of [null, undefined, 'text', 7, [], [body], () => body]) expect(takes(pageMessages, name, other)).toBe(false);
  });

  it.each(names)('%s: no part may be of another kind, or without end', (name) => {
    const body = good[name] as Record<string, unknown>;
    for (const key of Object.keys(body))
      for (const wrong of [{ other: 1 }, [[]], Number.NaN, 'x'.repeat(100_000), Symbol.iterator])
        expect(takes(pageMessages, name, { ...body, [key]: wrong }), `${key}: ${String(wrong).slice(0, 20)}`).toBe(false);
  });

  it('a reading has at most 200 fields, each with texts of a bounded length', () => {
    const read = (fields: object[]) => takes(pageMessages, 'account.read', { ...good['account.read'], fields });
    expect(read(Array.from({ length: 200 }, () => found))).toBe(true);
    expect(read(Array.from({ length: 201 }, () => found))).toBe(false);
    expect(read([{ ...found, shown: 'x'.repeat(2000) }])).toBe(true);
    expect(read([{ ...found, shown: 'x'.repeat(2001) }])).toBe(false);
    expect(read([{ ...found, where: 'x'.repeat(501) }])).toBe(false);
    expect(read([{ ...found, value: 40 }])).toBe(false);
  });

  it('a taught field is a field of a console file, and nothing else', () => {
    const save = (change: object) => takes(pageMessages, 'teach.save', { address, field: { ...field, ...change } });
    expect(save({})).toBe(true);
    expect(save({ find: [] })).toBe(false);
    expect(save({ find: [{ script: 'alert(1)' }] })).toBe(false);
    expect(save({ find: [{ label: 'Seats', selector: 'x' }] })).toBe(false);
    expect(save({ parse: 'eval' })).toBe(false);
    expect(save({ metric: '' })).toBe(false);
  });

  it('the panel cannot be made wider or narrower than it may stand', () => {
    const put = (width: number) => takes(pageMessages, 'panel.place', { console: 'acme', place: { ...place, width } });
    expect([279, 280, 560, 561, 300.5].map(put)).toEqual([false, true, true, false, false]);
  });
});

describe('what Kido’s own pages may send', () => {
  it.each(Object.keys(good).filter((name) => !(name in pageMessages)))('%s: fits as it should be, and nothing beside', (name) => {
    expect(takes(extensionMessages, name, good[name])).toBe(true);
    expect(takes(extensionMessages, name, { ...good[name], more: 1 })).toBe(false);
  });

  it('a search, a draft and a list of accounts have an end', () => {
    expect(takes(extensionMessages, 'notes.search', { text: 'x'.repeat(501) })).toBe(false);
    const tell = (count: number) => ({ accounts: Array.from({ length: count }, (_, at) => `acme/${at}`), told: { request: 'x' } });
    expect(takes(extensionMessages, 'request.tell', tell(2000))).toBe(true);
    expect(takes(extensionMessages, 'request.tell', tell(2001))).toBe(false);
  });

  it('a frame’s table holds no question that touches the journal, a secret’s value or what leaves', () => {
    const open = Object.keys(framedPages.connect.messages);
    for (const name of ['secret.put', 'data.backup', 'data.restore', 'touchpoint.log', 'hook.save', 'console.remove', 'account.view'])
      expect(open).not.toContain(name);
    for (const name of open) expect(Object.keys(extensionMessages)).toContain(name);
  });
});

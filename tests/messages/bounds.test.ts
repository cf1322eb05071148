import { describe, expect, it } from 'vitest';
import { extensionMessages } from '@/lib/messages/extension-messages';
import { framedPages } from '@/lib/messages/framed-pages';
import type { Table } from '@/lib/messages/message';
import { pageMessages } from '@/lib/messages/page-messages';

const takes = (name: string, body: unknown, table: Table = extensionMessages) => {
  const message = table[name];
  if (!message) throw new Error(`no such message: ${name}`);
  return message.schema.safeParse(body).success;
};
const text = (length: number) => 'x'.repeat(length);
const account = 'acme/17';
const visit = { document: 'a-document', count: 1 };

/** What may be sent, and the first thing beyond it: of each pair the first fits and the second does not. */
const edges: [string, (value: never) => object, [unknown, unknown]][] = [
  ['account.view', (value) => ({ account: value }), [text(600), text(601)]],
  ['account.view', (value) => ({ account: value }), ['a/b', 'ab']],
  ['page.setup', (value) => ({ address: value }), [text(4000), text(4001)]],
  ['account.open', (value) => ({ address: 'x', accountId: value, visit }), [text(300), text(301)]],
  ['account.open', (value) => ({ address: 'x', accountId: value, visit }), ['1', '']],
  ['account.open', (value) => ({ address: 'x', accountId: '1', visit: { ...visit, document: value } }), [text(8), text(7)]],
  ['account.open', (value) => ({ address: 'x', accountId: '1', visit: { ...visit, document: value } }), [text(40), text(41)]],
  ['account.open', (value) => ({ address: 'x', accountId: '1', visit: { ...visit, count: value } }), [0, -1]],
  ['account.open', (value) => ({ address: 'x', accountId: '1', visit: { ...visit, count: value } }), [7, 7.5]],
  ['account.read', (value) => ({ address: 'x', accountId: '1', name: value, fields: [], visit }), [text(500), text(501)]],
  ['touchpoint.plan', (value) => ({ account, play: value, day: '2026-11-20' }), [text(100), text(101)]],
  ['touchpoint.plan', (value) => ({ account, play: 'kickoff', day: value }), ['2026-11-20', '2026-11-2']],
  ['touchpoint.plan', (value) => ({ account, play: 'kickoff', day: value }), ['2026-11-20', ' 2026-11-20']],
  ['touchpoint.plan', (value) => ({ account, play: 'kickoff', day: value }), ['2026-11-20', '2026-11-20T00:00']],
  ['entry.retract', (value) => ({ account, ids: value }), [['a'], []]],
  ['entry.retract', (value) => ({ account, ids: value }), [Array(50).fill('a'), Array(51).fill('a')]],
  ['entry.retract', (value) => ({ account, ids: [value] }), [text(200), text(201)]],
  ['play.done', (value) => ({ account, play: value }), [text(100), text(101)]],
  ['form.open', (value) => ({ account, asked: { kind: 'skip', item: value } }), ['a', '']],
  ['form.open', (value) => ({ account, asked: { kind: 'block', item: value } }), [text(100), text(101)]],
  ['form.open', (value) => ({ account, asked: { kind: 'plan', play: value, day: '2026-11-20' } }), ['a', '']],
  ['form.open', (value) => ({ account, asked: { kind: value, item: 'a' } }), ['skip', 'done']],
  ['form.mine', (value) => ({ pass: value }), [text(60), text(61)]],
  ['form.send', (value) => ({ ticket: value, answer: null }), [text(60), text(61)]],
  ['form.send', (value) => ({ ticket: 'x', answer: value }), [{ day: '2026-11-20' }, { day: '2026-11-20', more: 1 }]],
  ['form.send', (value) => ({ ticket: 'x', answer: value }), [{ mark: { item: 'a', state: 'done' } }, { item: 'a', state: 'done' }]],
  ['tab.state', (value) => ({ tabId: value, address: null }), [7, 7.5]],
  ['draft.put', (value) => ({ account, writer: value, seq: 1, base: 0, fields: {} }), [text(8), text(7)]],
  ['draft.put', (value) => ({ account, writer: text(8), seq: value, base: 0, fields: {} }), [0, -1]],
  ['draft.put', (value) => ({ account, writer: text(8), seq: 1, base: 0, fields: value }), [{ a: 1 }, 'text']],
  ['fact.note', (value) => ({ account, metric: 'plan', value }), [text(2000), text(2001)]],
  ['fact.note', (value) => ({ account, metric: 'plan', value }), [null, undefined]],
  ['fact.note', (value) => ({ account, metric: 'plan', value }), [false, {}]],
  ['fact.note', (value) => ({ account, metric: value, value: 1 }), [text(100), text(101)]],
  ['account.eraseWords', (value) => ({ account, person: value }), ['A', '']],
  ['account.eraseWords', (value) => ({ account, person: value }), [text(200), text(201)]],
  ['secret.put', (value) => ({ name: value, origin: 'https://a.example', value: null }), ['acme-token_1.x', 'acme token']],
  ['secret.put', (value) => ({ name: value, origin: 'https://a.example', value: null }), [text(60), text(61)]],
  ['secret.put', (value) => ({ name: 'a', origin: 'https://a.example', value }), [text(10_000), text(10_001)]],
  ['settings.put', (value) => ({ change: value }), [{ lang: 'ja' }, null]],
  ['settings.put', (value) => ({ change: value }), [{}, []]],
  ['settings.put', (value) => ({ change: value }), [{}, 'lang']],
  ['console.remove', (value) => ({ id: value }), [text(60), text(61)]],
  ['console.remove', (value) => ({ id: 'a', forget: value }), [{ secrets: true, access: true, accounts: true }, { secrets: true }]],
  ['notes.search', (value) => ({ text: value }), [text(500), text(501)]],
  ['data.backup', (value) => ({ after: value }), [null, 7]],
  ['data.restore', (value) => ({ data: {}, isLast: value }), [false, 'no']],
  ['outbox.retry', (value) => ({ ids: value }), [['a'], []]],
  ['outbox.drop', (value) => ({ ids: value }), [Array(10_000).fill('a'), Array(10_001).fill('a')]],
  ['hook.remove', (value) => ({ id: value }), [text(60), text(61)]],
  ['addresses.guess', (value) => ({ addresses: value }), [Array(20).fill('a'), Array(21).fill('a')]],
  ['addresses.guess', (value) => ({ addresses: value }), [['a'], []]],
  ['console.try', (value) => ({ console: {}, addresses: value }), [Array(10).fill('a'), Array(11).fill('a')]],
  ['reply.fetch', (value) => ({ console: {}, api: value, accountId: '1' }), [0, -1]],
  ['reply.fetch', (value) => ({ console: {}, api: value, accountId: '1' }), [20, 21]],
  ['reply.map', (value) => ({ expression: value, pages: [], accountId: '1' }), [text(50_000), text(50_001)]],
  ['reply.map', (value) => ({ expression: 'a', pages: value, accountId: '1' }), [Array(200).fill(1), Array(201).fill(1)]],
  ['dock.open', (value) => ({ tabId: value, address: null }), [null, '7']],
  ['dock.mine', (value) => ({ pass: value }), [text(60), text(61)]],
  ['access.has', (value) => ({ origins: value }), [Array(50).fill('a'), Array(51).fill('a')]],
  ['drift.accept', (value) => ({ console: 'a', metric: 'seats', locator: value }), [{ label: 'Seats' }, { script: 'x' }]],
  [
    'teach.save',
    (value) => ({ address: 'x', field: value }),
    [
      { metric: 'a', find: Array(8).fill({ label: 'A' }), parse: 'text' },
      { metric: 'a', find: Array(9).fill({ label: 'A' }), parse: 'text' },
    ],
  ],
];

describe('the bounds of what may be sent', () => {
  it.each(edges.map(([name, body, [good, bad]], at) => ({ at, name, good: body(good as never), bad: body(bad as never) })))(
    '$name ($at): takes what fits, and not the first thing beyond it',
    ({ name, good, bad }) => {
      expect(takes(name, good)).toBe(true);
      expect(takes(name, bad)).toBe(false);
    },
  );

  it.each(Object.keys(extensionMessages))('%s takes no other shape at all', (name) => {
    for (const wrong of [null, undefined, 'text', 7, [], [{}]]) expect(takes(name, wrong), String(wrong)).toBe(false);
    expect(takes(name, { stranger: 1 })).toBe(false);
  });

  it('what is left out is nothing, never a yes: a console is removed with all that is its only when that was asked', () => {
    const parsed = extensionMessages['console.remove'].schema.parse({ id: 'acme' });
    expect(parsed.forget).toEqual({ secrets: false, access: false, accounts: false });
    expect(
      extensionMessages['touchpoint.log'].schema.parse({ account, touchpoint: { status: 'held', type: 'call', day: '2026-11-20' } }),
    ).toMatchObject({ ticks: [] });
    expect(extensionMessages['data.backup'].schema.parse({})).toEqual({ after: null });
    expect(extensionMessages['data.restore'].schema.parse({ data: 1 })).toEqual({ data: 1, isLast: true });
  });
});

describe('who may ask what', () => {
  it('a page may ask nothing about other accounts, settings, secrets, files or webhooks', () => {
    const open = Object.keys(pageMessages);
    const closed =
      /^(?:secret|hook|outbox|data|notes|requests?|settings|console|playbook|backup|erased|access|wizard|reply|api\.try|draft|picked|tab|timeline|log|fact|touchpoint\.(?:log|get|amend)|account\.(?:erase|anew|page))/;
    expect(open.filter((name) => closed.test(name))).toEqual([]);
    expect(open.length).toBeGreaterThan(20);
  });

  it('a form may ask only what concerns that form; the steps share none of it', () => {
    expect(Object.keys(framedPages.form.messages).every((name) => name.startsWith('form.'))).toBe(true);
    expect(Object.keys(framedPages.connect.messages).filter((name) => name.startsWith('form.'))).toEqual([]);
  });
});

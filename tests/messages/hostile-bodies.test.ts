import { describe, expect, it } from 'vitest';
import { type Door, dispatch, type Sender } from '@/lib/messages/dispatch';
import { extensionMessages } from '@/lib/messages/extension-messages';
import type { Handlers, Table } from '@/lib/messages/message';
import { pageMessages } from '@/lib/messages/page-messages';

const ID = '01KA0000000000000000000001';
const sender: Sender = {
  id: 'kido',
  url: 'https://admin.acme.example/accounts/17',
  origin: 'https://admin.acme.example',
  tabId: 7,
  tabUrl: null,
  frameId: 0,
  document: 'd',
  isActive: true,
  isPrivate: false,
};
const account = 'acme/17';
const names = Object.keys(pageMessages);

/** A door to all questions of a page whose handlers only note that they were reached. */
function noting() {
  const reached: { name: string; body: unknown }[] = [];
  const handlers = Object.fromEntries(names.map((name) => [name, async (body: unknown) => void reached.push({ name, body })]));
  const door: Door<string> = { table: pageMessages, handlers: handlers as Door<string>['handlers'] };
  const send = (request: unknown, body: unknown) =>
    dispatch(
      { request, body, id: ID },
      sender,
      async () => 'page',
      () => door,
      async () => undefined,
    );
  return { reached, send };
}

/** A body that holds itself many times over. */
function deep(levels: number): unknown {
  let body: unknown = { account };
  for (let level = 0; level < levels; level += 1) body = { account: body };
  return body;
}

describe('a body that a hostile page makes', () => {
  it.each<[string, () => unknown]>([
    ['of many parts', () => Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, at]))],
    ['of a long list', () => Array.from({ length: 100_000 }, () => account)],
    ['that is nested deeply', () => deep(2000)],
    ['with a part called __proto__', () => JSON.parse(`{"account": "${account}", "__proto__": {"again": true}}`)],
    ['with a part called constructor', () => ({ account, constructor: { prototype: {} } })],
    ['with numbers that are none', () => ({ account, again: Number.NaN })],
    ['of another kind', () => new Map([['account', account]])],
    ['that is a text of JSON', () => JSON.stringify({ account })],
  ])('%s reaches no handler of any question', async (_, make) => {
    const { reached, send } = noting();
    for (const name of names) expect((await send(name, make())).ok, name).toBe(false);
    expect(reached).toEqual([]);
  });

  it('is given on as a copy: what was checked is what is worked on', async () => {
    const { reached, send } = noting();
    const body = { account, mark: { item: 'handoff-why', state: 'done' } };
    await send('item.mark', body);
    body.mark.item = 'changed afterwards';
    body.account = 'acme/18';
    expect(reached).toEqual([{ name: 'item.mark', body: { account, mark: { item: 'handoff-why', state: 'done' } } }]);
  });

  it('does not make every object another by what it is called', async () => {
    const { send } = noting();
    await send('account.view', JSON.parse(`{"account": "${account}", "__proto__": {"stranger": 1}}`));
    await send('__proto__', { account });
    expect(({} as { stranger?: number }).stranger).toBeUndefined();
  });

  it('is told by its name and first wrong place, and by nothing that it holds', async () => {
    const { send } = noting();
    const secret = 'SECRET'.repeat(400);
    const answer = await send('item.mark', { account: secret, mark: { item: 'a', state: secret } });
    expect(answer).toMatchObject({ ok: false, error: expect.stringMatching(/^item\.mark account: /) });
    expect(JSON.stringify(answer)).not.toContain('SECRET');
  });
});

describe('the tables', () => {
  it('have a handler for every question, or do not compile', () => {
    const two = { one: pageMessages['account.view'], two: pageMessages['api.ask'] } satisfies Table;
    // @ts-expect-error a question without a handler
    const forgotten: Handlers<typeof two, []> = { one: async () => ({}) as never };
    expect(Object.keys(forgotten)).toEqual(['one']);
  });

  it('know what is asked and answered by name, or do not compile', () => {
    const asks = async ({ ask }: typeof import('@/lib/messages/ask')) => {
      // @ts-expect-error a question that there is not
      await ask('account.nonsense', { account });
      // @ts-expect-error a body of another question
      await ask('account.view', { address: 'x' });
      // @ts-expect-error an answer of another question
      const lang: number = await ask('handover.text', { account });
      return lang;
    };
    expect(asks).toBeTypeOf('function');
  });

  it('name each question once: what a page may ask is asked in the same shape by Kido’s own pages', () => {
    for (const name of names) expect(extensionMessages).toHaveProperty([name], pageMessages[name as keyof typeof pageMessages]);
    expect(Object.keys(extensionMessages).length).toBeGreaterThan(names.length);
  });
});

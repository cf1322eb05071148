import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Door, dispatch, type Sender } from '@/lib/messages/dispatch';
import { answers } from '@/lib/messages/message';
import { StoreProblem } from '@/lib/store/store-problem';

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

const done: unknown[] = [];
const door: Door<string> = {
  table: {
    say: answers<string>().to(z.strictObject({ text: z.string().max(5), times: z.number().default(1) })),
    fail: answers<null>().to(z.strictObject({ how: z.string() })),
  },
  handlers: {
    say: async (body: { text: string; times: number }, asker: string, id: string) => {
      done.push({ body, asker, id });
      return body.text.repeat(body.times);
    },
    fail: async ({ how }: { how: string }) => {
      if (how === 'disk') throw new DOMException('full', 'QuotaExceededError');
      if (how === 'store') throw new StoreProblem('full', 'the disk has no room');
      if (how === 'erased') throw new StoreProblem('erased', 'this account was erased');
      if (how === 'coded') throw Object.assign(new Error('full of words'), { code: 'other' });
      if (how === 'text') throw 'just text';
      throw new Error('told in words');
    },
  },
};

const send = (message: { request: unknown; body: unknown; id?: unknown }, who: string | null = 'friend', refused = '') =>
  dispatch(
    message,
    sender,
    async () => who,
    () => door,
    async () => {
      if (refused) throw new Error(refused);
    },
  );

describe('dispatch', () => {
  it('answers a question that fits, with defaults filled in', async () => {
    expect(await send({ request: 'say', body: { text: 'ho' }, id: ID })).toEqual({ ok: true, value: 'ho' });
    expect(done.at(-1)).toEqual({ body: { text: 'ho', times: 1 }, asker: 'friend', id: ID });
  });

  it('answers nobody that it does not know, and does nothing for them', async () => {
    const before = done.length;
    expect(await send({ request: 'say', body: { text: 'ho' }, id: ID }, null)).toEqual({ ok: false, error: 'not allowed' });
    expect(done).toHaveLength(before);
  });

  it('knows only the names of the table', async () => {
    for (const request of ['shout', 'toString', '__proto__', null, {}, ['say', 'x']])
      expect(await send({ request, body: {}, id: ID })).toMatchObject({ ok: false, error: expect.stringContaining('not allowed') });
  });

  it('a failure to find out who asks is a no in words, and nothing is done', async () => {
    const before = done.length;
    const failed = dispatch(
      { request: 'say', body: { text: 'ho' }, id: ID },
      sender,
      async () => Promise.reject(new Error('the settings cannot be read')),
      () => door,
      async () => undefined,
    );
    expect(await failed).toEqual({ ok: false, error: 'the settings cannot be read' });
    expect(done).toHaveLength(before);
  });

  it('tells who is asked about by what the browser says, never by the message', async () => {
    const seen: unknown[] = [];
    const message = { request: 'say', body: { text: 'ho' }, id: ID, sender: { ...sender, tabId: 99 } };
    await dispatch(
      message,
      sender,
      async (from) => (seen.push(from), 'friend'),
      () => door,
      async (name, body, asker) => void seen.push([name, body, asker]),
    );
    expect(seen).toEqual([sender, ['say', { text: 'ho', times: 1 }, 'friend']]);
  });

  it('wants an id as askers make it', async () => {
    for (const id of [
      undefined,
      '',
      7,
      [ID],
      { toString: () => ID },
      'mine',
      `${ID}1`,
      ID.toLowerCase(),
      `${ID.slice(0, -1)}-`,
      '01KA000000000000000000000I',
    ])
      expect(await send({ request: 'say', body: { text: 'ho' }, id })).toEqual({ ok: false, error: 'say: no id' });
  });

  it('names the place that does not fit', async () => {
    expect(await send({ request: 'say', body: { text: 'too long' }, id: ID })).toMatchObject({
      error: expect.stringMatching(/^say text: /),
    });
    expect(await send({ request: 'say', body: null, id: ID })).toMatchObject({ error: expect.stringMatching(/^say \(file\): /) });
  });

  it('asks whether the asker may, after the shape and before the work', async () => {
    const before = done.length;
    expect(await send({ request: 'say', body: { text: 'ho' }, id: ID }, 'friend', 'not yours')).toEqual({ ok: false, error: 'not yours' });
    expect(await send({ request: 'say', body: {}, id: ID }, 'friend', 'not yours')).toMatchObject({
      error: expect.stringMatching(/^say text/),
    });
    expect(done).toHaveLength(before);
  });

  it('a failure comes back as words, never as a stack; a full disk by its name', async () => {
    expect(await send({ request: 'fail', body: { how: 'words' }, id: ID })).toEqual({ ok: false, error: 'told in words' });
    expect(await send({ request: 'fail', body: { how: 'text' }, id: ID })).toEqual({ ok: false, error: 'just text' });
    for (const how of ['disk', 'store'])
      expect(await send({ request: 'fail', body: { how }, id: ID })).toEqual({ ok: false, error: 'disk full' });
    expect(await send({ request: 'fail', body: { how: 'erased' }, id: ID })).toEqual({ ok: false, error: 'this account was erased' });
    expect(await send({ request: 'fail', body: { how: 'coded' }, id: ID })).toEqual({ ok: false, error: 'full of words' });
  });
});

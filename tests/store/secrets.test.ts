import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ConsoleFile, parseConsole } from '@/lib/formats/console-file';
import { webhookSchema } from '@/lib/formats/webhook-file';
import type { Area } from '@/lib/store/area';
import { closeDatabase, database } from '@/lib/store/database';
import { appendEntries } from '@/lib/store/journal';
import { moveIn } from '@/lib/store/move-in';
import { outboxRows } from '@/lib/store/outbox';
import { forgetSecrets, putSecret, secretFor, secretStates, unboundSecrets } from '@/lib/store/secrets';
import { putWebhook, removeWebhook, unreadWebhooks, webhooks } from '@/lib/store/webhooks';
import { sampleConsoleFile } from '../console/console-file';
import { entry } from '../core/make-account';

const ONE = 'https://one.example';
const TWO = 'https://two.example';

beforeEach(async () => {
  await closeDatabase();
  indexedDB = new IDBFactory();
});

describe('a secret', () => {
  it('is given to the origin for which it was typed, and to no other', async () => {
    await putSecret('token', ONE, 's');
    expect(await secretFor('token', `${ONE}/v1?x={from}`)).toEqual({ value: 's' });
    for (const url of [
      `${TWO}/v1`,
      'http://one.example/v1',
      `${ONE}:8443/v1`,
      'https://one.example.evil.example/',
      'https://{accountId}/',
      '',
    ])
      expect([url, await secretFor('token', url)]).toEqual([url, 'otherOrigin']);
    expect(await secretFor('toke', ONE)).toBe('notSet');
    expect(await secretFor('other', ONE)).toBe('notSet');
  });
  it('of one name may be another for another origin', async () => {
    await putSecret('token', ONE, 'first');
    await putSecret('token', TWO, 'second');
    expect([await secretFor('token', ONE), await secretFor('token', TWO)]).toEqual([{ value: 'first' }, { value: 'second' }]);
    await putSecret('token', ONE, null);
    expect([await secretFor('token', ONE), await secretFor('token', TWO)]).toEqual(['otherOrigin', { value: 'second' }]);
  });
  it('is told as set or not, and never what it is', async () => {
    await putSecret('token', ONE, 'hidden');
    const states = await secretStates([ONE, TWO, ''].map((origin) => ({ name: 'token', origin })));
    expect(states.map((one) => [one.set, one.elsewhere])).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
    expect(JSON.stringify(states)).not.toContain('hidden');
    expect(await secretStates([{ name: 'none', origin: ONE }])).toEqual([{ name: 'none', origin: ONE, set: false, elsewhere: false }]);
  });
  it.each([
    ['a\nb', /^value: /],
    ['a\r', /^value: /],
    ['\u0000', /^value: /],
    ['\u007f', /^value: /],
    ['x'.repeat(10_001), /^value: /],
  ])('that no header can hold is refused', async (value, said) => {
    await expect(putSecret('token', ONE, value)).rejects.toThrow(said);
    expect(await secretFor('token', ONE)).toBe('notSet');
  });
  it.each([
    ['a b', ONE, /^name/],
    ['token', `${ONE}/path`, /^origin/],
    ['token', 'ftp://one.example', /^origin/],
    ['token', 'null', /^origin/],
    ['token', '', /^origin/],
  ])('for %o at %o is refused', async (name, origin, said) => expect(putSecret(name, origin, 's')).rejects.toThrow(said));
  it('is forgotten with its origin, unless its name is still in use', async () => {
    await putSecret('gone', ONE, 's');
    await putSecret('kept', ONE, 's');
    await putSecret('gone', TWO, 's');
    await forgetSecrets([ONE], ['kept']);
    expect(await Promise.all([secretFor('gone', ONE), secretFor('kept', ONE), secretFor('gone', TWO)])).toEqual([
      'otherOrigin',
      { value: 's' },
      { value: 's' },
    ]);
  });
});

const hook = (id: string, more: object = {}) =>
  webhookSchema.parse({ id, name: id, url: `${TWO}/hook`, auth: { type: 'none' }, templates: {}, ...more });

describe('webhooks', () => {
  it('stand in the order in which they came, also after one was changed', async () => {
    for (const id of ['b', 'a', 'c']) await putWebhook(hook(id));
    await putWebhook(hook('b', { name: 'B' }));
    expect((await webhooks()).map((one) => one.name)).toEqual(['B', 'a', 'c']);
  });
  it('that this version cannot read are kept and shown', async () => {
    const later = { id: 'later', name: 'Later', url: 5 };
    await (await database()).put('webhooks', { key: 'later', order: 1, hook: later });
    await putWebhook(hook('a'));
    await removeWebhook('a');
    expect(await webhooks()).toEqual([]);
    expect(await unreadWebhooks()).toMatchObject([
      { key: 'later', name: 'Later', why: [expect.stringMatching(/^url/), expect.anything()] },
    ]);
    await removeWebhook('later');
    expect(await unreadWebhooks()).toEqual([]);
  });
  it('that are removed take what is on its way to them', async () => {
    await putWebhook(hook('a'));
    await appendEntries([entry('item', { item: 'x', state: 'done' })], { hooks: ['a', 'b'] });
    await removeWebhook('a');
    expect((await outboxRows()).map((row) => row.hook)).toEqual(['b']);
  });
});

describe('secrets and webhooks of the area that pages could read', () => {
  const api = (name: string, url: string) => ({
    ...(sampleConsoleFile('http://localhost:4000').api[0] as object),
    request: { url },
    auth: { type: 'bearer', secret: name },
  });
  const consoleWith = (id: string, ...apis: object[]) => {
    const { console, errors } = parseConsole({ ...sampleConsoleFile('http://localhost:4000'), id, api: apis });
    expect(errors).toEqual([]);
    return console as ConsoleFile;
  };
  const consoles = () => [
    consoleWith('a', api('own', `${ONE}/a`), api('shared', `${ONE}/a`), api('same', `${ONE}/a`)),
    consoleWith('b', api('shared', `${TWO}/b`), api('same', `${ONE}/b`)),
  ];
  const bearer = { type: 'bearer', secret: 'ofHook' };
  const values = () => ({
    secrets: { own: '1', shared: '2', same: '3', ofHook: '4', unused: '5', ended: '6\n', empty: '' },
    webhooks: [hook('h', { auth: bearer }), { id: 'later', url: 5 }, 'text'],
    other: 1,
  });
  const areaOf = (stored: Record<string, unknown>): Area => ({
    get: async (key) => stored[key],
    set: async (key, value) => void (stored[key] = value),
    remove: async (key) => void delete stored[key],
    keys: async () => Object.keys(stored),
  });

  it('move to the database: each secret to the one origin that used its name, else to none', async () => {
    const stored: Record<string, unknown> = values();
    await moveIn(areaOf(stored), consoles());
    expect(stored).toEqual({ other: 1 });
    expect(await secretFor('own', ONE)).toEqual({ value: '1' });
    expect(await secretFor('same', ONE)).toEqual({ value: '3' });
    expect(await secretFor('ofHook', TWO)).toEqual({ value: '4' });
    for (const name of ['shared', 'unused', 'ended'])
      for (const url of [ONE, TWO]) expect([name, await secretFor(name, url)]).toEqual([name, 'otherOrigin']);
    expect((await unboundSecrets()).toSorted()).toEqual(['ended', 'shared', 'unused']);
    expect((await webhooks()).map((one) => one.id)).toEqual(['h']);
    expect((await unreadWebhooks()).map((one) => one.key)).toEqual(['later', 'unread-2']);
  });
  it('that belong to no origin are forgotten when they are typed again', async () => {
    await moveIn(areaOf({ secrets: { shared: '2' } }), consoles());
    await putSecret('shared', ONE, 'new');
    expect([await unboundSecrets(), await secretFor('shared', ONE)]).toEqual([[], { value: 'new' }]);
  });
  it('stay where they are until the database has them', async () => {
    const stored = values();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    await expect(moveIn(areaOf(stored), consoles())).rejects.toThrow();
    IDBObjectStore.prototype.put = put;
    expect(stored).toEqual(values());
  });
  it('stay where they are when the database takes back what it took', async () => {
    const stored = values();
    const { put } = IDBObjectStore.prototype;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      const request = put.call(this, value, key);
      if (key === 'movedIn') request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    await expect(moveIn(areaOf(stored), consoles())).rejects.toThrow();
    spy.mockRestore();
    expect(stored).toEqual(values());
    expect(await webhooks()).toEqual([]);
  });
  it('moved and not yet cleared, do not come back over what was changed since', async () => {
    const stored = values();
    const area = areaOf(stored);
    await expect(moveIn({ ...area, remove: () => Promise.reject(new Error('stopped')) }, consoles())).rejects.toThrow('stopped');
    await putSecret('own', ONE, 'changed');
    await putSecret('same', ONE, null);
    await removeWebhook('h');
    await moveIn(area, consoles());
    expect(stored).toEqual({ other: 1 });
    expect([await secretFor('own', ONE), await secretFor('same', ONE), await webhooks()]).toEqual([{ value: 'changed' }, 'notSet', []]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { Session } from '@/lib/actions/session';
import { forgetTab, noteTab, shownIn, shownTabs, tabsOf } from '@/lib/actions/shown-tabs';
import { memoryArea } from './fake-host';

let area: ReturnType<typeof memoryArea>;
let session: Session;
beforeEach(() => {
  area = memoryArea();
  session = new Session(area);
});

describe('what is remembered while the browser runs', () => {
  it('is nothing until it was put, and nothing again once it was forgotten', async () => {
    expect(await session.read('a')).toBeNull();
    await session.change('a', () => 7);
    expect(await session.read('a')).toBe(7);
    await session.change('a', () => null);
    expect(await session.read('a')).toBeNull();
    expect(await area.keys()).toEqual([]);
  });

  it('of two who change the same at once both count', async () => {
    const add = () => session.change<number>('count', (before) => (before ?? 0) + 1);
    await Promise.all([add(), add(), add()]);
    expect(await session.read('count')).toBe(3);
  });

  it('is read after every change that was asked for before', async () => {
    void session.change('a', () => 'late');
    expect(await session.read('a')).toBe('late');
  });

  it('is taken once, also by two at once', async () => {
    await session.change('a', () => 'one');
    expect(await Promise.all([session.take('a'), session.take('a')])).toEqual(['one', null]);
    expect(await session.take('a')).toBeNull();
  });

  it('goes on after a change that failed, and is as it was before', async () => {
    await session.change('a', () => 1);
    const failed = session.change('a', () => {
      throw new Error('not this time');
    });
    const next = session.change<number>('a', (before) => (before ?? 0) + 1);
    await expect(failed).rejects.toThrow('not this time');
    await next;
    expect(await session.read('a')).toBe(2);
  });

  it('is forgotten by key or value, all else stays', async () => {
    for (const [key, value] of Object.entries({ a: 1, b: 2, 'c:1': 1 })) await session.change(key, () => value);
    await session.forget((key, value) => key.startsWith('c:') || value === 2);
    expect(area.stored).toEqual({ a: 1 });
  });
});

describe('what tabs show', () => {
  const word = (account: string | null, document = 'one', count = 1) => ({
    visit: { document, count },
    account,
    address: 'https://admin.acme.example/x',
    sender: null,
  });

  it('is known by tab, and each account’s tabs together', async () => {
    await noteTab(session, 7, word('acme/17'));
    await noteTab(session, 8, word('acme/18'));
    await noteTab(session, 9, word('acme/17'));
    expect(await tabsOf(session, 'acme/17')).toEqual([7, 9]);
    expect(await shownTabs(session)).toMatchObject([
      { tabId: 7, account: 'acme/17' },
      { tabId: 8, account: 'acme/18' },
      { tabId: 9, account: 'acme/17' },
    ]);
    expect(await shownIn(session, 8)).toMatchObject({ account: 'acme/18' });
    expect(await shownIn(session, 88)).toBeNull();
    expect(await tabsOf(session, 'acme/1')).toEqual([]);
  });

  it('a tab that left its account shows none; a tab that is gone is not remembered', async () => {
    await noteTab(session, 7, word('acme/17'));
    await noteTab(session, 8, word('acme/17'));
    await noteTab(session, 7, word(null));
    expect(await shownIn(session, 7)).toBeNull();
    expect(await tabsOf(session, 'acme/17')).toEqual([8]);
    await forgetTab(session, 8);
    expect(await shownTabs(session)).toEqual([]);
    expect(JSON.stringify(area.stored)).not.toContain('acme/17');
  });

  it('words that cross each other leave every tab in its place', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, at) => noteTab(session, at, word(`acme/${at}`))));
    await Promise.all(Array.from({ length: 5 }, (_, at) => forgetTab(session, at)));
    expect((await shownTabs(session)).map((one) => one.account)).toEqual(['acme/5', 'acme/6', 'acme/7', 'acme/8', 'acme/9']);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Visit } from '@/entrypoints/account-page/visit';
import type { PageConfig } from '@/lib/formats/page-config';

const ORIGIN = 'https://console.example';
const byPage: PageConfig = {
  id: 'c',
  origins: [ORIGIN],
  locale: 'en',
  zone: 'UTC',
  pages: [{ match: '/record' }],
  account: { id: [{ selector: '#id' }] },
  fields: [{ metric: 'seats', find: [{ selector: '#seats' }], parse: 'number' }],
};
const byUrl: PageConfig = {
  ...byPage,
  pages: [{ match: '/record/{accountId}' }],
  account: { id: 'url', check: [{ find: [{ selector: '#id' }], holds: 'id' }] },
};

let running: Visit | null = null;
let told: string[] = [];

function visit(config: PageConfig, path: string, before: Visit['seen'] = null): Visit {
  told = [];
  running = new Visit(document, config, ORIGIN + path, before, {
    onAccount: (id) => told.push(`account ${id}`),
    onFound: ({ accountId, fields, isRecord }) =>
      told.push(isRecord ? `found ${accountId} ${fields.map((one) => one.shown ?? '-').join()}` : `none ${accountId}`),
    onLost: () => told.push('lost'),
    onRefused: (reason) => told.push(reason ?? 'clear'),
  });
  return running;
}
const showRecord = (id: string, seats: string) => (document.body.innerHTML = `<p id="id">${id}</p><p id="seats">${seats}</p>`);
const text = (selector: string, value: string) => ((document.querySelector(selector) as HTMLElement).textContent = value);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  running?.stop();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

describe('a visit', () => {
  it('believes a page only when two looks see the same', async () => {
    showRecord('A', '5');
    visit(byPage, '/record');
    await pass(50);
    expect(told).toEqual([]);
    text('#seats', '6');
    await pass(1000);
    expect(told).toEqual(['clear', 'account A', 'found A 6']);
  });
  it('waits longer for blank fields, which many consoles fill last', async () => {
    showRecord('A', '');
    visit(byPage, '/record');
    await pass(1000);
    expect(told).toEqual([]);
    text('#seats', '7');
    await pass(1000);
    expect(told).toEqual(['clear', 'account A', 'found A 7']);
  });
  it('reads a page whose fields stay blank, in the end', async () => {
    showRecord('A', '');
    visit(byPage, '/record');
    await pass(4000);
    expect(told.slice(0, 2)).toEqual(['clear', 'account A']);
  });
  it('loses A at the first look that shows B under the same address, and opens B only when it stands', async () => {
    showRecord('A', '5');
    visit(byPage, '/record');
    await pass(1000);
    told = [];
    showRecord('B', '9');
    await pass(520);
    expect(told).toEqual(['lost']);
    await pass(1000);
    expect(told).toEqual(['lost', 'clear', 'account B', 'found B 9']);
  });
  it('loses A when the page names nobody any more, and opens it again when it does', async () => {
    showRecord('A', '5');
    visit(byPage, '/record');
    await pass(1000);
    told = [];
    document.body.innerHTML = '<p>Loading</p>';
    await pass(520);
    expect(told).toEqual(['lost']);
    await pass(3000);
    expect(told).toEqual(['lost', 'no account: account id: not found']);
    showRecord('A', '5');
    await pass(3000);
    expect(told).toEqual(['lost', 'no account: account id: not found', 'clear', 'account A', 'found A 5']);
  });
  it('an address that names the account is believed once the page shows its record', async () => {
    showRecord('A', '5');
    visit(byUrl, '/record/B');
    await pass(500);
    expect(told).toEqual([]);
    showRecord('B', '9');
    await pass(1500);
    expect(told).toEqual(['account B', 'clear', 'found B 9']);
  });
  it('an address alone is no account: the page goes on naming another', async () => {
    showRecord('A', '5');
    visit(byUrl, '/record/B');
    await pass(4000);
    expect(told).toEqual(['two accounts: A ≠ B']);
  });
  it.each([
    ['not found', '<h1>Not found</h1>', 'none B'],
    ['an empty row', '<h1>Account</h1><p id="id"></p><p id="seats"> — </p>', 'none B'],
    ['a form for a new one', '<input id="id"><input id="seats" type="checkbox">', 'none B'],
    ['a sign-in form', '<form><input name="u"><input type="password"></form>', 'sign in: '],
    ['a list of records', '<table><tr><th>Seats</th></tr><tr><td>4</td></tr><tr><td>5</td></tr></table>', 'none B'],
  ])('of a page without a record no account is told: %s', async (_, html, expected) => {
    document.body.innerHTML = html;
    visit(byUrl, '/record/B');
    await pass(4000);
    expect(told.filter((one) => one !== 'clear')).toEqual([expected]);
  });
  it('without a check the record before is not believed to be the new one', async () => {
    showRecord('A', '5');
    const unchecked: PageConfig = { ...byUrl, account: { id: 'url' } };
    const first = visit(unchecked, '/record/A');
    await pass(1000);
    expect(told).toEqual(['account A', 'clear', 'found A 5']);
    first.stop();
    visit(unchecked, '/record/B', first.seen);
    await pass(2000);
    expect(told).toEqual([]);
    document.body.innerHTML = '<h1>Not found</h1>';
    await pass(2000);
    expect(told).toEqual(['clear', 'none B']);
  });
  it('does not read the record before again under a new address', async () => {
    showRecord('A', '5');
    const first = visit(byPage, '/record');
    await pass(1000);
    first.stop();
    visit(byPage, '/record?2', first.seen);
    await pass(5000);
    expect(told).toEqual([]);
  });
  it('says nothing once it is stopped', async () => {
    showRecord('A', '5');
    const one = visit(byPage, '/record');
    await pass(50);
    one.stop();
    await pass(5000);
    expect(told).toEqual([]);
  });
});

describe('a page whose fields come and go by themselves', () => {
  const three: PageConfig = {
    ...byUrl,
    fields: ['seats', 'plan', 'logins'].map((metric) => ({ metric, find: [{ selector: `#${metric}` }], parse: 'text' })),
  };
  const show = (id: string, seats: string, plan: string, logins: string) =>
    (document.body.innerHTML = `<p id="id">${id}</p><p id="seats">${seats}</p><p id="plan">${plan}</p><p id="logins">${logins}</p>`);
  const every = (ms: number, act: (at: number) => void) => {
    let at = 0;
    const timer = setInterval(() => act((at += 1)), ms);
    return () => clearInterval(timer);
  };

  it('is read within 2 s although one of them never stands still, and that one is not', async () => {
    show('B', '5', 'Pro', '0');
    const stop = every(100, (at) => text('#logins', String(at)));
    visit(three, '/record/B');
    await pass(2000);
    stop();
    expect(told).toEqual(['account B', 'clear', 'found B 5,Pro']);
    await pass(2000);
    expect(told.at(-1)).toMatch(/^found B 5,Pro,\d+$/);
  });
  it('is read at once where only small things around them change all the time', async () => {
    show('B', '5', 'Pro', '3');
    document.body.append(document.createElement('i'));
    const stop = every(10, (at) => text('i', `event ${at}`));
    visit(three, '/record/B');
    await pass(1000);
    stop();
    expect(told).toEqual(['account B', 'clear', 'found B 5,Pro,3']);
  });
  it('is read in part while one is still blank, which is told later', async () => {
    show('B', '5', 'Pro', '');
    visit(three, '/record/B');
    await pass(1000);
    expect(told.at(-1)).toBe('found B 5,Pro');
    await pass(1500);
    expect(told.at(-1)).toBe('found B 5,Pro,');
  });
  it('what stands on the elements of the account before waits for the rest of the wave', async () => {
    show('A', '5', 'Pro', '3');
    const first = visit(three, '/record/A');
    await pass(1000);
    first.stop();
    text('#id', 'B');
    text('#seats', '9');
    visit(three, '/record/B', first.seen);
    await pass(800);
    expect(told.at(-1)).toBe('found B 9');
    text('#plan', 'Team');
    await pass(1200);
    expect(told.at(-1)).toBe('found B 9,Team,3');
    expect(told.join()).not.toContain('Pro');
  });
});

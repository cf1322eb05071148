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
    onFound: ({ accountId, fields }) => told.push(`found ${accountId} ${fields[0]?.shown ?? '-'}`),
    onLost: () => told.push('lost'),
    onRefused: (reason) => told.push(reason === null ? 'clear' : 'refused'),
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
    expect(told).toEqual(['lost', 'refused']);
    showRecord('A', '5');
    await pass(3000);
    expect(told).toEqual(['lost', 'refused', 'clear', 'account A', 'found A 5']);
  });
  it('an address that names the account is believed while the page still shows the record before', async () => {
    showRecord('A', '5');
    visit(byUrl, '/record/B');
    expect(told).toEqual(['account B']);
    await pass(500);
    showRecord('B', '9');
    await pass(1500);
    expect(told).toEqual(['account B', 'clear', 'found B 9']);
  });
  it('takes the account of an address back when the page goes on naming another', async () => {
    showRecord('A', '5');
    visit(byUrl, '/record/B');
    await pass(4000);
    expect(told).toEqual(['account B', 'lost', 'refused']);
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

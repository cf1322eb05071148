import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { groupRequests, requestKey, requestsOf } from '@/lib/core/account/requests';
import { entry } from './make-account';

const asked = (account: string, day: string, ...requests: object[]): Entry => ({
  ...entry('touchpoint', { status: 'held', day, requests }),
  account,
});
const told = (account: string, body: object): Entry => ({ ...entry('request', body), account });
const group = (...entries: Entry[]) => {
  const accounts = [...new Set(entries.map((one) => one.account))];
  return groupRequests(accounts.flatMap((account) => requestsOf(entries.filter((one) => one.account === account))));
};

describe('feature requests', () => {
  it('the same words are one request, whatever their width, case and stop', () => {
    expect(requestKey('ＣＳＶ export.')).toBe(requestKey('csv  Export'));
    expect(requestKey('データ連携。')).toBe(requestKey('ﾃﾞｰﾀ連携'));
  });
  it('are grouped over accounts with the strongest urgency and the count of those that wait', () => {
    const [one] = group(
      asked('c/1', '2026-11-01', { text: 'CSV export', urgency: 'low' }),
      asked('c/2', '2026-11-05', { text: 'csv export', urgency: 'high', blocking: true }),
      told('c/1', { request: 'csv export', answer: 'In March', answeredDay: '2026-11-10' }),
    );
    expect(one).toMatchObject({
      accounts: ['c/2', 'c/1'],
      urgency: 'high',
      blocking: 1,
      answered: 1,
      status: 'new',
      lastDay: '2026-11-05',
    });
  });
  it('a group is as far as the account that still waits', () => {
    const entries = [asked('c/1', '2026-11-01', { text: 'A' }), asked('c/2', '2026-11-01', { text: 'A' })];
    expect(group(...entries, told('c/1', { request: 'a', status: 'done' }))[0]?.status).toBe('new');
    expect(group(...entries, told('c/1', { request: 'a', status: 'done' }), told('c/2', { request: 'a', status: 'done' }))[0]?.status).toBe(
      'done',
    );
  });
  it('can be put with another and parted again; what was said of it stays', () => {
    const entries = [asked('c/1', '2026-11-01', { text: 'Export to Excel' }), asked('c/2', '2026-11-02', { text: 'CSV export' })];
    const put = told('c/1', { request: 'export to excel', same: 'csv export' });
    expect(group(...entries, put)).toHaveLength(1);
    expect(group(...entries, put)[0]?.text).toBe('CSV export');
    const parted = group(
      ...entries,
      told('c/1', { request: 'export to excel', status: 'planned' }),
      put,
      told('c/1', { request: 'export to excel', same: '' }),
    );
    expect(parted.map((one) => one.status).toSorted()).toEqual(['new', 'planned']);
  });
});

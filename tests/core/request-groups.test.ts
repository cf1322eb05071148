import { describe, expect, it } from 'vitest';
import { type AccountRequest, groupRequests, requestKey, requestsOf } from '@/lib/core/account/requests';
import { entry } from './make-account';

const request = (key: string, more: Partial<AccountRequest> = {}): AccountRequest => ({
  text: key,
  id: `${key}#0`,
  account: 'c/1',
  own: key,
  key,
  day: '2026-11-01',
  status: 'new',
  ...more,
});

describe('the requests of an account', () => {
  const asked = (more: object = {}) =>
    entry('touchpoint', {
      status: 'held',
      day: '2026-11-01',
      requests: [{ text: 'CSV export.', urgency: 'low' }, { text: 'SSO' }],
      ...more,
    });
  it('are those of what was held, each with a name of its own', () => {
    const one = asked();
    expect(requestsOf([one])).toEqual([
      {
        text: 'CSV export.',
        urgency: 'low',
        id: `${one.id}#0`,
        account: 'sample/a',
        own: 'csv export',
        key: 'csv export',
        day: '2026-11-01',
        status: 'new',
      },
      { text: 'SSO', id: `${one.id}#1`, account: 'sample/a', own: 'sso', key: 'sso', day: '2026-11-01', status: 'new' },
    ]);
    expect(requestsOf([asked({ status: 'planned' }), asked({ status: 'canceled' }), asked({ requests: undefined })])).toEqual([]);
  });
  it('carry what was said of them last, part by part', () => {
    const told = [
      entry('request', { request: 'sso', status: 'planned', team: 'Core' }),
      entry('request', { request: 'sso', status: 'done', answer: 'It is there', answeredDay: '2026-11-09' }),
      entry('request', { request: 'other', status: 'declined' }),
    ];
    expect(requestsOf([asked(), ...told])[1]).toMatchObject({
      status: 'done',
      team: 'Core',
      answer: 'It is there',
      answeredDay: '2026-11-09',
      key: 'sso',
    });
    expect(requestsOf([asked(), ...told])[0]).not.toHaveProperty('team');
    const cleared = requestsOf([asked(), ...told, entry('request', { request: 'sso', team: '', answer: '' })])[1];
    expect([cleared?.team, cleared?.answer, cleared?.status]).toEqual([undefined, undefined, 'done']);
    const same = (to: string) => requestsOf([asked(), entry('request', { request: 'sso', same: to })])[1];
    expect([same('csv export')?.key, same('csv export')?.own, same('')?.key]).toEqual(['csv export', 'sso', 'sso']);
  });
  it.each([
    ['Export!', 'export'],
    ['Export?.', 'export'],
    ['書き出し！？。', '書き出し'],
    ['v1.2', 'v1.2'],
    ['', ''],
  ])('%s is known as %s', (text, key) => expect(requestKey(text)).toBe(key));
  it('have names of no more than 2000 signs', () => expect(requestKey('x'.repeat(2100))).toHaveLength(2000));
});

describe('the requests of all accounts', () => {
  const group = (...list: AccountRequest[]) => groupRequests(list)[0];
  it('are in the words that give the group its name, else in those of the last that asked', () => {
    expect(group(request('a', { text: 'A!' }), request('b', { text: 'B', key: 'a', day: '2026-11-09' }))?.text).toBe('A!');
    expect(group(request('c', { text: 'C', key: 'a' }), request('b', { text: 'B', key: 'a', day: '2026-11-09' }))?.text).toBe('B');
    expect(group(request('a', { day: '2026-11-09', text: 'a.' }), request('a', { text: 'A!' }))?.text).toBe('a.');
  });
  it('take the strongest urgency and the earliest state', () => {
    const urgency = (...list: AccountRequest['urgency'][]) =>
      group(...list.map((one) => request('a', one ? { urgency: one } : {})))?.urgency;
    expect([urgency(undefined), urgency('low'), urgency('high', 'low'), urgency('low', undefined, 'medium')]).toEqual([
      null,
      'low',
      'high',
      'medium',
    ]);
    const status = (...list: AccountRequest['status'][]) => group(...list.map((one) => request('a', { status: one })))?.status;
    expect([status('done', 'building'), status('declined', 'done'), status('planned', 'declined'), status('declined')]).toEqual([
      'building',
      'done',
      'planned',
      'declined',
    ]);
  });
  it('count accounts once, whom it blocks, and who was answered', () => {
    const found = group(
      request('a', { blocking: true, answer: 'x' }),
      request('a', { blocking: true, day: '2026-11-03' }),
      request('a', { account: 'c/2', blocking: false, day: '2026-11-02' }),
    );
    expect(found).toMatchObject({ key: 'a', accounts: ['c/1', 'c/2'], blocking: 2, answered: 1, lastDay: '2026-11-03' });
    expect(found?.asked.map((one) => one.day)).toEqual(['2026-11-03', '2026-11-02', '2026-11-01']);
  });
  it('come by the number of accounts, then by the last day', () => {
    const list = groupRequests([
      request('old'),
      request('new', { day: '2026-11-09' }),
      request('both'),
      request('both', { account: 'c/2' }),
      request('mid', { day: '2026-11-05' }),
    ]);
    expect(list.map((one) => one.key)).toEqual(['both', 'new', 'mid', 'old']);
    expect(groupRequests([])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { accountKey, parseAccountKey } from '@/lib/core/account/account-key';
import type { Entry } from '@/lib/core/account/entry';
import { foldAccount } from '@/lib/core/account/fold-account';
import { clock, orderEntries } from '@/lib/core/account/order-entries';
import { parseProblem, problemText } from '@/lib/core/account/problem';
import { readAccountFile } from '@/lib/core/account/read-account-file';
import { applied, resolveAmendments } from '@/lib/core/account/resolve-amendments';
import { day, entry, held, NOW, readings } from './make-account';
import { reading } from './situation-of';

const tick = (state = 'done', daysAgo = 0) => entry('item', { item: 'x', state }, daysAgo);
const back = (target: Entry | string, daysAgo = 0) =>
  entry('retraction', { target: typeof target === 'string' ? target : target.id }, daysAgo);
const amend = (target: Entry, body: object, daysAgo = 0) => entry('amendment', { target: target.id, body }, daysAgo);
const fold = (...entries: Entry[]) => foldAccount('sample/a', entries);

describe('the order of entries', () => {
  it('is that of the logical clock, else of the wall clock, then of the ids', () => {
    const [one, two, three] = [tick(), tick(), tick()] as const;
    expect(orderEntries([three, two, one]).map((each) => each.id)).toEqual([one.id, two.id, three.id]);
    const early = { ...three, hlc: 5 };
    expect([clock(early), clock(one)]).toEqual([5, one.at]);
    expect(orderEntries([one, early]).map((each) => each.id)).toEqual([three.id, one.id]);
  });
  it('holds each id once', () => {
    const one = tick();
    expect(orderEntries([one, one, { ...one }])).toHaveLength(1);
  });
});

describe('what stands of the journal', () => {
  it('is the last mark of an item, the last judgement, stage and snooze', () => {
    const account = fold(
      tick('done', 3),
      tick('open', 1),
      entry('stage', { stage: 'setup', day: day(-9) }, 9),
      entry('stage', { stage: 'use', day: day(-2) }, 2),
      entry('snooze', { rule: 'r', untilDay: day(1) }, 3),
      entry('snooze', { rule: 'r', untilDay: day(9) }, 2),
      entry('judgement', { day: day(-1), onboarded: true, playbook: { id: 'p', version: 1 }, criteria: [] }, 1),
      entry('request', { request: 'r', status: 'done' }, 99),
    );
    expect(account.items.get('x')).toMatchObject({ state: 'open', at: NOW - 86_400_000 - 3_600_000, by: '', id: expect.any(String) });
    expect([account.stage?.stage, account.snoozes.get('r')?.untilDay, account.judgement?.onboarded]).toEqual(['use', day(9), true]);
    expect(account.since).toBe(NOW - 99 * 86_400_000 - 3_600_000);
    expect(fold()).toMatchObject({ key: 'sample/a', since: null, stage: null, judgement: null, touchpoints: [] });
  });
  it('is touchpoints by day, those of a day as they were written', () => {
    const on = (offset: number, play: string) => entry('touchpoint', { status: 'held', play, day: day(offset) });
    expect(fold(on(-1, 'a'), on(-3, 'b'), on(-1, 'c'), on(-2, 'd')).touchpoints.map((one) => one.play)).toEqual(['b', 'd', 'a', 'c']);
  });
  it('is readings by time, those of a week apart, with the time of their entry where they have none', () => {
    const account = fold(
      reading('seats', 2, { seenAt: NOW }),
      readings({ seats: 1 }, 2),
      reading('seats', 3, { week: '2026-11-09', seenAt: NOW }),
      reading('seats', 4, { week: '2026-11-09' }, 4),
    );
    const history = account.metrics.get('seats');
    expect(history?.moments.map((one) => [one.value, one.seenAt])).toEqual([
      [1, NOW - 2 * 86_400_000 - 3_600_000],
      [2, NOW],
    ]);
    expect([...(history?.weeks.values() ?? [])].map((list) => list.map((one) => one.value))).toEqual([[4, 3]]);
    expect(history?.latestBySource(NOW - 1).map((one) => one.value)).toEqual([1]);
    expect(history?.latestBySource(NOW).map((one) => one.value)).toEqual([2]);
  });
});

describe('taking back and amending', () => {
  it('takes back a taking back, however often', () => {
    const one = tick('done', 9);
    const chain = [one];
    const stands: boolean[] = [];
    for (let at = 0; at < 4; at += 1) {
      chain.push(back(chain.at(-1) as Entry, 8 - at));
      stands.push(fold(...chain).items.has('x'));
    }
    expect(stands).toEqual([false, true, false, true]);
  });
  it('names what was taken back by which, and leaves out both', () => {
    const [one, other] = [tick('done', 3), held('kickoff', 2)];
    const undo = back(one);
    const standing = resolveAmendments(orderEntries([one, other, undo]));
    expect(standing.entries.map((each) => each.id)).toEqual([other.id]);
    expect([...standing.retracted]).toEqual([[one.id, undo.id]]);
    expect(resolveAmendments([back('nothing')])).toEqual({ entries: [], amended: new Map(), retracted: new Map() });
  });
  it('reaches a plain entry wherever it stands, another change only before it', () => {
    const late = tick('done', 1);
    expect(fold(back(late, 5), late).items.size).toBe(0);
    const undo = back(late, 0);
    const early = back(undo, 3);
    expect(fold(late, undo, early).items.size).toBe(0);
    const self = { ...back('self'), id: 'self' } as Entry;
    expect(resolveAmendments([self]).retracted.size).toBe(0);
  });
  it('amends one after the other, the amendment that was taken back left out', () => {
    const meeting = held('kickoff', 9, { notes: 'first', minutes: 30 });
    const [one, two] = [amend(meeting, { notes: 'second' }, 4), amend(meeting, { minutes: null, notes: 'third' }, 2)];
    const account = fold(meeting, two, one);
    expect(account.touchpoints[0]).toMatchObject({ notes: 'third', play: 'kickoff' });
    expect(account.touchpoints[0]).not.toHaveProperty('minutes');
    expect(account.amended.get(meeting.id)).toEqual([one.id, two.id]);
    const undone = fold(meeting, one, two, back(two));
    expect(undone.touchpoints[0]).toMatchObject({ notes: 'second', minutes: 30 });
    expect(undone.amended.get(meeting.id)).toEqual([one.id]);
    expect(fold(meeting, one, back(meeting)).touchpoints).toEqual([]);
  });
  it('passes over an amendment that does not fit, and takes the next', () => {
    const meeting = held('kickoff', 9);
    const [bad, good] = [amend(meeting, { day: 'soon' }, 3), amend(meeting, { minutes: 20 }, 2)];
    const account = fold(meeting, bad, good);
    expect([account.touchpoints[0]?.minutes, account.amended.get(meeting.id)]).toEqual([20, [good.id]]);
    expect(applied(meeting, back(meeting))).toBeNull();
    expect(applied(meeting, amend(meeting, { status: null }))).toBeNull();
    expect(applied(meeting, good)).toMatchObject({ id: meeting.id, body: { minutes: 20 } });
  });
});

describe('the key of an account', () => {
  it.each([
    [{ console: 'acme', id: 'A/17' }, 'acme/A%2F17'],
    [{ console: 'acme', id: '日本 1' }, 'acme/%E6%97%A5%E6%9C%AC%201'],
  ])('%j is %s, and back', (name, key) => {
    expect(accountKey(name)).toBe(key);
    expect(parseAccountKey(key)).toEqual(name);
  });
  it.each(['', 'acme', '/17', 'acme/', 'acme/%E6%97'])('%j names none', (key) => expect(parseAccountKey(key)).toBeNull());
  it('may hold a slash behind the first', () => expect(parseAccountKey('a/b/c')).toEqual({ console: 'a', id: 'b/c' }));
});

describe('a problem', () => {
  it('is a code with what was seen, and is read again', () => {
    expect([problemText('blank'), problemText('not a number', 'many')]).toEqual(['blank', 'not a number: many']);
    expect(problemText('not a number', 'x'.repeat(600))).toHaveLength(500);
    expect(parseProblem('blank')).toEqual({ code: 'blank', detail: '' });
    expect(parseProblem('not a number: 1: 2')).toEqual({ code: 'not a number', detail: '1: 2' });
  });
  it.each([
    ['stands 3 times on the page', 'several values'],
    ['not a number in this', 'not a number'],
    ['not a pair of numbers', 'not a pair'],
    ['the order of day and month is open', 'which order'],
    ['lies in the future: 2030-01-01', 'in the future'],
    ['no value for that week', 'no value that week'],
    ['unknown that week', 'no value that week'],
    ['something else', 'unknown'],
    ['blanks', 'unknown'],
    ['it lies in the future', 'unknown'],
  ])('%s is %s', (text, code) => expect(parseProblem(text).code).toBe(code));
  it('of an earlier journal keeps what was seen', () => {
    expect(parseProblem('lies in the future: 2030-01-01').detail).toBe('2030-01-01');
    expect(parseProblem('something: else')).toEqual({ code: 'unknown', detail: 'something: else' });
  });
});

describe('an account file', () => {
  const { account: _, ...bare } = held('kickoff', 1);
  it('may name its account, which its entries may name as well', () => {
    expect(readAccountFile({ entries: [] })).toEqual({ account: 'account', entries: [] });
    expect(readAccountFile([held('kickoff', 1)]).account).toBe('sample/a');
    expect(readAccountFile({ account: 'sample/z', entries: [bare] })).toMatchObject({
      account: 'sample/z',
      entries: [{ account: 'sample/z' }],
    });
    expect(() => readAccountFile({ account: 'sample/z', entries: [held('kickoff', 1)] })).toThrow(/sample\/z.*sample\/a/);
    expect(() => readAccountFile({ account: 'sample/z', entries: [bare, null] })).toThrow(/^entries\[1\]/);
    expect(() => readAccountFile([bare])).toThrow(/^entries\[0\]\.account/);
    for (const none of [null, 7, {}, { account: 3, entries: [] }]) expect(() => readAccountFile(none)).toThrow(/^account file/);
  });
});

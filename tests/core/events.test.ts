import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { eventDay, unanswered } from '@/lib/core/conditions/event-day';
import { formatDay } from '@/lib/core/day';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { day, entry, held, playbook, playbookJson, readings } from './make-account';
import { reading, SOME_WORDS, situation } from './situation-of';

/** ISO day of an event; 'absent' where it did not happen, 'missing' where that is not known. */
function event(name: string, entries: Entry[] = [], book: Playbook = playbook): string {
  const found = eventDay(name, situation(entries, book));
  if ('day' in found) return formatDay(found.day);
  return 'absent' in found ? 'absent' : 'missing';
}

const contract = readings({ contractDate: day(-40) });
const mail = (daysAgo: number, outcome?: string) => held(undefined, daysAgo, { type: 'email', ...(outcome && { outcome }) });
const call = (daysAgo: number, outcome?: string) => held(undefined, daysAgo, { type: 'call', ...(outcome && { outcome }) });
const judged = (onboarded: boolean) => entry('judgement', { day: day(-3), onboarded, playbook: { id: 'p', version: 1 }, criteria: [] });

describe('the day of an event', () => {
  it.each<[string, Entry[], string]>([
    ['contract', [], 'missing'],
    ['contract', [contract], day(-40)],
    ['targetEnd', [], 'missing'],
    ['targetEnd', [contract], day(50)],
    ['kickoff', [contract], 'absent'],
    ['kickoff', [held('kickoff', 9), held('kickoff', 4)], day(-4)],
    ['kickoff', [held('kickoff', 9), held('kickoff', 4, { outcome: 'noShow' })], day(-9)],
    ['kickoff', [held('kickoff', -1)], 'absent'],
    ['kickoff', [entry('touchpoint', { status: 'planned', play: 'kickoff', day: day(-1) })], 'absent'],
    ['onboarded', [], 'absent'],
    ['onboarded', [judged(false)], 'absent'],
    ['onboarded', [judged(true)], day(-3)],
    ['held:briefing', [held('kickoff', 2)], 'absent'],
    ['held:briefing', [held('briefing', 2)], day(-2)],
    ['due:kickoff-recap', [], 'missing'],
    ['due:kickoff-recap', [held('kickoff', 2)], day(-1)],
    ['due:no-such', [contract], 'missing'],
    ['item:handoff-why', [], 'absent'],
    ['item:no-such', [], 'absent'],
    ['item:handoff-why', [entry('item', { item: 'handoff-why', state: 'done' }, 6)], day(-6)],
    ['item:handoff-why', [entry('item', { item: 'handoff-why', state: 'blocked' }, 6)], 'absent'],
    ['metric:lastLogin', [], 'missing'],
    ['metric:lastLogin', [readings({ lastLogin: day(-5) })], day(-5)],
    ['metric:plan', [readings({ plan: 'Pro' })], 'missing'],
    // 23:30 in UTC is the next day in Tokyo.
    ['metric:lastLogin', [readings({ lastLogin: `${day(-5)}T23:30:00Z` })], day(-4)],
    ['metric:lastLogin', [readings({ lastLogin: `${day(-5)}T14:59:59Z` })], day(-5)],
    // Never is known: since the contract, where that is.
    ['metric:lastLogin', [readings({ lastLogin: 'never' })], 'missing'],
    ['metric:lastLogin', [readings({ lastLogin: 'never' }), contract], day(-40)],
    ['lastReading', [], 'missing'],
    ['lastReading', [readings({ seats: null }, 1)], 'missing'],
    ['lastReading', [readings({ seats: 1 }, 7), readings({ plan: 'x' }, 3), readings({ seats: null }, 1)], day(-3)],
  ])('%s after %j is %s', (name, entries, wanted) => expect(event(name, entries)).toBe(wanted));

  it.each<[string, Entry[], string]>([
    ['lastTouchpoint', [], 'missing'],
    ['lastTouchpoint', [contract], day(-40)],
    ['lastTouchpoint', [contract, mail(9), call(3, 'noShow'), held('kickoff', 20)], day(-3)],
    ['lastMeeting', [contract, mail(9)], day(-40)],
    ['lastMeeting', [contract, held('kickoff', 20), held('briefing', 4, { outcome: 'noShow' }), call(2)], day(-20)],
    ['lastReply', [contract], 'absent'],
    ['lastReply', [mail(3)], 'absent'],
    ['lastReply', [mail(5, 'answered'), mail(3)], day(-5)],
    ['lastReply', [call(3, 'done')], day(-3)],
    ['lastReply', [call(5), call(3, 'unanswered'), held('kickoff', 2, { outcome: 'noShow' })], day(-5)],
    ['lastReply', [call(5), held(undefined, 1, { type: 'internal' })], day(-5)],
    ['firstUnanswered', [mail(3)], 'absent'],
    ['firstUnanswered', [mail(9, 'unanswered'), call(6), mail(4, 'unanswered'), call(2, 'noShow')], day(-4)],
    ['firstUnanswered', [mail(9, 'unanswered'), mail(4, 'answered')], 'absent'],
  ])('%s after %j is %s', (name, entries, wanted) => expect(event(name, entries)).toBe(wanted));

  it('says why it is not known, and where it counts from when there was none', () => {
    const [nothing, known] = [situation([]), situation([contract, readings({ lastLogin: 'never' })])];
    for (const name of ['contract', 'targetEnd', 'lastReading', 'lastMeeting', 'metric:lastLogin', 'due:kickoff-held', 'metric:none'])
      expect(eventDay(name, nothing)).toEqual({ missing: expect.stringMatching(SOME_WORDS) });
    expect(eventDay('metric:lastLogin', situation([readings({ lastLogin: 'never' })]))).toEqual({
      missing: expect.stringMatching(SOME_WORDS),
    });
    expect(eventDay('metric:plan', situation([readings({ plan: 'Gold' })]))).toEqual({ missing: expect.stringContaining('Gold') });
    for (const name of ['metric:lastLogin', 'lastMeeting', 'lastTouchpoint'])
      expect(eventDay(name, known)).toEqual({ day: known.contractDay, note: expect.stringMatching(SOME_WORDS) });
    expect(eventDay('contract', known)).toEqual({ day: known.contractDay });
  });
  it('is not known of a kickoff in a playbook without one, and the contract may have another name', () => {
    const copy = structuredClone(playbookJson);
    copy.plays.find((play: { id: string }) => play.id === 'briefing').role = 'kickoff';
    const book = parsePlaybook(copy).playbook as Playbook;
    expect(event('kickoff', [held('kickoff', 3)], book)).toBe('absent');
    expect(event('kickoff', [held('briefing', 3)], book)).toBe(day(-3));
    const renewed = structuredClone(playbookJson);
    renewed.contractMetric = 'renewalDate';
    expect(event('contract', [contract, reading('renewalDate', day(-8))], parsePlaybook(renewed).playbook as Playbook)).toBe(day(-8));
  });
});

describe('contacts without a reply', () => {
  it('are those since the last reply, oldest first', () => {
    const list = [
      mail(9, 'unanswered'),
      call(8),
      mail(6, 'unanswered'),
      held(undefined, 5, { type: 'internal' }),
      mail(4),
      call(2, 'noShow'),
    ];
    expect(unanswered(situation(list)).map((one) => one.day)).toEqual([day(-6), day(-2)]);
    expect(unanswered(situation([]))).toEqual([]);
  });
});

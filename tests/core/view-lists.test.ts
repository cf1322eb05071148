import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { foldAccount } from '@/lib/core/account/fold-account';
import { logChoices, noteSources, openItems } from '@/lib/core/view/log-choices';
import { timeline } from '@/lib/core/view/timeline';
import { viewWords } from '@/lib/words/view-words';
import { assessOf, day, entry, held, NOW, playbook, readings, ZONE } from './make-account';
import { SOME_WORDS } from './situation-of';

const setting = { playbook, lang: 'en', words: viewWords('en'), zone: ZONE, now: NOW, today: day(0) };
const mark = (item: string, state: string, daysAgo = 0) => entry('item', { item, state }, daysAgo);

describe('what the log form offers', () => {
  it('is every touchpoint, the next one chosen, with points that still tick something', () => {
    const offer = (...entries: Entry[]) => logChoices(assessOf(entries), foldAccount('sample/a', entries), setting);
    expect(offer().plays.map((one) => one.id)).toEqual(playbook.plays.filter((play) => play.touchpoint).map((play) => play.id));
    expect([offer().play, offer().agreed]).toEqual(['handoff', '']);
    expect(offer().facts.map((one) => one.metric)).toEqual(playbook.metrics.filter((metric) => metric.asked).map((metric) => metric.id));
    expect(
      offer(
        readings({ shortTermSuccess: 'old' }, 3, 'person'),
        readings({ shortTermSuccess: 'new' }, 1, 'person'),
        readings({ shortTermSuccess: 'page' }),
      ).agreed,
    ).toBe('new');
    const ticks = (...entries: Entry[]) => offer(...entries).plays.flatMap((play) => play.agenda.flatMap((point) => point.ticks));
    const [one] = ticks();
    expect(one).toMatch(SOME_WORDS);
    expect(ticks(mark(one as string, 'done'))).not.toContain(one);
    expect(
      openItems(assessOf([mark('handoff-why', 'done'), mark('handoff-told', 'skipped'), mark('handoff-risks', 'blocked')])).has(
        'handoff-risks',
      ),
    ).toBe(true);
  });
  it('completes from what was held, the last first, and from all requests', () => {
    const list = [
      held('kickoff', 9, { attendees: ['Mori', ' '], actions: [{ text: 'Send', who: 'Ben' }, { text: 'Book' }] }),
      held('briefing', 2, {
        attendees: ['Aoki', 'Mori'],
        actions: [{ text: 'Send' }],
        blockers: [{ text: 'x', who: 'Ivan' }],
        quotes: [{ text: 'x', who: 'Noor' }],
        requests: [{ text: 'x', who: 'Sato' }],
      }),
      entry('touchpoint', { status: 'planned', day: day(3), attendees: ['Later'] }),
      readings({ projectOwner: 'Kato', csmOwner: 5 }),
    ];
    const sources = noteSources(
      foldAccount('sample/a', list),
      [
        { text: 'old', day: day(-9) },
        { text: 'new', day: day(-1) },
        { text: 'old', day: day(-8) },
      ],
      playbook,
    );
    expect(sources).toEqual({
      people: ['Aoki', 'Mori', 'Ivan', 'Noor', 'Sato', 'Ben', 'Kato'],
      tasks: ['Send', 'Book'],
      requests: ['new', 'old'],
    });
  });
});

describe('the history', () => {
  it('has a row for each thing, by day, with what can be taken back', () => {
    const tick = mark('handoff-why', 'done', 1);
    const meeting = held('kickoff', 6, {
      notes: 'first',
      blockers: [{ text: 'SSO' }],
      requests: [
        { text: 'CSV', page: 'https://x.test/' },
        { text: 'PDF', page: 'javascript:1' },
      ],
    });
    const gone = mark('handoff-told', 'done', 3);
    const back = entry('retraction', { target: gone.id }, 2);
    const change = entry('amendment', { target: meeting.id, body: { notes: 'second' } }, 4);
    const rows = timeline([tick, meeting, gone, back, change, readings({ seats: 5 }, 5)], setting);
    expect(rows.map((row) => [row.kind, row.day, row.retractable])).toEqual([
      ['item', day(-1), true],
      ['item', day(-3), false],
      ['readings', day(-5), false],
      ['meeting', day(-6), true],
      ['blocked', day(-6), false],
      ['request', day(-6), false],
      ['request', day(-6), false],
    ]);
    expect(rows[1]).toMatchObject({ id: `${gone.id}#back`, retraction: back.id });
    expect(rows[3]).toMatchObject({
      id: meeting.id,
      amended: true,
      text: 'second',
      history: [{ text: expect.stringContaining('first') }],
      retraction: null,
    });
    expect([rows[5]?.page, rows[6]?.page, rows[0]?.amended]).toEqual(['https://x.test/', null, false]);
  });
  it('leaves out a plan that was replaced by the meeting', () => {
    const plan = entry('touchpoint', { status: 'planned', play: 'kickoff', day: day(1) }, 3);
    const kinds = (reason: string) => timeline([plan, entry('retraction', { target: plan.id, reason }, 1)], setting).map((row) => row.kind);
    expect([kinds('held'), kinds('wrong')]).toEqual([[], ['planned']]);
  });
});

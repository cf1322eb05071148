import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { playbookSchema } from '@/lib/core/playbook/playbook-schema';
import { calendarFile } from '@/lib/deliver/calendar-file';
import { noteTables } from '@/lib/deliver/note-tables';
import { mailLink, recap } from '@/lib/deliver/recap';
import { tableFile } from '@/lib/deliver/table-file';
import defaultPlaybook from '@/public/playbooks/default.json';

const playbook = playbookSchema.parse(defaultPlaybook);

describe('a calendar file', () => {
  const event = {
    account: 'acme/17',
    play: 'kickoff',
    day: '2026-11-30',
    title: 'Kickoff · Tern; Ltd, 株式会社',
    agenda: ['Goal', 'Roles'],
    page: 'https://a.example/17',
    revision: 0,
  };
  const lines = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');
  it('is one whole day, whatever the machine’s zone', () => {
    for (const zone of ['Asia/Tokyo', 'America/Los_Angeles', 'UTC']) {
      process.env.TZ = zone;
      const text = lines(calendarFile(event, 0));
      expect(text).toContain('DTSTART;VALUE=DATE:20261130');
      expect(text).toContain('DTEND;VALUE=DATE:20261201');
    }
  });
  it('keeps its id when it moves, and counts up', () => {
    const id = (text: string) => lines(text).find((line) => line.startsWith('UID:'));
    const moved = calendarFile({ ...event, day: '2026-12-02', revision: 1 }, 1);
    expect(id(moved)).toBe(id(calendarFile(event, 0)));
    expect(lines(moved)).toContain('SEQUENCE:1');
  });
  it('signs of the format in a name are text', () =>
    expect(lines(calendarFile(event, 0)).join('\n')).toContain('SUMMARY:Kickoff · Tern\\; Ltd\\, 株式会社'));
});

describe('tables', () => {
  it('open right in a spreadsheet: byte order mark, and no formula from a cell', () => {
    const text = tableFile(
      ['名前', 'x'],
      [
        ['=HYPERLINK("http://evil")', 1],
        ['+1', 2],
        ['@SUM(A1)', 3],
        ['行\n"引用"、', null],
      ],
    );
    expect(text.startsWith('\ufeff名前,x\r\n')).toBe(true);
    const rows = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
    expect(rows[1]?.[0]).toBe('\'=HYPERLINK("http://evil")');
    expect(rows.slice(1).every((row) => !/^[=+@]/.test(row[0] ?? ''))).toBe(true);
    expect(rows[4]).toEqual(['行\n"引用"、', '']);
  });
  it('touchpoints, tasks with blockers, and requests, each a row', () => {
    const body = {
      status: 'held',
      play: 'kickoff',
      type: 'meeting',
      day: '2026-11-20',
      notes: 'n',
      actions: [{ text: 'a', owner: 'us', dueDay: '2026-12-01' }],
      blockers: [{ text: 'b', who: 'Mori' }],
      requests: [{ text: 'r', blocking: true }],
    };
    const entry = { id: '1', v: 1, account: 'acme/17', at: 0, by: 'Maya', device: '', kind: 'touchpoint', body } as Entry;
    const tables = noteTables([entry], () => ({ id: '17', name: 'Tern' }), playbook, 'en');
    expect(tables.touchpoints).toContain('17,Tern,2026-11-20,Kickoff');
    expect(tables.tasks).toContain('17,Tern,2026-11-20,blocker,b,Mori,');
    expect(tables.requests).toContain('17,Tern,2026-11-20,r,yes');
  });
});

describe('a recap', () => {
  const body = {
    status: 'held',
    type: 'meeting',
    day: '2026-11-20',
    attendees: ['森'],
    notes: 'internal: they are angry',
    sentiment: 'negative',
    actions: [{ text: 'Send *file* <b>', owner: 'us', dueDay: '2026-12-01' }],
    requests: [{ text: 'Bulk edit' }],
  };
  it('holds what was agreed, not the notes and not the mood', () => {
    const made = recap(body as never, 'Kickoff', 'Tern', 'en');
    expect(made.markdown).toContain('- Send \\*file\\* \\<b\\> · us · by 2026-12-01');
    expect(made.html).toContain('<li>Send *file* &lt;b&gt; · us · by 2026-12-01</li>');
    expect(`${made.markdown}${made.html}`).not.toMatch(/angry|negative/);
  });
  it('a mail link stays within what mail programs take', () => {
    const many = { ...body, actions: Array.from({ length: 200 }, (_, at) => ({ text: `やること${at}` })) };
    const link = mailLink(recap(many as never, 'Kickoff', 'Tern', 'ja'));
    expect(link.length).toBeLessThan(2000);
    expect(link).toMatch(/^mailto:\?subject=/);
  });
});

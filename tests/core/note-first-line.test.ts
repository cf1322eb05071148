import { describe, expect, it } from 'vitest';
import { completed, completeNote } from '@/lib/core/note/complete-note';
import { afterDay, headOf } from '@/lib/core/note/note-head';
import { noteReader } from '@/lib/core/note/note-reader';
import { type Note, parseNote } from '@/lib/core/note/parse-note';

// A Sunday.
const TODAY = '2026-11-22';
const head = (line: string) => headOf(line, TODAY, [{ id: 'k', name: 'Kickoff' }]);

describe('the first line', () => {
  it.each<[string, string | null, string[]]>([
    ['11/20', '2026-11-20', []],
    ['yesterday with Mori', '2026-11-21', ['Mori']],
    ['11/20 (Fri) 10:00-11:30 Mori, Ben', '2026-11-20', ['Mori', 'Ben']],
    ['11/20（金）9:00〜 森さん、田中様', '2026-11-20', ['森さん', '田中様']],
    ['11/20: Mori and Ben', '2026-11-20', ['Mori', 'Ben']],
    ['11/20 Kickoff with Mori; Ben', '2026-11-20', ['Mori', 'Ben']],
    ['11/20 Kickoff 45 min Mori', '2026-11-20', ['Mori']],
    ['with Mori', null, ['Mori']],
    ['w/ Mori, ben', null, ['Mori', 'ben']],
    ['Attendees: Mori', null, ['Mori']],
    ['参加者：森', null, ['森']],
    ['@Mori @Ben', null, ['Mori', 'Ben']],
    ['11/20 @mori', '2026-11-20', ['mori']],
    ['11/20 Hana de la Mori', '2026-11-20', ['Hana de la Mori']],
  ])('%s', (line, day, attendees) => expect(head(line)).toEqual({ day, attendees }));
  it.each([
    '',
    'Mori',
    'with',
    'we met 11/20',
    '11/20 mori',
    '11/20 Mori was late.',
    '11/20 Mori, what now?',
    '11/20 One Two Three Four Five',
    `11/20 M${'o'.repeat(30)}`,
    '11/20 Mori, ben',
  ])('%j is none', (line) => expect(head(line)).toBeNull());
  it.each([
    ['11/20 Kickoff', 'Kickoff'],
    ['11/20 10:00 Kickoff', 'Kickoff'],
    ['11/20 (Fri), Kickoff', 'Kickoff'],
    ['Kickoff 11/20', 'Kickoff 11/20'],
    ['  11/20  x', 'x'],
    ['10:00 - 11:00 x', 'x'],
  ])('%s without its day is %s', (line, rest) => expect(afterDay(line, TODAY)).toBe(rest));
  it('is marked whole, and the lines below are read as always', () => {
    const note = parseNote('11/20 with Mori\n- a', TODAY);
    expect(note.marks).toMatchObject([
      { kind: 'head', line: 0, from: 0, to: 15, text: '11/20 with Mori', parts: [] },
      { kind: 'task', line: 1, from: 16 },
    ]);
    expect(parseNote('- a 11/20\n11/20 with Mori', TODAY)).toMatchObject({ day: null, attendees: [] });
  });
  it.each<[string, number | null]>([
    ['Kickoff 30min', 30],
    ['30 minutes', 30],
    ['45分', 45],
    ['5分後', null],
    ['1,30 min', null],
    ['1000 min', null],
    ['30 mins', 30],
    ['30 minx', null],
    [`${'x'.repeat(118)} 30 min`, null],
  ])('%s tells %j minutes', (line, minutes) => expect(parseNote(line, TODAY).minutes).toBe(minutes));
});

describe('completion', () => {
  const sources = { people: ['Hana Mori', 'Morita', 'Ben'], tasks: ['Send file', 'Resend file', 'send file'], requests: ['Bulk edit', ''] };
  const at = (text: string, caret = text.length) => completeNote(text, caret, sources, ['us']);
  it('takes the place of what was typed, in the line of the caret', () => {
    expect(at('- x\n- a @mo')).toEqual({ kind: 'people', from: 9, to: 11, options: ['Morita', 'Hana.Mori'] });
    expect(at('@ha\n- b', 3)).toMatchObject({ from: 1, to: 3, options: ['Hana.Mori'] });
    expect(at('- se')).toEqual({ kind: 'tasks', from: 2, to: 4, options: ['send file', 'Resend file'] });
    expect(at('-  [ ] se')?.from).toBe(7);
    expect(at('?? bu')).toMatchObject({ kind: 'requests', from: 3, options: ['Bulk edit'] });
  });
  it('needs two signs of a task or request, one place at the end of a line, and something to offer', () => {
    expect([at('- s'), at('? b'), at('- zz'), at('@zz'), at('? bulk edit'), at('- se x', 4), at('x se')]).toEqual(new Array(7).fill(null));
    expect(at('- se  \nx', 4)?.kind).toBe('tasks');
    expect(at('a,@be')?.options).toEqual(['Ben']);
    expect(at('a@be')).toBeNull();
  });
  it('offers six at most', () => {
    const many = { people: Array.from({ length: 9 }, (_, one) => `P${one}`), tasks: [], requests: [] };
    expect(completeNote('@p', 2, many, [])?.options).toEqual(['P0', 'P1', 'P2', 'P3', 'P4', 'P5']);
  });
  it('puts a name in with a blank behind, a task without', () => {
    expect(completed('- a @mo\nx', { kind: 'people', from: 5, to: 7, options: [] }, 'Mori')).toEqual({ text: '- a @Mori \nx', caret: 10 });
    expect(completed('- se\nx', { kind: 'tasks', from: 2, to: 4, options: [] }, 'Send')).toEqual({ text: '- Send\nx', caret: 6 });
  });
});

describe('a reader of notes', () => {
  it('reads each of the last two texts once, and anew on another day or with other names', () => {
    const read: string[] = [];
    const reader = noteReader((text, today, names) => {
      read.push(`${text} ${today} ${names?.plays?.length ?? 0}`);
      return parseNote(text, today, names);
    });
    const a: Note = reader('a', TODAY);
    reader('b', TODAY);
    expect(reader('a', TODAY)).toBe(a);
    expect(read).toHaveLength(2);
    reader('a', '2026-11-23');
    reader('a', '2026-11-23', { plays: [{ id: 'k', name: 'K' }] });
    expect(read).toEqual([`a ${TODAY} 0`, `b ${TODAY} 0`, 'a 2026-11-23 0', 'a 2026-11-23 1']);
    reader('b', TODAY);
    expect(read).toHaveLength(5);
  });
});

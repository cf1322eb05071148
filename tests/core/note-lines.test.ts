import { describe, expect, it } from 'vitest';
import { causeWord, type Mark, parseNote } from '@/lib/core/note/parse-note';
import { playIn } from '@/lib/core/note/play-in';
import { rewriteMark } from '@/lib/core/note/rewrite-mark';

// A Sunday.
const TODAY = '2026-11-22';
const CAUSES = [
  { id: 'data', name: 'Data, files' },
  { id: 'approval', name: '承認・権限' },
];
const parse = (text: string) => parseNote(text, TODAY, { causes: CAUSES });
const marks = (text: string) => parse(text).marks;
const kinds = (text: string) => marks(text).map((mark) => `${mark.kind}: ${mark.text}`);
const first = (text: string) => marks(text)[0] as Mark;
/** What stands in the text at the places of a mark's parts. */
const parts = (text: string) => first(text).parts.map(({ from, to }) => text.slice(from, to));

describe('the sign of a line', () => {
  it.each([
    ['- a', ['task: a']],
    ['-a', ['task: a']],
    ['  - a', ['task: a']],
    ['-[ ] a', ['task: a']],
    ['- [] a', ['task: a']],
    ['[ ] a', ['task: a']],
    ['☐ a', ['task: a']],
    ['? a', ['request: a']],
    ['??a', ['request: a']],
    ['! a', ['blocker: a']],
    ['!!! a', ['blocker: a']],
    ['a - b', []],
    ['- [x] a', []],
    ['- [X] a', []],
    ['-', []],
    ['--', []],
    ['-----', []],
    ['?', []],
    ['! ', []],
    ['* a', []],
    ['1. a', []],
    ['', []],
  ])('%j', (text, wanted) => expect(kinds(text)).toEqual(wanted));
  it('counts lines and places from the beginning of the text', () => {
    const text = 'x\n\n  - a @us  \n! b';
    const [task, blocker] = marks(text);
    expect(task).toMatchObject({ line: 2, from: 5, to: 12, text: 'a', owner: 'us' });
    expect(blocker).toMatchObject({ line: 3, from: 15, to: 18 });
    expect(text.slice(task?.from, task?.to)).toBe('- a @us');
  });
});

describe('owner, day and cause', () => {
  it.each<[string, Partial<Mark>]>([
    ['- a @we', { owner: 'us' }],
    ['- a @ME', { owner: 'us' }],
    ['- a @自社', { owner: 'us' }],
    ['- a @client', { owner: 'customer' }],
    ['- a @お客様', { owner: 'customer' }],
    ['- a @vendor', { owner: 'third' }],
    ['- a @他社', { owner: 'third' }],
    ['- a @usher', { who: 'usher' }],
    ['- a @Hana.Mori', { who: 'Hana.Mori' }],
    ['- @us a', { owner: 'us', text: 'a' }],
    ['- mail a@b.c', { text: 'mail a@b.c' }],
    ['- a tomorrow', { text: 'a', dueDay: '2026-11-23' }],
    ['- a by tomorrow', { text: 'a', dueDay: '2026-11-23' }],
    ['- a (tomorrow)', { text: 'a', dueDay: '2026-11-23' }],
    ['- 明日までに送る', { text: '送る', dueDay: '2026-11-23' }],
    ['- 明日に送る', { text: '送る', dueDay: '2026-11-23' }],
    ['- tomorrow', { text: 'tomorrow', dueDay: '2026-11-23' }],
    ['- a @us tomorrow b', { text: 'a b', owner: 'us', dueDay: '2026-11-23' }],
    ['- a :)', { text: 'a' }],
    ['! a #data-files', { cause: 'data', text: 'a' }],
    ['! a #DATA', { cause: 'data', text: 'a' }],
    ['! a #承認・権限', { cause: 'approval', text: 'a' }],
    ['! a#data', { text: 'a#data' }],
    ['! a #datum', { text: 'a #datum' }],
  ])('%s', (text, wanted) => expect(first(text)).toMatchObject(wanted));
  it('are only of what can have them', () => {
    expect(first('? a tomorrow')).toMatchObject({ text: 'a tomorrow' });
    expect(first('? a tomorrow')).not.toHaveProperty('dueDay');
    expect(first('- a #data')).toMatchObject({ text: 'a #data' });
    expect(first('- a #data')).not.toHaveProperty('cause');
    expect(first('- a')).not.toHaveProperty('owner');
    expect(first('- a @us')).not.toHaveProperty('who');
  });
  it('are tinted where they stand', () => {
    expect(parts('! call @us #data tomorrow')).toEqual(['@us', '#data', 'tomorrow']);
    expect(parts('  ？ ＠顧客 x')).toEqual(['＠顧客']);
    expect(parts('- a')).toEqual([]);
  });
  it.each([
    ['Data, files', 'data-files'],
    ['(x)', 'x'],
    ['承認・権限', '承認・権限'],
    ['a/b_c-d', 'a/b_c-d'],
  ])('the cause %s is written #%s', (name, word) => expect(causeWord(name)).toBe(word));
});

describe('quotes and moods', () => {
  it.each<[string, string, string | undefined]>([
    ['"a b"', 'a b', undefined],
    ['  “a b” - Mori', 'a b', 'Mori'],
    ['「a」（森）', 'a', '森'],
    ['"a" (Mori) later', 'a', 'Mori'],
    ['"a" by Mori', 'a', 'Mori'],
    ['"a" — K. Mori', 'a', 'K. Mori'],
    ['"a" and more', 'a', undefined],
  ])('%s', (text, said, who) => {
    expect(first(text)).toMatchObject({ kind: 'quote', text: said, from: text.search(/\S/) });
    expect(first(text).who).toBe(who);
  });
  it.each(['""', 'he said "a"', '「」'])('%s is none', (text) => expect(marks(text)).toEqual([]));
  it.each([
    [':)', 'positive'],
    [':-)', 'positive'],
    ['fine 🙂', 'positive'],
    [':|', 'neutral'],
    ['x :-| y', 'neutral'],
    [':(', 'negative'],
    ['😠', 'negative'],
  ] as const)('%s is %s', (text, mood) => expect(parse(text).sentiment).toBe(mood));
  it.each(['a:)', ':)b', ':', 'x'])('%s is no mood', (text) => expect(parse(text).sentiment).toBeNull());
  it('the last mood of a note is its mood, and each is marked where it stands', () => {
    expect(parse(':)\n:(').sentiment).toBe('negative');
    expect(marks('well :) ')[0]).toMatchObject({ kind: 'mood', from: 5, to: 7, text: ':)', mood: 'positive' });
    expect(kinds('- a :)')).toEqual(['task: a', 'mood: :)']);
    expect(kinds('"a" :(')).toEqual(['quote: a', 'mood: :(']);
  });
});

describe('a summary', () => {
  it.each(['Action items', '## Next steps:', '**To-dos**', 'follow-ups', '宿題：', '次のステップ', 'TODO'])(
    'lists under %s are tasks',
    (head) => expect(kinds(`${head}\n* a\n1. b\n• c\n12) d\nplain`)).toEqual(['task: a', 'task: b', 'task: c', 'task: d']),
  );
  it('has no tasks in its other parts but open boxes, and asks and blocks anywhere', () => {
    expect(kinds('Action items\n* a\nNotes:\n- b\n- [ ] c\n☐ d\n? e\n! f')).toEqual([
      'task: a',
      'task: c',
      'task: d',
      'request: e',
      'blocker: f',
    ]);
    expect(kinds('# Notes\n- b\n# Actions\n- a\n')).toEqual(['task: a']);
    // A note that is no summary keeps its tasks under any heading.
    expect(kinds('# Notes\n- b\nOther:\n* c')).toEqual(['task: b']);
    // A task that ends with a colon is no heading.
    expect(kinds('Actions\n* a:\n* b')).toEqual(['task: a:', 'task: b']);
  });
});

describe('the beginning of a line', () => {
  const plays = [
    { id: 'k', name: 'Kickoff' },
    { id: 'k2', name: 'Kickoff review' },
    { id: 'x', name: 'ab' },
  ];
  it.each([
    ['kickoff at noon', { id: 'k', length: 7 }],
    ['KICKOFF REVIEW', { id: 'k2', length: 14 }],
    ['ab', null],
    ['1:1 with Mori', { id: '', length: 3 }],
    ['Call Mori', { id: '', length: 4 }],
    ['calls', null],
    ['a kickoff', null],
    ['', null],
  ])('%s names %j', (text, wanted) => expect(playIn(text, plays)).toEqual(wanted));
});

describe('a mark written anew', () => {
  const names = { us: 'us', customer: 'customer', third: 'third' };
  const rewritten = (text: string, change: Parameters<typeof rewriteMark>[2]) => rewriteMark(text, first(text), change, names, CAUSES);
  it.each<[string, Parameters<typeof rewriteMark>[2], string]>([
    ['- a @us tomorrow', {}, '- a @us 2026-11-23'],
    ['- a @us', { owner: '' }, '- a'],
    ['- a @Mori', { text: 'b' }, '- b @Mori'],
    ['- a @Mori', { owner: 'third' }, '- a @third'],
    ['? a', { text: 'b' }, '? b'],
    ['! a #data', {}, '! a #data-files'],
    ['! a #data', { cause: '' }, '! a'],
    ['! a', { cause: 'approval', dueDay: '2026-12-01' }, '! a #承認・権限 2026-12-01'],
    ['- a tomorrow', { dueDay: '' }, '- a'],
    ['"a" - Mori', { text: 'b' }, '"b"'],
  ])('%s with %j is %s', (text, change, wanted) => expect(rewritten(text, change)).toBe(wanted));
});

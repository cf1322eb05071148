import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn } from '@/lib/core/note/day-words';
import { parseNote } from '@/lib/core/note/parse-note';
import { rewriteMark } from '@/lib/core/note/rewrite-mark';

// A Sunday.
const TODAY = '2026-11-22';
const names = { us: 'us', customer: 'customer', third: 'third' };
const marks = (text: string) => parseNote(text, TODAY).marks;
const brief = (text: string) =>
  marks(text).map(({ kind, text: words, owner, who, dueDay, mood }) => ({
    kind,
    text: words,
    ...(owner && { owner }),
    ...(who && { who }),
    ...(dueDay && { dueDay }),
    ...(mood && { mood }),
  }));

describe('days in words', () => {
  it.each([
    ['tomorrow', '2026-11-23'],
    ['next tue', '2026-11-24'],
    ['tue', '2026-11-24'],
    ['by Friday', '2026-11-27'],
    ['in 2 weeks', '2026-12-06'],
    ['10/3', '2027-10-03'],
    ['Dec 3rd', '2026-12-03'],
    ['3 Dec', '2026-12-03'],
    ['2026-12-01', '2026-12-01'],
    ['明日', '2026-11-23'],
    ['明後日', '2026-11-24'],
    ['来週月曜', '2026-11-23'],
    ['再来週の金曜日', '2026-12-04'],
    ['水曜', '2026-11-25'],
    ['３日後', '2026-11-25'],
    ['１２月３日', '2026-12-03'],
  ])('%s', (text, day) => expect(dayIn(text, TODAY)?.day).toBe(day));
  it('what happened lies behind where the year is not told', () => expect(dayIn('10/3', TODAY, true)?.day).toBe('2026-10-03'));
  it.each(['satisfied', 'monthly', 'version 2.10/3a', '1/2/3/4', 'marching', '31/31', 'no day'])('%s names no day', (text) =>
    expect(dayIn(text, TODAY)).toBeNull(),
  );
});

describe('a note', () => {
  it('plain text is a full note without marks', () => {
    expect(marks('Talked about the roster import.\nAll fine - they like it.')).toEqual([]);
    expect(parseNote('', TODAY)).toEqual({ marks: [], day: null, attendees: [], minutes: null, play: null, sentiment: null });
  });
  it('marks at the start of a line, in English', () => {
    expect(
      brief(
        '! CSV rejects class codes @us\n? Bulk edit of class codes\n- Send a sample file tue\n- [ ] Call @Mori tomorrow\n"Teachers won’t log in twice" - K. Mori\n:|',
      ),
    ).toEqual([
      { kind: 'blocker', text: 'CSV rejects class codes', owner: 'us' },
      { kind: 'request', text: 'Bulk edit of class codes' },
      { kind: 'task', text: 'Send a sample file', dueDay: '2026-11-24' },
      { kind: 'task', text: 'Call', who: 'Mori', dueDay: '2026-11-23' },
      { kind: 'quote', text: 'Teachers won’t log in twice', who: 'K. Mori' },
      { kind: 'mood', text: ':|', mood: 'neutral' },
    ]);
  });
  it('the same in Japanese, in full width', () => {
    expect(
      brief('！ＣＳＶが取り込めない　＠顧客\n？一括編集がほしい\n－サンプルを送る 明日\n・ただの箇条書き\n「二度もログインしない」'),
    ).toEqual([
      { kind: 'blocker', text: 'ＣＳＶが取り込めない', owner: 'customer' },
      { kind: 'request', text: '一括編集がほしい' },
      { kind: 'task', text: 'サンプルを送る', dueDay: '2026-11-23' },
      { kind: 'quote', text: '二度もログインしない' },
    ]);
  });
  it('day and attendees in the first line, and no sentence taken for them', () => {
    expect(parseNote('11/20 with Mori, Tanaka\nnote', TODAY)).toMatchObject({ day: '2026-11-20', attendees: ['Mori', 'Tanaka'] });
    expect(parseNote('１０／３ 森さん、田中さん', TODAY)).toMatchObject({ day: '2026-10-03', attendees: ['森さん', '田中さん'] });
    expect(parseNote('@Mori @Tanaka', TODAY)).toMatchObject({ day: null, attendees: ['Mori', 'Tanaka'] });
    for (const text of [
      '10/3 was a hard day for them. Second try.',
      'Tomorrow they decide about the budget and the plan for spring',
      'Mori, Tanaka',
    ])
      expect(parseNote(text, TODAY)).toMatchObject({ day: null, attendees: [] });
  });
  it('a pasted summary keeps its action items, and only those', () => {
    const text =
      '# Summary\n- Discussed import\n\n## Action items\n* Maya: send template by Friday\n1. Customer to name an owner\n\n## Notes\n* nothing else\n\n宿題：\n・名簿を送る 来週月曜';
    expect(brief(text)).toEqual([
      { kind: 'task', text: 'Maya: send template', dueDay: '2026-11-27' },
      { kind: 'task', text: 'Customer to name an owner' },
      { kind: 'task', text: '名簿を送る', dueDay: '2026-11-23' },
    ]);
  });
  it('a rule, a done box, a lone sign and a list inside prose are no tasks', () =>
    expect(marks('---\n- [x] done\n-\n?\n2 - 1 = 1\nWhy? Because!')).toEqual([]));
  it('places are those of the text, whatever it holds', () => {
    let seen = 0;
    const line = fc.constantFrom('- a @us tomorrow', '? b', '！ｃ ＠顧客', '"q"', ':)', 'x 😀', '', '\u202eabc', '来週');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        for (const mark of marks(text)) {
          seen += 1;
          expect(mark.from).toBeLessThanOrEqual(mark.to);
          expect(text.split('\n')[mark.line]).toContain(text.slice(mark.from, mark.to).trimEnd());
        }
      }),
    );
    expect(seen).toBeGreaterThan(50);
  });
  it('a mark is written anew on its own line', () => {
    const text = 'one\n- Send a file tue\nthree';
    const [mark] = marks(text);
    expect(rewriteMark(text, mark as never, { owner: 'customer', dueDay: '2026-12-01' }, names)).toBe(
      'one\n- Send a file @customer 2026-12-01\nthree',
    );
    expect(rewriteMark(text, mark as never, { text: 'Send two', dueDay: '' }, names)).toBe('one\n- Send two\nthree');
  });
  it('a megabyte is understood at once and not lost', () => expect(marks('- a\n'.repeat(5000)).length).toBe(5000));
});

describe('the first line', () => {
  const plays = [
    { id: 'kickoff', name: 'Kickoff' },
    { id: 'completion', name: '完了確認会' },
  ];
  it('says how long it took, and does not take other minutes for it', () => {
    const minutes = (text: string) => parseNote(text, TODAY).minutes;
    expect(minutes('Check-in 30 min')).toBe(30);
    expect(minutes('11/20 ４５分 森さん')).toBe(45);
    expect(minutes('30 minutes with Ben')).toBe(30);
    for (const text of ['Report of 12 mines', '5分前に終了', 'Check-in\n30 min', '1.30 min', 'no length']) expect(minutes(text)).toBeNull();
    expect(parseNote('11/20 45 min with Mori, Ben', TODAY)).toMatchObject({ day: '2026-11-20', attendees: ['Mori', 'Ben'], minutes: 45 });
  });
  it('names the touchpoint only where it begins with it', () => {
    const play = (text: string) => parseNote(text, TODAY, { plays }).play;
    expect(play('Kickoff with Mori')).toBe('kickoff');
    expect(play('11/20 完了確認会 森さん')).toBe('completion');
    expect(play('check-in 30 min')).toBe('');
    expect(play('定例')).toBe('');
    expect(play('We spoke about the kickoff')).toBeNull();
    expect(play('Calling about the invoice')).toBeNull();
    expect(play('')).toBeNull();
    expect(parseNote('11/20 完了確認会 45分 森さん', TODAY, { plays })).toMatchObject({
      day: '2026-11-20',
      minutes: 45,
      attendees: ['森さん'],
    });
    expect(parseNote('Kickoff with Mori, Ben', TODAY, { plays }).attendees).toEqual(['Mori', 'Ben']);
  });
  it('a blocker takes its cause after #, by name or id, and only a cause', () => {
    const causes = [{ id: 'approval', name: 'Internal approval, security, access' }];
    const mark = (text: string) => parseNote(text, TODAY, { causes }).marks[0];
    expect(mark('! SSO @customer #approval')).toMatchObject({ text: 'SSO', owner: 'customer', cause: 'approval' });
    expect(mark('! SSO #internal-approval-security-access')?.cause).toBe('approval');
    expect(mark('! Ticket #4711')).toMatchObject({ text: 'Ticket #4711' });
    const written = rewriteMark('! SSO @customer', mark('! SSO @customer') as never, { cause: 'approval' }, names, causes);
    expect(mark(written)).toMatchObject({ text: 'SSO', owner: 'customer', cause: 'approval' });
  });
});

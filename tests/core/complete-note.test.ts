import { describe, expect, it } from 'vitest';
import { completed, completeNote } from '@/lib/core/note/complete-note';

const sources = {
  people: ['Hana Mori', '森 健一', 'Ben'],
  tasks: ['Send the sample file', 'Book the kickoff'],
  requests: ['Bulk edit of class codes', '名簿の一括編集', 'ﾃﾞｰﾀ連携'],
};
const at = (text: string, caret = text.length) => completeNote(text, caret, sources, ['us', 'customer']);

describe('completion in a note', () => {
  it('offers owners and people after @, those that begin so first, as one word', () => {
    expect(at('- Call back @')?.options).toEqual(['us', 'customer', 'Hana.Mori', '森.健一', 'Ben']);
    expect(at('- Call back @mo')?.options).toEqual(['Hana.Mori']);
    // Written out: the next key is the person's own.
    expect(at('- Call back @us')).toBeNull();
    expect(at('- 連絡 ＠森')?.options).toEqual(['森.健一']);
    expect(at('mail maya@b')).toBeNull();
  });
  it('offers tasks after - and requests after ?, also in full width and kana', () => {
    expect(at('- se')?.options).toEqual(['Send the sample file']);
    expect(at('x\n？ データ')?.options).toEqual(['ﾃﾞｰﾀ連携']);
    expect(at('? bulk')).toMatchObject({ kind: 'requests', from: 2, to: 6 });
  });
  it('is silent where nothing was typed, in plain text, inside a line, and for what is written out', () => {
    expect(at('- ')).toBeNull();
    expect(at('- s')).toBeNull();
    expect(at('send')).toBeNull();
    expect(at('- se and more', 4)).toBeNull();
    expect(at('- Send the sample file')).toBeNull();
  });
  it('puts an option in at the caret and leaves the rest', () => {
    const text = '? bulk\nnext line';
    const found = at(text, 6);
    expect(found && completed(text, found, 'Bulk edit of class codes')).toEqual({
      text: '? Bulk edit of class codes\nnext line',
      caret: 26,
    });
    const person = at('- Call @han');
    expect(person && completed('- Call @han', person, 'Hana.Mori').text).toBe('- Call @Hana.Mori ');
  });
});

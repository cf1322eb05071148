import { describe, expect, it } from 'vitest';
import { noted } from '@/lib/actions/tab-note';

const word = (document: string, count: number, account: string | null) => ({
  visit: { document, count },
  account,
  address: 'https://a/1',
  sender: null,
});

describe('what a tab shows', () => {
  it('is what its document says, until that takes it back', () => {
    const open = noted(null, word('one', 1, 'c/A'));
    expect(open?.account).toBe('c/A');
    expect(noted(open, word('one', 1, null))?.account).toBeNull();
  });
  it('a late word of a document that is gone does not clear the next one', () => {
    const next = noted(noted(null, word('one', 4, 'c/A')), word('two', 1, 'c/B'));
    expect(noted(next, word('one', 4, null))).toBe(next);
  });
  it('what was left is not opened again by a word that came late', () => {
    const left = noted(noted(null, word('one', 1, 'c/A')), word('one', 1, null));
    expect(noted(left, word('one', 1, 'c/A'))).toBe(left);
    expect(noted(noted(left, word('one', 3, 'c/C')), word('one', 2, 'c/B'))?.account).toBe('c/C');
  });
  it('leaving an older account does not clear the newer one', () => {
    const newer = noted(noted(null, word('one', 1, 'c/A')), word('one', 2, 'c/B'));
    expect(noted(newer, word('one', 1, null))).toBe(newer);
  });
  it('an older visit of the same document does not come back', () => {
    const newer = noted(null, word('one', 5, 'c/B'));
    expect(noted(newer, word('one', 4, 'c/A'))).toBe(newer);
  });
  it('nothing is noted by leaving what was never told', () => {
    expect(noted(null, word('one', 1, null))).toBeNull();
  });
});

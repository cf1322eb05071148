import { describe, expect, it } from 'vitest';
import { holdsName, isSameName } from '@/lib/readers/page/same-name';

describe('a text that holds a name or an id', () => {
  it.each([
    ['Edit Acme Ltd', 'ACME LTD'],
    ['Acme, Ltd. | Admin', 'Acme Ltd'],
    ['Ａｃｍｅ　Ｌｔｄ', 'acme ltd'],
    ['Account #A-1 (open)', 'A-1'],
    ['ACC 1001', 'acc-1001'],
    ['ID: acc::9', 'acc::9'],
    ['1,234', '1234'],
    ['株式会社アクメの編集', '株式会社アクメ'],
    ['Müller/Meier GmbH', 'müller meier gmbh'],
  ])('%s holds %s', (shown, wanted) => expect(holdsName(shown, wanted)).toBe(true));
  it.each([
    ['A-12', 'A-1'],
    ['A-1-2', 'A-1'],
    ['B-A-1', 'A-1'],
    ['Acmeville', 'Acme'],
    ['Accounts', ''],
    ['Accounts', '---'],
    ['', 'A-1'],
    ['117', '17'],
    ['a+b', '.*'],
  ])('%s does not hold %s', (shown, wanted) => expect(holdsName(shown, wanted)).toBe(false));
  it('a slug is the name it was made of, and no other', () => {
    expect(isSameName('acme-kk', 'Acme KK')).toBe(true);
    expect(isSameName('acme-k', 'Acme KK')).toBe(false);
    expect(isSameName('--', '·')).toBe(false);
  });
});

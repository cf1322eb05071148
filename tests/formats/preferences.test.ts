import { describe, expect, it } from 'vitest';
import { langOf, readPreferences, spokenLang, zoneOf } from '@/lib/formats/preferences';
import { settingsMove, settingsVersion } from '@/lib/formats/stored-settings';

describe('the language spoken', () => {
  it.each([
    ['auto', 'ja-JP', 'ja'],
    ['auto', 'de', 'en'],
    ['ja', 'en-US', 'ja'],
    ['en-GB', 'ja', 'en'],
    ['pt-BR', 'ja', 'en'],
  ])('%s in a browser that speaks %s is %s', (lang, browser, wanted) => expect(langOf({ lang }, browser, ['en', 'ja'])).toBe(wanted));
  it('prefers the very tag to its first part', () => {
    expect(spokenLang('pt-br', ['en', 'pt', 'pt-BR'])).toBe('pt-BR');
    expect(spokenLang('pt-PT', ['en', 'pt', 'pt-BR'])).toBe('pt');
  });
});

describe('values as they are stored', () => {
  it.each([
    ['zone', 'Asia/Tokyo', true],
    ['zone', 'auto', true],
    ['zone', 'browser', false],
    ['zone', 5, false],
    ['lang', 'zh-Hant', true],
    ['lang', '', false],
    ['lang', 'x'.repeat(40), false],
    ['backup', 'weekly', true],
    ['backup', 'daily', false],
    ['ownHolidays', 'monday', false],
  ])('%s %o: %o', (name, value, isGood) => expect(readPreferences({ [name]: value }, {}).wrong.length === 0).toBe(isGood));
  it('names of the language are no settings', () =>
    expect(readPreferences({ constructor: 1, __proto__: { zone: 'x' } }, {}).wrong).toEqual([]));
  it('days are counted in the chosen zone, else in that of the machine', () => {
    expect(zoneOf({ zone: 'Asia/Tokyo' })).toBe('Asia/Tokyo');
    expect(zoneOf({ zone: 'auto' })).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});

describe('the form of stored settings', () => {
  it('is told by its version; an unknown one is the first', () => {
    expect([undefined, null, { v: 'x' }, { v: 2 }].map(settingsVersion)).toEqual([1, 1, 1, 2]);
    expect(settingsMove({ settings: { v: 2 }, wizard: 1 })).toBeNull();
    expect(settingsMove({ wizard: 1, 'drift:a': 1, drifting: 1 })).toEqual({ set: { settings: { v: 2 } }, remove: ['wizard', 'drift:a'] });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parse } from '@/lib/formats/field-schema';
import { parseValue } from '@/lib/readers/page/parse/parse-value';

const ZONE = 'Asia/Tokyo';
const now = Date.parse('2026-11-22T14:00:00+09:00');
const LOCALES = 'en-US en-GB de de-AT de-CH fr es it pt-BR pt-PT nl sv da nb fi pl ko zh-Hans zh-Hant ja'.split(' ');
const OTHERS = 'en-CA fr-CA es-MX cs sk hr hu ro ru uk bg el tr lt lv et id vi th ar-EG fa he hi ca is'.split(' ');
const read = (text: string, parse: Parse, locale: string) => parseValue(text, parse, { locale, zone: ZONE, now }).value;
const moment = fc.integer({ min: Date.parse('2001-01-01T00:00:00Z'), max: Date.parse('2079-12-31T00:00:00Z') });

/** Texts that are read as what they are, of all; one that is read as something else fails at once. */
function share(all: { text: string; locale: string; got: unknown; want: unknown }[]): number {
  expect(all.filter(({ got, want }) => got !== null && got !== want)).toEqual([]);
  return all.filter(({ got }) => got !== null).length / all.length;
}

const styles = ['full', 'long', 'medium', 'short'] as const;
const clocks = [undefined, 'short', 'medium'] as const;

/** A moment as a language writes it, and what is to be read: a day, or a time in Tokyo to the minute or second. */
function written(ms: number, locale: string, dateStyle: (typeof styles)[number], timeStyle: (typeof clocks)[number]) {
  const text = new Intl.DateTimeFormat(locale, { dateStyle, ...(timeStyle && { timeStyle }), timeZone: ZONE }).format(ms);
  const wall = new Date(ms + 9 * 3_600_000).toISOString();
  const seconds = timeStyle === 'medium' ? wall.slice(17, 19) : '00';
  return { text, want: timeStyle === undefined ? wall.slice(0, 10) : `${wall.slice(0, 17)}${seconds}+09:00` };
}

describe.each([...LOCALES, ...OTHERS])('what the platform writes in %s', (locale) => {
  it('as a date or a time is read as the same one, or not at all', () => {
    const all: { text: string; locale: string; got: unknown; want: unknown }[] = [];
    fc.assert(
      fc.property(moment, fc.constantFrom(...styles), fc.constantFrom(...clocks), (ms, date, clock) => {
        const { text, want } = written(ms, locale, date, clock);
        for (const language of [locale, '']) all.push({ text, locale: language, got: read(text, 'time', language), want });
      }),
      { numRuns: 60, seed: 7 },
    );
    const own = all.filter((one) => one.locale === locale);
    share(all);
    expect(share(own)).toBeGreaterThan(LOCALES.includes(locale) ? 0.6 : -1);
  });
  it('as a time from now is read as the same one, or not at all', () => {
    const units = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800, month: 2_629_800, year: 31_557_600 };
    const all = Object.entries(units).flatMap(([unit, seconds]) =>
      [-40, -7, -3, -2, -1, 1, 2, 3, 11].flatMap((count) =>
        (['long', 'short'] as const).flatMap((style) =>
          (['always', 'auto'] as const).map((numeric) => {
            const text = new Intl.RelativeTimeFormat(locale, { style, numeric }).format(count, unit as Intl.RelativeTimeFormatUnit);
            const ms = now + count * seconds * 1000;
            const whole = Math.floor(ms / (seconds * 1000)) * seconds * 1000;
            const wall = (at: number) => new Date(at + 9 * 3_600_000).toISOString();
            return {
              text,
              locale,
              got: read(text, 'time', locale),
              want: seconds >= 86_400 ? wall(ms).slice(0, 10) : `${wall(whole).slice(0, 19)}+09:00`,
            };
          }),
        ),
      ),
    );
    expect(share(all)).toBeGreaterThan(LOCALES.includes(locale) ? 0.85 : -1);
  });
  it('as a number is read as the same one, or not at all', () => {
    const all: { text: string; locale: string; got: unknown; want: unknown }[] = [];
    const add = (value: number, language: string) => {
      const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
      all.push({ text, locale: language, got: read(text, 'number', language), want: value });
    };
    const cents = fc.integer({ min: -999_999_999, max: 999_999_999 }).map((value) => value / 100);
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -9_999_999, max: 9_999_999 }), cents), (value) => {
        for (const language of [locale, '']) add(value, language);
      }),
      { seed: 7 },
    );
    const own = all.filter((one) => one.locale === locale);
    share(all);
    expect(share(own)).toBeGreaterThan(LOCALES.includes(locale) && locale !== 'es' ? 0.99 : 0.5);
  });
  it('as a large number in words is read as the same one, or not at all', () => {
    const all = [3, 4, 5, 6, 7, 8, 9].flatMap((power) =>
      [1, 2, 5, 12].flatMap((lead) =>
        (['short', 'long'] as const).flatMap((compactDisplay) => {
          const want = lead * 10 ** power;
          const text = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay }).format(want);
          return [locale, ''].map((language) => ({ text, locale: language, got: read(text, 'number', language), want }));
        }),
      ),
    );
    expect(share(all)).toBeGreaterThan(0.2);
  });
});

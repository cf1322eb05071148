import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, businessDaysBetween, isBusinessDay, workCalendar } from '@/lib/core/business-days';
import { addMonths, dayAt, formatDay, parseDay } from '@/lib/core/day';
import { zoneOffset } from '@/lib/core/zone';

const HOUR = 3_600_000;
const at = (iso: string, zone: string) => formatDay(dayAt(Date.parse(iso), zone));
const plus = (iso: string, months: number) => formatDay(addMonths(parseDay(iso) as number, months));

describe('the day in a zone', () => {
  it.each([
    ['2026-11-20T14:59:59.999Z', 'Asia/Tokyo', '2026-11-20'],
    ['2026-11-20T15:00:00Z', 'Asia/Tokyo', '2026-11-21'],
    // Tongatapu is 13 hours ahead, Pago Pago 11 behind: two days at one time.
    ['2026-11-20T11:00:00Z', 'Pacific/Tongatapu', '2026-11-21'],
    ['2026-11-20T10:59:59Z', 'Pacific/Pago_Pago', '2026-11-19'],
    ['2026-11-20T11:00:00Z', 'Pacific/Pago_Pago', '2026-11-20'],
    // The night on which New York leaves, and enters, daylight saving time.
    ['2026-11-01T03:59:59Z', 'America/New_York', '2026-10-31'],
    ['2026-11-01T04:00:00Z', 'America/New_York', '2026-11-01'],
    ['2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01'],
    ['2026-11-02T05:00:00Z', 'America/New_York', '2026-11-02'],
    ['2026-03-09T03:59:59Z', 'America/New_York', '2026-03-08'],
    // Three quarters of an hour, and a day that Samoa left out.
    ['2026-11-20T18:15:00Z', 'Asia/Kathmandu', '2026-11-21'],
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['1970-01-01T00:00:00Z', 'America/Los_Angeles', '1969-12-31'],
    ['1900-01-01T00:00:00Z', 'Europe/London', '1900-01-01'],
    ['+275760-09-12T23:59:59.999Z', 'UTC', '+275760-09-12'],
    ['9999-12-31T23:00:00Z', 'Asia/Tokyo', '+010000-01-01'],
  ])('%s in %s is %s', (iso, zone, day) => {
    expect(at(iso, zone)).toBe(day);
  });
  it('is what the platform writes, at any time', () => {
    const zones = [
      'Asia/Tokyo',
      'America/New_York',
      'Europe/London',
      'Pacific/Tongatapu',
      'Pacific/Pago_Pago',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
    ];
    const formats = new Map(zones.map((zone) => [zone, new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })]));
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: Date.parse('2099-12-31') }), (zone, ms) => {
        expect(formatDay(dayAt(ms, zone))).toBe(formats.get(zone)?.format(ms));
      }),
    );
  });
  it('knows offsets to the second, and no zone that is none', () => {
    expect(zoneOffset(Date.parse('2026-11-20T00:00:00Z'), 'Asia/Tokyo')).toBe(9 * HOUR);
    expect(zoneOffset(Date.parse('2026-11-20T00:00:00Z'), 'UTC')).toBe(0);
    expect(zoneOffset(Date.parse('2026-07-01T00:00:00Z'), 'America/St_Johns')).toBe(-2.5 * HOUR);
    expect(zoneOffset(Date.parse('1880-01-01T00:00:00Z'), 'Asia/Tokyo')).toBe(9 * HOUR + 18 * 60_000 + 59_000);
    expect(() => dayAt(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('calendar months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-08-31', -2, '2026-06-30'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['1999-12-31', 1200, '2099-12-31'],
    ['9999-12-31', 1, '+010000-01-31'],
  ])('%s and %i months is %s', (day, months, wanted) => {
    expect(plus(day, months)).toBe(wanted);
  });
  it('keep the day of the month, or take the last one there is', () => {
    const dates = fc.integer({ min: -200_000, max: 2_000_000 });
    fc.assert(
      fc.property(dates, fc.integer({ min: -1200, max: 1200 }), (day, months) => {
        const [from, to] = [new Date(day * 86_400_000), new Date(addMonths(day, months) * 86_400_000)];
        const months12 = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
        expect(months12(to) - months12(from)).toBe(months);
        const isLast = new Date(to.getTime() + 86_400_000).getUTCDate() === 1;
        expect(to.getUTCDate() === from.getUTCDate() || (isLast && to.getUTCDate() < from.getUTCDate())).toBe(true);
      }),
    );
  });
  it('end with the last day that a Date can hold', () => {
    expect(formatDay(addMonths(100_000_000, 1200))).toBe('+275760-09-13');
    expect(formatDay(addMonths(-100_000_000, -1200))).toBe('-271821-04-20');
    expect(formatDay(1e12)).toBe('+275760-09-13');
  });
});

describe('names of days', () => {
  it('come back as the day they name, also in far years', () => {
    fc.assert(fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (day) => void expect(parseDay(formatDay(day))).toBe(day)));
  });
  it.each(['2026-02-29', '2026-13-01', '26-01-01', '', '+275760-09-14', 'never'])('%s names none', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe('business days', () => {
  it('are the same counted one by one and in weeks', () => {
    const day = fc.integer({ min: 20_000, max: 21_000 });
    const weekend = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 });
    fc.assert(
      fc.property(day, day, weekend, fc.array(day, { maxLength: 20 }), (from, to, off, holidays) => {
        const calendar = workCalendar({ weekend: off, holidays: holidays.map(formatDay) });
        let count = 0;
        for (let one = Math.min(from, to) + 1; one <= Math.max(from, to); one += 1) if (isBusinessDay(one, calendar)) count += 1;
        expect(Math.abs(businessDaysBetween(from, to, calendar))).toBe(count);
        expect(businessDaysBetween(from, addBusinessDays(from, 9, calendar), calendar)).toBe(9);
      }),
    );
  });
});

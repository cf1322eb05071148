import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import holidays from '@/public/playbooks/holidays-jp.json';
import { holidaysJpFile } from './holidays-jp';

const thisYear = new Date().getUTCFullYear();
const ofYear = (year: number) => holidays.days.filter((day) => day.startsWith(`${year}-`));

// Japan has had 16 holidays a year or more since 2016; a year without them would count every one of them as a business day.
it.each(Array.from({ length: 12 }, (_, at) => thisYear - 1 + at))('the holidays of %i are known', (year) =>
  expect(ofYear(year).length).toBeGreaterThanOrEqual(16),
);

it('the file is what the package says: npm run holidays makes it anew', () => {
  expect(readFileSync('public/playbooks/holidays-jp.json', 'utf8')).toBe(holidaysJpFile());
});

it('holds what the Cabinet Office announced', () => {
  expect(ofYear(2027)).toEqual([
    ...['2027-01-01', '2027-01-11', '2027-02-11', '2027-02-23', '2027-03-21', '2027-03-22', '2027-04-29', '2027-05-03', '2027-05-04'],
    ...['2027-05-05', '2027-07-19', '2027-08-11', '2027-09-20', '2027-09-23', '2027-10-11', '2027-11-03', '2027-11-23'],
  ]);
  expect(ofYear(2026).slice(-6)).toEqual(['2026-09-21', '2026-09-22', '2026-09-23', '2026-10-12', '2026-11-03', '2026-11-23']);
});

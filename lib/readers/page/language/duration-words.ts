import { LANGUAGES, perLocale, WordTable } from './languages';

const UNITS = { second: 1 / 60, minute: 1, hour: 60, day: 1440, week: 10_080 } as const;
/** What people write beside the words of the platform's data. */
const SHORT: Record<string, number> = {
  ...{
    s: 1 / 60,
    sec: 1 / 60,
    secs: 1 / 60,
    秒: 1 / 60,
    m: 1,
    min: 1,
    mins: 1,
    分: 1,
    分钟: 1,
    分鐘: 1,
    분: 1,
    h: 60,
    hr: 60,
    hrs: 60,
    時間: 60,
  },
  ...{ 小时: 60, 小時: 60, 시간: 60, std: 60, d: 1440, 日: 1440, 天: 1440, 일: 1440, w: 10_080, wk: 10_080, wks: 10_080, 週間: 10_080 },
};

const tableOf = perLocale(
  (locale) => {
    const table = new WordTable<number>();
    for (const unit of Object.keys(UNITS) as (keyof typeof UNITS)[])
      for (const unitDisplay of ['long', 'short'] as const) {
        const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
        for (const count of [1, 2, 5, 22])
          for (const part of format.formatToParts(count)) if (part.type === 'unit') table.add(part.value, UNITS[unit]);
      }
    return table;
  },
  () => new WordTable<number>(),
);

let all: WordTable<number> | null = null;

/** Minutes of a unit of time as a language writes it; null for what is none, or another elsewhere. */
export function minutesOf(word: string, locale: string): number | null {
  const own = tableOf(locale).get(word) ?? SHORT[word.toLowerCase().replace(/\.$/, '')];
  if (own !== undefined) return own;
  if (!all) {
    all = new WordTable();
    for (const one of LANGUAGES) all.addAll(tableOf(one));
  }
  return all.get(word) ?? null;
}

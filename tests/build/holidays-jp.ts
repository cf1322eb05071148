import holidayJp from '@holiday-jp/holiday_jp';

// Accounts older than this do not onboard any more.
const FIRST_DAY = '2020-01-01';
const DAYS_A_LINE = 10;

/** The text of `public/playbooks/holidays-jp.json`: every holiday that the package knows from 2020 on, one year a paragraph. */
export function holidaysJpFile(): string {
  const days = Object.keys(holidayJp.holidays)
    .filter((day) => day >= FIRST_DAY)
    .sort();
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  const lines = years.flatMap((year) => inLines(days.filter((day) => day.startsWith(year))));
  return `{
  "source": "National holidays of Japan, substitute holidays included, as @holiday-jp/holiday_jp ${holidayJp.VERSION} lists them (MIT licence, Copyright (c) 2016 holiday-jp); years that the Cabinet Office has not announced yet are as the law stands. Made by npm run holidays.",
  "days": [
    ${lines.join(',\n    ')}
  ]
}
`;
}

function inLines(days: string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < days.length; at += DAYS_A_LINE) {
    lines.push(
      days
        .slice(at, at + DAYS_A_LINE)
        .map((day) => `"${day}"`)
        .join(', '),
    );
  }
  return lines;
}

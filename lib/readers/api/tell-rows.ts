import { parseDay } from '@/lib/core/day';
import { readWeek } from './read-time';

/** A way into a row: names of members, one within the other. */
export type Column = string[];

/** How the entries of a list are told apart. `null`: they cannot be, and a value of one of them has no name. */
export type RowKey = { name: { column: Column; is: string | number } | null; week: Column | null };

const NAME =
  /^(?:name|key|label|code|metric|slug|id|title|field|kind|type|attribute|property|項目|名前|名称)$|(?:name|key|code|slug|[_-]id|Id)$/;
const WEEK_NAME = /week|date|day|period|start|週|日付/i;
const SETTING = { locale: 'en', zone: 'UTC', now: 0 };

/**
 * How the entry at a place is told from the others of its list: by week where the rows are weeks, by name where they are
 * named, by both where one list holds several metrics over weeks, by nothing where it is alone. Never by its place.
 * @param own way from the entry to the value that was clicked
 */
export function tellRow(rows: unknown[], at: number, own: Column): RowKey | null {
  const columns = columnsOf(rows[at]).filter((column) => column.join('\n') !== own.join('\n'));
  const days = columns.filter((column) =>
    isWeekly(
      rows.map((row) => dayIn(row, column)),
      column,
    ),
  );
  const byWeek = preferred(days, WEEK_NAME);
  const names = columns.filter((column) => isName(rows, at, column));
  const single = names.filter((column) => rows.filter((row) => valueIn(row, column) === valueIn(rows[at], column)).length === 1);
  const name = preferred(single, NAME);
  if (byWeek && (rows.length > 1 || !name || !NAME.test(name.at(-1) ?? ''))) return { name: null, week: byWeek };
  return overWeeks(rows, at, names, columns) ?? (name && named(rows, at, name)) ?? alone(rows, columns);
}

const named = (rows: unknown[], at: number, column: Column): RowKey => ({
  name: { column, is: valueIn(rows[at], column) as string | number },
  week: null,
});

/** One list for several metrics: rows of the same name are weeks of it. */
function overWeeks(rows: unknown[], at: number, names: Column[], columns: Column[]): RowKey | null {
  for (const column of sorted(names, NAME)) {
    const own = rows.filter((row) => valueIn(row, column) === valueIn(rows[at], column));
    if (own.length < 2 || own.length === rows.length) continue;
    const week = preferred(
      columns.filter((one) =>
        isWeekly(
          own.map((row) => dayIn(row, one)),
          one,
        ),
      ),
      WEEK_NAME,
    );
    if (week) return { name: { column, is: valueIn(rows[at], column) as string | number }, week };
  }
  return null;
}

/** A list of one, or rows of days: what is wrong with those is told where they are read. */
function alone(rows: unknown[], columns: Column[]): RowKey | null {
  if (rows.length === 1) return { name: null, week: null };
  const days = columns.filter((column) => WEEK_NAME.test(column.join(' ')) && areDistinct(rows.map((row) => dayIn(row, column))));
  return days[0] ? { name: null, week: days[0] } : null;
}

/** Rows whose days lie whole weeks apart; a single row's only where its column is called so. */
function isWeekly(days: (number | null)[], column: Column): boolean {
  if (!areDistinct(days)) return false;
  if (days.length === 1) return WEEK_NAME.test(column.join(' ')) && days[0] !== null;
  const inOrder = (days as number[]).toSorted((a, b) => a - b);
  return inOrder.every((day, at) => at === 0 || (day - (inOrder[at - 1] as number)) % 7 === 0);
}

const areDistinct = (days: (number | null)[]) => days.every((day) => day !== null) && new Set(days).size === days.length;

/** A column that holds a name in every row: no number with a fraction, no day, no yes or no. */
function isName(rows: unknown[], at: number, column: Column): boolean {
  // Places in a row without names are no names; a row's only number is its value.
  if (/^\d+$/.test(column.join(''))) return false;
  const called = NAME.test(column.at(-1) ?? '');
  return rows.every((row, index) => {
    const value = valueIn(row, column);
    if (typeof value === 'number') return called && Number.isInteger(value);
    if (typeof value !== 'string' || value.trim() === '' || dayIn(row, column) !== null) return false;
    return called || index !== at || /\p{L}/u.test(value);
  });
}

function sorted(columns: Column[], called: RegExp): Column[] {
  const rank = (column: Column) => (called.test(column.at(-1) ?? '') || called.test(column[0] ?? '') ? 0 : 1);
  return columns.toSorted((a, b) => rank(a) - rank(b) || a.length - b.length);
}

const preferred = (columns: Column[], called: RegExp): Column | null => sorted(columns, called)[0] ?? null;

/** Columns of a row that hold plain values, at most two deep. */
function columnsOf(row: unknown): Column[] {
  if (row === null || typeof row !== 'object') return [];
  return Object.entries(row).flatMap(([name, value]): Column[] => {
    if (value === null || typeof value !== 'object') return [[name]];
    if (Array.isArray(value)) return [];
    return Object.entries(value).flatMap(([inner, one]): Column[] => (one !== null && typeof one === 'object' ? [] : [[name, inner]]));
  });
}

export function valueIn(row: unknown, column: Column): unknown {
  return column.reduce<unknown>((value, name) => (value !== null && typeof value === 'object' ? Reflect.get(value, name) : undefined), row);
}

/** The day that a column holds: as a text, or as a number where the column is called so. */
function dayIn(row: unknown, column: Column): number | null {
  const value = valueIn(row, column);
  const said = typeof value === 'string' ? /^\d{4}/.test(value) : typeof value === 'number' && WEEK_NAME.test(column.join(' '));
  return said ? parseDay(readWeek(value, SETTING).value ?? '') : null;
}

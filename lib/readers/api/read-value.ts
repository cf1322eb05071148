import type { ReadingValue } from '@/lib/core/account/reading';
import { foldText } from '../page/fold-text';
import { parseValue } from '../page/parse/parse-value';
import { ok, type Parsed, type ParseSetting, problem } from '../page/parse/parsed';
import type { MetricType } from './metric-types';
import { readTime } from './read-time';

type Plain = string | number | boolean;

const LONGEST_SEEN = 80;
const MOST_SEEN = 4;

/**
 * Reads a value of a reply as its metric's type says, by the same parsers as a page's text. What is no such value is
 * unknown with the reason, and never kept as it came.
 * @param type null where nobody says: numbers, yes and no, and texts are taken for what they are
 */
export function readValue(value: unknown, type: MetricType | null, setting: ParseSetting): Parsed<NonNullable<ReadingValue>> {
  if (value === undefined) return problem('not in the reply');
  if (value === null) return problem('blank');
  if (typeof value === 'object') return Array.isArray(value) ? refuseList(value) : readGroup(value, type, setting);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return problem('not a plain value');
  return type === 'perName' ? problem('not a plain value', seen(value)) : readPlain(value, type, setting);
}

function readPlain(value: Plain, type: Exclude<MetricType, 'perName'> | null, setting: ParseSetting): Parsed<Plain> {
  switch (type) {
    case 'number':
      return readNumber(value, setting);
    case 'percent':
      return readShare(value, setting);
    case 'date':
    case 'time':
      return readTime(value, type, setting);
    case 'yesNo':
      // Digits are yes and no in many an API; any other number is neither.
      return typeof value === 'boolean' ? ok(value) : parseValue(String(value), 'yesNo', setting);
    case 'text':
      return typeof value === 'boolean' ? problem('not a text', seen(value)) : parseValue(String(value), 'text', setting);
    case 'first':
    case 'second':
    case 'duration':
      return typeof value === 'string' ? parseValue(value, type, setting) : readNumber(value, setting);
    case null:
      return typeof value === 'string'
        ? parseValue(value, 'text', setting)
        : typeof value === 'number'
          ? readNumber(value, setting)
          : ok(value);
  }
}

/** A number as programs write it; `1113`, `-3.50`, `1e3`. */
const MACHINE = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
/** 1234 in one language and 1.234 in another. */
const TWO_NUMBERS = /^[+-]?\d{1,3}\.\d{3}$/;

/**
 * A number, or a text that is one. Programs write numbers one way, people in their language's; a text that is a number both
 * ways counts only where both are the same.
 */
function readNumber(value: Plain, setting: ParseSetting): Parsed<number> {
  if (typeof value === 'number') return Number.isFinite(value) ? ok(value) : problem('not a number', String(value));
  if (typeof value === 'boolean') return problem('not a number', String(value));
  const text = foldText(value);
  // A count that turned into a share is not that many.
  if (text.includes('%')) return problem('not a number', text);
  const told = parseValue(value, 'number', setting) as Parsed<number>;
  const machine = MACHINE.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(machine) || told.value === machine) return told;
  return told.value === null && !TWO_NUMBERS.test(text) ? ok(machine) : problem('which number', text);
}

/** A share as 0 to 1: with its sign, from 2 on in hundredths, below 1 as it stands. 1 is all of it, or one in a hundred. */
function readShare(value: Plain, setting: ParseSetting): Parsed<number> {
  const signed = typeof value === 'string' && /[%％]/.test(value);
  const number = readNumber(signed ? value.replace(/\s*[%％]\s*$/, '') : value, setting);
  if (number.value === null) return number;
  if (signed) return ok(number.value / 100);
  if (number.value < 0) return problem('not a number', seen(value));
  if (number.value < 1) return number;
  if (number.value === 1 || (number.value < 2 && !Number.isInteger(number.value))) return problem('which number', seen(value));
  return ok(number.value / 100);
}

/** Numbers by name, for metrics that hold them; one that is no number makes all unknown: a sum without it would be wrong. */
function readGroup(group: object, type: MetricType | null, setting: ParseSetting): Parsed<Record<string, number>> {
  if (type !== null && type !== 'perName') return problem('not a plain value', seen(group));
  const numbers: Record<string, number> = {};
  for (const [name, one] of Object.entries(group)) {
    if (typeof one !== 'number' && typeof one !== 'string') return problem('not a plain value', seen(group));
    const read = readNumber(one, setting);
    if (read.value === null) return problem('not a number', `${name}: ${seen(one)}`);
    Object.defineProperty(numbers, name, { value: read.value, enumerable: true, configurable: true, writable: true });
  }
  return ok(numbers);
}

/** Several values where one is meant: a name that stands twice, two records where one was. */
function refuseList(list: unknown[]): Parsed<never> {
  if (list.length < 2 || list.some((one) => one !== null && typeof one === 'object')) return problem('not a plain value', seen(list));
  return problem('several in the reply', list.slice(0, MOST_SEEN).map(seen).join(', '));
}

/** A value as a reason shows it. */
export function seen(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > LONGEST_SEEN ? `${text.slice(0, LONGEST_SEEN)}…` : text;
}

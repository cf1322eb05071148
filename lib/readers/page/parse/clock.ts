import { hoursOf, isDateJoiner, isWeekday } from '../language/date-words';
import { foldWord } from '../language/languages';
import { CLOCK_WORDS, DATE_JOINERS } from '../language/small-words';

const ZONES: Record<string, number> = {
  ...{ z: 0, utc: 0, gmt: 0, jst: 540, kst: 540, cet: 60, cest: 120, mez: 60, mesz: 120, est: -300, edt: -240, pst: -480, pdt: -420 },
};
const ZONE = '[[(]?((?:gmt|utc)\\s?[+\\-−]\\d{1,2}(?::?\\d{2})?|[+\\-−]\\d{2}:?\\d{2}|z|[a-z]{3,4})[\\])]?';
const AFTER = new RegExp(`^(.*\\d.*?)\\s*${ZONE}$`, 'i');
const BEFORE = new RegExp(`^${ZONE}\\s+(.*\\d.*)$`, 'i');
const CLOCK =
  /^(?<lead>\D*?)\s*(?<hour>\d{1,2})(?:\s*(?<sign>[:.h時时點点시])\s*(?:(?<minute>\d{1,2})(?:\s*(?:[:.分분]|min\.?|mn\.?)\s*(?:(?<second>\d{1,2})(?:[.,]\d{1,9})?\s*(?:[秒초]|sec\.?|s\.?)?)?)?)?)?(?<trail>\D*)$/iu;

/**
 * A time of day behind a date: `14:32`, `14.32 Uhr`, `14 h 32`, `오후 3:05`, `at 2 p.m.`, with or without a zone.
 * @param text folded; nothing but the time and the words around it
 * @returns seconds since midnight and, where a zone is named, its offset in minutes; null for any other text
 */
export function clock(text: string, locale: string): { seconds: number; offset: number | null } | null {
  const plain = text.replace(/\bnoon$/i, '12:00').replace(/\bmidnight$/i, '0:00');
  const { rest, offset } = zoneIn(plain);
  const match = CLOCK.exec(rest)?.groups;
  if (!match) return null;
  const { sign, minute, second } = match;
  if ((sign === ':' || sign === '.') && (minute === undefined || minute.length !== 2)) return null;
  const around = [...wordsIn(match.lead ?? '', locale), ...wordsIn(match.trail ?? '', locale)];
  const half = around.filter((word) => !CLOCK_WORDS.has(foldWord(word)));
  const told = sign !== undefined || around.length > 0 || /\b(?:at|um|kl|klo|à|às|alle|las|ore)\b/iu.test(match.lead ?? '');
  if (!told || half.length > 1) return null;
  const hour = half.length === 0 ? Number(match.hour) : halfHour(Number(match.hour), half[0] as string, locale);
  if (hour === null || hour > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null;
  return { seconds: hour * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0), offset };
}

/** The words around a time that mean something: `Uhr`, or what names the part of the day, as `de la tarde`. */
function wordsIn(text: string, locale: string): string[] {
  const isClock = (word: string) => CLOCK_WORDS.has(foldWord(word));
  const isSmall = (word: string) => DATE_JOINERS.has(foldWord(word)) || isDateJoiner(word, locale) || isWeekday(word, locale);
  const words = text
    .replace(/[()[\],،・·]/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{M}]/u.test(word));
  const rest = words.filter((word) => !isClock(word)).join(' ');
  // Small words within the name of a part of the day belong to it, and `am` is a small word in German only.
  const telling = rest !== '' && hoursOf(rest, locale) ? rest : words.filter((word) => !isClock(word) && !isSmall(word)).join(' ');
  return [...words.filter(isClock), ...(telling === '' ? [] : [telling])];
}

/** The one hour of the day (0 to 23) at which a word for a part of it fits; null where none or two do. */
function halfHour(hour: number, word: string, locale: string): number | null {
  const hours = hoursOf(word, locale);
  const fits = [...new Set(hour > 12 ? [hour] : [hour % 12, (hour % 12) + 12])].filter((one) => hours?.has(one));
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

function zoneIn(text: string): { rest: string; offset: number | null } {
  const after = AFTER.exec(text);
  const [rest, name] = after ? [after[1], after[2]] : [BEFORE.exec(text)?.[2], BEFORE.exec(text)?.[1]];
  const offset = name === undefined ? undefined : zoneOffset(name.toLowerCase().replace('−', '-'));
  return offset === undefined || rest === undefined ? { rest: text, offset: null } : { rest: rest.trim(), offset };
}

/** Minutes; undefined for a zone that is not known. */
function zoneOffset(name: string): number | undefined {
  const match = /^(?:gmt|utc)?\s?([+-])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (match) return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
  return ZONES[name];
}

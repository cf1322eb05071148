import { dayIn } from './day-words';
import { type PlayName, playIn } from './play-in';

export const MINUTES = /(?:^|[^\d.,])(\d{1,3})\s*(?:min(?:ute)?s?(?![\p{L}])|分(?!前|後|の|析|類|岐))/iu;

/** What the first line says besides its words. */
export interface NoteHead {
  day: string | null;
  attendees: string[];
}

/** The first line without the day and the time that it begins with. */
export function afterDay(line: string, today: string): string {
  const found = dayIn(line, today, true);
  const opens = found !== null && line.slice(0, found.from).trim() === '';
  return (opens ? line.slice(found.to) : line).replace(
    /^\s*(?:\([^)]{1,3}\)|（[^）]{1,3}）)?\s*(?:\d{1,2}:\d{2}(?:\s*[-–~〜]\s*(?:\d{1,2}:\d{2})?)?)?[\s,、:：]*/,
    '',
  );
}

/** `11/20 with Mori, Tanaka` · 10/3 森さん、田中さん · `@Mori @Tanaka`: nothing but a day and names. */
export function headOf(line: string, today: string, plays: PlayName[]): NoteHead | null {
  const found = dayIn(line, today, true);
  const opens = found !== null && line.slice(0, found.from).trim() === '';
  const all = afterDay(line, today);
  const named = playIn(all, plays);
  const rest = all
    .slice(named?.length ?? 0)
    .replace(MINUTES, ' ')
    .trim();
  const led = /^(?:with|w\/|attendees:?|participants:?|参加者?[:：]?|出席者?[:：]?|同席[:：]?)\s*/i.exec(rest);
  if (!opens && !led && !/^@/.test(rest)) return null;
  const names = rest
    .slice(led?.[0].length ?? 0)
    .split(/[,、，;]|\s+(?:and|と)\s+|\s(?=@)/)
    .map((name) => name.replace(/^@/, '').trim())
    .filter(Boolean);
  // A first line that goes on as a sentence is part of the note.
  if (names.some((name) => name.length > 30 || /[.。!?！？]/.test(name) || name.split(/\s+/).length > 4)) return null;
  if (
    names.length > 0 &&
    !led &&
    !/^@/.test(rest) &&
    !names.every((name) => /^\p{Lu}|[\p{Script=Han}\p{Script=Katakana}]|さん$|様$/u.test(name))
  )
    return null;
  return opens || names.length > 0 ? { day: opens ? found.day : null, attendees: names } : null;
}

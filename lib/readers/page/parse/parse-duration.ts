import { minutesOf } from '../language/duration-words';
import { plainNumber } from './parse-number';
import { ok, type Parsed, type ParseSetting, problem } from './parsed';

const PART = /^[\s,]*(?:(?:and|und|et|y|e|en|och|og|ja|i)\s+)?(\d[\d.,]*)\s*(\p{L}[\p{L}\p{M}]*(?:\p{L}|\.(?!\d))?)/u;

/** A length of time in minutes: `3h 20m`, `1:30:00`, `2時間30分`, `3 Std. 20 Min.`, `1,5 heures`. */
export function parseDuration(text: string, setting: ParseSetting): Parsed<number> {
  const clock = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (clock) return ok(Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60);
  let rest = text;
  let sum = 0;
  while (rest.trim() !== '') {
    const match = PART.exec(rest);
    if (!match) return problem('not a duration', text);
    const number = plainNumber(match[1] ?? '', setting);
    if (number === 'open') return problem('which sign', text);
    const each = minutesOf(match[2] ?? '', setting.locale);
    if (number === null || each === null) return problem('not a duration', text);
    sum += number * each;
    rest = rest.slice(match[0].length);
  }
  return text.trim() === '' ? problem('not a duration', text) : ok(sum);
}

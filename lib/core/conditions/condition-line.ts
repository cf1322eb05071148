import { tell } from '../phrase';
import { inLang, type Lang, type Text } from '../text';
import type { Comparison, Condition } from './condition-schema';
import type { LineSetting } from './condition-words';

const signs: Partial<Record<Comparison, string>> = { '<=': '≤', '>=': '≥', '!=': '≠' };

/** A comparison as people write it. */
export function sign(is: Comparison): string {
  return signs[is] ?? is;
}

/** A condition as one line for people: `active share of seats < 40 %, 2 weeks running`. */
export function conditionLine(condition: Condition, s: LineSetting): string {
  const { playbook, lang } = s;
  const w = s.words.conditions;
  const line = (part: Condition) => conditionLine(part, s);
  const group = (part: Condition) => ('all' in part || 'any' in part ? `(${line(part)})` : line(part));
  const metricOf = (id: string) => playbook.metrics.find((other) => other.id === id);
  const metric = (id: string) => nameIn(metricOf(id), lang) ?? id;
  const number = (value: number, asPercent: boolean) => (asPercent ? `${Math.round(value * 1000) / 10} %` : String(value));
  const amount = (value: unknown, asPercent = false): string => {
    if (typeof value === 'number') return number(value, asPercent);
    if (value === null || typeof value !== 'object') return String(value);
    const times = 'times' in value && typeof value.times === 'number' ? value.times : 1;
    if ('threshold' in value) return number((playbook.thresholds[String(value.threshold)] ?? Number.NaN) * times, asPercent);
    if ('months' in value) return tell(w.months, { n: Number(value.months) }, w.lang);
    return `${times === 1 ? '' : `${times} × `}${metric(String((value as { metric: string }).metric))}`;
  };
  const name = (id: string) =>
    nameIn(
      playbook.plays.find((play) => play.id === id) ?? playbook.plays.flatMap((play) => play.items).find((item) => item.id === id),
      lang,
    ) ?? (id === 'any' ? w.anyItem : id);
  const event = (text: string) => {
    const [kind = '', id] = text.split(':');
    return id ? (kind === 'metric' ? metric(id) : name(id)) : (w.events[kind] ?? kind);
  };
  const about = (phrase: string, what: string) => tell(phrase, { what });
  const inWeeks = (what: string, weeks: unknown) => tell(w.weeks, { what, weeks: amount(weeks) });
  if ('all' in condition) return condition.all.map(group).join(w.and);
  if ('any' in condition) return condition.any.map(group).join(w.or);
  if ('not' in condition && 'held' in condition.not) return about(w.notHeld, name(condition.not.held));
  if ('not' in condition && 'itemDone' in condition.not) return about(w.notDone, name(condition.not.itemDone));
  if ('not' in condition) return about(w.not, group(condition.not));
  if ('atLeast' in condition) return tell(w.atLeast, { k: condition.atLeast, n: condition.of.length }) + condition.of.map(group).join('; ');
  if ('pace' in condition) return inWeeks(about(w.pace, metric(condition.pace)), condition.weeksInARow);
  if ('weeksInARow' in condition) return inWeeks(group(condition.of), condition.weeksInARow);
  if ('itemDone' in condition) return about(w.done, name(condition.itemDone));
  if ('held' in condition) return about(w.held, name(condition.held));
  if ('measurementMissed' in condition) return w.measured;
  if ('criteriaMet' in condition) return w.criteria;
  const limit = (asPercent = false) => `${sign(condition.is)} ${amount(condition.value, asPercent)}`;
  if ('daysSince' in condition) {
    const unit = condition.days === 'business' ? w.business : w.calendar;
    return `${tell(w.since, { what: event(condition.daysSince), unit })} ${limit()}`;
  }
  if ('daysBlocked' in condition) return `${about(w.blocked, name(condition.daysBlocked))} ${limit()}`;
  if ('count' in condition) return `${w.counts[condition.count] ?? condition.count} ${limit()}`;
  if ('hoursSinceReading' in condition) {
    const what = condition.hoursSinceReading === 'any' ? w.anyReading : metric(condition.hoursSinceReading);
    return `${about(w.hours, what)} ${limit()}`;
  }
  if ('uneven' in condition) return `${about(w.uneven, metric(condition.uneven))} ${limit()}`;
  const what = metric(condition.metric);
  if ('changeOverWeeks' in condition) return `${tell(w.change, { what, n: condition.changeOverWeeks })} ${limit(true)}`;
  if ('againstMedianOfDays' in condition) return `${tell(w.median, { what, n: condition.againstMedianOfDays })} ${limit()}`;
  return `${what} ${limit(metricOf(condition.metric)?.type === 'percent')}`;
}

function nameIn(named: { name: Text } | undefined, lang: Lang): string | null {
  return named ? inLang(named.name, lang) : null;
}

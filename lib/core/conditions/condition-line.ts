import type { Playbook } from '../playbook/playbook-schema';
import { inLang, type Lang } from '../text';
import type { Comparison, Condition } from './condition-schema';

const words = {
  en: {
    and: ' and ',
    or: ' or ',
    not: 'not ',
    of: (k: number, n: number) => `at least ${k} of ${n}: `,
    weeks: (n: string) => `, ${n} weeks running`,
    since: (what: string, unit: string) => `${unit} since ${what}`,
    calendar: 'days',
    business: 'business days',
    done: ' done',
    held: ' held',
    notDone: ' not done',
    notHeld: ' not held',
    blocked: (what: string) => `days blocked: ${what}`,
    hours: (what: string) => `hours since reading of ${what}`,
    measured: 'this week’s measurement missed',
    criteria: 'all quantitative criteria met',
    uneven: (what: string) => `unevenness of ${what}`,
    pace: (what: string) => `${what} below the pace of accounts that completed`,
    change: (what: string, n: number) => `change of ${what} over ${n} weeks`,
    median: (what: string, n: number) => `${what} against its ${n}-day median`,
    months: (n: number) => `${n} months`,
    anyReading: 'any metric',
    anyItem: 'any item',
  },
  ja: {
    and: ' かつ ',
    or: ' または ',
    not: '否定: ',
    of: (k: number, n: number) => `${n}件中${k}件以上: `,
    weeks: (n: string) => `(${n}週連続)`,
    since: (what: string, unit: string) => `${what}からの${unit}`,
    calendar: '日数',
    business: '営業日数',
    done: 'が完了',
    held: 'を実施済み',
    notDone: 'が未完了',
    notHeld: 'が未実施',
    blocked: (what: string) => `停止日数: ${what}`,
    hours: (what: string) => `${what}の取得からの時間`,
    measured: '今週の計測が未実施',
    criteria: '定量条件をすべて達成',
    uneven: (what: string) => `${what}の偏り`,
    pace: (what: string) => `${what}が完了アカウントのペースを下回る`,
    change: (what: string, n: number) => `${what}の${n}週間の変化`,
    median: (what: string, n: number) => `${what}の${n}日中央値比`,
    months: (n: number) => `${n}か月`,
    anyReading: 'いずれかの指標',
    anyItem: 'いずれかの項目',
  },
} as const;

/** Names of the events and counts that conditions speak of. */
export const events: Record<string, { en: string; ja: string }> = {
  contract: { en: 'contract', ja: '契約' },
  kickoff: { en: 'kickoff', ja: 'キックオフ' },
  targetEnd: { en: 'target end', ja: '目標完了日' },
  onboarded: { en: 'onboarded', ja: '完了' },
  lastTouchpoint: { en: 'last touchpoint', ja: '最終接点' },
  lastMeeting: { en: 'last meeting', ja: '最終ミーティング' },
  lastReply: { en: 'last reply', ja: '最終返信' },
  firstUnanswered: { en: 'first contact without a reply', ja: '未返信の連絡' },
  lastReading: { en: 'last reading', ja: '最終取得' },
};
export const counts: Record<string, { en: string; ja: string }> = {
  overdueMilestones: { en: 'milestones overdue', ja: '期限超過のマイルストーン' },
  slipDays: { en: 'days of slip', ja: '遅延日数の合計' },
  unanswered: { en: 'contacts without a reply', ja: '未返信の連絡数' },
  blockers: { en: 'blocked required items', ja: '停止中の必須項目' },
};

const signs: Partial<Record<Comparison, string>> = { '<=': '≤', '>=': '≥', '!=': '≠' };

/** A comparison as people write it. */
export function sign(is: Comparison): string {
  return signs[is] ?? is;
}

/** A condition as one line for people: `active share of seats < 40 %, 2 weeks running`. */
export function conditionLine(condition: Condition, playbook: Playbook, lang: Lang): string {
  const w = inLang(words, lang);
  const line = (part: Condition) => conditionLine(part, playbook, lang);
  const group = (part: Condition) => ('all' in part || 'any' in part ? `(${line(part)})` : line(part));
  const metric = (id: string) => inLang(playbook.metrics.find((other) => other.id === id)?.name, lang) ?? id;
  const percent = (id?: string) => playbook.metrics.find((other) => other.id === id)?.type === 'percent';
  const number = (value: number, asPercent: boolean) => (asPercent ? `${Math.round(value * 1000) / 10} %` : String(value));
  const amount = (value: unknown, asPercent = false): string => {
    if (typeof value === 'number') return number(value, asPercent);
    if (value === null || typeof value !== 'object') return String(value);
    const times = 'times' in value && typeof value.times === 'number' ? value.times : 1;
    if ('threshold' in value) return number((playbook.thresholds[String(value.threshold)] ?? Number.NaN) * times, asPercent);
    if ('months' in value) return w.months(Number(value.months));
    return `${times === 1 ? '' : `${times} × `}${metric(String((value as { metric: string }).metric))}`;
  };
  const name = (id: string) =>
    inLang(playbook.plays.find((play) => play.id === id)?.name, lang) ??
    inLang(playbook.plays.flatMap((play) => play.items).find((item) => item.id === id)?.name, lang) ??
    (id === 'any' ? w.anyItem : id);
  const event = (text: string) => {
    const [kind = '', id] = text.split(':');
    return id ? (kind === 'metric' ? metric(id) : name(id)) : (inLang(events[kind], lang) ?? kind);
  };
  if ('all' in condition) return condition.all.map(group).join(w.and);
  if ('any' in condition) return condition.any.map(group).join(w.or);
  if ('not' in condition && 'held' in condition.not) return name(condition.not.held) + w.notHeld;
  if ('not' in condition && 'itemDone' in condition.not) return name(condition.not.itemDone) + w.notDone;
  if ('not' in condition) return `${w.not}${group(condition.not)}`;
  if ('atLeast' in condition) return w.of(condition.atLeast, condition.of.length) + condition.of.map(group).join('; ');
  if ('pace' in condition) return w.pace(metric(condition.pace)) + w.weeks(amount(condition.weeksInARow));
  if ('weeksInARow' in condition) return group(condition.of) + w.weeks(amount(condition.weeksInARow));
  if ('daysSince' in condition) {
    const unit = condition.days === 'business' ? w.business : w.calendar;
    return `${w.since(event(condition.daysSince), unit)} ${sign(condition.is)} ${amount(condition.value)}`;
  }
  if ('itemDone' in condition) return name(condition.itemDone) + w.done;
  if ('held' in condition) return name(condition.held) + w.held;
  if ('daysBlocked' in condition) return `${w.blocked(name(condition.daysBlocked))} ${sign(condition.is)} ${amount(condition.value)}`;
  if ('count' in condition) return `${inLang(counts[condition.count], lang)} ${sign(condition.is)} ${amount(condition.value)}`;
  if ('hoursSinceReading' in condition) {
    const what = condition.hoursSinceReading === 'any' ? w.anyReading : metric(condition.hoursSinceReading);
    return `${w.hours(what)} ${sign(condition.is)} ${amount(condition.value)}`;
  }
  if ('measurementMissed' in condition) return w.measured;
  if ('criteriaMet' in condition) return w.criteria;
  if ('uneven' in condition) return `${w.uneven(metric(condition.uneven))} ${sign(condition.is)} ${amount(condition.value)}`;
  const limit = `${sign(condition.is)} ${amount(condition.value, percent(condition.metric) || 'changeOverWeeks' in condition)}`;
  if ('changeOverWeeks' in condition) return `${w.change(metric(condition.metric), condition.changeOverWeeks)} ${limit}`;
  if ('againstMedianOfDays' in condition)
    return `${w.median(metric(condition.metric), condition.againstMedianOfDays)} ${sign(condition.is)} ${amount(condition.value)}`;
  return `${metric(condition.metric)} ${limit}`;
}

import type { Evidence } from '../conditions/evidence';
import { tell } from '../phrase';
import type { Playbook } from '../playbook/playbook-schema';
import { inLang, type Lang } from '../text';
import type { EvidenceLine } from './panel-view';
import { problemWord } from './sentence-text';
import { showMoment, showValue } from './show';
import type { ViewWords } from './view-words';

/** What a view is written for. */
export interface ViewSetting {
  playbook: Playbook;
  lang: Lang;
  words: ViewWords;
  zone: string;
  now: number;
  today: string;
}

/** The quiet line under a claim: the value, its source, where exactly. */
export function evidenceLine(evidence: Evidence[], s: ViewSetting): EvidenceLine {
  const { words } = s;
  // "Not held" is the claim itself; what tells more is the day it is counted from.
  const first = evidence.find((one) => one.kind !== 'criteria' && !(one.kind === 'play' && one.value === false)) ?? evidence[0];
  if (!first) return { icon: null, parts: [] };
  if (first.missing !== undefined) {
    const parts = [
      `${nameOf(first.about, s)} ${words.unknown}`,
      problemWord(first.missing, words.problems),
      first.source ? words.sources[first.source] : '',
      place(first.where, s),
    ];
    return { icon: 'unknown', parts: parts.filter(Boolean) };
  }
  const metric = s.playbook.metrics.find((one) => one.id === idOf(first.about));
  const parts: string[] = [];
  const weekly = evidence.filter((one) => one.about === first.about && one.week && one.kind === 'metric' && typeof one.limit === 'number');
  if (first.parts?.length === 2) parts.push(ratio(first, s));
  else if (first.kind === 'event') parts.push(first.where === 'never' ? words.never : (first.day ?? ''));
  else if (first.kind === 'change' || first.kind === 'median' || first.kind === 'pace')
    parts.push(`${name(first, s)} ${first.base ?? '?'}`);
  else if (first.kind === 'item' || first.kind === 'play') parts.push(nameOf(first.about, s), first.day ?? '');
  else if (first.kind === 'count')
    parts.push(
      ...evidence
        .filter((one) => one.kind === 'item')
        .slice(0, 2)
        .map((one) => nameOf(one.about, s)),
    );
  else if (first.kind === 'metric' || first.kind === 'uneven')
    parts.push(`${name(first, s)} ${showValue(first.value, first.kind === 'metric' ? metric : undefined, s)}`);
  else parts.push(first.day ?? (first.seenAt === undefined ? '' : showMoment(first.seenAt, s)));
  const source = first.source ?? first.parts?.find((one) => one.source)?.source;
  if (source) parts.push(words.sources[source]);
  if (weekly.length > 1 && (first.is === '<' || first.is === '<='))
    parts.push(tell(words.weeksBelow, { n: weekly.length, limit: showValue(first.limit ?? null, metric, s) }, words.lang));
  // An address says nothing at a glance; "Why" has it.
  else if (source !== 'api') parts.push(place(first.where === 'never' ? '' : first.where, s));
  return { icon: source ?? null, parts: parts.filter(Boolean) };
}

function ratio(evidence: Evidence, s: ViewSetting): string {
  const [of, to] = evidence.parts as [Evidence, Evidence];
  const metric = s.playbook.metrics.find((one) => one.id === to.about);
  return tell(s.words.of, { part: String(of.value ?? '?'), whole: showValue(to.value, metric, s) });
}

function name(evidence: Evidence, s: ViewSetting): string {
  return nameOf(evidence.about, s);
}

function idOf(about: string): string {
  return about.includes(':') ? about.slice(about.indexOf(':') + 1) : about;
}

/** The name that people know a metric, item, play or event by. */
export function nameOf(about: string, s: ViewSetting): string {
  const id = idOf(about);
  const { playbook, words } = s;
  const found =
    playbook.metrics.find((one) => one.id === id) ??
    playbook.plays.find((one) => one.id === id) ??
    playbook.plays.flatMap((play) => play.items).find((one) => one.id === id) ??
    playbook.criteria.find((one) => one.id === id);
  return found ? inLang(found.name, s.lang) : (words.conditions.events[about] ?? words.conditions.counts[about] ?? id);
}

/** `field Last login` in the reader's words → the view's language. */
export function place(where: string | undefined, s: ViewSetting): string {
  if (!where) return '';
  const { words } = s;
  if (where === 'none yet' || where === 'never') return where === 'never' ? words.never : words.noneYet;
  const field = /^(field|column) (.+)$/.exec(where);
  if (field) return tell(field[1] === 'field' ? words.field : words.column, { label: field[2] ?? '' });
  return where.length > 60 ? `${where.slice(0, 59)}…` : where;
}

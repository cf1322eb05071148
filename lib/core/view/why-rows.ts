import type { Assessment } from '../assess/assess';
import type { Stall } from '../assess/stalls';
import { conditionLine, sign } from '../conditions/condition-line';
import type { Evidence } from '../conditions/evidence';
import { tell } from '../phrase';
import { inLang } from '../text';
import { nameOf, place, type ViewSetting } from './evidence-line';
import { showAge, showMoment, showValue } from './show';

/** "Why": the rule in words, its limit, the value used, where and when it was read, what else says so, what is missing. */
export function whyRows(stall: Stall, assessment: Assessment, s: ViewSetting): { term: string; value: string }[] {
  const { words } = s;
  const evidence = stall.evidence();
  const { cause } = stall.turn();
  const rule = s.playbook.stalls.find((one) => one.id === stall.rule);
  const level = rule?.[stall.severity] ?? rule?.watch;
  const rows: { term: string; value: string }[] = [];
  const add = (term: string, value: string | null | undefined) => {
    if (value) rows.push({ term, value });
  };
  add(words.why.rule, level ? conditionLine(level.when, s) : inLang(stall.name, s.lang));
  const main = evidence.find((one) => typeof one.limit === 'number') ?? evidence[0];
  if (main) {
    add(words.why.limit, main.limit === undefined ? null : `${limitOf(main, s)} (${words.why.starting})`);
    for (const one of evidence.slice(0, 4)) add(words.why.value, usedOf(one, s));
    if (typeof main.base === 'number') add(words.why.base, String(main.base));
    add(words.why.where, [main.source && words.sources[main.source], place(main.where, s)].filter(Boolean).join(', '));
    if (main.seenAt !== undefined) add(words.why.seen, `${showMoment(main.seenAt, s)} (${showAge(main.seenAt, s.now, words)})`);
    add(words.why.otherValue, otherValue(main, assessment, s));
  }
  const causeText = cause && s.playbook.causes[cause];
  add(words.why.cause, causeText && inLang(causeText, s.lang));
  const step = stall.escalation();
  add(words.why.step, step && inLang(step, s.lang));
  const missing = evidence.filter((one) => one.missing !== undefined).map((one) => nameOf(one.about, s));
  add(words.why.missing, missing.length ? [...new Set(missing)].join(', ') : words.why.none);
  return rows;
}

function limitOf(evidence: Evidence, s: ViewSetting): string {
  return `${evidence.is ? sign(evidence.is) : ''} ${number(evidence, evidence.limit ?? null, s)}`.trim();
}

function usedOf(evidence: Evidence, s: ViewSetting): string {
  const parts = evidence.parts?.map((part) => `${nameOf(part.about, s)} ${showValue(part.value, undefined, s)}`).join(' ÷ ');
  const value = `${nameOf(evidence.about, s)}: ${number(evidence, evidence.value, s)}`;
  const when = evidence.day ?? (evidence.week ? tell(s.words.weekOf, { day: evidence.week }) : null);
  return [value, parts, when].filter(Boolean).join(' · ');
}

function number(evidence: Evidence, value: Evidence['value'], s: ViewSetting): string {
  if (evidence.kind === 'event' && typeof value === 'number') return tell(s.words.everyDay, { n: value }, s.words.lang);
  if (evidence.kind === 'change' && typeof value === 'number') return `${Math.round(value * 100)} %`;
  const metric = evidence.kind === 'metric' ? s.playbook.metrics.find((one) => one.id === evidence.about) : undefined;
  return showValue(typeof value === 'number' ? Math.round(value * 1000) / 1000 : value, metric, s);
}

function otherValue(main: Evidence, assessment: Assessment, s: ViewSetting): string | null {
  const id = main.about.replace(/^metric:/, '');
  const differing = assessment.differences.find((one) => one.metric === id);
  const { words } = s;
  const other = differing?.values.find((one) => !one.used);
  return other ? `${words.sourceHeads[other.source]} ${showValue(other.value, undefined, s)} (${words.differs})` : null;
}

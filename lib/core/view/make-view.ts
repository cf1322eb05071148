import { parseAccountKey } from '../account/account-key';
import type { Assessment } from '../assess/assess';
import type { Stall } from '../assess/stalls';
import type { Recommendation } from '../assess/touchpoints';
import { addBusinessDays, workCalendar } from '../business-days';
import { formatDay, parseDay } from '../day';
import { inLang } from '../text';
import { type ApiTrouble, apiTroubleView } from './api-trouble';
import { type Drift, driftView } from './drift-view';
import { evidenceLine, place, type ViewSetting } from './evidence-line';
import { itemView } from './item-view';
import { judgementView } from './judgement-view';
import type { EvidenceLine, NextView, PanelView, SignalView } from './panel-view';
import { reasonText } from './reason-text';
import { showAge, showDay, showShortDay, showValue } from './show';
import { whyRows } from './why-rows';
import { viewWords } from './words';

/** What is known besides the assessment. */
export interface Surroundings {
  name: string | null;
  /** Epoch ms at which page and API last gave something; null while they have not. */
  pageAt: number | null;
  apiAt: number | null;
  hasApi: boolean;
  /** What is wrong with the API; null where nothing is. */
  trouble: ApiTrouble | null;
  /** Fields of the page that can no longer be read. */
  drifts: Drift[];
}

/** Writes a view from an assessment: every sentence, number and date as people of that language read them. */
export function makeView(a: Assessment, around: Surroundings, s: ViewSetting): PanelView {
  const words = viewWords(s.lang);
  const accountId = parseAccountKey(a.account)?.id ?? a.account;
  const signals = a.stalls.map((stall) => signal(stall, a, s));
  const active = (list: SignalView[], snoozed: boolean) => list.filter((_, index) => Boolean(a.stalls[index]?.snoozedUntil) === snoozed);
  const share = a.progress.share ?? 0;
  return {
    account: a.account,
    accountId,
    name: around.name || accountId,
    lang: s.lang,
    at: a.at,
    today: a.today,
    meta: metaOf(a, s),
    progress: {
      share,
      percent: `${Math.round(share * 100)} %`,
      count: `${a.progress.done} / ${a.progress.total}`,
      done: a.judgement.onboarded,
    },
    signals: active(signals, false),
    snoozed: active(signals, true),
    differs: a.differences.map((one) => ({
      title: words.differ(inLang(one.name, s.lang)),
      rows: one.values.map((value) => ({
        source: value.source,
        word: words.Sources[value.source],
        value: showValue(value.value, undefined, s.lang),
        age: showAge(value.seenAt, a.at, words),
        used: value.used ? words.used(inLang(one.why, s.lang)) : null,
      })),
    })),
    next: a.touchpoints[0] ? nextView(a.touchpoints[0], a, s) : null,
    checklist: a.checklist.map((item) => itemView(item, s)),
    plays: s.playbook.plays
      .filter((play) => play.items.length)
      .map((play) => {
        const skip = a.skippedPlays.find((one) => one.play === play.id);
        return {
          id: play.id,
          name: inLang(play.name, s.lang),
          skipped: skip ? (typeof skip.reason === 'object' ? inLang(skip.reason, s.lang) : skip.reason) : null,
        };
      }),
    criteria: a.criteria.map((one) => ({
      id: one.id,
      name: inLang(one.name, s.lang),
      state: one.state,
      word: one.state === 'met' ? words.met : one.state === 'unmet' ? words.unmet : words.unknown,
      line: evidenceLine(one.state === 'unknown' ? one.evidence().filter((part) => part.missing !== undefined) : one.evidence(), s),
    })),
    judgement: judgementView(a, s),
    measurement: a.measurement.map((one) => ({
      metric: one.metric,
      name: inLang(one.name, s.lang),
      value:
        one.value === null
          ? null
          : showValue(
              one.value,
              s.playbook.metrics.find((metric) => metric.id === one.metric),
              s.lang,
            ),
      line: measuredLine(one, a.at, s),
    })),
    hasApi: around.hasApi,
    hasReadings: a.measurement.some((one) => one.value !== null) || a.contractDay !== null,
    freshness: [
      around.pageAt === null ? words.pageNot : words.pageAge(showAge(around.pageAt, a.at, words)),
      !around.hasApi ? '' : around.apiAt === null ? words.apiNot : words.apiAge(showAge(around.apiAt, a.at, words)),
    ]
      .filter(Boolean)
      .join(s.lang === 'ja' ? '・' : ' · '),
    problem: around.trouble && apiTroubleView(around.trouble, around.apiAt, s),
    drift: driftView(around.drifts, s),
    causes: Object.entries(s.playbook.causes).map(([id, text]) => ({ id, name: inLang(text, s.lang) })),
    owners: Object.entries(s.playbook.owners).map(([id, text]) => ({ id, name: inLang(text, s.lang) })),
  };
}

/** Where a value comes from and how old it is; for one that could not be read, why. */
function measuredLine(one: Assessment['measurement'][number], now: number, s: ViewSetting): EvidenceLine {
  const words = viewWords(s.lang);
  if (one.source === null) return { icon: null, parts: [] };
  const from = [words.sources[one.source], one.source === 'api' ? '' : place(one.where, s)];
  if (one.value === null) return { icon: 'unknown', parts: [reasonText(one.missing ?? '', s.lang), ...from].filter(Boolean) };
  return { icon: one.source, parts: [...from, one.seenAt === null ? '' : showAge(one.seenAt, now, words)].filter(Boolean) };
}

function metaOf(a: Assessment, s: ViewSetting): string[] {
  const words = viewWords(s.lang);
  if (a.judgement.onboarded)
    return [words.adoptionDay(a.stage.since().days ?? 0), words.playbook(a.judgement.playbook?.version ?? a.playbook.version)];
  const first = a.week !== null ? words.onboardingWeek(a.week, a.weeks) : a.contractDay === null ? words.noContract : words.beforeContract;
  const stage = inLang(a.stage.name, s.lang);
  const { days } = a.stage.since();
  return [first, days === null ? stage : words.stageDays(stage, days)];
}

function signal(stall: Stall, a: Assessment, s: ViewSetting): SignalView {
  const words = viewWords(s.lang);
  const { owner } = stall.turn();
  return {
    rule: stall.rule,
    severity: stall.severity,
    word: words[stall.severity],
    claim: inLang(stall.claim(), s.lang),
    owner,
    ownerWord: words.owners[owner],
    evidence: evidenceLine(stall.evidence(), s),
    why: whyRows(stall, a, s),
  };
}

function nextView(next: Recommendation, a: Assessment, s: ViewSetting): NextView {
  const words = viewWords(s.lang);
  const name = inLang(next.name, s.lang);
  const late = next.inDays !== null && next.inDays < 0;
  const rest = next.inDays === null ? '' : next.inDays === 0 ? words.today : late ? words.late(-next.inDays) : words.days(next.inDays);
  const agenda = next.agenda.map((point) => inLang(point.text, s.lang));
  const reasons = next.reasons().map((reason) => withDays(inLang(reason, s.lang), a.today, s));
  const today = parseDay(a.today) as number;
  const suggested = next.dueDay !== null && !late ? next.dueDay : formatDay(addBusinessDays(today, 1, workCalendar(s.playbook.calendar)));
  return {
    play: next.play,
    name,
    due: {
      lead: next.planned ? words.planned : words.due,
      strong: next.dueDay === null ? words.noDate : showDay(next.dueDay, a.today, s.lang),
      rest,
      late,
    },
    reasons,
    agendaTitle: words.agenda(next.minutes),
    agenda,
    agendaText: [
      `# ${name}`,
      '',
      ...reasons.map((reason) => `- ${reason}`),
      '',
      ...next.agenda.map((point, index) => `${index + 1}. ${inLang(point.text, s.lang)}${point.minutes ? ` (${point.minutes} min)` : ''}`),
    ].join('\n'),
    planned: next.planned,
    suggestedDay: suggested,
    isMeeting: next.type !== 'internal' || next.minutes !== null,
  };
}

/** Days inside a reason become days as people read them. */
function withDays(text: string, today: string, s: ViewSetting): string {
  return text.replace(/\d{4}-\d{2}-\d{2}/g, (iso) => showShortDay(iso, today, s.lang));
}

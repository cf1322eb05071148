import { parseAccountKey } from '../account/account-key';
import type { Assessment } from '../assess/assess';
import type { Stall } from '../assess/stalls';
import { tell } from '../phrase';
import { inLang } from '../text';
import { type ApiTrouble, apiTroubleView } from './api-trouble';
import { type Drift, driftView } from './drift-view';
import { evidenceLine, place, type ViewSetting } from './evidence-line';
import { itemView } from './item-view';
import { judgementView, stateWord } from './judgement-view';
import { nextView } from './next-view';
import type { EvidenceLine, PanelView, SignalView } from './panel-view';
import { problemWord } from './sentence-text';
import { showAge, showValue } from './show';
import { whyRows } from './why-rows';

/** What is known besides the assessment. */
export interface Surroundings {
  name: string | null;
  /** Epoch ms at which page and API last gave something; null while they have not. */
  pageAt: number | null;
  apiAt: number | null;
  hasApi: boolean;
  /** What is wrong with the API; null while nothing is. */
  trouble: ApiTrouble | null;
  /** Fields of the page that used to be read and no longer are. */
  drifts: Drift[];
}

/** Writes a view from an assessment: every sentence, number and date as people of that language read them. */
export function makeView(a: Assessment, around: Surroundings, s: ViewSetting): PanelView {
  const { words } = s;
  const accountId = parseAccountKey(a.account)?.id ?? a.account;
  const signals = a.stalls.map((stall) => signal(stall, a, s));
  const active = (list: SignalView[], snoozed: boolean) => list.filter((_, index) => Boolean(a.stalls[index]?.snoozedUntil) === snoozed);
  const share = a.progress.share ?? 0;
  return {
    account: a.account,
    accountId,
    name: around.name || accountId,
    lang: s.lang,
    at: s.now,
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
      title: tell(words.differ, { name: inLang(one.name, s.lang) }),
      rows: one.values.map((value) => ({
        source: value.source,
        word: words.sourceHeads[value.source],
        value: showValue(value.value, undefined, s),
        age: showAge(value.seenAt, s.now, words),
        used: value.used ? tell(words.used, { why: one.why ? inLang(one.why, s.lang) : words.newest }) : null,
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
      word: stateWord(one.state, s),
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
              s,
            ),
      line: measuredLine(one, s),
    })),
    hasApi: around.hasApi,
    hasReadings: a.measurement.some((one) => one.value !== null) || a.contractDay !== null,
    freshness: freshnessOf(around, s),
    problem: around.trouble && apiTroubleView(around.trouble, around.apiAt, s),
    drift: driftView(around.drifts, s),
    causes: Object.entries(s.playbook.causes).map(([id, text]) => ({ id, name: inLang(text, s.lang) })),
    owners: Object.entries(s.playbook.owners).map(([id, text]) => ({ id, name: inLang(text, s.lang) })),
  };
}

/** How old the values are, source by source. */
function freshnessOf({ pageAt, apiAt, hasApi }: Surroundings, { words, now }: ViewSetting): string {
  const age = (at: number) => showAge(at, now, words);
  const page = pageAt === null ? words.pageNot : tell(words.pageAge, { age: age(pageAt) });
  if (!hasApi) return page;
  return [page, apiAt === null ? words.apiNot : tell(words.apiAge, { age: age(apiAt) })].join(words.dot);
}

/** Where a value comes from and how old it is; for one that could not be read, why. */
function measuredLine(one: Assessment['measurement'][number], s: ViewSetting): EvidenceLine {
  const { words } = s;
  if (one.source === null) return { icon: null, parts: [] };
  const from = [words.sources[one.source], one.source === 'api' ? '' : place(one.where, s)];
  if (one.value === null) return { icon: 'unknown', parts: [problemWord(one.missing ?? '', words.problems), ...from].filter(Boolean) };
  return { icon: one.source, parts: [...from, one.seenAt === null ? '' : showAge(one.seenAt, s.now, words)].filter(Boolean) };
}

function metaOf(a: Assessment, s: ViewSetting): string[] {
  const { words } = s;
  if (a.judgement.onboarded)
    return [
      tell(words.adoptionDay, { n: a.stage.since().days ?? 0 }),
      tell(words.playbook, { version: a.judgement.playbook?.version ?? a.playbook.version }),
    ];
  const first =
    a.week !== null
      ? tell(words.onboardingWeek, { week: a.week, weeks: a.weeks })
      : a.contractDay === null
        ? words.noContract
        : words.beforeContract;
  const stage = inLang(a.stage.name, s.lang);
  const { days } = a.stage.since();
  return [first, days === null ? stage : tell(words.stageDays, { stage, n: days }, words.lang)];
}

function signal(stall: Stall, a: Assessment, s: ViewSetting): SignalView {
  const { words } = s;
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

import type { Owner } from '../account/entry';
import type { ProblemCode } from '../account/problem';
import type { Source } from '../account/reading';
import type { EngineCode } from '../assess/sentence';
import type { ConditionWords } from '../conditions/condition-words';
import type { Phrase } from '../phrase';
import type { Lang } from '../text';
import type { ApiTroubleKind } from './api-trouble-kinds';

/** Everything that views are written with, as data. */
export interface ViewWords extends ViewSentences {
  engine: EngineWords;
  problems: ProblemWords;
}

/** What the engine says of its own. */
export type EngineWords = Record<EngineCode, Phrase>;

/** Why a value is unknown; `{detail}` is what was seen. */
export type ProblemWords = Record<ProblemCode, string>;

/** The sentences that a view is made of. */
export interface ViewSentences {
  /** The language that these are in: it chooses plurals. */
  lang: Lang;
  /** BCP 47 names of the forms of days and of numbers. */
  dates: string;
  numbers: string;
  /** How a month is written beside a time of day. */
  month: 'numeric' | 'short';
  /** A day with its weekday. */
  day: string;
  /** A number with its unit. */
  unit: string;
  percent: string;
  quote: string;
  /** Between the names of a list, between sentences, between two short facts. */
  comma: string;
  gap: string;
  dot: string;
  minutesLong: string;

  onboardingWeek: string;
  beforeContract: string;
  noContract: string;
  stageDays: Phrase;
  adoptionDay: string;
  playbook: string;
  stall: string;
  watch: string;
  unknown: string;
  /** Sources inside a line, and at the head of one. */
  sources: Record<Source, string>;
  sourceHeads: Record<Source, string>;
  field: string;
  column: string;
  owners: Record<Owner, string>;
  due: string;
  days: Phrase;
  today: string;
  late: Phrase;
  planned: string;
  noDate: string;
  agenda: string;
  agendaMinutes: string;
  blocked: string;
  unticked: string;
  byReading: string;
  waitsFor: string;
  skipped: string;
  differ: string;
  used: string;
  newest: string;
  met: string;
  unmet: string;
  pageAge: string;
  apiAge: string;
  pageNot: string;
  apiNot: string;
  now: string;
  minutes: Phrase;
  hours: Phrase;
  daysAgo: Phrase;
  why: Record<
    'rule' | 'limit' | 'value' | 'where' | 'seen' | 'otherValue' | 'missing' | 'cause' | 'step' | 'base' | 'none' | 'starting',
    string
  >;
  differs: string;
  never: string;
  noneYet: string;
  yes: string;
  no: string;
  weeksBelow: Phrase;
  of: string;
  weekOf: string;
  everyDay: Phrase;
  criteriaMet: string;
  confirmed: string;
  notConfirmed: string;
  denied: string;
  onboardedOn: string;
  target: string;
  timeline: TimelineWords;
  conditions: ConditionWords;
  api: {
    titles: Record<ApiTroubleKind, string>;
    about: string;
    withDetail: string;
    between: string;
    still: string;
    pageGoesOn: string;
    checkSettings: string;
    tries: Phrase;
    last: string;
  };
  drift: { title: Phrase; text: string; scopes: Record<'console' | 'account' | 'page', string> };
}

/** What an account's history says of each kind of entry. */
export interface TimelineWords {
  planned: string;
  canceled: string;
  ticked: string;
  unticked: string;
  blocked: string;
  skipped: string;
  read: string;
  request: string;
  snoozed: string;
  onboarded: string;
  judged: string;
  stage: string;
  noted: string;
  values: Phrase;
  until: string;
  types: Record<string, string>;
  outcomes: Record<string, string>;
  sentiments: Record<string, string>;
  actions: Phrase;
  requests: Phrase;
  blocker: string;
  answer: string;
  states: Record<'new' | 'planned' | 'building' | 'done' | 'declined', string>;
  urgencies: Record<'low' | 'medium' | 'high', string>;
}

import type { CriterionState } from '../assess/criteria';
import type { Lang } from '../text';

/** One quiet line of evidence: an icon and its parts, always when · source · where. */
export interface EvidenceLine {
  icon: 'page' | 'api' | 'person' | 'import' | 'blocked' | 'back' | 'unknown' | null;
  parts: string[];
}

export interface SignalView {
  rule: string;
  severity: 'watch' | 'stall';
  word: string;
  claim: string;
  owner: 'customer' | 'us' | 'third';
  ownerWord: string;
  evidence: EvidenceLine;
  why: { term: string; value: string }[];
}

export interface DifferView {
  title: string;
  rows: { source: 'page' | 'api' | 'person' | 'import'; word: string; value: string; age: string; used: string | null }[];
}

export interface NextView {
  play: string;
  name: string;
  due: { lead: string; strong: string; rest: string; late: boolean };
  reasons: string[];
  agendaTitle: string;
  agenda: string[];
  /** Whole agenda as Markdown, for the clipboard. */
  agendaText: string;
  planned: { id: string; day: string } | null;
  suggestedDay: string;
  /** A touchpoint is planned and logged; measuring and internal checks are only done. */
  isMeeting: boolean;
}

export interface ItemView {
  id: string;
  play: string;
  name: string;
  state: 'done' | 'open' | 'blocked' | 'skipped';
  by: 'hand' | 'condition' | null;
  unknown: boolean;
  required: boolean;
  when: string;
  late: boolean;
  lines: EvidenceLine[];
  /** The mark that made it so, to be taken back. */
  mark: string | null;
  /** Order of attention: late and blocked first, done last. */
  weight: number;
}

export interface CriterionView {
  id: string;
  name: string;
  state: CriterionState;
  word: string;
  line: EvidenceLine;
}

export interface JudgementView {
  ready: boolean;
  onboarded: boolean;
  title: string;
  target: string;
  criteria: string;
  customer: string;
  customerState: 'confirmed' | 'denied' | 'unknown';
  quote: { text: string; line: string } | null;
  frozen: { name: string; word: string; line: string }[];
}

/**
 * Order of a view among all that one life of the background made, as it began to make them. A wall clock may be put
 * back; what comes from another life of the background is always newer, since the life before is over.
 */
export interface Turn {
  life: string;
  count: number;
}

/** What a panel shows, and all it knows: plain data in one language, bound to one account. */
export interface PanelView {
  account: string;
  accountId: string;
  name: string;
  lang: Lang;
  /** Epoch ms UTC of the assessment. */
  at: number;
  today: string;
  meta: string[];
  progress: { share: number; percent: string; count: string; done: boolean };
  signals: SignalView[];
  snoozed: SignalView[];
  differs: DifferView[];
  next: NextView | null;
  checklist: ItemView[];
  plays: { id: string; name: string; skipped: string | null }[];
  criteria: CriterionView[];
  judgement: JudgementView;
  /** Weekly metrics with their value, unknown ones told as such. */
  measurement: { metric: string; name: string; value: string | null; line: EvidenceLine }[];
  hasReadings: boolean;
  /** Whether the console has an API to ask. */
  hasApi: boolean;
  freshness: string;
  problem: { title: string; text: string; detail: string; kind: string } | null;
  /** Fields of the page that used to be read and no longer are. */
  drift: { title: string; text: string } | null;
  causes: { id: string; name: string }[];
  owners: { id: string; name: string }[];
}

export type TimelineKind =
  | 'meeting'
  | 'readings'
  | 'item'
  | 'blocked'
  | 'snooze'
  | 'judgement'
  | 'stage'
  | 'planned'
  | 'request'
  | 'answer';

/** One line of an account's history. */
export interface TimelineRow {
  id: string;
  kind: TimelineKind;
  /** Day it belongs to, as ISO and as people read it; rows come newest first. */
  day: string;
  dayText: string;
  time: string;
  lead: string;
  text: string;
  evidence: string[];
  amended: boolean;
  /** What it said before it was changed, the latest first. */
  history: { when: string; text: string }[];
  /** Address of the page on which it was read. */
  page: string | null;
  /** Set for what was taken back: the retraction, whose own retraction brings it back. */
  retraction: string | null;
  /** What can be taken back by hand. */
  retractable: boolean;
}

import type { Cause, Owner } from '../account/entry';
import { dayIn, halfWidth } from './day-words';
import { afterDay, headOf, MINUTES } from './note-head';
import { type PlayName, playIn } from './play-in';

export type MarkKind = 'task' | 'request' | 'blocker' | 'quote' | 'mood' | 'head';

/** A part of a note that was understood. Places are those of the text. */
export interface Mark {
  kind: MarkKind;
  /** Line, from 0. */
  line: number;
  from: number;
  to: number;
  /** What it says, without its sign, owner and day. */
  text: string;
  owner?: Owner;
  /** A name after `@` that is no owner. */
  who?: string;
  dueDay?: string;
  /** Of a blocker: the word after `#`, where it names a cause. */
  cause?: Cause;
  mood?: 'positive' | 'neutral' | 'negative';
  /** Places of the owner and of the day inside the text, for tinting. */
  parts: { from: number; to: number }[];
}

/** A note as understood. Plain text without marks is a full note, and gives no marks. */
export interface Note {
  marks: Mark[];
  /** From the first line: when it was, and with whom. */
  day: string | null;
  attendees: string[];
  /** From the first line: how long it took, and which touchpoint it was; '' for one outside the playbook. */
  minutes: number | null;
  play: string | null;
  sentiment: 'positive' | 'neutral' | 'negative' | null;
}

const OWNERS: [RegExp, Owner][] = [
  [/^(?:us|we|me|自社|弊社|当社|私|こちら)$/i, 'us'],
  [/^(?:customer|client|them|顧客|お客様|先方|客先)$/i, 'customer'],
  [/^(?:third|partner|vendor|第三者|他社|パートナー|ベンダー)$/i, 'third'],
];
const MOODS: [RegExp, NonNullable<Mark['mood']>][] = [
  [/(?:^|\s)(:-?\)|🙂|😀|😊)(?=\s|$)/u, 'positive'],
  [/(?:^|\s)(:-?\||😐)(?=\s|$)/u, 'neutral'],
  [/(?:^|\s)(:-?\(|🙁|😞|😠)(?=\s|$)/u, 'negative'],
];
// What summaries of meetings call the part that somebody has to do.
const ACTIONS =
  /^#*\s*\**(?:action items?|actions|next steps?|to-?dos?|follow-?ups?|tasks|アクション(?:アイテム)?|次の(?:アクション|ステップ)|宿題|やること|対応事項|todo)\**\s*[:：]?\s*\**$/i;
const BULLET = /^\s*(?:[-*]\s+|[•・◦▪]\s*|\d{1,2}[.)]\s+)/;

/**
 * Understands a note: `-` task, `?` request, `!` blocker, `"…"` or 「…」 the customer's own words, `:)` `:|` `:(`, day and
 * attendees in the first line; the same signs in full width. Lists under "Action items" of a pasted summary are tasks.
 * @param today `YYYY-MM-DD`, for `tomorrow` and 来週
 * @param known names of the causes of a delay and of the touchpoints, in the language of the notes
 */
export function parseNote(text: string, today: string, { causes = [], plays = [] }: KnownNames = {}): Note {
  const marks: Mark[] = [];
  const lines = text.split('\n');
  let at = 0;
  // In a summary that has a part for actions, the lists of its other parts are no tasks.
  const isSummary = lines.some((line) => ACTIONS.test(halfWidth(line).trim()));
  let part: 'none' | 'actions' | 'other' = 'none';
  let head: Mark | null = null;
  let note: Pick<Note, 'day' | 'attendees'> = { day: null, attendees: [] };
  for (const [line, raw] of lines.entries()) {
    const half = halfWidth(raw);
    if (line === 0) {
      const first = headOf(half, today, plays);
      if (first) {
        note = first;
        head = { kind: 'head', line, from: at, to: at + raw.length, text: raw, parts: [] };
        marks.push(head);
      }
    }
    if (ACTIONS.test(half.trim())) part = 'actions';
    else if (/^\s*#+\s/.test(half) || (/[:：]\s*$/.test(half) && !BULLET.test(half))) part = isSummary ? 'other' : 'none';
    if (!head || line > 0) marks.push(...marksOf(raw, half, line, at, { today, part, causes }));
    at += raw.length + 1;
  }
  const sentiment = marks.findLast((mark) => mark.kind === 'mood')?.mood ?? null;
  const length = MINUTES.exec(halfWidth(lines[0] ?? '').slice(0, 120))?.[1];
  const play = playIn(afterDay(halfWidth(lines[0] ?? ''), today), plays)?.id ?? null;
  return { marks, ...note, minutes: length ? Number(length) : null, play, sentiment };
}

/** Names that a note may use. */
export interface KnownNames {
  causes?: { id: string; name: string }[];
  plays?: PlayName[];
}

interface Reading {
  today: string;
  part: 'none' | 'actions' | 'other';
  causes: { id: string; name: string }[];
}

function marksOf(raw: string, half: string, line: number, start: number, reading: Reading): Mark[] {
  const { part } = reading;
  const moods = MOODS.flatMap(([pattern, mood]): Mark[] => {
    const match = pattern.exec(half);
    if (!match?.[1]) return [];
    const from = start + match.index + match[0].indexOf(match[1]);
    return [{ kind: 'mood', line, from, to: from + match[1].length, text: match[1], mood, parts: [] }];
  });
  const quote = /^\s*(?:"([^"]+)"|“([^”]+)”|「([^」]+)」)/u.exec(half);
  const said = quote?.[1] ?? quote?.[2] ?? quote?.[3];
  if (quote && said) {
    const from = start + quote[0].search(/\S/);
    const who = /^\s*(?:[-–—(（]|by)\s*([^)）]+)/.exec(raw.slice(quote[0].length))?.[1]?.trim();
    return [{ kind: 'quote', line, from, to: start + quote[0].length, text: said, ...(who && { who }), parts: [] }, ...moods];
  }
  const sign = /^\s*(?:(-\s*\[\s?\]\s*|\[\s?\]\s*|☐\s*|-\s+|-(?=[^\s-]))|(\?+\s*)|(!+\s*))/u.exec(half);
  const kind = sign?.[1] ? 'task' : sign?.[2] ? 'request' : sign?.[3] ? 'blocker' : part === 'actions' && BULLET.test(half) ? 'task' : null;
  if (kind === null || (kind === 'task' && part === 'other' && !/\[\s?\]|☐/.test(half)) || /^\s*-\s*\[[xX]\]/.test(half)) return moods;
  const lead = sign?.[0].length ?? BULLET.exec(half)?.[0].length ?? 0;
  const body = raw.slice(lead);
  if (body.trim() === '' || /^-{2,}\s*$/.test(half.trim())) return moods;
  return [worded(kind, body, line, start + lead, start + half.search(/\S/), reading), ...moods];
}

/** A task, request or blocker with its owner and day taken out of its words. */
function worded(
  kind: 'task' | 'request' | 'blocker',
  body: string,
  line: number,
  start: number,
  from: number,
  { today, causes }: Reading,
): Mark {
  const half = halfWidth(body);
  const parts: Mark['parts'] = [];
  let words = body;
  const mark: Mark = { kind, line, from, to: start + body.trimEnd().length, text: '', parts };
  const cut = (at: number, end: number) => {
    parts.push({ from: start + at, to: start + end });
    words = words.slice(0, at) + ' '.repeat(end - at) + words.slice(end);
  };
  const named = /(?:^|\s)@([\p{L}\p{N}._-]+)/u.exec(half);
  if (named?.[1]) {
    const owner = OWNERS.find(([pattern]) => pattern.test(named[1] as string))?.[1];
    if (owner) mark.owner = owner;
    else mark.who = named[1];
    const at = named.index + named[0].indexOf('@');
    cut(at, at + named[1].length + 1);
  }
  const tag = kind === 'blocker' ? /(?:^|\s)#([\p{L}\p{N}_・、/-]+)/u.exec(half) : null;
  const cause = tag?.[1]
    ? causes.find((one) => [causeWord(one.name), one.id.toLowerCase()].includes(causeWord(tag[1] as string)))
    : undefined;
  if (tag?.[1] && cause) {
    mark.cause = cause.id as Cause;
    const at = tag.index + tag[0].indexOf('#');
    cut(at, at + tag[1].length + 1);
  }
  const due = kind === 'request' ? null : dayIn(words, today);
  if (due) {
    mark.dueDay = due.day;
    cut(due.from, due.to);
  }
  const plain = words
    .replace(/(?:^|\s)(?::-?[)|(])(?=\s|$)/g, ' ')
    .replace(/\s*[(（]\s*[)）]/g, '')
    .replace(/\s{2,}/g, ' ')
    .trim()
    .replace(/(?:\s(?:by|until|on|due)|[、,]\s*(?:まで|までに)?)$/i, '')
    .replace(/^(?:まで(?:に)?|に)\s*/, '');
  return { ...mark, text: plain || body.trim() };
}

/** A cause's name as one word after `#`. */
export function causeWord(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_・、/-]+/gu, '-')
    .replace(/^-|-$/g, '');
}

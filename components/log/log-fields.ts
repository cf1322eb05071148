import type { EntryBody } from '@/lib/core/account/entry';
import type { Mark, Note } from '@/lib/core/note/parse-note';

/** Control characters, which paste brings along, are left out. */
export const clean = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();

/** Whether a point of the agenda was taken up. */
export function isDone(point: { id: string; text: string }, agendaDone: string[]): boolean {
  return agendaDone.includes(point.id) || agendaDone.includes(point.text);
}

/** What the log form holds while it is written; every field as typed, so that nothing is lost on the way. */
export interface LogFields {
  play: string;
  type: 'meeting' | 'call' | 'email' | 'chat' | 'internal';
  day: string;
  minutes: string;
  who: string;
  notes: string;
  outcome: 'done' | 'followUp' | 'noShow' | 'answered' | 'unanswered';
  sentiment: '' | 'positive' | 'neutral' | 'negative';
  requests: RequestLine[];
  /** More about the requests that stand in the note, by their words there. */
  asked: Record<string, RequestDetails>;
  actions: { text: string; owner: 'customer' | 'us' | 'third'; dueDay: string }[];
  /** Ids of the points that were taken up; what was logged before points had ids tells them as they were read. */
  agendaDone: string[];
  confirmed: boolean;
  quote: string;
  quoteWho: string;
  /** The touchpoint that is being changed; '' for a new one. */
  editing: string;
  /** What was being written before a touchpoint was changed. */
  parked: Record<string, unknown>;
}

/** What is told of a feature request besides its words; as typed. */
export interface RequestDetails {
  situation: string;
  workaround: string;
  blocking: boolean;
  urgency: '' | 'low' | 'medium' | 'high';
  urgencyReason: string;
  who: string;
  affected: string;
  page: string;
  team: string;
}
export type RequestLine = RequestDetails & { text: string };

export const noDetails: RequestDetails = {
  situation: '',
  workaround: '',
  blocking: false,
  urgency: '',
  urgencyReason: '',
  who: '',
  affected: '',
  page: '',
  team: '',
};

/** An empty form for a play. */
export function emptyFields(play: string, minutes: number | null, today: string): LogFields {
  return {
    play,
    type: 'meeting',
    day: today,
    minutes: minutes ? String(minutes) : '',
    who: '',
    notes: '',
    outcome: 'done',
    sentiment: '',
    requests: [],
    asked: {},
    actions: [],
    agendaDone: [],
    confirmed: false,
    quote: '',
    quoteWho: '',
    editing: '',
    parked: {},
  };
}

/** A stored draft may be of an older form: what fits is taken, the rest starts empty. */
export function fieldsFrom(draft: Record<string, unknown>, empty: LogFields): LogFields {
  const fits = Object.entries(draft).filter(([name, value]) => {
    const own = empty[name as keyof LogFields];
    return own !== undefined && typeof own === typeof value && Array.isArray(own) === Array.isArray(value);
  });
  const fields: LogFields = { ...empty, ...Object.fromEntries(fits) };
  return { ...fields, requests: fields.requests.map((one) => ({ ...noDetails, ...one })) };
}

/**
 * Details go with their request while its words are typed: where just one request reads otherwise than before, it is the
 * same one. A request that is gone takes its details along.
 */
export function carryDetails(asked: LogFields['asked'], before: string[], after: string[]): LogFields['asked'] {
  const gone = before.filter((text) => !after.includes(text));
  const come = after.filter((text) => !before.includes(text));
  const renamed = before.length === after.length && gone.length === 1 && come.length === 1;
  const kept = Object.entries(asked).map(([text, details]) => [renamed && text === gone[0] ? (come[0] as string) : text, details] as const);
  return Object.fromEntries(kept.filter(([text]) => after.includes(text)));
}

/** A touchpoint as the form shows it again. `note`: what its text says, which is not listed a second time. */
export function fieldsOf(id: string, body: Record<string, unknown>, note: Note, empty: LogFields, parked: LogFields): LogFields {
  const touchpoint = body as Partial<EntryBody<'touchpoint'>>;
  const told = (kind: Mark['kind']) => new Set(note.marks.filter((mark) => mark.kind === kind).map((mark) => clean(mark.text)));
  const asDetails = (one: NonNullable<EntryBody<'touchpoint'>['requests']>[number]): RequestLine => ({
    ...noDetails,
    ...Object.fromEntries(Object.entries(one).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value])),
    text: one.text,
  });
  const inText = told('request');
  const requests = (touchpoint.requests ?? []).map(asDetails);
  return {
    ...empty,
    play: touchpoint.play ?? '',
    type: touchpoint.type ?? 'meeting',
    day: touchpoint.day ?? empty.day,
    minutes: touchpoint.minutes ? String(touchpoint.minutes) : '',
    who: (touchpoint.attendees ?? []).filter((name) => !note.attendees.includes(name)).join(', '),
    notes: touchpoint.notes ?? '',
    outcome: touchpoint.outcome ?? 'done',
    sentiment: touchpoint.sentiment && touchpoint.sentiment !== note.sentiment ? touchpoint.sentiment : '',
    requests: requests.filter((one) => !inText.has(one.text)),
    asked: Object.fromEntries(requests.filter((one) => inText.has(one.text)).map(({ text, ...details }) => [text, details])),
    actions: (touchpoint.actions ?? [])
      .filter((one) => !told('task').has(one.text))
      .map((one) => ({ text: one.text, owner: one.owner ?? 'us', dueDay: one.dueDay ?? '' })),
    agendaDone: touchpoint.agendaDone ?? [],
    confirmed: touchpoint.verdict?.confirmed ?? false,
    quote: touchpoint.verdict?.quote ?? '',
    quoteWho: touchpoint.verdict?.who ?? '',
    editing: id,
    parked: parked as unknown as Record<string, unknown>,
  };
}

/** Whether anything was written that would be a loss. */
export function isWritten(fields: LogFields): boolean {
  return Boolean(
    fields.notes.trim() ||
      fields.who.trim() ||
      fields.requests.length ||
      fields.actions.length ||
      fields.agendaDone.length ||
      fields.quote.trim() ||
      fields.sentiment,
  );
}

/** What was logged and is taken back, with what was written since behind it. */
export function joinedFields(back: LogFields, since: LogFields): LogFields {
  if (!isWritten(since)) return back;
  return {
    ...back,
    notes: [back.notes, since.notes].filter((text) => text.trim() !== '').join('\n\n'),
    who: [back.who, since.who].filter((text) => text.trim() !== '').join(', '),
    requests: [...back.requests, ...since.requests],
    actions: [...back.actions, ...since.actions],
    asked: { ...since.asked, ...back.asked },
    editing: since.editing,
    parked: since.parked,
  };
}

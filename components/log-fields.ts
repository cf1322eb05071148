import type { Mark, Note } from '@/lib/core/note/parse-note';

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
  requests: { text: string; blocking: boolean }[];
  actions: { text: string; owner: 'customer' | 'us' | 'third'; dueDay: string }[];
  agendaDone: string[];
  confirmed: boolean;
  quote: string;
  quoteWho: string;
}

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
    actions: [],
    agendaDone: [],
    confirmed: false,
    quote: '',
    quoteWho: '',
  };
}

/** A stored draft may be of an older form: what fits is taken, the rest starts empty. */
export function fieldsFrom(draft: Record<string, unknown>, empty: LogFields): LogFields {
  const fits = Object.entries(draft).filter(([name, value]) => {
    const own = empty[name as keyof LogFields];
    return own !== undefined && typeof own === typeof value && Array.isArray(own) === Array.isArray(value);
  });
  return { ...empty, ...Object.fromEntries(fits) };
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

/** Control characters, which paste brings along, are left out. */
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
const MOST = 200;

/** The touchpoint that a form and its note describe: what the text says and what the fields say, together. */
export function touchpointOf(fields: LogFields, note: Note): Record<string, unknown> {
  const written = clean(fields.who)
    .split(/[,、，\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const names = [...new Set([...note.attendees, ...written])];
  const marked = (kind: Mark['kind']) => note.marks.filter((mark) => mark.kind === kind && clean(mark.text) !== '');
  const told = ({ text, owner, who, dueDay }: Mark) => ({
    text: clean(text).slice(0, 2000),
    ...(owner && { owner }),
    ...(who && { who }),
    ...(dueDay && { dueDay }),
  });
  const requests = [
    ...marked('request').map((mark) => ({ text: told(mark).text })),
    ...fields.requests.filter((one) => one.text.trim()).map((one) => ({ text: clean(one.text), ...(one.blocking && { blocking: true }) })),
  ].slice(0, MOST);
  const actions = [
    ...marked('task').map(told),
    ...fields.actions
      .filter((one) => one.text.trim())
      .map((one) => ({ text: clean(one.text), owner: one.owner, ...(one.dueDay && { dueDay: one.dueDay }) })),
  ].slice(0, MOST);
  const blockers = marked('blocker').map(told).slice(0, MOST);
  const quotes = marked('quote')
    .map(({ text, who }) => ({ text: clean(text).slice(0, 2000), ...(who && { who: who.slice(0, 500) }) }))
    .slice(0, MOST);
  const sentiment = fields.sentiment || note.sentiment;
  const minutes = Number.parseInt(fields.minutes, 10);
  const quote = clean(fields.quote) || (fields.confirmed ? (quotes[0]?.text ?? '') : '');
  const quoteWho = clean(fields.quoteWho) || (fields.confirmed ? (quotes[0]?.who ?? '') : '');
  return {
    status: 'held',
    ...(fields.play && { play: fields.play }),
    type: fields.type,
    day: note.day ?? fields.day,
    ...(minutes > 0 && { minutes: Math.min(minutes, 1440) }),
    ...(names.length && { attendees: names.slice(0, 100).map((name) => name.slice(0, 500)) }),
    ...(clean(fields.notes) && { notes: clean(fields.notes).slice(0, 200_000) }),
    outcome: fields.outcome,
    ...(sentiment && { sentiment }),
    ...(requests.length && { requests }),
    ...(actions.length && { actions }),
    ...(blockers.length && { blockers }),
    ...(quotes.length && { quotes }),
    ...(fields.agendaDone.length && { agendaDone: fields.agendaDone }),
    ...((fields.confirmed || quote) && {
      verdict: { confirmed: fields.confirmed, ...(quote && { quote }), ...(quoteWho && { who: quoteWho }) },
    }),
  };
}

import type { Mark, Note } from '@/lib/core/note/parse-note';
import { clean, type LogFields, noDetails, type RequestLine } from './log-fields';

const MOST = 200;

function requestOf(line: RequestLine): Record<string, unknown> {
  const { text, blocking, urgency, affected, ...words } = line;
  const count = Number.parseInt(affected, 10);
  const told = Object.entries(words).flatMap(([name, value]) => (clean(value) ? [[name, clean(value).slice(0, LINES[name] ?? 500)]] : []));
  return {
    text: clean(text).slice(0, 2000),
    ...(blocking && { blocking }),
    ...(urgency && { urgency }),
    ...(count > 0 && { affected: Math.min(count, 10_000_000) }),
    ...Object.fromEntries(told),
  };
}

/** Longest texts that the journal takes, where they are not lines. */
const LINES: Record<string, number> = { situation: 2000, workaround: 2000, page: 2000 };

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
    ...marked('request').map((mark) => requestOf({ ...noDetails, ...fields.asked[mark.text], text: told(mark).text })),
    ...fields.requests.filter((one) => one.text.trim()).map(requestOf),
  ].slice(0, MOST);
  const actions = [
    ...marked('task').map(told),
    ...fields.actions
      .filter((one) => one.text.trim())
      .map((one) => ({ text: clean(one.text), owner: one.owner, ...(one.dueDay && { dueDay: one.dueDay }) })),
  ].slice(0, MOST);
  const blockers = marked('blocker')
    .map((mark) => ({ ...told(mark), ...(mark.cause && { cause: mark.cause }) }))
    .slice(0, MOST);
  const quotes = marked('quote')
    .map(({ text, who }) => ({ text: clean(text).slice(0, 2000), ...(who && { who: who.slice(0, 500) }) }))
    .slice(0, MOST);
  const sentiment = fields.sentiment || note.sentiment;
  const minutes = note.minutes ?? Number.parseInt(fields.minutes, 10);
  const quote = clean(fields.quote) || (fields.confirmed ? (quotes[0]?.text ?? '') : '');
  const quoteWho = clean(fields.quoteWho) || (fields.confirmed ? (quotes[0]?.who ?? '') : '');
  return {
    status: 'held',
    ...(fields.play && { play: fields.play }),
    type: fields.type,
    day: note.day ?? fields.day,
    ...(minutes > 0 && { minutes: Math.min(minutes, 1440) }),
    ...(names.length && { attendees: names.slice(0, 100).map((name) => name.slice(0, 500)) }),
    ...(clean(fields.notes) && { notes: clean(fields.notes) }),
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

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

/** The touchpoint that a form describes. Control characters, which paste brings along, are left out. */
export function touchpointOf(fields: LogFields): Record<string, unknown> {
  const clean = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
  const names = clean(fields.who)
    .split(/[,、，\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const minutes = Number.parseInt(fields.minutes, 10);
  const quote = clean(fields.quote);
  return {
    status: 'held',
    ...(fields.play && { play: fields.play }),
    type: fields.type,
    day: fields.day,
    ...(minutes > 0 && { minutes: Math.min(minutes, 1440) }),
    ...(names.length && { attendees: names.slice(0, 100).map((name) => name.slice(0, 500)) }),
    ...(clean(fields.notes) && { notes: clean(fields.notes).slice(0, 200_000) }),
    outcome: fields.outcome,
    ...(fields.sentiment && { sentiment: fields.sentiment }),
    ...(fields.requests.length && {
      requests: fields.requests
        .filter((one) => one.text.trim())
        .map((one) => ({ text: clean(one.text), ...(one.blocking && { blocking: true }) })),
    }),
    ...(fields.actions.length && {
      actions: fields.actions
        .filter((one) => one.text.trim())
        .map((one) => ({ text: clean(one.text), owner: one.owner, ...(one.dueDay && { dueDay: one.dueDay }) })),
    }),
    ...(fields.agendaDone.length && { agendaDone: fields.agendaDone }),
    ...((fields.confirmed || quote) && {
      verdict: { confirmed: fields.confirmed, ...(quote && { quote }), ...(clean(fields.quoteWho) && { who: clean(fields.quoteWho) }) },
    }),
  };
}

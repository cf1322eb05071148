import type { Entry } from '../account/entry';
import { dayAt, formatDay } from '../day';
import { tell } from '../phrase';
import { inLang, type Text } from '../text';
import { nameOf, place, type ViewSetting } from './evidence-line';
import { showDay, showShortDay, showValue } from './show';
import type { TimelineKind, TimelineRow } from './timeline-row';

/** A line of the history shows the beginning of a long note; the whole stands in the form when it is changed. */
const LONGEST_SHOWN = 3000;

/** What an entry is in the history: one line, or several where it holds several things. */
export function row(entry: Entry, s: ViewSetting): TimelineRow[] {
  const { words } = s;
  const t = words.timeline;
  const said = (text: Text | undefined) => (text ? inLang(text, s.lang) : '');
  const until = (iso: string) => tell(t.until, { day: showShortDay(iso, s) });
  const day = formatDay(dayAt(entry.at, s.zone));
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: s.zone }).format(entry.at);
  const make = (kind: TimelineKind, lead: string, text: string, evidence: string[] = [], on = day): TimelineRow => ({
    id: entry.id,
    kind,
    day: on,
    dayText: showDay(on, s),
    time: on === day ? time : '',
    lead,
    text: text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text,
    evidence: evidence.filter(Boolean),
    amended: false,
    history: [],
    page: null,
    retraction: null,
    retractable: kind !== 'readings',
  });
  switch (entry.kind) {
    case 'touchpoint': {
      const body = entry.body;
      const name = body.play ? nameOf(body.play, s) : (t.types[body.type] ?? body.type);
      if (body.status !== 'held')
        return [make('planned', body.status === 'planned' ? t.planned : t.canceled, `${name} · ${showShortDay(body.day, s)}`, [entry.by])];
      const facts = [
        body.play ? (t.types[body.type] ?? '') : '',
        body.minutes ? tell(words.minutesLong, { n: body.minutes }) : '',
        (body.attendees ?? []).join(', '),
        t.outcomes[body.outcome ?? ''] ?? '',
        t.sentiments[body.sentiment ?? ''] ?? '',
        body.actions?.length ? tell(t.actions, { n: body.actions.length }, words.lang) : '',
        body.requests?.length ? tell(t.requests, { n: body.requests.length }, words.lang) : '',
      ];
      const quote = body.verdict?.quote ? tell(words.quote, { text: body.verdict.quote }) : '';
      return [
        make('meeting', name, [quote, body.notes ?? ''].filter(Boolean).join('\n'), facts, body.day),
        ...(body.blockers ?? []).map((blocker) => ({
          ...make(
            'blocked',
            t.blocker,
            blocker.text,
            [
              blocker.cause ? said(s.playbook.causes[blocker.cause]) : '',
              blocker.owner ? said(s.playbook.owners[blocker.owner]) : (blocker.who ?? ''),
              blocker.dueDay ? until(blocker.dueDay) : '',
            ],
            body.day,
          ),
          retractable: false,
          id: `${entry.id}#!${blocker.text}`,
        })),
        ...(body.requests ?? []).map((request) => ({
          ...make(
            'request',
            t.request,
            request.text,
            [request.who ?? '', request.urgency ? t.urgencies[request.urgency] : '', request.situation ?? ''],
            body.day,
          ),
          page: webPage(request.page),
          retractable: false,
          id: `${entry.id}#${request.text}`,
        })),
      ];
    }
    case 'item': {
      const { item, state, reason, owner, cause } = entry.body;
      const lead = { done: t.ticked, open: t.unticked, blocked: t.blocked, skipped: t.skipped }[state];
      return [
        make(state === 'blocked' ? 'blocked' : 'item', lead, nameOf(item.replace(/^play:/, ''), s), [
          owner ? said(s.playbook.owners[owner]) : '',
          cause ? said(s.playbook.causes[cause]) : '',
          reason ?? '',
          entry.by,
        ]),
      ];
    }
    case 'readings': {
      const known = entry.body.readings.filter((reading) => reading.value !== null && !reading.week);
      const shown = known.slice(0, 3).map(
        (reading) =>
          `${nameOf(reading.metric, s)} ${showValue(
            reading.value,
            s.playbook.metrics.find((metric) => metric.id === reading.metric),
            s,
          )}`,
      );
      const first = entry.body.readings[0];
      const source = first ? words.sources[first.source] : '';
      const lead = first?.source === 'person' ? t.noted : t.read;
      return [
        {
          ...make('readings', lead, shown.length ? shown.join(', ') : tell(t.values, { n: entry.body.readings.length }, words.lang), [
            source,
            place(first?.where, s),
          ]),
          page: webPage(entry.body.page),
          retractable: first?.source === 'person',
        },
      ];
    }
    case 'request': {
      const { request, status, answer, answeredDay } = entry.body;
      return [make('answer', status ? t.states[status] : t.answer, request, [answer ?? '', answeredDay ?? '', entry.by])];
    }
    case 'snooze':
      return [
        make('snooze', t.snoozed, said(s.playbook.stalls.find((rule) => rule.id === entry.body.rule)?.name) || entry.body.rule, [
          until(entry.body.untilDay),
          entry.body.reason ?? '',
        ]),
      ];
    case 'judgement':
      return [make('judgement', entry.body.onboarded ? t.onboarded : t.judged, entry.body.quote ?? '', [entry.body.who ?? ''])];
    case 'stage':
      return [
        make('stage', t.stage, said(s.playbook.stages.find((stage) => stage.id === entry.body.stage)?.name) || entry.body.stage, [
          entry.body.reason ?? '',
        ]),
      ];
    default:
      return [];
  }
}

/** Links lead to pages of the web and nowhere else. */
function webPage(address: string | undefined): string | null {
  return address && /^https?:\/\//.test(address) ? address : null;
}

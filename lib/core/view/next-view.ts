import type { Assessment } from '../assess/assess';
import type { Recommendation } from '../assess/touchpoints';
import { addBusinessDays, workCalendar } from '../business-days';
import { formatDay, parseDay } from '../day';
import { tell } from '../phrase';
import { inLang } from '../text';
import type { ViewSetting } from './evidence-line';
import type { NextView } from './panel-view';
import { sentenceText } from './sentence-text';
import { showDay, showShortDay } from './show';

/** The next touchpoint: why, when, and what it is about. */
export function nextView(next: Recommendation, a: Assessment, s: ViewSetting): NextView {
  const { words } = s;
  const name = inLang(next.name, s.lang);
  const late = next.inDays !== null && next.inDays < 0;
  const agenda = next.agenda.map((point) => ({ text: sentenceText(point.text, s), minutes: point.minutes }));
  const reasons = next.reasons().map((reason) => withDays(sentenceText(reason, s), s));
  const today = parseDay(a.today) as number;
  const suggested = next.dueDay !== null && !late ? next.dueDay : formatDay(addBusinessDays(today, 1, workCalendar(s.playbook.calendar)));
  return {
    play: next.play,
    name,
    due: {
      lead: next.planned ? words.planned : words.due,
      strong: next.dueDay === null ? words.noDate : showDay(next.dueDay, s),
      rest: restOf(next.inDays, s),
      late,
    },
    reasons,
    agendaTitle: next.minutes ? tell(words.agendaMinutes, { n: next.minutes }) : words.agenda,
    agenda: agenda.map((point) => point.text),
    agendaText: [
      `# ${name}`,
      '',
      ...reasons.map((reason) => `- ${reason}`),
      '',
      ...agenda.map(({ text, minutes }, at) => `${at + 1}. ${text}${minutes ? ` (${tell(words.minutesLong, { n: minutes })})` : ''}`),
    ].join('\n'),
    planned: next.planned,
    suggestedDay: suggested,
    isMeeting: next.type !== 'internal' || next.minutes !== null,
  };
}

function restOf(inDays: number | null, { words }: ViewSetting): string {
  if (inDays === null) return '';
  if (inDays === 0) return words.today;
  return tell(inDays < 0 ? words.late : words.days, { n: Math.abs(inDays) }, words.lang);
}

/** Days inside a reason become days as people read them. */
function withDays(text: string, s: ViewSetting): string {
  return text.replace(/\d{4}-\d{2}-\d{2}/g, (iso) => showShortDay(iso, s));
}

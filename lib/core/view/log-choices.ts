import type { Account } from '../account/fold-account';
import type { Assessment } from '../assess/assess';
import type { ViewSetting } from './evidence-line';

/** What the log form offers: touchpoints of the playbook with this account's agenda, and facts that a person knows. */
export function logChoices(assessment: Assessment, account: Account, s: ViewSetting) {
  const plays = s.playbook.plays
    .filter((play) => play.touchpoint)
    .map((play) => {
      const recommended = assessment.touchpoints.find((one) => one.play === play.id);
      const agenda = recommended ? recommended.agenda.map((point) => point.text[s.lang]) : play.agenda.map((point) => point.text[s.lang]);
      return { id: play.id, name: play.name[s.lang], minutes: play.touchpoint?.minutes ?? null, agenda };
    });
  const next = assessment.touchpoints.find((one) => plays.some((play) => play.id === one.play));
  const facts = s.playbook.metrics
    .filter((metric) => metric.asked)
    .map((metric) => {
      const last = account.metrics.get(metric.id)?.moments.findLast((reading) => reading.source === 'person');
      return { metric: metric.id, name: metric.name[s.lang], type: metric.type, value: last?.value == null ? '' : String(last.value) };
    });
  return { play: next?.play ?? '', plays, facts };
}

import type { Account } from '../account/fold-account';
import type { Assessment } from '../assess/assess';
import type { NoteSources } from '../note/complete-note';
import type { Text } from '../text';
import type { ViewSetting } from './evidence-line';

/** Checklist items that can still be ticked. */
export function openItems(assessment: Assessment): Set<string> {
  return new Set(assessment.checklist.filter((item) => item.state !== 'done' && item.state !== 'skipped').map((item) => item.id));
}

/** What the log form offers: touchpoints of the playbook with this account's agenda, and facts that a person knows. */
export function logChoices(assessment: Assessment, account: Account, s: ViewSetting) {
  const isOpen = openItems(assessment);
  const plays = s.playbook.plays
    .filter((play) => play.touchpoint)
    .map((play) => {
      const recommended = assessment.touchpoints.find((one) => one.play === play.id);
      const points: { text: Text; ticks?: string[] | undefined }[] = recommended?.agenda ?? play.agenda;
      // What is ticked already, or ticks itself, is not ticked again.
      const agenda = points.map(({ text, ticks = [] }) => ({ text: text[s.lang], ticks: ticks.filter((item) => isOpen.has(item)) }));
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

const MOST_TASKS = 100;

/** What a note completes: people who were named before, tasks of the last touchpoints, requests of all accounts. */
export function noteSources(account: Account, requests: { text: string; day: string }[]): NoteSources {
  const held = account.touchpoints.filter((one) => one.status === 'held').toReversed();
  const named = ['projectOwner', 'csmOwner'].flatMap((metric) => {
    const value = account.metrics.get(metric)?.moments.at(-1)?.value;
    return typeof value === 'string' ? [value] : [];
  });
  const people = held.flatMap((one) => [
    ...(one.attendees ?? []),
    ...[...(one.actions ?? []), ...(one.blockers ?? []), ...(one.quotes ?? []), ...(one.requests ?? [])].map((part) => part.who ?? ''),
  ]);
  const distinct = (list: string[]) => [...new Set(list.filter((text) => text.trim() !== ''))];
  return {
    people: distinct([...people, ...named]),
    tasks: distinct(held.flatMap((one) => (one.actions ?? []).map((action) => action.text))).slice(0, MOST_TASKS),
    requests: distinct(requests.toSorted((a, b) => (a.day < b.day ? 1 : -1)).map((one) => one.text)),
  };
}

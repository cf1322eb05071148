import type { Account } from '../account/fold-account';
import type { ReadingValue } from '../account/reading';
import type { Assessment } from '../assess/assess';
import { type Sentence, sentenceId } from '../assess/sentence';
import type { NoteSources } from '../note/complete-note';
import { metricOf, playOf } from '../playbook/by-role';
import type { Playbook } from '../playbook/playbook-schema';
import { inLang } from '../text';
import type { ViewSetting } from './evidence-line';
import { sentenceText } from './sentence-text';

/** Checklist items that can still be ticked. */
export function openItems(assessment: Assessment): Set<string> {
  return new Set(assessment.checklist.filter((item) => item.state !== 'done' && item.state !== 'skipped').map((item) => item.id));
}

/** A touchpoint that can be logged. */
export interface PlayChoice {
  id: string;
  name: string;
  minutes: number | null;
  /** The meeting at which the customer says whether onboarding is complete: it asks for their verdict. */
  isCompletion: boolean;
  /**
   * `id` is the same in every language, `text` as it is read in one.
   * `ticks`: checklist items that are open and are done once the point was taken up.
   */
  agenda: { id: string; text: string; ticks: string[] }[];
}

/** What the log form offers for an account: plays with their agenda, the one that is next, and facts to ask for. */
export interface LogOffer {
  play: string;
  plays: PlayChoice[];
  facts: { metric: string; name: string; type: string; value: string }[];
  /** The short-term success that was agreed; '' while it is not known. */
  agreed: string;
}

/** What the log form offers: touchpoints of the playbook with this account's agenda, and facts that a person knows. */
export function logChoices(assessment: Assessment, account: Account, s: ViewSetting): LogOffer {
  const isOpen = openItems(assessment);
  const completion = playOf(s.playbook, 'completion');
  const plays = s.playbook.plays
    .filter((play) => play.touchpoint)
    .map((play) => {
      const recommended = assessment.touchpoints.find((one) => one.play === play.id);
      const points: { text: Sentence; ticks?: string[] | undefined }[] =
        recommended?.agenda ?? play.agenda.map(({ text, ticks }) => ({ text: { text }, ticks }));
      // What is ticked already, or ticks itself, is not ticked again.
      const agenda = points.map(({ text, ticks = [] }) => ({
        id: sentenceId(text),
        text: sentenceText(text, s),
        ticks: ticks.filter((item) => isOpen.has(item)),
      }));
      const isCompletion = play.id === completion?.id;
      return { id: play.id, name: inLang(play.name, s.lang), minutes: play.touchpoint?.minutes ?? null, isCompletion, agenda };
    });
  const next = assessment.touchpoints.find((one) => plays.some((play) => play.id === one.play));
  const facts = s.playbook.metrics
    .filter((metric) => metric.asked)
    .map((metric) => {
      const value = lastWord(account, metric.id);
      return { metric: metric.id, name: inLang(metric.name, s.lang), type: metric.type, value: value == null ? '' : String(value) };
    });
  const success = metricOf(s.playbook, 'shortTermSuccess');
  const agreed = success && lastWord(account, success.id);
  return { play: next?.play ?? '', plays, facts, agreed: agreed == null ? '' : String(agreed) };
}

/** What a person last said of a metric. */
function lastWord(account: Account, metric: string): ReadingValue | undefined {
  return account.metrics.get(metric)?.moments.findLast((reading) => reading.source === 'person')?.value;
}

const MOST_TASKS = 100;

/** What a note completes: people who were named before, tasks of the last touchpoints, requests of all accounts. */
export function noteSources(account: Account, requests: { text: string; day: string }[], playbook: Playbook): NoteSources {
  const held = account.touchpoints.filter((one) => one.status === 'held').toReversed();
  const named = (['projectOwner', 'csmOwner'] as const).flatMap((role) => {
    const metric = metricOf(playbook, role);
    const value = metric && account.metrics.get(metric.id)?.moments.at(-1)?.value;
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

import { conditionNames } from '../conditions/condition-names';
import type { Condition } from '../conditions/condition-schema';
import { MOST_WEEKS } from '../conditions/weeks';
import { describeIssue } from '../describe-issue';
import { type Playbook, playbookSchema } from './playbook-schema';
import { roleErrors } from './role-errors';

/** A playbook, or every reason why it is none; each reason starts with its place. */
export type ParsedPlaybook = { playbook: Playbook; errors: [] } | { playbook: null; errors: string[] };

/** Checks shape, then names: a condition that speaks of a metric that is not there would be unknown for ever. */
export function parsePlaybook(data: unknown): ParsedPlaybook {
  const result = playbookSchema.safeParse(data);
  if (!result.success) return { playbook: null, errors: result.error.issues.map((issue) => describeIssue(issue)) };
  const errors = nameErrors(result.data);
  return errors.length ? { playbook: null, errors } : { playbook: result.data, errors: [] };
}

function nameErrors(playbook: Playbook): string[] {
  const errors: string[] = [];
  const placed = [
    ...playbook.plays.map((play, p) => ({ play, at: `plays[${p}]` })),
    ...playbook.segments.flatMap((segment, s) => (segment.plays ?? []).map((play, p) => ({ play, at: `segments[${s}].plays[${p}]` }))),
  ];
  const plays = placed.map(({ play }) => play);
  const known = {
    metrics: new Set(playbook.metrics.map((metric) => metric.id)),
    thresholds: new Set(Object.keys(playbook.thresholds)),
    items: new Set(plays.flatMap((play) => play.items.map((item) => item.id))),
    plays: new Set(plays.map((play) => play.id)),
  };
  const check = (place: string, condition: Condition | undefined) => {
    if (!condition) return;
    const names = conditionNames(condition);
    for (const list of ['metrics', 'thresholds', 'items', 'plays'] as const) {
      for (const name of names[list]) if (!known[list].has(name)) errors.push(`${place}: no ${list.slice(0, -1)} "${name}"`);
    }
    for (const name of names.weeks) {
      const values = [playbook, ...playbook.segments].flatMap((one) => one.thresholds[name] ?? []);
      if (!values.every((value) => Number.isInteger(value) && value >= 1 && value <= MOST_WEEKS))
        errors.push(`${place}: threshold "${name}" is no number of weeks from 1 to ${MOST_WEEKS}`);
    }
  };
  const checkId = (place: string, list: 'metrics' | 'items' | 'plays', name: string | undefined) => {
    if (name !== undefined && !known[list].has(name)) errors.push(`${place}: no ${list.slice(0, -1)} "${name}"`);
  };
  checkId('contractMetric', 'metrics', playbook.contractMetric);
  playbook.metrics.forEach((metric, m) => {
    checkId(`metrics[${m}].ratio.of`, 'metrics', metric.ratio?.of);
    checkId(`metrics[${m}].ratio.to`, 'metrics', metric.ratio?.to);
  });
  for (const [s, stage] of playbook.stages.entries()) check(`stages[${s}].doneWhen`, stage.doneWhen);
  for (const [c, criterion] of playbook.criteria.entries()) check(`criteria[${c}].when`, criterion.when);
  for (const { play, at } of placed) {
    check(`${at}.appliesWhen`, play.appliesWhen);
    check(`${at}.skipWhen.when`, play.skipWhen?.when);
    for (const first of play.after) checkId(`${at}.after`, 'plays', first);
    for (const [t, trigger] of play.triggers.entries()) check(`${at}.triggers[${t}].when`, trigger.when);
    check(`${at}.tailor.when`, play.tailor?.when);
    checkId(`${at}.tailor.users`, 'metrics', play.tailor?.users);
    checkId(`${at}.tailor.features`, 'metrics', play.tailor?.features);
    play.agenda.forEach((point, a) => {
      for (const item of point.ticks ?? []) checkId(`${at}.agenda[${a}].ticks`, 'items', item);
    });
    play.items.forEach((item, i) => {
      check(`${at}.items[${i}].doneWhen`, item.doneWhen);
      for (const other of item.dependsOn ?? []) checkId(`${at}.items[${i}].dependsOn`, 'items', other);
    });
  }
  playbook.stalls.forEach((rule, r) => {
    check(`stalls[${r}].watch.when`, rule.watch?.when);
    check(`stalls[${r}].stall.when`, rule.stall?.when);
    checkId(`stalls[${r}].suggests`, 'plays', rule.suggests);
  });
  playbook.segments.forEach((segment, s) => {
    check(`segments[${s}].when`, segment.when);
    for (const play of segment.leaveOutPlays ?? []) checkId(`segments[${s}].leaveOutPlays`, 'plays', play);
    for (const name of Object.keys(segment.thresholds)) {
      if (!known.thresholds.has(name)) errors.push(`segments[${s}].thresholds.${name}: no threshold "${name}"`);
    }
    for (const [c, criterion] of (segment.criteria ?? []).entries()) check(`segments[${s}].criteria[${c}].when`, criterion.when);
  });
  for (const [list, ids] of Object.entries({
    'metrics id': playbook.metrics.map((metric) => metric.id),
    'criteria id': playbook.criteria.map((criterion) => criterion.id),
    'plays id': playbook.plays.map((play) => play.id),
    'items id': playbook.plays.flatMap((play) => play.items.map((item) => item.id)),
    'stalls id': playbook.stalls.map((rule) => rule.id),
  })) {
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice) errors.push(`${list}: "${twice}" stands twice`);
  }
  return [...errors, ...roleErrors(playbook)];
}

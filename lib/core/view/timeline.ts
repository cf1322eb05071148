import type { Entry } from '../account/entry';
import { orderEntries } from '../account/order-entries';
import { applied, resolveAmendments } from '../account/resolve-amendments';
import { dayAt, formatDay } from '../day';
import type { ViewSetting } from './evidence-line';
import { row } from './row-of-entry';
import { showShortDay } from './show';
import type { TimelineRow } from './timeline-row';

/** An account's history, newest first, after amendments and retractions. */
export function timeline(entries: Entry[], s: ViewSetting): TimelineRow[] {
  const ordered = orderEntries(entries);
  const byId = new Map(ordered.map((entry) => [entry.id, entry]));
  const standing = resolveAmendments(ordered);
  const rows = [
    ...standing.entries.flatMap((entry) => row(entry, s).map((one) => ({ ...one, ...changesOf(entry, standing.amended, byId, s) }))),
    ...[...standing.retracted].flatMap(([id, retraction]) => takenBack(byId.get(id), byId.get(retraction), s)),
  ];
  return rows.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

function changesOf(entry: Entry, amended: Map<string, string[]>, byId: Map<string, Entry>, s: ViewSetting) {
  const changes = amended.get(entry.id) ?? [];
  const history: TimelineRow['history'] = [];
  let version = byId.get(entry.id);
  for (const id of changes) {
    const change = byId.get(id);
    const was = version && row(version, s)[0];
    if (!version || !change || !was) break;
    const when = [showShortDay(formatDay(dayAt(version.at, s.zone)), s), version.by].filter(Boolean).join(' · ');
    history.unshift({ when, text: [was.text, was.evidence.join(' · ')].filter(Boolean).join('\n') });
    const next = applied(version, change);
    version = next ? { ...next, at: change.at, by: change.by } : undefined;
  }
  return { amended: changes.length > 0, history };
}

/** What a person took back; a plan that was replaced by the meeting itself was not. */
function takenBack(entry: Entry | undefined, retraction: Entry | undefined, s: ViewSetting): TimelineRow[] {
  if (!entry || retraction?.kind !== 'retraction' || retraction.body.reason === 'held') return [];
  return row(entry, s)
    .slice(0, 1)
    .map((one) => ({ ...one, id: `${entry.id}#back`, retraction: retraction.id, retractable: false }));
}

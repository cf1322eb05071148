import type { Evidence } from '../conditions/evidence';
import type { Situation } from '../conditions/situation';
import { belowHalf } from '../conditions/unevenness';
import { type Day, formatDay, parseDay } from '../day';
import { once } from '../once';
import type { Play } from '../playbook/playbook-schema';
import type { Text } from '../text';
import { isFinished } from './play-state';
import { distinct, type Sentence } from './sentence';
import type { Stall } from './stalls';
import { type Reason, reasonsOf } from './touchpoint-reasons';

/** A recommended touchpoint. The list is ranked: the first is the next thing to do. */
export interface Recommendation {
  play: string;
  name: Text;
  type: string;
  minutes: number | null;
  rank: number;
  reasons: () => Sentence[];
  dueDay: string | null;
  /** Days from today to the due day; negative when it has passed. */
  inDays: number | null;
  /** `ticks`: checklist items that are done once the point was taken up. */
  agenda: { text: Sentence; minutes: number | null; ticks: string[] }[];
  evidence: () => Evidence[];
  /** A touchpoint of this play that is planned for today or later. */
  planned: { id: string; day: string } | null;
  /** Named users and features for a tailored session. */
  tailored: { users: string[]; features: string[]; reason: Text } | null;
}

/** Ranks and merges: one recommendation per play, its strongest reason first, due on its earliest day. */
export function touchpointsOf(stalls: Stall[], isOnboarded: boolean, m: Situation): Recommendation[] {
  const byPlay = new Map<string, Reason[]>();
  const open = new Map<string, Play | null>();
  for (const reason of reasonsOf(stalls, isOnboarded, m)) {
    if (!open.has(reason.play)) open.set(reason.play, firstOpen(reason.play, m));
    const play = open.get(reason.play);
    if (!play) continue;
    const list = byPlay.get(play.id);
    if (list) list.push(reason);
    else byPlay.set(play.id, [reason]);
  }
  const order = (play: string) => m.book.placeOf(m.book.plays.get(play) as Play);
  return [...byPlay]
    .map(([play, reasons]) => recommend(play, reasons, m))
    .sort((a, b) => a.rank - b.rank || far(a.dueDay) - far(b.dueDay) || order(a.play) - order(b.play));
}

function far(day: string | null): Day {
  return day === null ? Number.MAX_SAFE_INTEGER : (parseDay(day) as Day);
}

/** The play itself, or the first of those it must wait for: no meeting on demand before the kickoff was held. */
function firstOpen(id: string, m: Situation, seen = new Set<string>()): Play | null {
  const play = m.book.plays.get(id);
  if (!play || seen.has(id)) return play ?? null;
  seen.add(id);
  for (const before of play.after) {
    const first = m.book.plays.get(before);
    if (first && m.checklist.applies(first) && !m.checklist.skip(first) && !isFinished(first, m)) return firstOpen(before, m, seen);
  }
  return play;
}

function recommend(id: string, reasons: Reason[], m: Situation): Recommendation {
  const play = m.book.plays.get(id) as Play;
  const sorted = reasons.sort((a, b) => a.rank - b.rank || (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER));
  const rank = sorted[0]?.rank ?? 5;
  // The plain "next in the playbook" says nothing once something stronger asks for the same touchpoint.
  const telling = sorted.filter((reason) => reason.rank < 5 || rank === 5);
  const dues = telling.map((reason) => reason.due).filter((day) => day !== null);
  const planned = m.account.touchpoints.findLast(
    (one) => one.status === 'planned' && one.play === id && (parseDay(one.day) ?? 0) >= m.today,
  );
  const due = planned ? (parseDay(planned.day) as Day) : dues.length ? Math.min(...dues) : null;
  const tailored = tailoring(play, m);
  return {
    play: id,
    name: play.name,
    type: play.touchpoint?.type ?? 'internal',
    minutes: play.touchpoint?.minutes ?? null,
    rank,
    reasons: once(() => distinct([...telling.map((reason) => reason.text()), ...(tailored ? [{ text: tailored.reason }] : [])])),
    dueDay: due === null ? null : formatDay(due),
    inDays: due === null ? null : due - m.today,
    agenda: [...special(play, m, tailored), ...written(play)],
    evidence: once(() => telling.flatMap((reason) => reason.evidence())),
    planned: planned ? { id: planned.id, day: planned.day } : null,
    tailored,
  };
}

const agendas = new WeakMap<Play, Recommendation['agenda']>();

/** The agenda as the playbook has it: the same points for every account. */
function written(play: Play): Recommendation['agenda'] {
  let agenda = agendas.get(play);
  if (!agenda) {
    agenda = play.agenda.map(({ text, minutes = null, ticks = [] }) => ({ text: { text }, minutes, ticks }));
    agendas.set(play, agenda);
  }
  return agenda;
}

/** Points that only this account needs: what is blocked, and for whom a session is tailored. */
function special(play: Play, m: Situation, tailored: Recommendation['tailored']): Recommendation['agenda'] {
  const points: Sentence[] = [];
  if (!play.scheduled) {
    for (const item of m.checklist.all()) if (item.state === 'blocked') points.push({ code: 'finish', values: { item: item.name } });
  }
  if (tailored?.users.length) points.push({ code: 'users', values: { names: tailored.users.slice(0, 5).join(', ') } });
  if (tailored?.features.length) points.push({ code: 'features', values: { names: tailored.features.slice(0, 5).join(', ') } });
  return points.slice(0, 4).map((text) => ({ text, minutes: null, ticks: [] }));
}

function tailoring(play: Play, m: Situation): Recommendation['tailored'] {
  if (!play.tailor || m.test(play.tailor.when).truth(m, 0) !== true) return null;
  const users = m.metric(play.tailor.users).value;
  const features = m.metric(play.tailor.features).value;
  return {
    users: users && typeof users === 'object' ? belowHalf(users) : [],
    features: features && typeof features === 'object' ? belowHalf(features) : [],
    reason: play.tailor.reason,
  };
}

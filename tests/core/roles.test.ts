import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { foldAccount } from '@/lib/core/account/fold-account';
import { assess } from '@/lib/core/assess/assess';
import { assessmentJson } from '@/lib/core/assess/assessment-json';
import { metricOf, playOf } from '@/lib/core/playbook/by-role';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { resolveSegment } from '@/lib/core/playbook/resolve-segment';
import { metricRoles, playRoles } from '@/lib/core/playbook/roles';
import { logChoices, noteSources } from '@/lib/core/view/log-choices';
import { viewWords } from '@/lib/words/view-words';
import { asCode, assessOf, day, entry, held, NOW, playbook, playbookJson, readings, weekly, ZONE } from './make-account';

const plays: string[] = playbook.plays.map((play) => play.id);
const metrics: string[] = playbook.metrics.map((metric) => metric.id);
const newPlay = (id: string) => (plays.includes(id) ? `own-play-${id}-x` : id);
const newMetric = (id: string) => (metrics.includes(id) ? `ownMetric_${id}_x` : id);

// biome-ignore lint/suspicious/noExplicitAny: walks plain JSON
function renamed(part: any, key = ''): any {
  if (typeof part === 'string') {
    if (['suggests', 'held', 'play', 'daysBlocked'].includes(key)) return newPlay(part);
    if (['metric', 'uneven', 'hoursSinceReading', 'pace', 'of', 'to', 'users', 'features', 'contractMetric'].includes(key))
      return newMetric(part);
    if (key === 'daysSince')
      return part
        .replace(/^metric:(.+)$/, (_, id) => `metric:${newMetric(id)}`)
        .replace(/^(held|due):(.+)$/, (_, k, id) => `${k}:${newPlay(id)}`);
    return part;
  }
  if (Array.isArray(part)) return part.map((one) => (key === 'after' ? newPlay(one) : renamed(one)));
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, renamed(value, name)]));
}

/** The default playbook with ids of its own for every play and metric; what each is for is said by its role alone. */
function foreign(): Playbook {
  const copy = renamed(structuredClone(playbookJson));
  delete copy.contractMetric;
  for (const play of copy.plays) {
    const role = playRoles.find((one) => one === play.id);
    play.id = newPlay(play.id);
    if (role) play.role = role;
  }
  for (const metric of copy.metrics) {
    const role = metricRoles.find((one) => one === metric.id);
    metric.id = newMetric(metric.id);
    if (role) metric.role = role;
  }
  copy.pace = Object.fromEntries(Object.entries(copy.pace).map(([id, band]) => [newMetric(id), band]));
  const { playbook: book, errors } = parsePlaybook(copy);
  expect(errors).toEqual([]);
  return book as Playbook;
}

const asOwn = (entries: Entry[]): Entry[] => entries.map((one) => ({ ...one, body: renamed(one.body) }) as Entry);
const json = (book: Playbook, entries: Entry[]) =>
  JSON.stringify(assessmentJson(assess(book, foldAccount('sample/a', entries), NOW, ZONE), asCode))
    .replaceAll(/own-play-(\w+)-x/g, '$1')
    .replaceAll(/ownMetric_(\w+?)_x/g, '$1');

const accounts: Record<string, Entry[]> = {
  'a new one': [],
  'one before its kickoff': [readings({ contractDate: day(-9), lastLogin: day(-8), csmOwner: 'Aoki' })],
  'a busy one': [
    readings(
      { contractDate: day(-100), lastLogin: day(-20), seats: 10, setupDone: 3, setupTotal: 9, trialUse: true, activeUsers14d: 4 },
      20,
    ),
    weekly('coreActions', [1, 9, 9, 9, 9, 9]),
    weekly('activeUsers', [1, 1, 2]),
    held('kickoff', 60),
    entry('touchpoint', { status: 'planned', play: 'briefing', day: day(-2) }, 3),
    entry('item', { item: 'setup-data', state: 'blocked', owner: 'third', cause: 'approval', untilDay: day(3) }, 12),
  ],
};

describe('roles', () => {
  it.each(Object.keys(accounts))('a playbook with ids of its own judges %s as the default one does', (name) => {
    const entries = accounts[name] as Entry[];
    expect(JSON.parse(json(foreign(), asOwn(entries)))).toEqual(JSON.parse(json(playbook, entries)));
  });
  it('are read from the ids of a playbook that gives none, and from contractMetric', () => {
    for (const role of playRoles) expect(playOf(playbook, role)?.id).toBe(role);
    for (const role of metricRoles) expect(metricOf(playbook, role)?.id).toBe(role);
    const start = structuredClone(playbookJson);
    start.contractMetric = 'renewalDate';
    expect(metricOf(parsePlaybook(start).playbook as Playbook, 'contractDate')?.id).toBe('renewalDate');
  });
  it('are not taken from an id where another play has the role, or the play has another', () => {
    const book = {
      ...playbook,
      plays: playbook.plays.map((play) => (play.id === 'setup' ? { ...play, role: 'kickoff' as const } : play)),
      metrics: playbook.metrics.map((metric) => (metric.id === 'csmOwner' ? { ...metric, role: 'seats' as const } : metric)),
    };
    expect(playOf(book, 'kickoff')?.id).toBe('setup');
    expect(metricOf(book, 'csmOwner')).toBeNull();
  });
  it('stay with a play that a segment words anew', () => {
    const book = foreign();
    const kickoff = playOf(book, 'kickoff');
    const { role, ...worded } = kickoff as NonNullable<typeof kickoff>;
    const segment = { id: 's', name: { en: 's', ja: 's' }, when: { criteriaMet: true as const }, thresholds: {}, plays: [worded] };
    expect(role).toBe('kickoff');
    expect(playOf(resolveSegment(book, [segment]), 'kickoff')?.id).toBe(worded.id);
  });
  it('are refused twice, and so is a playbook without a contract date', () => {
    const broken = (change: (copy: typeof playbookJson) => void) => {
      const copy = structuredClone(playbookJson);
      change(copy);
      return parsePlaybook(copy).errors;
    };
    expect(broken((copy) => void (copy.plays[0].role = copy.plays[1].role = 'kickoff'))).toEqual(['plays role: two plays are "kickoff"']);
    expect(broken((copy) => void (copy.metrics[2].role = copy.metrics[3].role = 'seats'))).toEqual([
      'metrics role: two metrics are "seats"',
    ]);
    expect(broken((copy) => void (copy.metrics[1].role = 'contractDate'))).toEqual([
      'contractMetric: the role "contractDate" is that of "renewalDate"',
    ]);
    expect(
      broken((copy) => {
        delete copy.contractMetric;
        copy.metrics[0].role = 'seats';
      }),
    ).toEqual(['metrics: none has the role "contractDate", and contractMetric names none']);
    expect(broken((copy) => void (copy.plays[0].role = 'party'))[0]).toMatch(/^plays\[0\]\.role: /);
  });
  it('tell the log form which meeting asks for the verdict, what was agreed, and whom a note may name', () => {
    const book = foreign();
    const entries = asOwn([entry('readings', { readings: [{ metric: 'shortTermSuccess', value: 'ten users', source: 'person' }] })]);
    const owners = asOwn([readings({ projectOwner: 'Sato', csmOwner: 'Aoki' })]);
    const account = foldAccount('sample/a', [...entries, ...owners]);
    const s = { playbook: book, lang: 'en' as const, words: viewWords('en'), zone: ZONE, now: NOW, today: day(0) };
    const offer = logChoices(assessOf(entries, book), account, s);
    expect(offer.plays.filter((play) => play.isCompletion).map((play) => play.id)).toEqual([newPlay('completion')]);
    expect(offer.agreed).toBe('ten users');
    expect(noteSources(account, [], book).people).toEqual(['Sato', 'Aoki']);
  });
});

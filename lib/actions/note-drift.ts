import { parseAccountKey } from '@/lib/core/account/account-key';
import type { Account } from '@/lib/core/account/fold-account';
import { InTurn } from '@/lib/core/in-turn';
import { inLang } from '@/lib/core/text';
import type { Drift } from '@/lib/core/view/drift-view';
import type { ConsoleFile } from '@/lib/formats/console-file';
import type { ConsoleHealth, DriftNote, DriftRow } from '@/lib/formats/console-health';
import { pageConfigOf } from '@/lib/formats/page-config';
import { zoneNamed } from '@/lib/readers/page/browser-zone';
import { propose } from '@/lib/readers/page/discover/propose';
import { driftOf, type FieldSeen, healthWithout, noteVisit, stateOf } from '@/lib/readers/page/drift';
import { matchAddress } from '@/lib/readers/page/match-address';
import type { PageReading } from '@/lib/readers/page/read-fields';
import type { Kido } from './kido';

const turns = new InTurn();

/** The page that was looked at: its tab, and its document as its script names it. One that loads anew is another visit. */
interface PageSeen {
  tabId: number;
  document: string;
}

/**
 * Notes how the fields of a page fared. Where fields that worked are gone, the page is looked at afresh at once, and
 * what was found is kept as proposals for a person to accept.
 */
export function noteDrift(
  kido: Kido,
  console: ConsoleFile,
  account: string,
  read: PageReading[],
  folded: Account,
  page: PageSeen,
): Promise<void> {
  return turns.run('drift', () => note(kido, console, account, read, folded, page));
}

async function note(kido: Kido, console: ConsoleFile, account: string, read: PageReading[], folded: Account, page: PageSeen) {
  const { fields } = pageConfigOf(console);
  const seen = read.map((reading): FieldSeen => {
    const find = fields.find((field) => field.metric === reading.metric)?.find ?? [];
    return { metric: reading.metric, find, state: stateOf(reading.problem), had: lastOnPage(folded, reading.metric) !== null };
  });
  const before = await kido.settings.health(console.id);
  const configured = { ...before, fields: pick(before.fields, (metric) => console.fields.some((field) => field.metric === metric)) };
  const health = noteVisit(configured, seen, await visitSoFar(kido, page, account, seen), account, kido.host.now());
  if (JSON.stringify(health) !== JSON.stringify(before)) await kido.settings.putHealth(console.id, health);
  // What other accounts show well is no matter of the settings: it is this account's alone.
  const drifts = driftOf(health, account).filter((one) => one.scope !== 'account');
  const known = await clearedDrift(kido, console.id, health);
  if (drifts.length === 0) return;
  if (known?.account === account && JSON.stringify(known.drifts) === JSON.stringify(drifts)) return;
  const proposals = await proposalsFor(kido, console, account, drifts, folded, page.tabId).catch(() => []);
  await kido.settings.putDrift(console.id, { account, drifts, proposals });
  void kido.host.tabs.announce({ news: 'settings' });
}

function pick<T>(all: Record<string, T>, keep: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => keep(key)));
}

/** What was told of a console's drift, as it is now: what anybody's page has shown since is told no more. */
async function clearedDrift(kido: Kido, console: string, health: ConsoleHealth): Promise<DriftNote | null> {
  const known = await kido.settings.drift(console);
  if (!known) return null;
  const stands = driftOf(health, known.account).filter((one) => one.scope !== 'account');
  const drifts = known.drifts.flatMap(({ metric }) => stands.find((one) => one.metric === metric) ?? []);
  if (JSON.stringify(drifts) === JSON.stringify(known.drifts)) return known;
  const proposals = known.proposals.filter((one) => drifts.some(({ metric }) => metric === one.metric));
  const next = drifts.length > 0 ? { ...known, drifts, proposals } : null;
  await (next ? kido.settings.putDrift(console, next) : kido.settings.removeDrift(console));
  void kido.host.tabs.announce({ news: 'settings' });
  return next;
}

/** Values of an account that must stand on a page under other labels before it is believed to be that account's. */
const PROOF = 2;

/**
 * Whether a page on which no field was found shows what was known of the account all the same: then it was redesigned,
 * and is no page that was not found.
 */
export async function isRedesigned(kido: Kido, console: ConsoleFile, account: string, tabId: number): Promise<boolean> {
  const { folded } = await kido.keeper.account(account);
  const gone = console.fields.filter((field) => lastOnPage(folded, field.metric) !== null).map(({ metric }) => ({ metric }));
  if (gone.length === 0) return false;
  const proposals = await proposalsFor(kido, console, account, gone, folded, tabId).catch(() => []);
  return proposals.filter((one) => one.because.includes('value')).length >= Math.min(PROOF, gone.length);
}

const visitKey = (tabId: number) => `visit:${tabId}`;

/** A tab is gone. */
export function forgetVisit({ session }: Kido, tabId: number): Promise<void> {
  return session.change(visitKey(tabId), () => null);
}

/** Metrics that the visit in a tab has read before this look; notes those of this look for the next one. */
async function visitSoFar({ session }: Kido, { tabId, document }: PageSeen, account: string, seen: FieldSeen[]): Promise<string[]> {
  const stored = await session.read<{ account: string; document: string; read: string[] }>(visitKey(tabId));
  const earlier = stored?.account === account && stored.document === document ? stored.read : [];
  const read = [...new Set([...earlier, ...seen.filter((one) => one.state === 'read').map((one) => one.metric)])];
  await session.change(visitKey(tabId), () => ({ account, document, read }));
  return earlier;
}

async function proposalsFor(
  kido: Kido,
  console: ConsoleFile,
  account: string,
  drifts: Pick<Drift, 'metric'>[],
  folded: Account,
  tabId: number,
): Promise<DriftNote['proposals']> {
  const name = parseAccountKey(account);
  const address = await kido.host.tabs.address(tabId);
  if (!address || matchAddress(console, address) === null) return [];
  const { locale, dates, numbers, zone } = console;
  const setting = { urlId: name?.id ?? null, locales: [locale], dates, numbers, zone: zoneNamed(zone), now: kido.host.now() };
  const page = await kido.host.look.discover(tabId, setting);
  const gone = new Set(drifts.map((drift) => drift.metric));
  const lost = console.fields.filter((field) => gone.has(field.metric)).map((field) => ({ field, last: lastOnPage(folded, field.metric) }));
  const others = console.fields
    .filter((field) => !gone.has(field.metric))
    .flatMap((field) => field.find.flatMap((locator) => ('label' in locator ? [locator.label] : [])));
  return propose(
    lost,
    page.fields.map((field) => ({ ...field, locator: field.offers[0]?.locator ?? null })),
    others,
  );
}

function lastOnPage(account: Account, metric: string): string | number | boolean | null {
  const value = account.metrics.get(metric)?.moments.findLast((reading) => reading.source === 'page' && reading.value !== null)?.value;
  return value === undefined || typeof value === 'object' ? null : value;
}

/** What is to be told of a console's drift, with names for people. */
export async function driftRows(kido: Kido, console: ConsoleFile): Promise<DriftRow[]> {
  const noted = await kido.settings.drift(console.id);
  if (!noted) return [];
  const { playbook, lang } = await kido.standpoint.now();
  return noted.drifts.map((drift) => ({
    ...drift,
    name: inLang(playbook.metrics.find((one) => one.id === drift.metric)?.name, lang) ?? drift.metric,
    proposal: noted.proposals.find((one) => one.metric === drift.metric) ?? null,
  }));
}

/** Takes an account that was erased out of what is noted of its console's fields. */
export function forgetInHealth({ settings }: Kido, account: string): Promise<void> {
  return turns.run('drift', async () => {
    const console = parseAccountKey(account)?.console ?? '';
    const before = await settings.health(console);
    const health = healthWithout(before, account);
    if (JSON.stringify(health) !== JSON.stringify(before)) await settings.putHealth(console, health);
    if ((await settings.drift(console))?.account === account) await settings.removeDrift(console);
  });
}

/** Forgets a console's drift, after its fields were changed. */
export function forgetDrift(kido: Kido, console: string): Promise<void> {
  return kido.settings.removeDrift(console);
}

import { parseAccountKey } from '@/lib/core/account/account-key';
import type { Account } from '@/lib/core/account/fold-account';
import { InTurn } from '@/lib/core/in-turn';
import { inLang } from '@/lib/core/text';
import type { Drift } from '@/lib/core/view/drift-view';
import type { ConsoleFile } from '@/lib/formats/console-file';
import type { DriftNote, DriftRow } from '@/lib/formats/console-health';
import { zoneNamed } from '@/lib/readers/page/browser-zone';
import { propose } from '@/lib/readers/page/discover/propose';
import { driftOf, type FieldSeen, noteVisit, stateOf } from '@/lib/readers/page/drift';
import { matchAddress } from '@/lib/readers/page/match-address';
import type { PageReading } from '@/lib/readers/page/read-fields';
import type { Kido } from './kido';

const turns = new InTurn();

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
  tabId: number,
): Promise<void> {
  return turns.run('drift', () => note(kido, console, account, read, folded, tabId));
}

async function note(kido: Kido, console: ConsoleFile, account: string, read: PageReading[], folded: Account, tabId: number) {
  const seen = read.map((reading): FieldSeen => {
    const find = console.fields.find((field) => field.metric === reading.metric)?.find ?? [];
    return { metric: reading.metric, find, state: stateOf(reading.problem), had: lastOnPage(folded, reading.metric) !== null };
  });
  const before = await kido.settings.health(console.id);
  const health = noteVisit(before, seen, await visitSoFar(kido, tabId, account, seen), account, kido.host.now());
  if (JSON.stringify(health) !== JSON.stringify(before)) await kido.settings.putHealth(console.id, health);
  const drifts = driftOf(health, account);
  const known = await kido.settings.drift(console.id);
  if (drifts.length === 0) {
    if (known?.account === account) await forgetDrift(kido, console.id);
    return;
  }
  if (known?.account === account && JSON.stringify(known.drifts) === JSON.stringify(drifts)) return;
  const proposals = await proposalsFor(kido, console, account, drifts, folded, tabId).catch(() => []);
  await kido.settings.putDrift(console.id, { account, drifts, proposals });
  void kido.host.tabs.announce({ news: 'settings' });
}

const visitKey = (tabId: number) => `visit:${tabId}`;

/** A tab is gone. */
export function forgetVisit({ session }: Kido, tabId: number): Promise<void> {
  return session.change(visitKey(tabId), () => null);
}

/** Metrics that the visit in a tab has read before this look; notes those of this look for the next one. */
async function visitSoFar({ session }: Kido, tabId: number, account: string, seen: FieldSeen[]): Promise<string[]> {
  const stored = await session.read<{ account: string; read: string[] }>(visitKey(tabId));
  const earlier = stored?.account === account ? stored.read : [];
  const read = [...new Set([...earlier, ...seen.filter((one) => one.state === 'read').map((one) => one.metric)])];
  await session.change(visitKey(tabId), () => ({ account, read }));
  return earlier;
}

async function proposalsFor(
  kido: Kido,
  console: ConsoleFile,
  account: string,
  drifts: Drift[],
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

/** Forgets a console's drift, after its fields were changed. */
export function forgetDrift(kido: Kido, console: string): Promise<void> {
  return kido.settings.removeDrift(console);
}

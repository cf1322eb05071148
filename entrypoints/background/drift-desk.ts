import { browser } from 'wxt/browser';
import { parseAccountKey } from '@/lib/core/account/account-key';
import type { Account } from '@/lib/core/account/fold-account';
import { foldAccount } from '@/lib/core/account/fold-account';
import { inLang } from '@/lib/core/text';
import type { DriftRow } from '@/lib/messages/setup-requests';
import { zoneNamed } from '@/lib/readers/page/browser-zone';
import { propose } from '@/lib/readers/page/discover/propose';
import { type Drift, driftOf, type FieldSeen, noteVisit } from '@/lib/readers/page/drift';
import { matchAddress } from '@/lib/readers/page/match-address';
import type { PageReading } from '@/lib/readers/page/read-fields';
import type { ConsoleFile } from '@/lib/settings/console-file';
import { readHealth, writeHealth } from '@/lib/settings/settings-store';
import { entriesOf } from '@/lib/store/journal';
import { settingNow } from './desk';
import { discoverTab } from './probe-desk';
import { tellPages } from './tabs';

let queue: Promise<unknown> = Promise.resolve();

/** Drift of a console as last seen: which fields, on which account, and what is proposed for them. */
interface DriftNote {
  account: string;
  drifts: Drift[];
  proposals: { metric: string; locator: Record<string, string>; label: string; shown: string; because: ('value' | 'label')[] }[];
}

const key = (console: string) => `drift:${console}`;

/** A value that is not on this view of the page says nothing about the value seen before; it grows old instead. */
export function isMissing(problem: string | null): boolean {
  return problem !== null && MISSING.test(problem);
}

/** Problems that a look at the page has with the page itself, not with how a value is written. */
const MISSING = /^(?:not found|not a selector|stands \d+ times)/;

/**
 * Notes how the fields of a page fared. Where fields that worked are gone, the page is looked at afresh at once, and
 * what was found is kept as proposals for a person to accept.
 */
export function noteFields(console: ConsoleFile, account: string, read: PageReading[], tabId: number): Promise<void> {
  const run = queue.then(() => note(console, account, read, tabId));
  queue = run.catch(() => undefined);
  return run;
}

async function note(console: ConsoleFile, account: string, read: PageReading[], tabId: number): Promise<void> {
  const folded = foldAccount(account, await entriesOf(account));
  const seen = read.map((reading): FieldSeen => {
    const find = console.fields.find((field) => field.metric === reading.metric)?.find ?? [];
    return { metric: reading.metric, find, state: stateOf(reading), had: lastOnPage(folded, reading.metric) !== null };
  });
  const before = await readHealth(console.id);
  const health = noteVisit(before, seen, await visitSoFar(tabId, account, seen), account, Date.now());
  if (JSON.stringify(health) !== JSON.stringify(before)) await writeHealth(console.id, health);
  const drifts = driftOf(health, account);
  const known = await noteOf(console.id);
  if (drifts.length === 0) {
    if (known?.account === account) await forget(console.id);
    return;
  }
  const same = known?.account === account && JSON.stringify(known.drifts) === JSON.stringify(drifts);
  if (same) return;
  await keep(console.id, { account, drifts, proposals: await proposalsFor(console, account, drifts, tabId).catch(() => []) });
  void tellPages({ news: 'settings' });
}

/** Metrics that the visit in a tab has read before this look; notes those of this look for the next one. */
async function visitSoFar(tabId: number, account: string, seen: FieldSeen[]): Promise<string[]> {
  const name = `visit:${tabId}`;
  const stored = (await browser.storage.session.get(name))[name] as { account: string; read: string[] } | undefined;
  const earlier = stored?.account === account ? stored.read : [];
  const read = seen.filter((one) => one.state === 'read').map((one) => one.metric);
  await browser.storage.session.set({ [name]: { account, read: [...new Set([...earlier, ...read])] } });
  return earlier;
}

function stateOf(reading: PageReading): FieldSeen['state'] {
  if (reading.problem === null || reading.problem === 'blank') return 'read';
  if (reading.problem === 'being edited') return 'neutral';
  // A text that used to be a date and is none any more: something else stands there now.
  return isMissing(reading.problem) || /^(?:not a|more than|neither)/.test(reading.problem) ? 'lost' : 'neutral';
}

async function proposalsFor(console: ConsoleFile, account: string, drifts: Drift[], tabId: number): Promise<DriftNote['proposals']> {
  const name = parseAccountKey(account);
  const tab = await browser.tabs.get(tabId);
  if (!tab.url || matchAddress(console, tab.url) === null) return [];
  const zone = zoneNamed(console.zone);
  const page = await discoverTab(tabId, { urlId: name?.id ?? null, locales: [console.locale], zone, now: Date.now() });
  const folded = foldAccount(account, await entriesOf(account));
  const gone = new Set(drifts.map((drift) => drift.metric));
  const lost = console.fields.filter((field) => gone.has(field.metric)).map((field) => ({ field, last: lastOnPage(folded, field.metric) }));
  const others = console.fields
    .filter((field) => !gone.has(field.metric))
    .flatMap((field) => field.find.flatMap((locator) => ('label' in locator ? [locator.label] : [])));
  const found = page.fields.map((field) => ({ ...field, locator: field.offers[0]?.locator ?? null }));
  return propose(lost, found as Parameters<typeof propose>[1], others) as DriftNote['proposals'];
}

function lastOnPage(account: Account, metric: string): string | number | boolean | null {
  const value = account.metrics.get(metric)?.moments.findLast((reading) => reading.source === 'page' && reading.value !== null)?.value;
  return value === undefined || typeof value === 'object' ? null : value;
}

/** What is to be told of a console's drift, with names for people. */
export async function driftRows(console: ConsoleFile): Promise<DriftRow[]> {
  const noted = await noteOf(console.id);
  if (!noted) return [];
  const { s } = await settingNow();
  return noted.drifts.map((drift) => ({
    ...drift,
    name: inLang(s.playbook.metrics.find((metric) => metric.id === drift.metric)?.name, s.lang) ?? drift.metric,
    proposal: noted.proposals.find((one) => one.metric === drift.metric) ?? null,
  }));
}

/** Forgets a console's drift, after its fields were changed. */
export async function forget(console: string): Promise<void> {
  await browser.storage.local.remove(key(console));
}

async function keep(console: string, noted: DriftNote): Promise<void> {
  await browser.storage.local.set({ [key(console)]: noted });
}

async function noteOf(console: string): Promise<DriftNote | null> {
  return ((await browser.storage.local.get(key(console)))[key(console)] as DriftNote | undefined) ?? null;
}

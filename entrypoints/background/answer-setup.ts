import { browser } from 'wxt/browser';
import { messageOf } from '@/lib/core/message-of';
import { type ConsoleFile, parseConsole } from '@/lib/formats/console-file';
import { pageConfigOf } from '@/lib/formats/page-config';
import type { SetupRequests, TrialRow } from '@/lib/messages/setup-requests';
import { evaluate } from '@/lib/readers/api/map-reply';
import { askPages } from '@/lib/readers/api/read-api';
import { browserZone, zoneNamed } from '@/lib/readers/page/browser-zone';
import { guessAddresses } from '@/lib/readers/page/discover/guess-address';
import { matchAddress } from '@/lib/readers/page/match-address';
import { readFields } from '@/lib/readers/page/read-fields';
import { readConsoles, readWizard, writeWizard } from '@/lib/settings/settings-store';
import { askingByHand, readAll, requestValues } from './api-desk';
import { saveConsole } from './console-desk';
import { dockedAddress, openDock } from './dock-desk';
import { forget } from './drift-desk';
import { discoverTab, inOwnTab, loaded, locateTab } from './probe-desk';
import { allowTeaching } from './teach-desk';
import type { Asker } from './who-asks';

type Handlers = {
  [K in keyof SetupRequests]: (body: SetupRequests[K]['ask'], asker: Asker) => Promise<SetupRequests[K]['reply']>;
};

/** Answers to the pages on which a console is set up. */
export const answerSetup: Handlers = {
  'addresses.guess': async ({ addresses }) =>
    guessAddresses(addresses).map((guess, at) => guess && { ...guess, origin: new URL(addresses[at] as string).origin }),
  'page.discover': async ({ address, id, locale, zone }) => {
    const setting = {
      urlId: id,
      locales: locale ? [locale] : [],
      zone: zoneNamed(zone || 'browser'),
      now: Date.now(),
    };
    return inOwnTab(address, (tabId) => discoverTab(tabId, setting));
  },
  'console.try': async ({ console, addresses }) => {
    const parsed = parseConsole(console);
    if (!parsed.console) return { errors: parsed.errors, rows: [] };
    const rows: TrialRow[] = [];
    for (const address of addresses) rows.push(await tryOne(parsed.console, address));
    return { errors: [], rows };
  },
  'reply.fetch': async ({ console, api, accountId }) => {
    const parsed = parseConsole(console);
    if (!parsed.console) return { pages: [], problem: parsed.errors[0] ?? 'not readable' };
    const source = parsed.console.api[api];
    if (!source) return { pages: [], problem: 'no such API' };
    try {
      return { pages: await askPages(source, await requestValues(source, accountId), askingByHand), problem: null };
    } catch (error) {
      return { pages: [], problem: messageOf(error) };
    }
  },
  'reply.map': async ({ expression, pages, accountId }) => {
    try {
      const result = await evaluate(expression, { pages, body: pages[0], accountId, from: '', to: '' });
      return { result: result === undefined ? null : JSON.parse(JSON.stringify(result)), problem: null };
    } catch (error) {
      return { result: null, problem: messageOf(error) };
    }
  },
  'wizard.get': async () => readWizard(),
  'wizard.put': async ({ state }) => {
    await writeWizard(state);
    return null;
  },
  'teach.start': async ({ console, address, tabId }) => {
    const tab = await tabFor(tabId, address);
    if (tab?.id === undefined) return { problem: 'no page to teach on' };
    await allowTeaching(tab.id, console);
    await loaded(tab.id);
    try {
      await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/teach.js'] });
      return { problem: null };
    } catch (error) {
      return { problem: messageOf(error) };
    }
  },
  'dock.open': async ({ tabId, address }) => {
    const tab = await tabFor(tabId, address);
    if (tab?.id === undefined) return { problem: 'no page to set up on' };
    try {
      await openDock(tab.id);
      return { problem: null };
    } catch (error) {
      return { problem: messageOf(error) };
    }
  },
  'access.has': async ({ origins }) => Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] }))),
  'settings.open': async () => {
    await browser.runtime.openOptionsPage();
    return null;
  },
  'dock.mine': async ({ pass }, asker) => {
    const tabId = asker.tabId;
    const address = tabId === null ? null : await dockedAddress(tabId, pass);
    return tabId === null || address === null ? null : { tabId, address };
  },
  'drift.accept': async ({ console, metric, locator }) => {
    const known = (await readConsoles()).find((one) => one.console.id === console);
    if (!known || known.locked) return { errors: [known ? 'fixed by your company' : 'no such console'] };
    // The old ways stay behind the new one: half of a console may still be as it was.
    const fields = known.console.fields.map((field) =>
      field.metric === metric ? { ...field, find: [locator, ...field.find].slice(0, 4) } : field,
    );
    const result = await saveConsole({ ...known.console, fields });
    if (result.errors.length === 0) await forget(console);
    return result;
  },
};

/** The tab that is meant: one that is open, or a new one with an address. */
async function tabFor(tabId: number | null, address: string | null) {
  if (tabId !== null) return browser.tabs.get(tabId);
  return address ? browser.tabs.create({ url: address, active: true }) : null;
}

/** Reads one account as the console says: its page in a tab of its own, then its APIs. */
async function tryOne(console: ConsoleFile, address: string): Promise<TrialRow> {
  const row: TrialRow = { address, accountId: null, name: null, problem: null, readings: [] };
  try {
    if (!matchAddress(console, address)) return { ...row, problem: 'not an account page by these patterns' };
    const config = pageConfigOf(console);
    const page = await inOwnTab(address, (tabId) => locateTab(tabId, config, address));
    if (page.refused !== null) return { ...row, problem: page.refused };
    const read = readFields(page.fields, config, { now: Date.now(), browserZone: browserZone() });
    row.accountId = page.accountId;
    row.name = page.name;
    row.readings = read.map(({ metric, value, problem }, at) => ({
      metric,
      value: value ?? null,
      shown: page.fields[at]?.shown ?? null,
      problem,
      source: 'page' as const,
    }));
    if (page.accountId !== null && console.api.length > 0) {
      const readings = await readAll(console, page.accountId, askingByHand);
      const latest = new Map(readings.toSorted((a, b) => ((a.week ?? '9') < (b.week ?? '9') ? -1 : 1)).map((one) => [one.metric, one]));
      row.readings.push(
        ...[...latest.values()].map(({ metric, value, problem }) => ({
          metric,
          value: value ?? null,
          shown: null,
          problem: problem ?? null,
          source: 'api' as const,
        })),
      );
    }
    return row;
  } catch (error) {
    return { ...row, problem: messageOf(error) };
  }
}

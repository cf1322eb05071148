import { browser } from 'wxt/browser';
import { parseAccountKey } from '@/lib/core/account/account-key';
import { messageOf } from '@/lib/core/message-of';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import { logChoices, noteSources, openItems } from '@/lib/core/view/log-choices';
import { timeline } from '@/lib/core/view/timeline';
import { accessPatterns, type ConsoleFile, parseConsole } from '@/lib/formats/console-file';
import { langOf, zoneOf } from '@/lib/formats/preferences';
import type { ConsoleRow, ExtensionRequests } from '@/lib/messages/extension-requests';
import { matchAddress } from '@/lib/readers/page/match-address';
import { readConsoles, readPreferences, readSecret, removeConsole, writePreferences, writeSecret } from '@/lib/settings/settings-store';
import { draftOf, putDraft, removeDraft } from '@/lib/store/drafts';
import { playbooks, publishPlaybook } from '@/lib/store/playbooks';
import { allRequests } from '@/lib/store/search';
import { answerForm } from './answer-form';
import { answerHandOn } from './answer-hand-on';
import { answerHooks } from './answer-hooks';
import { answerSetup } from './answer-setup';
import { askingByHand, readAll } from './api-desk';
import { saveConsole } from './console-desk';
import { assessNow, shipped, viewOf } from './desk';
import { driftRows, forget } from './drift-desk';
import { lookPicked, takePicked } from './picked';
import { hasAccess, registerPages } from './registration';
import { tabAccount, tellPages } from './tabs';
import { tellAll } from './tell-all';
import { touchpointOf } from './touchpoint-of';
import type { Asker } from './who-asks';
import { entry, write } from './write';

type Handlers = {
  [K in keyof ExtensionRequests]: (body: ExtensionRequests[K]['ask'], asker: Asker) => Promise<ExtensionRequests[K]['reply']>;
};

/** Answers to Kido's own pages. */
export const answerExtension: Handlers = {
  ...answerSetup,
  ...answerForm,
  ...answerHandOn,
  ...answerHooks,
  'tab.state': async ({ tabId, address }) => {
    const shown = await tabAccount(tabId);
    const origin = address && URL.canParse(address) ? new URL(address).origin : null;
    const consoles = await readConsoles();
    const still = shown && consoles.some((one) => isStill(one.console, shown, address));
    if (shown && still) return { state: 'account', view: await viewOf(shown.account) };
    const console = consoles.find((one) => origin !== null && one.console.origins.includes(origin))?.console;
    if (!console || !origin) return { state: 'noConsole', origin: origin?.startsWith('http') ? origin : null };
    if (!(await hasAccess(console)))
      return { state: 'noAccess', console: console.id, name: console.name, origin, patterns: accessPatterns(console) };
    return { state: 'noAccount', console: console.name };
  },
  'timeline.get': async ({ account }) => {
    const { entries, setting } = await assessNow(account);
    return timeline(entries, setting);
  },
  'log.choices': async ({ account }) => {
    const { assessment, folded, setting } = await assessNow(account);
    return { ...logChoices(assessment, folded, setting), sources: noteSources(folded, await allRequests()) };
  },
  'touchpoint.log': async ({ account, touchpoint, ticks }) => {
    const { folded, assessment } = await assessNow(account);
    // What was planned and is now held is one touchpoint, not two.
    const planned =
      touchpoint.status === 'held' && touchpoint.play
        ? folded.touchpoints.filter((one) => one.status === 'planned' && one.play === touchpoint.play)
        : [];
    const done = await Promise.all(planned.map((one) => entry('retraction', account, { target: one.id, reason: 'held' })));
    const isOpen = openItems(assessment);
    const ticked = await Promise.all(ticks.filter((id) => isOpen.has(id)).map((item) => entry('item', account, { item, state: 'done' })));
    const result = await write(account, [...done, await entry('touchpoint', account, touchpoint), ...ticked]);
    await removeDraft(account);
    return result;
  },
  'touchpoint.get': async ({ account, id }) => (await touchpointOf(account, id)).entry.body,
  'touchpoint.amend': async ({ account, id, touchpoint }) => {
    const { body } = (await touchpointOf(account, id)).entry;
    const gone = Object.keys(body).filter((name) => !(name in touchpoint));
    const change = { ...touchpoint, ...Object.fromEntries(gone.map((name) => [name, null])) };
    // The draft stays: it may hold what was being written before.
    return write(account, [await entry('amendment', account, { target: id, body: change })]);
  },
  'picked.look': async () => lookPicked(),
  'picked.take': async ({ account, other }) => takePicked(account, other),
  'fact.note': async ({ account, metric, value }) =>
    write(account, [
      await entry('readings', account, {
        readings: [{ metric, value, source: 'person', where: '', ...(value === null && { problem: 'cleared by hand' }) }],
      }),
    ]),
  'draft.get': async ({ account }) => {
    const draft = await draftOf(account);
    return draft ? { at: draft.at, fields: draft.fields } : null;
  },
  'draft.put': async (draft) => {
    if (!parseAccountKey(draft.account)) throw new Error('no such account');
    await putDraft(draft);
    return null;
  },
  'draft.drop': async ({ account }) => {
    await removeDraft(account);
    return null;
  },
  'settings.get': async () => settings(),
  'settings.put': async ({ preferences }) => {
    await writePreferences(preferences);
    await tellAll();
    return settings();
  },
  'console.list': async () => Promise.all((await readConsoles()).map(({ console, locked }) => row(console, locked))),
  'console.save': async ({ console }) => {
    const result = await saveConsole(console);
    if (result.errors.length === 0) await forget((console as { id: string }).id);
    return result;
  },
  'console.remove': async ({ id }) => {
    await removeConsole(id);
    await registerPages();
    await tellAll();
    return null;
  },
  'access.changed': async () => {
    await registerPages();
    await tellAll();
    return null;
  },
  'secret.list': async ({ names }) => secretsOf(names),
  'secret.put': async ({ name, value }) => {
    await writeSecret(name, value);
    await tellPages({ news: 'settings' });
    return null;
  },
  'api.try': async ({ console, accountId }) => {
    const parsed = parseConsole(console);
    if (!parsed.console) throw new Error(parsed.errors[0]);
    return Promise.all(
      parsed.console.api.map(async (api) => {
        try {
          const readings = await readAll(parsed.console, accountId, askingByHand, api);
          return {
            id: api.id,
            readings: readings.map(({ metric, value, week }) => ({ metric, value, week: week ?? null })),
            problem: null,
          };
        } catch (error) {
          return { id: api.id, readings: [], problem: messageOf(error) };
        }
      }),
    );
  },
  'playbook.list': async () => {
    const { preferences } = await readPreferences();
    const own = await playbooks();
    const used = preferences.playbook;
    const all = [...own, ...(own.some((one) => one.id === shipped.id && one.version === shipped.version) ? [] : [shipped])];
    const isUsed = (one: typeof shipped) => (used ? one.id === used.id && one.version === used.version : one === shipped);
    return all.map((playbook) => ({ playbook, used: isUsed(playbook) }));
  },
  'playbook.publish': async ({ playbook, use }) => {
    const parsed = parsePlaybook(playbook);
    if (!parsed.playbook) return { errors: parsed.errors };
    const { id, version } = parsed.playbook;
    try {
      if (!(id === shipped.id && version === shipped.version)) await publishPlaybook(parsed.playbook);
    } catch (error) {
      return { errors: [messageOf(error)] };
    }
    if (use) {
      const { preferences } = await readPreferences();
      await writePreferences({ ...preferences, playbook: id === shipped.id && version === shipped.version ? null : { id, version } });
      await tellAll();
    }
    return { errors: [] };
  },
};

/** Whether a tab's address is still that of the account it last told of; the address is unknown without access. */
function isStill(console: ConsoleFile, shown: { account: string; address: string }, address: string | null): boolean {
  const account = parseAccountKey(shown.account);
  if (account?.console !== console.id) return false;
  const match = matchAddress(console, address ?? shown.address);
  return match !== null && (console.account.id !== 'url' || match.urlId === account.id);
}

async function row(console: ConsoleFile, locked: boolean): Promise<ConsoleRow> {
  const names = [...new Set(console.api.flatMap((api) => ('secret' in api.auth ? [api.auth.secret] : [])))];
  const drift = await driftRows(console);
  return { console, access: await hasAccess(console), patterns: accessPatterns(console), locked, secrets: await secretsOf(names), drift };
}

/** Whether secrets are set; never what they are. */
function secretsOf(names: string[]): Promise<{ name: string; set: boolean }[]> {
  return Promise.all(names.map(async (name) => ({ name, set: (await readSecret(name)) !== null })));
}

async function settings(): Promise<ExtensionRequests['settings.get']['reply']> {
  const { preferences, locked } = await readPreferences();
  const commands = await browser.commands.getAll();
  const shortcuts = commands.filter((one) => one.name && one.shortcut).map((one) => ({ name: one.name ?? '', keys: one.shortcut ?? '' }));
  return { preferences, locked, lang: langOf(preferences, browser.i18n.getUILanguage()), zone: zoneOf(preferences), shortcuts };
}

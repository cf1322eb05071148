import panelCss from '@/components/panel.css?inline';
import teachCss from '@/components/teach.css?inline';
import { teachWords } from '@/components/teach-words';
import tokens from '@/components/tokens.css?inline';
import { messageOf } from '@/lib/core/message-of';
import { singleMetrics } from '@/lib/core/playbook/playbook-schema';
import { inLang } from '@/lib/core/text';
import { reasonText } from '@/lib/core/view/reason-text';
import type { TaughtField, TeachRequests } from '@/lib/messages/setup-requests';
import { browserZone, zoneNamed } from '@/lib/readers/page/browser-zone';
import { matchAddress } from '@/lib/readers/page/match-address';
import { readFields } from '@/lib/readers/page/read-fields';
import { type ConsoleFile, pageConfigOf, parseConsole } from '@/lib/settings/console-file';
import { readConsoles } from '@/lib/settings/settings-store';
import { accountsOf } from '@/lib/store/journal';
import { pageOf } from './account-name';
import { saveConsole } from './console-desk';
import { settingNow } from './desk';
import { closeDock, dockSetup } from './dock-desk';
import { inOwnTab, locateTab } from './probe-desk';
import { tellPages } from './tabs';
import { endTeaching, keepBefore, takeBefore, taughtConsole } from './teach-desk';
import type { Asker } from './who-asks';

type Handlers = { [K in keyof TeachRequests]: (body: TeachRequests[K]['ask'], asker: Asker) => Promise<TeachRequests[K]['reply']> };

const MOST_OTHERS = 3;

/** Answers to the teaching script: for tabs in which a person started it, and for that console only. */
export const answerTeach: Handlers = {
  'teach.setup': async ({ address }, asker) => {
    const console = await taught(asker).catch(() => null);
    if (!console) return null;
    const { s, preferences } = await settingNow();
    const { lang } = s;
    return {
      console: console.name,
      metrics: singleMetrics(s.playbook).map((metric) => ({
        id: metric.id,
        name: inLang(metric.name, lang),
        type: metric.type,
        read: console.fields.some((field) => field.metric === metric.id),
      })),
      words: teachWords(lang),
      styles: `${tokens}\n${panelCss}\n${teachCss}`,
      lang,
      theme: preferences.theme,
      locale: console.locale,
      zone: zoneNamed(console.zone),
      urlId: matchAddress(console, address)?.urlId ?? null,
    };
  },
  'teach.others': async ({ address, field }, asker) => {
    const console = await taught(asker);
    const trial = withField(console, field);
    if (!trial) return [];
    const config = pageConfigOf(trial);
    const { s } = await settingNow();
    const told = (problem: string | null) => (problem === null || problem === 'blank' ? problem : reasonText(problem, s.lang) || problem);
    const own = matchAddress(console, address)?.urlId ?? null;
    const rows = (await accountsOf(console.id)).filter((row) => row.id !== own).slice(0, MOST_OTHERS);
    const found = [];
    for (const row of rows) {
      const where = await pageOf(row.key);
      if (!where) continue;
      const one = { account: row.key, name: row.name ?? row.id };
      try {
        const seen = await inOwnTab(where, (tabId) => locateTab(tabId, config, where));
        const reading = readFields(seen.fields, config, {
          now: Date.now(),
          browserZone: browserZone(),
        }).at(-1);
        found.push({ ...one, value: reading?.value ?? null, problem: told(seen.refused ?? reading?.problem ?? null) });
      } catch (error) {
        found.push({ ...one, value: null, problem: messageOf(error) });
      }
    }
    return found;
  },
  'teach.save': async ({ field }, asker) => {
    const console = await taught(asker);
    const changed = withField(console, field);
    if (!changed) return { errors: ['not a field'] };
    if (asker.kind === 'page') await keepBefore(asker.tabId, console);
    const result = await saveConsole(changed);
    void tellPages({ news: 'settings' });
    return result;
  },
  'teach.undo': async (_, asker) => {
    const console = await taught(asker);
    const before = asker.kind === 'page' ? await takeBefore(asker.tabId) : null;
    if (before?.id !== console.id) return { errors: ['nothing to take back'] };
    const result = await saveConsole(before);
    void tellPages({ news: 'settings' });
    return result;
  },
  'dock.setup': async (_, asker) => (asker.tabId === null ? null : dockSetup(asker.tabId)),
  'dock.close': async (_, asker) => {
    if (asker.tabId !== null) await closeDock(asker.tabId);
    return null;
  },
  'teach.stop': async (_, asker) => {
    if (asker.kind === 'page') await endTeaching(asker.tabId);
    return null;
  },
};

async function taught(asker: Asker): Promise<ConsoleFile> {
  if (asker.kind !== 'page') throw new Error('only for account pages');
  const id = await taughtConsole(asker.tabId);
  const known = (await readConsoles()).find((one) => one.console.id === id);
  if (!known || known.locked || !asker.consoles.some((one) => one.id === id)) throw new Error('nobody teaches here');
  return known.console;
}

/** The console with a field added or replaced, which then stands last; null where it would be none. */
function withField(console: ConsoleFile, field: TaughtField): ConsoleFile | null {
  return parseConsole({ ...console, fields: [...console.fields.filter((one) => one.metric !== field.metric), field] }).console;
}

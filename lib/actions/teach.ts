import { messageOf } from '@/lib/core/message-of';
import { singleMetrics } from '@/lib/core/playbook/playbook-schema';
import { inLang } from '@/lib/core/text';
import { type ConsoleFile, pagePatterns, parseConsole } from '@/lib/formats/console-file';
import { pageConfigOf } from '@/lib/formats/page-config';
import { originOf } from '@/lib/formats/web-address';
import type { TaughtField } from '@/lib/messages/shapes';
import type { TaughtElsewhere, TeachSetup } from '@/lib/messages/teach-messages';
import { browserZone, zoneNamed } from '@/lib/readers/page/browser-zone';
import { matchAddress } from '@/lib/readers/page/match-address';
import { readFields } from '@/lib/readers/page/read-fields';
import { accountsOf } from '@/lib/store/journal';
import { teachWords } from '@/lib/words/teach-words';
import { pageOf } from './account-name';
import type { Kido } from './kido';
import { locateAt } from './probes';
import { saveConsole } from './save-console';
import type { Asker, PageAsker } from './who-asks';

/** A tab in which a person started teaching: the console taught, and the origin on which it began. */
interface Teaching {
  console: string;
  origin: string;
  /** Whether the console is one that is being connected: what is taught goes into its draft, and nothing is saved. */
  isDraft: boolean;
}

/** The console that is being connected, with what was taught of it; lives as long as the browser runs. */
const DRAFT = 'teachingDraft';

const keyOf = (tabId: number) => `teaching:${tabId}`;
const MOST_OTHERS = 3;

/**
 * Starts teaching in a tab, or in a new one. Without this no page may change what is read.
 * @param draft a console that is being connected and not saved; null for the one that is saved
 */
export async function startTeaching(
  kido: Kido,
  console: string,
  tabId: number | null,
  address: string | null,
  draft: unknown = null,
): Promise<string | null> {
  const { tabs, look } = kido.host;
  const parsed = draft === null ? null : parseConsole(draft);
  if (parsed && !parsed.console) return parsed.errors[0] ?? 'not readable';
  const tab = tabId ?? (address ? await tabs.open(address, true) : null);
  if (tab === null) return 'no page to teach on';
  await tabs.loaded(tab);
  const known = await kido.settings.console(console);
  const at = address ?? (await tabs.address(tab));
  const origin = originOf(at);
  const file = parsed?.console ?? known?.console;
  if (!file || known?.locked || origin === null || !file.origins.includes(origin)) return 'nobody teaches here';
  if (parsed) await kido.session.change<ConsoleFile>(DRAFT, () => parsed.console);
  await kido.session.change<Teaching>(keyOf(tab), () => ({ console: file.id, origin, isDraft: parsed !== null }));
  try {
    await look.put(tab, 'teach');
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

/** Leave to teach ends: by hand, with its tab, and with the way to another origin. */
export async function endTeaching(kido: Kido, tabId: number): Promise<null> {
  await kido.session.change(keyOf(tabId), () => null);
  await kido.session.change(`taught:${tabId}`, () => null);
  return null;
}

/** A tab has gone to an address. */
export async function teachingMoved(kido: Kido, tabId: number, address: string): Promise<void> {
  const teaching = await kido.session.read<Teaching>(keyOf(tabId));
  if (teaching && originOf(address) !== teaching.origin) await endTeaching(kido, tabId);
}

/** What the teaching script is given; null where nobody started it. */
export async function teachSetup(kido: Kido, address: string, asker: Asker): Promise<TeachSetup | null> {
  const console = await taught(kido, asker).catch(() => null);
  if (!console) return null;
  const { playbook, lang, preferences } = await kido.standpoint.now();
  return {
    console: console.name,
    metrics: singleMetrics(playbook).map((metric) => ({
      id: metric.id,
      name: inLang(metric.name, lang),
      type: metric.type,
      read: console.fields.some((field) => field.metric === metric.id),
    })),
    words: teachWords(lang),
    styles: kido.host.face.styles.teach,
    lang,
    theme: preferences.theme,
    locale: console.locale,
    dates: console.dates,
    numbers: console.numbers,
    zone: zoneNamed(console.zone),
    urlId: matchAddress(console, address)?.urlId ?? null,
  };
}

/** What a taught field gives on other accounts that were opened before; nothing of it is written. */
export async function readElsewhere(kido: Kido, address: string, field: TaughtField, asker: Asker): Promise<TaughtElsewhere[]> {
  const console = await taught(kido, asker);
  const trial = withField(console, field);
  if (!trial) return [];
  const config = pageConfigOf(trial);
  const own = matchAddress(console, address)?.urlId ?? null;
  const rows = (await accountsOf(console.id)).filter((row) => row.id !== own).slice(0, MOST_OTHERS);
  const found: TaughtElsewhere[] = [];
  for (const row of rows) {
    const where = await pageOf(kido, row.key);
    if (!where) continue;
    const one = { account: row.key, name: row.name ?? row.id };
    try {
      const seen = await locateAt(kido, where, config);
      const reading = readFields(seen.fields, config, { now: kido.host.now(), browserZone: browserZone() }).at(-1);
      found.push({ ...one, value: reading?.value ?? null, problem: seen.refused ?? reading?.problem ?? null });
    } catch (error) {
      found.push({ ...one, value: null, problem: messageOf(error) });
    }
  }
  return found;
}

/** Keeps a taught field; the console as it was is remembered for one way back. */
export async function saveTaught(kido: Kido, field: TaughtField, asker: Asker): Promise<{ errors: string[] }> {
  const console = await taught(kido, asker);
  const changed = withField(console, field);
  if (!changed) return { errors: ['not a field'] };
  await kido.session.change<ConsoleFile>(`taught:${asker.tabId}`, () => console);
  return keep(kido, changed, asker);
}

/** Takes the last save in a tab back. */
export async function undoTaught(kido: Kido, asker: Asker): Promise<{ errors: string[] }> {
  const console = await taught(kido, asker);
  const before = await kido.session.take<ConsoleFile>(`taught:${asker.tabId}`);
  if (before?.id !== console.id) return { errors: ['nothing to take back'] };
  return keep(kido, before, asker);
}

/** What was taught of the console that is being connected. */
export function taughtDraft(kido: Kido, console: string): Promise<ConsoleFile | null> {
  return kido.session.read<ConsoleFile>(DRAFT).then((draft) => (draft?.id === console ? draft : null));
}

/** Keeps a console where it came from: among those that are read, or in the draft of the one that is being connected. */
async function keep(kido: Kido, console: ConsoleFile, { tabId }: Asker): Promise<{ errors: string[] }> {
  const teaching = tabId === null ? null : await kido.session.read<Teaching>(keyOf(tabId));
  if (!teaching?.isDraft) return { errors: (await saveConsole(kido, console)).errors };
  await kido.session.change<ConsoleFile>(DRAFT, () => console);
  void kido.host.tabs.announce({ news: 'settings' });
  return { errors: [] };
}

async function taught(kido: Kido, asker: Asker): Promise<ConsoleFile> {
  if (asker.kind !== 'page') throw new Error('only for account pages');
  const teaching = await kido.session.read<Teaching>(keyOf(asker.tabId));
  const known = await kido.settings.console(teaching?.console);
  const console = teaching?.isDraft ? await taughtDraft(kido, teaching.console) : known?.console;
  if (!teaching || !console || known?.locked || !(await mayTeach(kido, asker, teaching, console))) throw new Error('nobody teaches here');
  return console;
}

/** A page of the origin on which teaching began; of a draft its access is asked for, as nothing else has. */
async function mayTeach(kido: Kido, asker: PageAsker, { origin, isDraft }: Teaching, console: ConsoleFile): Promise<boolean> {
  if (asker.origin !== origin) return false;
  return isDraft ? kido.host.access.has(pagePatterns(console)) : asker.consoles.some((one) => one.id === console.id);
}

/** The console with a field added or replaced, which then stands last; null where it would be none. */
function withField(console: ConsoleFile, field: TaughtField): ConsoleFile | null {
  return parseConsole({ ...console, fields: [...console.fields.filter((one) => one.metric !== field.metric), field] }).console;
}

import type { ConsoleFile } from '@/lib/formats/console-file';
import { type ConsoleHealth, consoleHealthSchema, type DriftNote, driftNoteSchema } from '@/lib/formats/console-health';
import {
  type PanelPlace,
  type PreferenceName,
  type Preferences,
  panelPlaceSchema,
  policyConsoles,
  preferencesSchema,
  readPreferences,
  recordOf,
  type WrongSetting,
} from '@/lib/formats/preferences';
import type { UnreadConsole } from '@/lib/formats/unread-console';
import type { Area } from './area';
import { type ConsoleList, readConsoleList, storedList, withConsole, withoutConsole } from './console-list';
import { KeptArea } from './kept-area';

/** What a person and their company chose. Nothing in it is a secret. */
export class Settings {
  private readonly own: KeptArea;
  private policyKept: Promise<unknown> | null = null;
  private list: Promise<ConsoleList> | null = null;

  /**
   * @param local where the person's own settings lie
   * @param managed what the company fixed; rejects or gives {} where there is no policy
   */
  constructor(
    local: Area,
    private readonly managed: () => Promise<unknown>,
  ) {
    this.own = new KeptArea(local);
  }

  /** Drops what is kept in memory: to be called when stored or managed values changed. */
  forget(): void {
    this.own.forget();
    this.policyKept = null;
    this.list = null;
  }

  /** Preferences with the policy on top, the names of what the policy fixes, and the values that cannot be used. */
  async preferences(): Promise<{ preferences: Preferences; locked: PreferenceName[]; wrong: WrongSetting[] }> {
    const [stored, policy] = await Promise.all([this.own.get('preferences'), this.policy()]);
    return readPreferences(stored, policy);
  }

  /**
   * Stores some preferences; those that are not named stay as they are stored, readable or not.
   * @returns names of those that really changed
   * @throws Error with the place of a value that is wrong, or `<name>: fixed by policy`; nothing was stored then
   */
  async changePreferences(change: Partial<Preferences>): Promise<PreferenceName[]> {
    const checked = preferencesSchema.partial().safeParse(change);
    if (!checked.success) throw new Error(readPreferences(change, {}).wrong[0]?.why ?? checked.error.issues[0]?.message);
    const policy = await this.policy();
    const wanted = named(checked.data, Object.keys(change));
    const { locked } = readPreferences({}, policy);
    for (const [name] of wanted) if (locked.includes(name)) throw new Error(`${name}: fixed by policy`);
    let changed: PreferenceName[] = [];
    await this.own.change('preferences', (stored) => {
      const before = readPreferences(stored, policy).preferences;
      const after = { ...recordOf(stored), ...Object.fromEntries(wanted) };
      changed = wanted.filter(([name, value]) => !isSame(before[name], value)).map(([name]) => name);
      return isSame(recordOf(stored), after) ? stored : after;
    });
    return changed;
  }

  /** Consoles in use: the company's first, which cannot be edited here. */
  async consoles(): Promise<{ console: ConsoleFile; locked: boolean }[]> {
    return (await this.consoleList()).consoles;
  }

  /** The console in use under an id; null where there is none. */
  async console(id: string | undefined): Promise<{ console: ConsoleFile; locked: boolean } | null> {
    return (await this.consoles()).find((one) => one.console.id === id) ?? null;
  }

  /** Consoles that are kept and not in use, with the reason. */
  async unreadConsoles(): Promise<UnreadConsole[]> {
    return (await this.consoleList()).unread;
  }

  /**
   * Adds or replaces a console; no other is touched.
   * @throws Error `id: …` where the company fixed one with this id
   */
  async putConsole(console: ConsoleFile): Promise<void> {
    if ((await this.console(console.id))?.locked) throw new Error(`id: "${console.id}" is fixed by policy`);
    await this.changeConsoles((stored) => withConsole(stored, console));
  }

  /** Removes a person's own console and what was noted of it; the journal of its accounts stays. */
  async removeConsole(id: string): Promise<void> {
    await this.changeConsoles((stored) => withoutConsole(stored, id));
    for (const kind of ['place', 'health', 'drift']) await this.own.change(`${kind}:${id}`, () => undefined);
  }

  /** Removes an own entry that cannot be read, by its content: it may have no id. */
  async removeUnread(data: unknown): Promise<void> {
    await this.changeConsoles((stored) => storedList(stored).filter((one) => !isSame(one, data)));
  }

  /** Where the panel stands on a console; the usual place where nothing usable is stored. */
  async place(console: string): Promise<PanelPlace> {
    const result = panelPlaceSchema.safeParse((await this.own.get(`place:${console}`)) ?? {});
    return result.success ? result.data : panelPlaceSchema.parse({});
  }

  /** @throws ZodError for a place that is none */
  async putPlace(console: string, place: PanelPlace): Promise<void> {
    const checked = panelPlaceSchema.parse(place);
    await this.own.change(`place:${console}`, (stored) => (isSame(stored, checked) ? stored : checked));
  }

  /** How the fields of a console have fared; nothing for one that was never read. */
  async health(console: string): Promise<ConsoleHealth> {
    const result = consoleHealthSchema.safeParse((await this.own.get(`health:${console}`)) ?? {});
    return result.success ? result.data : { fields: {}, views: [] };
  }

  async putHealth(console: string, health: ConsoleHealth): Promise<void> {
    await this.own.change(`health:${console}`, (stored) => (isSame(stored, health) ? stored : health));
  }

  /** What is noted of fields of a console that can no longer be read; null where nothing is. */
  async drift(console: string): Promise<DriftNote | null> {
    const result = driftNoteSchema.safeParse(await this.own.get(`drift:${console}`));
    return result.success ? result.data : null;
  }

  /** Keeps a note without what the page showed: of a proposal only what the schema names is stored. */
  async putDrift(console: string, note: DriftNote): Promise<void> {
    const checked = driftNoteSchema.parse(note);
    await this.own.change(`drift:${console}`, (stored) => (isSame(stored, checked) ? stored : checked));
  }

  async removeDrift(console: string): Promise<void> {
    await this.own.change(`drift:${console}`, () => undefined);
  }

  /** A random name for this installation; entries carry it, so that two machines of one person can be told apart. */
  async device(): Promise<string> {
    const known = await this.own.get('device');
    if (typeof known === 'string' && known !== '') return known;
    await this.own.change('device', (stored) => (typeof stored === 'string' && stored !== '' ? stored : crypto.randomUUID().slice(0, 8)));
    return String(await this.own.get('device'));
  }

  private async changeConsoles(make: (stored: unknown) => unknown): Promise<void> {
    try {
      await this.own.change('consoles', make);
    } finally {
      this.list = null;
    }
  }

  private consoleList(): Promise<ConsoleList> {
    if (this.list) return this.list;
    const made = Promise.all([this.own.get('consoles'), this.policy()]).then(([own, policy]) =>
      readConsoleList(own, policyConsoles(policy)),
    );
    this.list = made;
    made.catch(() => this.list === made && (this.list = null));
    return made;
  }

  /** Chrome gives nothing without a policy, Firefox refuses; both mean that nothing is fixed. */
  private policy(): Promise<unknown> {
    this.policyKept ??= Promise.resolve()
      .then(this.managed)
      .catch(() => ({}));
    return this.policyKept;
  }
}

function named(values: Partial<Preferences>, names: string[]): [PreferenceName, unknown][] {
  // Zod fills what is missing with defaults; only what was asked for is stored.
  return (Object.entries(values) as [PreferenceName, unknown][]).filter(([name]) => names.includes(name));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

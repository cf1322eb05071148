import { type Playbook, playbookSchema } from '@/lib/core/playbook/playbook-schema';
import type { ViewSetting } from '@/lib/core/view/evidence-line';
import { langOf, type Preferences, zoneOf } from '@/lib/formats/preferences';
import { playbookOf } from '@/lib/store/playbooks';
import type { Settings } from '@/lib/store/settings';
import { languages } from '@/lib/words/languages';
import { viewWords } from '@/lib/words/view-words';
import defaultPlaybook from '@/public/playbooks/default.json';
import holidaysJp from '@/public/playbooks/holidays-jp.json';

/** The playbook that ships with Kido, checked once. */
export const shipped: Playbook = playbookSchema.parse(defaultPlaybook);

const spoken = languages().map((one) => one.lang);

/** Everything that a view is made from but the account; `now` is added when it is used. */
export type Standpoint = Omit<ViewSetting, 'today' | 'now'> & { preferences: Preferences };

/** Works out playbook, language and zone, once until a setting changes: what is made from them hangs on the same objects. */
export class StandpointKeeper {
  private made: Promise<Standpoint> | null = null;
  private readonly withHolidays = new Map<string, Playbook>();

  constructor(
    private readonly settings: Settings,
    private readonly browserLanguage: () => string,
  ) {}

  now(): Promise<Standpoint> {
    this.made ??= this.make().catch((error) => {
      this.made = null;
      throw error;
    });
    return this.made;
  }

  /** A setting has changed. */
  forget(): void {
    this.made = null;
  }

  private async make(): Promise<Standpoint> {
    const { preferences } = await this.settings.preferences();
    const lang = langOf(preferences, this.browserLanguage(), spoken);
    return { playbook: await this.playbook(preferences), lang, words: viewWords(lang), zone: zoneOf(preferences), preferences };
  }

  /** The playbook in use with the holidays that the person chose; the same object for the same choice. */
  private async playbook(preferences: Preferences): Promise<Playbook> {
    const chosen = preferences.playbook ? await playbookOf(preferences.playbook.id, preferences.playbook.version) : undefined;
    const playbook = chosen ?? shipped;
    const holidays =
      preferences.holidays === 'jp'
        ? holidaysJp.days
        : preferences.holidays === 'own'
          ? preferences.ownHolidays
          : playbook.calendar.holidays;
    const key = `${playbook.id} ${playbook.version} ${holidays.join()}`;
    let ready = this.withHolidays.get(key);
    if (!ready) this.withHolidays.set(key, (ready = { ...playbook, calendar: { ...playbook.calendar, holidays } }));
    return ready;
  }
}

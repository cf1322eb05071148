import { browser } from 'wxt/browser';
import { parseAccountKey } from '@/lib/core/account/account-key';
import { foldAccount } from '@/lib/core/account/fold-account';
import { clock } from '@/lib/core/account/order-entries';
import { assess } from '@/lib/core/assess/assess';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { playbookSchema } from '@/lib/core/playbook/playbook-schema';
import type { ViewSetting } from '@/lib/core/view/evidence-line';
import { makeView } from '@/lib/core/view/make-view';
import { langOf, type Preferences, zoneOf } from '@/lib/formats/preferences';
import type { SentView } from '@/lib/messages/page-requests';
import { driftOf } from '@/lib/readers/page/drift';
import { readConsoles, readHealth, readPreferences } from '@/lib/settings/settings-store';
import { accountRow, entriesOf } from '@/lib/store/journal';
import { sawClock } from '@/lib/store/new-entry';
import { playbookOf } from '@/lib/store/playbooks';
import defaultPlaybook from '@/public/playbooks/default.json';
import holidaysJp from '@/public/playbooks/holidays-jp.json';
import { driftView } from './drift-view';
import { freshnessOf } from './freshness';

/** The playbook that ships with Kido, checked once. */
export const shipped: Playbook = playbookSchema.parse(defaultPlaybook);

const withHolidays = new Map<string, Playbook>();

/** The playbook in use, with the holidays that the person chose. The same object for the same choice: plans hang on it. */
export async function playbookInUse(preferences: Preferences): Promise<Playbook> {
  const chosen = preferences.playbook ? await playbookOf(preferences.playbook.id, preferences.playbook.version) : undefined;
  const playbook = chosen ?? shipped;
  const holidays =
    preferences.holidays === 'jp' ? holidaysJp.days : preferences.holidays === 'own' ? preferences.ownHolidays : playbook.calendar.holidays;
  const key = `${playbook.id} ${playbook.version} ${holidays.join()}`;
  let ready = withHolidays.get(key);
  if (!ready) withHolidays.set(key, (ready = { ...playbook, calendar: { ...playbook.calendar, holidays } }));
  return ready;
}

/** Everything that a view of an account is made from. */
export async function settingNow(): Promise<{ s: Omit<ViewSetting, 'today'>; preferences: Preferences }> {
  const { preferences } = await readPreferences();
  const lang = langOf(preferences, browser.i18n.getUILanguage());
  return { s: { playbook: await playbookInUse(preferences), lang, zone: zoneOf(preferences), now: Date.now() }, preferences };
}

/** An account's entries, its assessment now, and the setting for writing it out. */
export async function assessNow(account: string) {
  const [{ s }, entries] = await Promise.all([settingNow(), entriesOf(account)]);
  for (const entry of entries) sawClock(clock(entry));
  const folded = foldAccount(account, entries);
  const assessment = assess(s.playbook, folded, s.now, s.zone);
  return { entries, folded, assessment, setting: { ...s, today: assessment.today } satisfies ViewSetting };
}

/** The view of an account as it is now. */
export async function viewOf(account: string): Promise<SentView> {
  // Counted before anything is loaded: what begins later knows at least as much.
  const turn = { life: LIFE, count: ++turns };
  const { folded, assessment, setting } = await assessNow(account);
  const name = parseAccountKey(account);
  const [row, consoles] = await Promise.all([accountRow(account), readConsoles()]);
  const console = consoles.find((one) => one.console.id === name?.console)?.console;
  const fresh = await freshnessOf(account, folded, setting);
  const drift = name ? driftView(driftOf(await readHealth(name.console), account), setting) : null;
  const view = makeView(assessment, { name: row?.name ?? null, hasApi: (console?.api.length ?? 0) > 0, drift, ...fresh }, setting);
  return { ...view, turn };
}

const LIFE = crypto.randomUUID();
let turns = 0;

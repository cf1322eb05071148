import type { Keeper } from '@/lib/keeper/keeper';
import type { StandpointKeeper } from '@/lib/keeper/setting';
import type { Settings } from '@/lib/store/settings';
import type { Host } from './host';
import type { Session } from './session';

/** What every action is given: the browser, the settings, the accounts, and what is remembered while the browser runs. */
export interface Kido {
  host: Host;
  settings: Settings;
  keeper: Keeper;
  standpoint: StandpointKeeper;
  session: Session;
}

import type { Lang } from '@/lib/core/text';
import type { ConsoleDraft } from '@/lib/formats/console-file';
import type { ConnectWords } from '@/lib/words/en/connect';
import type { SettingsWords } from '@/lib/words/en/settings';
import type { MetricChoice, WizardState } from './wizard-state';

/** What every step is given: the state, and the way to change it. */
export interface StepProps {
  state: WizardState;
  /** The console as chosen so far. */
  draft: ConsoleDraft;
  metrics: MetricChoice[];
  words: ConnectWords;
  options: SettingsWords;
  lang: Lang;
  here: Here | null;
  /** @param typing name of the field that is being typed in: its signs are taken back together */
  change(part: Partial<WizardState> | ((state: WizardState) => Partial<WizardState>), typing?: string): void;
  next(): void;
  /** Whether a person saves what was not tried enough. */
  anyway: boolean;
  setAnyway(anyway: boolean): void;
}

/** A console's page with the steps at its foot. */
export interface Here {
  tabId: number;
  address: string;
}

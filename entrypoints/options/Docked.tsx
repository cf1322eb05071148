import { useEffect, useState } from 'preact/hooks';
import { dressPage } from '@/components/basic/page-theme';
import { ask } from '@/lib/messages/ask';
import type { SettingsView } from '@/lib/messages/settings-messages';
import { connectWords } from '@/lib/words/connect-words';
import { settingsWords } from '@/lib/words/settings-words';
import type { Here } from './wizard/step-props';
import { Wizard } from './wizard/Wizard';
import { newWizard, storedWizard, type WizardState } from './wizard/wizard-state';

interface Docking {
  here: Here;
  settings: SettingsView;
  start: WizardState;
  before: WizardState | null;
}

/** The steps of connecting a console, framed on that console's page. A frame without its tab's pass stays empty. */
export function Docked({ pass }: { pass: string }) {
  const [docking, setDocking] = useState<Docking | null>(null);
  useEffect(() => {
    void (async () => {
      const here = await ask('dock.mine', { pass });
      if (!here) return;
      const [settings, stored] = await Promise.all([ask('settings.get', {}), ask('wizard.get', {})]);
      const kept = storedWizard(stored);
      const same = kept?.addresses.includes(new URL(here.address).origin) ? kept : null;
      dressPage(document, settings.lang, settings.preferences.theme);
      setDocking({
        here,
        settings,
        start: same ?? { ...newWizard(), addresses: here.address },
        before: same ? null : kept,
      });
    })();
  }, [pass]);
  if (!docking) return null;
  const { here, settings, start, before } = docking;
  const close = () => void ask('dock.close', { address: here.address });
  return (
    <div class="k options docked">
      <Wizard
        start={start}
        before={before}
        here={here}
        words={connectWords(settings.lang)}
        options={settingsWords(settings.lang)}
        lang={settings.lang}
        onDone={close}
        onDiscard={() => void ask('wizard.put', { state: null }).then(close)}
      />
    </div>
  );
}

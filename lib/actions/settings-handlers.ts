import type { Handlers } from '@/lib/messages/message';
import type { settingsMessages } from '@/lib/messages/settings-messages';
import { putSecret, secretStates } from '@/lib/store/secrets';
import { accessChanged, announceSettings } from './announce-settings';
import { changePreferences, consoleRows, playbookRows, publish, settingsView } from './change-settings';
import type { Kido } from './kido';
import { removeConsole } from './remove-console';
import { changeConsole } from './save-console';
import type { Asker } from './who-asks';

/** Rows of the settings' table. */
export function settingsHandlers(kido: Kido): Handlers<typeof settingsMessages, [Asker, string]> {
  return {
    'settings.get': () => settingsView(kido),
    'settings.put': ({ change }) => changePreferences(kido, change),
    'console.list': () => consoleRows(kido),
    'console.save': ({ console }) => changeConsole(kido, console),
    'console.remove': (body) => removeConsole(kido, body),
    'access.changed': async () => {
      await accessChanged(kido);
      return null;
    },
    'secret.list': ({ wanted }) => secretStates(wanted),
    'secret.put': async ({ name, origin, value }) => {
      await putSecret(name, origin, value);
      announceSettings(kido);
      return null;
    },
    'playbook.list': () => playbookRows(kido),
    'playbook.publish': ({ playbook, use }) => publish(kido, playbook, use),
  };
}

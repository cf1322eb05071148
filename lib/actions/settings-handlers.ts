import type { Handlers } from '@/lib/messages/message';
import type { settingsMessages } from '@/lib/messages/settings-messages';
import { erasures } from '@/lib/store/erase';
import { putSecret, secretStates } from '@/lib/store/secrets';
import { accessChanged, announceSettings } from './announce-settings';
import { changePreferences, consoleRows, playbookRows, publish, settingsView } from './change-settings';
import { beginAnew, eraseAccount, eraseWords } from './erase';
import type { Kido } from './kido';
import { removeConsole } from './remove-console';
import { changeConsole, demandsOf } from './save-console';
import { backupDone, backupState } from './weekly-backup';
import type { Asker } from './who-asks';

/** Rows of the settings' table. */
export function settingsHandlers(kido: Kido): Handlers<typeof settingsMessages, [Asker, string]> {
  return {
    'settings.get': () => settingsView(kido),
    'settings.put': ({ change }) => changePreferences(kido, change),
    'console.list': () => consoleRows(kido),
    'console.save': ({ console }) => changeConsole(kido, console),
    'console.remove': (body) => removeConsole(kido, body),
    'console.unread': () => kido.settings.unreadConsoles(),
    'console.dropUnread': async ({ data }) => {
      await kido.settings.removeUnread(data);
      announceSettings(kido);
      return null;
    },
    'console.demands': ({ console }) => demandsOf(kido, console),
    'account.erase': ({ account }) => eraseAccount(kido, account),
    'account.eraseWords': ({ account, person }) => eraseWords(kido, account, person),
    'account.anew': ({ account }) => beginAnew(kido, account),
    'erased.list': () => erasures(),
    'backup.state': () => backupState(kido),
    'backup.done': () => backupDone(kido),
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

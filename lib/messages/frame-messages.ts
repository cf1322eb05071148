import { extensionMessages } from './extension-messages';
import { setupMessages } from './setup-messages';

/** What a page of Kido's that a console frames may ask: the set-up steps, and what they need. No secret, no journal. */
export const frameMessages = {
  ...setupMessages,
  'settings.get': extensionMessages['settings.get'],
  'console.list': extensionMessages['console.list'],
  'console.save': extensionMessages['console.save'],
  'secret.list': extensionMessages['secret.list'],
  'playbook.list': extensionMessages['playbook.list'],
  'access.changed': extensionMessages['access.changed'],
  'dock.close': extensionMessages['dock.close'],
} as const;

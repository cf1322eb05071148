import { extensionMessages } from './extension-messages';
import { formMessages } from './form-messages';
import { setupMessages } from './setup-messages';

/** Kido's pages that a console may frame: the set-up steps, and a form. */
export type FramedPage = 'connect' | 'form';

/** Path of each, and what it may ask. Secrets, webhooks, backups and the journal are no framed page's business. */
export const framedPages = {
  connect: {
    path: '/connect.html',
    messages: {
      ...setupMessages,
      'settings.get': extensionMessages['settings.get'],
      'console.list': extensionMessages['console.list'],
      'console.save': extensionMessages['console.save'],
      'secret.list': extensionMessages['secret.list'],
      'playbook.list': extensionMessages['playbook.list'],
      'access.changed': extensionMessages['access.changed'],
      'dock.close': extensionMessages['dock.close'],
    },
  },
  form: { path: '/form.html', messages: formMessages },
} as const satisfies Record<FramedPage, { path: string; messages: object }>;

/**
 * Which framed page an extension page is; null for one that has a tab, a window or the side panel for itself. The pages
 * made for frames stay framed pages wherever they are opened. Undefined: framed, and not made for it; it may ask nothing.
 */
export function framedPage(url: string, frameId: number): FramedPage | null | undefined {
  const { pathname } = new URL(url);
  for (const page of ['connect', 'form'] as const) if (framedPages[page].path === pathname) return page;
  return frameId === 0 ? null : undefined;
}

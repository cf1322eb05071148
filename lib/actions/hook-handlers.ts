import type { hookMessages } from '@/lib/messages/hook-messages';
import type { Handlers } from '@/lib/messages/message';
import { removeOutboxRows, retryRows } from '@/lib/store/outbox';
import { removeWebhook } from '@/lib/store/webhooks';
import { outboxLines, saveWebhook, tryWebhook, webhookRows } from './connect-webhook';
import type { Kido } from './kido';
import type { Outbox } from './send-outbox';
import type { Asker } from './who-asks';

/** Rows of the webhooks' table. */
export function hookHandlers(kido: Kido, outbox: Outbox): Handlers<typeof hookMessages, [Asker, string]> {
  const changed = () => void kido.host.tabs.announce({ news: 'settings' });
  return {
    'hook.list': () => webhookRows(kido),
    'hook.save': async ({ hook }) => {
      const result = await saveWebhook(kido, hook);
      void outbox.run();
      return result;
    },
    'hook.remove': async ({ id }) => {
      await removeWebhook(id);
      await outbox.run();
      changed();
      return null;
    },
    'hook.try': ({ hook }) => tryWebhook(kido, hook),
    'outbox.list': () => outboxLines(kido),
    'outbox.retry': async ({ ids }) => {
      await retryRows(ids);
      await outbox.run();
      return null;
    },
    'outbox.drop': async ({ ids }) => {
      await removeOutboxRows(ids);
      void kido.host.tabs.announce({ news: 'outbox' });
      void outbox.run();
      return null;
    },
  };
}

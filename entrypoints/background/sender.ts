import type { Browser } from 'wxt/browser';
import type { Sender } from '@/lib/messages/dispatch';

/** What the browser says of who sent a message. */
export function senderOf(sender: Browser.runtime.MessageSender): Sender {
  const { documentId, documentLifecycle } = sender;
  return {
    id: sender.id,
    url: sender.url ?? null,
    origin: sender.origin,
    tabId: sender.tab?.id ?? null,
    tabUrl: sender.tab?.url ?? null,
    frameId: sender.frameId ?? null,
    // Firefox names no documents: there a frame is told by its number.
    document: documentId ?? (sender.frameId ? `frame ${sender.frameId}` : null),
    isActive: documentLifecycle === undefined || documentLifecycle === 'active',
    isPrivate: sender.tab?.incognito ?? false,
  };
}

import type { ExtensionNews } from './extension-messages';
import type { PageNews } from './page-messages';
import { pageRuntime } from './page-runtime';

type News = PageNews | ExtensionNews;
interface Sender {
  id?: string;
  tab?: unknown;
}

/**
 * Listens to what the background tells. Only the background is heard: news carry no tab, and our own id.
 * @returns stops listening
 */
export function hear<N extends News>(listener: (news: N) => void): () => void {
  const heard = (message: unknown, sender: Sender): undefined => {
    if (sender.id === pageRuntime.id && sender.tab === undefined && isNews<N>(message)) listener(message);
  };
  pageRuntime.onMessage.addListener(heard);
  return () => pageRuntime.onMessage.removeListener(heard);
}

function isNews<N extends News>(message: unknown): message is N {
  return message !== null && typeof message === 'object' && 'news' in message && typeof message.news === 'string';
}

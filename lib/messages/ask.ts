import type { ExtensionRequests } from './extension-requests';
import type { Answer, PageRequests } from './page-requests';
import { pageRuntime } from './page-runtime';

export type Requests = PageRequests & ExtensionRequests;
export type RequestName = keyof Requests;

const TRIES = 3;

/**
 * Asks the background. A background that was just stopped is started by asking again; what it acknowledged before is
 * on disk, and entries carry ids, so asking twice does nothing twice.
 * @throws Error with the background's words
 */
export async function ask<K extends RequestName>(request: K, body: Requests[K]['ask']): Promise<Requests[K]['reply']> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = (await pageRuntime.sendMessage({ request, body })) as Answer<Requests[K]['reply']> | undefined;
      if (answer?.ok) return answer.value;
      if (answer) throw new Refused(answer.error);
      throw new Error('no answer');
    } catch (error) {
      if (error instanceof Refused || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * tries));
    }
  }
}

/** The background answered, and the answer is no. */
export class Refused extends Error {}

import type { ExtensionMessages } from './extension-messages';
import type { Answer, Asked, Reply } from './message';
import { pageRuntime } from './page-runtime';
import { requestId } from './request-id';

export type MessageName = keyof ExtensionMessages;
/** What is sent with a question, and what comes back. */
export type Question<K extends MessageName> = Asked<ExtensionMessages, K>;
export type ReplyTo<K extends MessageName> = Reply<ExtensionMessages, K>;

const TRIES = 3;

/**
 * Asks the background. A background that was just stopped is started by asking again. The id of what is written is made
 * here and goes with every try: a lost answer asked again writes once.
 * @throws Refused with the background's words
 */
export async function ask<K extends MessageName>(request: K, body: Question<K>): Promise<ReplyTo<K>> {
  const id = requestId();
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = (await pageRuntime.sendMessage({ request, body, id })) as Answer<ReplyTo<K>> | undefined;
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

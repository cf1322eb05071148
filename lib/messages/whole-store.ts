import type { ReplyTo } from './ask';
import { ask } from './ask';

type Whole = Omit<ReplyTo<'data.backup'>, 'next'>;

/** The whole store, in as many messages as it takes. @param onProgress entries read so far */
export async function wholeStore(onProgress: (entries: number) => void = () => undefined): Promise<Whole> {
  const { next: first, ...whole } = await ask('data.backup', {});
  for (let after = first; after !== null; ) {
    onProgress(whole.entries.length);
    const part = await ask('data.backup', { after });
    whole.entries.push(...part.entries);
    after = part.next;
  }
  return whole;
}

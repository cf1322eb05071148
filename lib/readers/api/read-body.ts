import { ApiProblem } from './api-problem';

/** Bytes of one reply; usage of one account for years is far below. */
export const LARGEST_REPLY = 20_000_000;

/**
 * The text of a reply, read as it comes and no further than the limit: what it says of its own length is not believed.
 * @throws ApiProblem `tooLarge`
 */
export async function readBody(reply: Response, host: string, tries: number, largest = LARGEST_REPLY): Promise<string> {
  if (!reply.body) return '';
  const reader = reply.body.getReader();
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > largest) {
      await reader.cancel();
      throw new ApiProblem('tooLarge', `more than ${largest} bytes`, host, reply.status, tries);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Largest reply that is read, in bytes. */
const MOST_BYTES = 20_000_000;

/**
 * The text of a reply, read as it comes and only as far as it may go, whatever its headers say of its length.
 * @returns null for one that is too large
 */
export async function readReply(reply: Response, signal: AbortSignal): Promise<string | null> {
  if (Number(reply.headers.get('content-length')) > MOST_BYTES) {
    await reply.body?.cancel();
    return null;
  }
  const reader = reply.body?.getReader();
  if (!reader) return '';
  const stop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop);
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      // A reply that was stopped ends as one that is complete does.
      signal.throwIfAborted();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > MOST_BYTES) {
        stop();
        return null;
      }
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

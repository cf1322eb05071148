const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * An id for one question: a ULID, as the library makes them in the background. A page's script has no room for the
 * library, which brings its own ways to find chance and a clock that goes on within a millisecond; and on http pages it has
 * no `randomUUID`. No page can guess one.
 * @param now epoch ms
 */
export function requestId(now = Date.now()): string {
  let time = '';
  for (let left = now, place = 0; place < 10; place += 1, left = Math.floor(left / 32)) time = SIGNS.charAt(left % 32) + time;
  // 32 divides 256: every sign is as likely as any other.
  return time + [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => SIGNS.charAt(byte % 32)).join('');
}

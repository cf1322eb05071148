/** A host that is written out, without a user's name before it and without blanks to fill in, then nothing or a path. */
const FIXED_HOST = /^https?:\/\/[^/?#\\@{}<>\s]+(?:[/?#]|$)/;

/** Whether an address, or a template for one, names its host plainly: what is filled in and who signs in cannot move it. */
export function namesItsHost(address: string): boolean {
  return FIXED_HOST.test(address) && URL.canParse(address);
}

/** `https://a.example/x` → `https://a.example`; null for what is no address. */
export function originOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).origin : null;
}

/** Whether what is sent to an address can be read on no way there: over https, or within this machine. */
export function isPrivate(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** Whether a host name as `URL` writes it means this machine (RFC 6761, section 6.3; RFC 1122; RFC 4291). */
function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost\.?|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

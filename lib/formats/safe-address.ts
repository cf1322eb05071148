/** Hosts of this machine: nothing that is sent there leaves it. */
export function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/**
 * Why an address that people enter may not be asked with what is sent there; null where it may.
 * @param isOpen nothing secret is sent
 */
export function addressProblem(address: string, isOpen: boolean): string | null {
  const [before = ''] = /^[a-z]+:\/\/[^/?#]*/i.exec(address) ?? [];
  if (/[{}]/.test(before)) return 'no blanks to fill in before the path: they decide who is asked';
  const plain = address.replace(/[{}]/g, '');
  if (!/^https?:\/\//.test(address) || !URL.canParse(plain)) return 'an address that starts with https://';
  const url = new URL(plain);
  if (url.username || url.password) return 'no name or password in the address';
  if (url.protocol === 'http:' && !isOpen && !isLoopback(url.hostname)) return 'https://, since a secret or an account goes there';
  return null;
}

/**
 * The match pattern for which access is asked to reach an address: its host, without the port, because browsers disagree
 * about ports in match patterns.
 * @throws TypeError for what is no address
 */
export function hostPattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

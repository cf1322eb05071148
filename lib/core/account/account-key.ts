/** An account is named by its console and the id that the console uses. */
export interface AccountName {
  console: string;
  id: string;
}

/** `acme` + `A/17` → `acme/A%2F17`: one string for storage and comparison, and back again. */
export function accountKey(name: AccountName): string {
  return `${name.console}/${encodeURIComponent(name.id)}`;
}

/** Undoes `accountKey`; null for anything else. */
export function parseAccountKey(key: string): AccountName | null {
  const slash = key.indexOf('/');
  if (slash < 1 || slash === key.length - 1) return null;
  try {
    return { console: key.slice(0, slash), id: decodeURIComponent(key.slice(slash + 1)) };
  } catch {
    return null;
  }
}

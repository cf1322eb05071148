import { database } from './database';
import type { SecretRow } from './rows';

const LONGEST = 10_000;
const NAME = /^[\w.-]{1,60}$/;

/** A secret as others may know of it: that it is set, and never what it is. */
export interface SecretState {
  name: string;
  origin: string;
  /** Set for this origin. */
  set: boolean;
  /** Set under this name for another origin, or for none that is known: it is not sent here. */
  elsewhere: boolean;
}

/**
 * The secret of a name for an address. It belongs to the origin for which it was typed and is given for no other.
 * @returns `notSet` where no secret has the name, `otherOrigin` where one has it for another origin
 */
export async function secretFor(name: string, url: string): Promise<{ value: string } | 'notSet' | 'otherOrigin'> {
  const origin = originOf(url);
  const rows = await rowsOf(name);
  const row = rows.find((one) => origin !== null && one.origin === origin);
  return row ? { value: row.value } : rows.length > 0 ? 'otherOrigin' : 'notSet';
}

/**
 * Sets a secret for one origin, or forgets it there (null or ''). One of the same name that belonged to no known origin is
 * forgotten with it.
 * @throws Error `name: …`, `origin: …` or `value: …`, which never holds the value
 */
export async function putSecret(name: string, origin: string, value: string | null): Promise<void> {
  if (!NAME.test(name)) throw new Error('name: letters, digits, - and . only');
  if (originOf(origin) !== origin) throw new Error('origin: an origin such as https://api.example.com');
  if (value !== null && hasControl(value)) throw new Error('value: a line break or control character');
  if (value !== null && value.length > LONGEST) throw new Error('value: too long');
  const tx = (await database()).transaction('secrets', 'readwrite', { durability: 'strict' });
  await Promise.all([
    tx.store.delete([name, '']),
    value ? tx.store.put({ name, origin, value }) : tx.store.delete([name, origin]),
    tx.done,
  ]);
}

/** Whether secrets are set, in the order asked; never what they are. */
export async function secretStates(wanted: { name: string; origin: string }[]): Promise<SecretState[]> {
  const keys = (await (await database()).getAllKeys('secrets')) as [string, string][];
  return wanted.map(({ name, origin }) => {
    const own = keys.filter(([key]) => key === name);
    const set = own.some(([, of]) => of === origin && origin !== '');
    return { name, origin, set, elsewhere: !set && own.length > 0 };
  });
}

/** Names of secrets that belong to no known origin: they are never sent and have to be typed again. */
export async function unboundSecrets(): Promise<string[]> {
  const keys = (await (await database()).getAllKeys('secrets')) as [string, string][];
  return keys.filter(([, origin]) => origin === '').map(([name]) => name);
}

/** Forgets the secrets of some origins, save those whose names are given. */
export async function forgetSecrets(origins: string[], exceptNames: string[] = []): Promise<void> {
  const tx = (await database()).transaction('secrets', 'readwrite', { durability: 'strict' });
  const keys = (await tx.store.getAllKeys()) as [string, string][];
  const gone = keys.filter(([name, origin]) => origins.includes(origin) && !exceptNames.includes(name));
  await Promise.all([...gone.map((key) => tx.store.delete(key)), tx.done]);
}

/** `https://a.example/x` → `https://a.example`; null for what is no web address. */
export function originOf(url: string): string | null {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).origin : null;
}

/** Whether a text holds what no header may hold. */
export function hasControl(text: string): boolean {
  return [...text].some((sign) => sign < ' ' || sign === '\u007f');
}

async function rowsOf(name: string): Promise<SecretRow[]> {
  return (await database()).getAll('secrets', IDBKeyRange.bound([name], [name, []]));
}

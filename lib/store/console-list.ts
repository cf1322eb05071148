import { type ConsoleFile, parseConsole } from '@/lib/formats/console-file';
import { recordOf } from '@/lib/formats/preferences';
import { readJson } from '@/lib/formats/read-json';
import type { UnreadConsole } from '@/lib/formats/unread-console';

export interface ConsoleList {
  consoles: { console: ConsoleFile; locked: boolean }[];
  unread: UnreadConsole[];
}

/**
 * Consoles in use, the company's first, and those that are not in use, with the reason.
 * @param own what is stored, of any shape
 * @param fixed what the policy carries, unchecked
 */
export function readConsoleList(own: unknown, fixed: unknown[]): ConsoleList {
  const list: ConsoleList = { consoles: [], unread: [] };
  const seen = new Map<string, boolean>();
  const take = (data: unknown, errors: string[], locked: boolean) => {
    const { id, name } = { id: textOf(data, 'id'), name: textOf(data, 'name') };
    const shadowed = !locked && id !== null && seen.get(id) === true;
    const parsed = parseConsole(data);
    const why = errors.length > 0 ? errors : parsed.errors;
    const isTwin = parsed.console !== null && !shadowed && seen.has(parsed.console.id);
    if (parsed.console && !shadowed && !isTwin) {
      seen.set(parsed.console.id, locked);
      list.consoles.push({ console: parsed.console, locked });
    } else {
      const reasons = isTwin ? [`id: another console is called ${id}`] : why;
      list.unread.push({ id, name, from: locked ? 'policy' : 'own', why: reasons, shadowed, data });
    }
  };
  for (const one of fixed) {
    // A policy carries console files as text: schemas of managed storage cannot say what such a file is.
    const text = typeof one === 'string' ? readJson(one) : { data: one, error: null };
    take(text.error === null ? text.data : one, text.error === null ? [] : [text.error], true);
  }
  for (const one of storedList(own)) take(one, [], false);
  return list;
}

/** What is stored as a list; one that is none counts as one unreadable entry, so that it is shown and not written over. */
export function storedList(own: unknown): unknown[] {
  return own === undefined || own === null ? [] : Array.isArray(own) ? own : [own];
}

/** The list with a console added, or put in the place of the one with its id; every other entry stays as it is. */
export function withConsole(own: unknown, console: ConsoleFile): unknown[] {
  const list = storedList(own);
  const at = list.findIndex((one) => textOf(one, 'id') === console.id);
  return at < 0 ? [...list, console] : list.with(at, console);
}

/** The list without the entries of an id; every other entry stays as it is. */
export function withoutConsole(own: unknown, id: string): unknown[] {
  return storedList(own).filter((one) => textOf(one, 'id') !== id);
}

function textOf(data: unknown, name: string): string | null {
  const value = recordOf(data)[name];
  return typeof value === 'string' ? value : null;
}

import { holdsSecret } from './unreadable';

/** A value inside JSON of a script element: `script` is a CSS selector, `path` is dotted (`account.seats`, `rows.0.id`). `closed`: never read. */
export function findInJson(root: ParentNode, script: string, path: string): { value: unknown } | 'closed' | null {
  for (const element of root.querySelectorAll(script)) {
    if (holdsSecret(element)) return 'closed';
    try {
      let value: unknown = JSON.parse(element.textContent ?? '');
      for (const step of path.split('.')) {
        if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return null;
        value = (value as Record<string, unknown>)[step];
      }
      return { value };
    } catch {
      // Not JSON after all: the next script may be.
    }
  }
  return null;
}

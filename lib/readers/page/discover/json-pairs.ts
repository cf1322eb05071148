import type { Locator } from '@/lib/formats/field-schema';
import { foldLabel } from '../fold-text';

/** A value that a script element holds as JSON. */
export interface JsonPair {
  label: string;
  text: string;
  value: number | string | boolean | null;
  locator: Locator;
  element: Element;
}

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/**
 * The account's object in JSON-LD and JSON scripts: an object that carries the id of the page's address, or the only
 * object of a JSON-LD script. Its own values only, and none that the page shows already.
 */
export function jsonPairs(document: Document, urlId: string | null, known: string[]): JsonPair[] {
  const labels = new Set(known.map(keyOf));
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"],script[type="application/json"]')];
  return scripts.flatMap((element) => {
    const object = parse(element.textContent ?? '');
    const found = object === null ? null : recordIn(object, urlId, element.getAttribute('type') === 'application/ld+json', '');
    if (!found) return [];
    return Object.entries(found.object).flatMap(([key, value]): JsonPair[] => {
      if ((value !== null && typeof value === 'object') || key.startsWith('@') || labels.has(keyOf(key))) return [];
      const locator = { json: selectorOf(element, scripts), path: found.path ? `${found.path}.${key}` : key };
      return [{ label: wordsOf(key), text: value === null ? '' : String(value), value, locator, element }];
    });
  });
}

const keyOf = (label: string) => foldLabel(label).replace(/[\s_-]/g, '');

/** `seatsPurchased`, `seats_purchased` → `Seats purchased`. */
function wordsOf(key: string): string {
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function parse(text: string): Json | null {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function recordIn(
  json: Json,
  urlId: string | null,
  described: boolean,
  path: string,
): { object: { [key: string]: Json }; path: string } | null {
  if (json === null || typeof json !== 'object') return null;
  if (!Array.isArray(json)) {
    const own = Object.values(json).filter((value) => value !== null && typeof value !== 'object');
    if (urlId !== null && own.length >= 3 && own.some((value) => String(value) === urlId)) return { object: json, path };
    if (
      described &&
      path === '' &&
      typeof json['@type'] === 'string' &&
      /organization|corporation|account|customer|product|service/i.test(json['@type'])
    )
      return { object: json, path };
  }
  if (path.split('.').length > 6) return null;
  for (const [key, value] of Object.entries(json)) {
    const found = recordIn(value, urlId, described, path === '' ? key : `${path}.${key}`);
    if (found) return found;
  }
  return null;
}

function selectorOf(element: Element, scripts: Element[]): string {
  if (element.id) return `script#${CSS.escape(element.id)}`;
  const type = `script[type="${element.getAttribute('type')}"]`;
  const same = scripts.filter((script) => script.getAttribute('type') === element.getAttribute('type'));
  return same.length === 1
    ? type
    : `${type}:nth-of-type(${[...(element.parentElement?.querySelectorAll(':scope > script') ?? [])].indexOf(element) + 1})`;
}

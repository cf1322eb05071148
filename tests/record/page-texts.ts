import { elementsOf, type SavedElement } from './saved-node';

/** Attributes that people see or hear. */
export const SPOKEN = /^(?:title|aria-label|aria-description|aria-valuetext|alt|placeholder|label|summary|content|datetime)$/;
export const ADDRESS = /^(?:href|action|cite|longdesc|xlink:href)$/;
/** Inputs whose value is no typing. */
export const BUTTON = /^(?:submit|button|reset|image|checkbox|radio)$/;

export function isField(node: SavedElement): boolean {
  return node.tag === 'textarea' || 'contenteditable' in node.attributes;
}

export function controlsOf(page: SavedElement | undefined): string[] {
  if (!page) return [];
  return [...elementsOf(page)].flatMap((one) => {
    if (one.tag === 'input' && !BUTTON.test(one.attributes.type ?? '')) return [one.attributes.value ?? ''];
    return one.tag === 'textarea' ? one.inside.filter((text) => typeof text === 'string') : [];
  });
}

/** What a page says: texts, what is read aloud, addresses and data in attributes; not what is in its fields. */
export function* textsOf(page: SavedElement): Generator<string> {
  for (const one of elementsOf(page)) {
    const said = [...one.inside, ...(one.shadow ?? [])].filter((text) => typeof text === 'string');
    if (!isField(one)) yield* said;
    for (const [name, value] of Object.entries(one.attributes))
      if (
        SPOKEN.test(name) ||
        ADDRESS.test(name) ||
        name.startsWith('data-') ||
        (name === 'value' && (one.tag !== 'input' || BUTTON.test(one.attributes.type ?? '')))
      )
        yield value;
  }
}

/**
 * Texts of the choices that a select offers, where accounts differ in what is chosen; of one page alone, where anything
 * is. They may be people, and every page lists them.
 */
export function choicesOf(pages: SavedElement[]): Set<string> {
  const selects = pages.map((page) => [...elementsOf(page)].filter((one) => one.tag === 'select'));
  const textOf = (option: SavedElement) => option.inside.map((text) => (typeof text === 'string' ? text.trim() : '')).join('');
  const options = (select: SavedElement) => [...elementsOf(select)].filter((one) => one.tag === 'option');
  const chosen = selects.map(
    (list) => new Set(list.flatMap(options).flatMap((one) => ('selected' in one.attributes ? [textOf(one)] : []))),
  );
  const telling = (text: string) => text !== '' && (pages.length === 1 || chosen.some((one) => !one.has(text)));
  const differs = (select: SavedElement) =>
    options(select).some((one) => chosen.some((set) => set.has(textOf(one))) && telling(textOf(one)));
  return new Set(selects.flat().filter(differs).flatMap(options).map(textOf));
}

export function wordsIn(text: string): string[] {
  return [...text.toLowerCase().matchAll(/\p{L}[\p{L}\p{M}ー]*/gu)].map(([word]) => word);
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What differs between the addresses of accounts; of one alone, what has a number in it. */
export function idsIn(urls: string[]): string[] {
  const parts = urls.map((url) => {
    const { pathname, search, hash } = new URL(url);
    return [
      ...pathname.split('/'),
      ...search
        .slice(1)
        .split('&')
        .map((pair) => pair.split(/=(.*)/s)[1] ?? ''),
      ...hash.slice(1).split(/[/?&=]/),
    ].map(decoded);
  });
  const differs = (text: string, at: number) => (parts.length > 1 ? parts.some((one) => one[at] !== text) : /\d/.test(text));
  return [...new Set(parts.flatMap((one) => one.filter((text, at) => text !== '' && differs(text, at))))];
}

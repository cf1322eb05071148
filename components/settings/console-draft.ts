/** A console while it is edited: the file's own shape, with everything that may be missing told as such. */
export interface ConsoleDraft {
  kido: 'console/1';
  id: string;
  name: string;
  origins: string[];
  locale: string;
  zone: string;
  pages: { match: string }[];
  account: { id: 'url' | LocatorDraft[]; name?: LocatorDraft[]; check?: { find: LocatorDraft[]; holds: 'id' | 'name' }[] };
  fields: FieldDraft[];
  api: ApiDraft[];
}

export type LocatorDraft = Record<string, string>;
export interface FieldDraft {
  metric: string;
  find: LocatorDraft[];
  parse: string;
  unit?: string;
  locale?: string;
  zone?: string;
}
export interface ApiDraft {
  id: string;
  request: { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; body?: string };
  auth: { type: string; secret?: string; name?: string; user?: string };
  paging?: { next: string; param?: string; maxPages?: number };
  map: string;
  [more: string]: unknown;
}

/** A console that has nothing yet. */
export function newConsole(): ConsoleDraft {
  return {
    kido: 'console/1',
    id: '',
    name: '',
    origins: [],
    locale: 'en-US',
    zone: 'browser',
    pages: [],
    account: { id: 'url' },
    fields: [],
    api: [],
  };
}

/** The way a locator finds, and what it looks for. */
export function locatorKind(locator: LocatorDraft | undefined): 'label' | 'selector' | 'header' | 'json' {
  if (!locator || 'label' in locator) return 'label';
  return 'selector' in locator ? 'selector' : 'header' in locator ? 'header' : 'json';
}

/** Text of a locator's main part. JSON stands as `selector → path`. */
export function locatorText(locator: LocatorDraft | undefined): string {
  if (!locator) return '';
  return 'json' in locator ? `${locator.json} → ${locator.path ?? ''}` : (locator[locatorKind(locator)] ?? '');
}

/** The locator that a kind and a text describe; other parts of the one before are kept. */
export function makeLocator(kind: 'label' | 'selector' | 'header' | 'json', text: string, before: LocatorDraft | undefined): LocatorDraft {
  if (kind === 'json') {
    const [json = '', path = ''] = text.split('→').map((part) => part.trim());
    return { json, path };
  }
  const kept = before && locatorKind(before) === kind ? before : {};
  return { ...kept, [kind]: text };
}

/** Lines of a text area, without empty ones. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

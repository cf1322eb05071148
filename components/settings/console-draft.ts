import type { ConsoleDraft } from '@/lib/formats/console-file';
import type { Locator } from '@/lib/formats/field-schema';

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

/** The ways in which a locator finds. */
export const locatorKinds = ['label', 'selector', 'header', 'json'] as const;
export type LocatorKind = (typeof locatorKinds)[number];

/** The way a locator finds, and what it looks for. */
export function locatorKind(locator: Locator | undefined): LocatorKind {
  return locatorKinds.find((kind) => locator !== undefined && kind in locator) ?? 'label';
}

/** Text of a locator's main part. JSON stands as `selector → path`. */
export function locatorText(locator: Locator | undefined): string {
  if (!locator) return '';
  if ('json' in locator) return `${locator.json} → ${locator.path}`;
  return 'label' in locator ? locator.label : 'selector' in locator ? locator.selector : locator.header;
}

/** The locator that a kind and a text describe; other parts of the one before are kept. */
export function makeLocator(kind: LocatorKind, text: string, before: Locator | undefined): Locator {
  if (kind === 'json') {
    const [json = '', path = ''] = text.split('→').map((part) => part.trim());
    return { json, path };
  }
  if (kind === 'label') return { ...(before && 'label' in before && before), label: text };
  if (kind === 'selector') return { ...(before && 'selector' in before && before), selector: text };
  return { ...(before && 'header' in before && before), header: text };
}

/** Lines of a text area, without empty ones. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

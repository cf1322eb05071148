import { problemText } from '@/lib/core/account/problem';
import type { Locator } from '@/lib/formats/field-schema';
import { boxesAround, elementText, isShown, type ShownText, visibleText } from './element-text';
import { findByLabels } from './find-by-label';
import { findInJson } from './find-in-json';
import { findInTable } from './find-in-table';
import { foldLabel } from './fold-text';
import { isUnreadable } from './unreadable';
import type { FoundValue } from './value-beside';

const NOT_FOUND = problemText('not found');
/** Of several values at one place, how many are told. */
const MOST_NAMED = 4;

/** What a locator found. `shown` null: nothing there, or more than one thing. */
export interface Located {
  shown: string | null;
  where: string;
  problem: string | null;
  element: Element | null;
}

/** Finds values on one page; all labels are looked up in a single walk over it. */
export class PageSearch {
  private readonly byLabel: Map<string, FoundValue[]>;

  constructor(
    private readonly root: ParentNode & Node,
    locators: Locator[],
    private readonly accountId: string | null,
  ) {
    const labels = locators.flatMap((locator) => ('label' in locator ? [foldLabel(locator.label)] : []));
    this.byLabel = labels.length ? findByLabels(root, new Set(labels)) : new Map();
  }

  /** Tries locators in order. The first that finds anything decides, also when what it finds is not clear. */
  locate(locators: Locator[]): Located {
    let last: Located = { shown: null, where: '', problem: problemText('not configured'), element: null };
    for (const locator of locators) {
      last = this.one(locator);
      if (last.shown !== null || last.problem !== NOT_FOUND) return last;
    }
    return last;
  }

  private one(locator: Locator): Located {
    const where = describe(locator);
    try {
      if ('json' in locator) {
        const found = findInJson(this.root, locator.json, locator.path);
        if (found === 'closed') return { shown: null, where, problem: problemText('never read'), element: null };
        if (!found) return { shown: null, where, problem: NOT_FOUND, element: null };
        return {
          shown: found.value === null ? '' : typeof found.value === 'object' ? JSON.stringify(found.value) : String(found.value),
          where,
          problem: null,
          element: null,
        };
      }
      return decide(this.candidates(locator), where, 'attribute' in locator ? locator.attribute : undefined);
    } catch {
      // A selector from a configuration may be no selector at all; that is this field's problem and no other's.
      return { shown: null, where, problem: problemText('not a selector'), element: null };
    }
  }

  private candidates(locator: Exclude<Locator, { json: string }>): FoundValue[] {
    if ('selector' in locator)
      return through(this.root, locator.selector)
        .filter((element) => isShown(element) && (!locator.labelled || isLabelled(element, foldLabel(locator.labelled))))
        .map((element) => ({ element }));
    const inside = (value: FoundValue) => !locator.within || value.element.closest(locator.within) !== null;
    if ('label' in locator) return (this.byLabel.get(foldLabel(locator.label)) ?? []).filter(inside);
    const row = locator.row?.replace('{accountId}', this.accountId ?? '\u0000') ?? null;
    return findInTable(this.root, locator.header, row)
      .map((element) => ({ element }))
      .filter(inside);
  }
}

/** What a selector finds; ` >>> ` leads into an open shadow root or a frame of the same origin. */
function through(root: ParentNode, selector: string): Element[] {
  return selector
    .split(' >>> ')
    .reduce<Element[]>(
      (hosts, step, at) =>
        (at ? hosts.map((host) => host.shadowRoot ?? (host as HTMLIFrameElement).contentDocument) : [root]).flatMap((one) => [
          ...(one?.querySelectorAll(step) ?? []),
        ]),
      [],
    );
}

/** Whether the nearest box that holds more than the value holds its label: a place alone proves nothing after a redesign. */
function isLabelled(element: Element, label: string): boolean {
  for (const box of boxesAround(element)) {
    const text = visibleText(box).toLowerCase();
    if (text.length > 300) return false;
    if (text.startsWith(label) || text.endsWith(label)) return true;
  }
  return false;
}

function decide(found: FoundValue[], where: string, attribute: string | undefined): Located {
  const first = found[0];
  if (!first) return { shown: null, where, problem: NOT_FOUND, element: null };
  const texts = found.map((value) => read(value, attribute));
  if (texts.some((one) => one.closed)) return { shown: null, where, problem: problemText('never read'), element: null };
  if (texts.some((one) => one.editing)) return { shown: null, where, problem: problemText('being edited'), element: first.element };
  // The same value twice (a form and a raw table of it) is one value; two values are no answer.
  const distinct = new Set(texts.map((one) => one.text).filter((text) => text !== ''));
  if (distinct.size > 1)
    return { shown: null, where, problem: problemText('several values', [...distinct].slice(0, MOST_NAMED).join(' / ')), element: null };
  return { shown: [...distinct][0] ?? '', where, problem: null, element: first.element };
}

function read({ element, text }: FoundValue, attribute: string | undefined): ShownText {
  if (text === undefined && !attribute) return elementText(element);
  if (isUnreadable(element)) return { text: '', editing: false, closed: true };
  return { text: text ?? element.getAttribute(attribute ?? '') ?? '', editing: elementText(element).editing };
}

/** A locator in words, for evidence: where exactly a value was read. */
export function describe(locator: Locator): string {
  if ('label' in locator) return `field ${locator.label}`;
  if ('header' in locator) return `column ${locator.header}`;
  return 'selector' in locator ? locator.selector : `${locator.json} ${locator.path}`;
}

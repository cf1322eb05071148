/**
 * What a person has changed on a page and not saved. No page says what it has saved; so a changed control counts as
 * unsaved until the page makes another in its place, resets its form, shows the loaded text in it again, or shows another
 * account in it. A document that loads anew begins with nothing here.
 */
interface Change {
  control: Element;
  /** The account on the page then; null where that was not known yet. */
  account: string | null;
  /** What the control showed before a person touched it; null where it was changed before that was seen. */
  loaded: string | null;
  /** What it showed when it was last looked at for that account. */
  last: string | null;
}

type TextOf = (control: Element) => string;

const TOUCHED = 'input:not([type=hidden]),select,textarea,[contenteditable],[role=combobox],[aria-haspopup],[aria-checked],[aria-pressed]';
/** How far around a press a control is looked for: a calendar or a step up and down stands beside its field. */
const AROUND = 4;

let changes: Change[] = [];
let account: string | null = null;

/** Whose page it is from now on. */
export function showsAccount(id: string): void {
  account = id;
}

/** Whether an element is, holds or stands in a control that a person has changed and not saved. */
export function isUnsaved(element: Element, textOf: TextOf): boolean {
  changes = changes.filter((one) => {
    if (!one.control.isConnected) return false;
    const now = textOf(one.control);
    one.account ??= account;
    // Another account's record stands in the same control.
    if (one.account !== account && now !== one.last) return false;
    one.last = now;
    return true;
  });
  return changes.some(({ control, loaded, last }) => loaded !== last && (control.contains(element) || element.contains(control)));
}

/** Notes what people touch in a document before it has changed. Events that a script made are none. */
export function watchChanges(document: Document, textOf: TextOf, signal: AbortSignal): void {
  const touch = (event: Event) => {
    if (!event.isTrusted) return;
    for (const [at, target] of event.composedPath().entries()) {
      const found = target instanceof Element ? controlAt(target, at < AROUND) : null;
      if (!found) continue;
      // A choice that draws its own text has a field to search in beside it.
      const control = found.matches('input[role=combobox]') ? (found.parentElement?.parentElement ?? found) : found;
      if (changes.some((one) => one.control === control)) return;
      const now = textOf(control);
      changes.push({ control, account, loaded: event.type === 'input' ? null : now, last: now });
      return;
    }
  };
  for (const type of ['pointerdown', 'keydown', 'beforeinput', 'input']) document.addEventListener(type, touch, { capture: true, signal });
  document.addEventListener(
    'reset',
    ({ target }) => void (changes = changes.filter(({ control }) => !(target as Element).contains(control))),
    {
      signal,
    },
  );
}

function controlAt(target: Element, isNear: boolean): Element | null {
  if (target.matches(TOUCHED)) return target;
  return (target as HTMLLabelElement).control ?? (isNear ? target.querySelector(TOUCHED) : null);
}

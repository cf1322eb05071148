import { foldText } from './fold-text';
import { holdsSecret, isUnreadable } from './unreadable';
import { isUnsaved, watchChanges } from './unsaved';

/** Words that an icon or toggle says to a screen reader; many consoles show a boolean in no other way. */
function spoken(element: Element): string | null {
  const state = element.getAttribute('aria-checked') ?? element.getAttribute('aria-pressed');
  return state ?? element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? element.getAttribute('title');
}

/** The control of an element, itself included; hidden ones carry other things than what the page shows. */
export function controlIn(element: Element): Element | null {
  return element.matches(CONTROLS) ? element : element.querySelector(CONTROLS);
}

const CONTROLS = 'input:not([type=hidden]):not([type=submit]):not([type=button]),select,textarea,[aria-checked],[aria-pressed]';

/** A switch that stands for one of several answers. */
const CHOICE = '[type=radio],[role=radio],[aria-pressed],[aria-checked]';

export const isChoice = (element: Element): boolean => element.matches(CHOICE);

/** What an element shows. `closed`: it is of those that are never read. */
export interface ShownText {
  text: string;
  editing: boolean;
  closed?: true;
}

/**
 * What an element shows, as text: the value of a control, the chosen option, the state of a toggle, the words of an
 * icon, else its text. Nothing of what a person is typing or has not saved, and nothing of what is never read.
 */
export function elementText(element: Element): ShownText {
  const control = controlIn(element);
  if (holdsSecret(element) || (control && isUnreadable(control))) return { text: '', editing: false, closed: true };
  const unsaved = isUnsaved(element, controlText);
  if (control && control !== element) {
    const controls = [...element.querySelectorAll(CONTROLS)];
    if (controls.length > 1 && controls.every(isChoice)) return { text: chosenWords(controls), editing: unsaved };
    const time = controls.length === 2 ? otherHalf(control) : null;
    if (time && time === controls[1])
      return { text: `${controlText(control)} ${controlText(time)}`.trim(), editing: unsaved || isEdited(control) || isEdited(time) };
  }
  if (control) return { text: controlText(control), editing: unsaved || isEdited(control) };
  const text = visibleText(element);
  if (text) return { text, editing: unsaved || (element.contains(element.ownerDocument.activeElement) && isEditable(element)) };
  const icon = element.matches('[aria-label],[alt],[title]') ? element : element.querySelector('[aria-label],[alt],[title]');
  return { text: icon ? foldText(spoken(icon) ?? '') : '', editing: unsaved };
}

/** Of several switches that stand for one choice, the words of the one that is on. */
export function chosenWords(controls: Element[]): string {
  const on = controls.find((one) => controlText(one) === 'yes');
  if (!on) return '';
  const label = on.closest('label') ?? (on as HTMLInputElement).labels?.[0];
  return visibleText(label ?? on) || visibleText(on.parentElement ?? on);
}

const DAY = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/;

/** The time field beside a date field: many forms ask for one moment in two fields. */
export function otherHalf(date: Element): Element | null {
  if (!(date instanceof HTMLInputElement) || isUnreadable(date) || !(date.type === 'date' || DAY.test(date.value))) return null;
  const [, next, more] = [...(date.parentElement?.querySelectorAll(CONTROLS) ?? [])];
  return next instanceof HTMLInputElement && !more && !isUnreadable(next) && (next.type === 'time' || CLOCK.test(next.value)) ? next : null;
}

/** From now on, what people change in a document is not read until it is saved. Until the signal. */
export function watchEdits(document: Document, signal: AbortSignal): void {
  watchChanges(document, controlText, signal);
}

function controlText(control: Element): string {
  if (control instanceof HTMLSelectElement) {
    const chosen = [...control.selectedOptions].map((option) => foldText(option.textContent ?? ''));
    return control.value === '' ? '' : chosen.join(', ');
  }
  if (control instanceof HTMLInputElement) {
    if (control.type === 'checkbox' || control.type === 'radio') return control.checked ? 'yes' : 'no';
    return control.value;
  }
  if (control instanceof HTMLTextAreaElement) return control.value;
  const state = control.getAttribute('aria-checked') ?? control.getAttribute('aria-pressed');
  return state === 'true' ? 'yes' : state === 'false' ? 'no' : foldText(control.textContent ?? '');
}

function isEdited(control: Element): boolean {
  return control.ownerDocument.activeElement === control && !(control instanceof HTMLSelectElement) && !control.hasAttribute('readonly');
}

function isEditable(element: Element): boolean {
  return element.closest('[contenteditable]:not([contenteditable=false])') !== null;
}

/** Text without scripts, styles and what is hidden by attribute. */
export function visibleText(element: Element): string {
  if (!element.querySelector('script,style,template,[hidden],noscript')) return foldText(element.textContent ?? '');
  const copy = element.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll('script,style,template,[hidden],noscript')) unseen.remove();
  return foldText(copy.textContent ?? '');
}

/** Whether people can see it; the title of the tab is seen. Layout is asked only for the few elements that matter. */
export function isShown(element: Element): boolean {
  if (element.matches('head>title')) return true;
  if (element.closest('[hidden],template,noscript,[aria-hidden=true]')) return false;
  return hasBox(element);
}

/** Whether it takes part in the layout. An element with `display: contents` has no box of its own, and may be seen. */
export function hasBox(element: Element): boolean {
  if (typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true })) return true;
  const parent = element.parentElement;
  return parent !== null && getComputedStyle(element).display === 'contents' && hasBox(parent);
}

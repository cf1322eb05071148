import { foldText } from './fold-text';
import { holdsSecret, isUnreadable } from './unreadable';
import { isUnsaved, watchChanges } from './unsaved';

/** The control of an element, itself included; hidden ones carry other things than what the page shows. */
export function controlIn(element: Element): Element | null {
  return element.matches(CONTROLS) ? element : element.querySelector(CONTROLS);
}

/** All controls in an element. */
export const controlsIn = (element: Element): Element[] => [...element.querySelectorAll(CONTROLS)];

/** The four nearest boxes around an element, the nearest first. */
export function boxesAround(element: Element): Element[] {
  const boxes: Element[] = [];
  for (let box = element.parentElement; box && boxes.length < 4; box = box.parentElement) boxes.push(box);
  return boxes;
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
    const controls = controlsIn(element);
    if (controls[1] && controls.every(isChoice)) return { text: chosenWords(controls), editing: unsaved };
    if (areHalves(controls)) return { text: controls.map(controlText).join(' ').trim(), editing: unsaved || controls.some(isEdited) };
  }
  if (control) return { text: controlText(control), editing: unsaved || isEdited(control) };
  const text = visibleText(element);
  if (text) return { text, editing: unsaved || (element.contains(element.ownerDocument.activeElement) && isEditable(element)) };
  return { text: iconWords(element), editing: unsaved };
}

const SPEAKING = '[aria-label],[alt],[title]';

/** Words that an icon says to a screen reader; many consoles show a boolean in no other way. */
function iconWords(element: Element): string {
  const icon = element.matches(SPEAKING) ? element : element.querySelector(SPEAKING);
  return foldText(icon?.getAttribute('aria-label') ?? icon?.getAttribute('alt') ?? icon?.getAttribute('title') ?? '');
}

/** Of several switches that stand for one choice, the words of the one that is on. */
export function chosenWords(controls: Element[]): string {
  const on = controls.find((one) => controlText(one) === 'yes');
  if (!on) return '';
  const label = on.closest('label') ?? (on as HTMLInputElement).labels?.[0];
  return visibleText(label ?? on) || visibleText(on.parentElement ?? on) || iconWords(label ?? on);
}

const DAY = /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$/;
const CLOCK = /^\d{1,2}:\d\d(:\d\d)?( [ap]m)?$/i;

/** The fields of one moment: many forms ask for a date and its time in two. */
export function areHalves(controls: Element[]): boolean {
  const [date, time, more] = controls as HTMLInputElement[];
  return (
    !more &&
    !controls.some(isUnreadable) &&
    (date?.type === 'date' || DAY.test(date?.value ?? '')) &&
    (time?.type === 'time' || CLOCK.test(time?.value ?? ''))
  );
}

/** The box of a field and its other half, if it has one. */
export function momentOf(control: Element): Element | null {
  return boxesAround(control).find((box) => controlsIn(box)[0] === control && areHalves(controlsIn(box))) ?? null;
}

/** From now on, what people change in a document is not read until it is saved. Until the signal. */
export function watchEdits(document: Document, signal: AbortSignal): void {
  watchChanges(document, controlText, signal);
}

function controlText(control: Element): string {
  const { type, checked, value, selectedOptions } = control as HTMLInputElement & { selectedOptions: HTMLOptionElement[] };
  // Asked by name: elements of a frame are of another window's kind.
  switch (control.nodeName) {
    case 'SELECT':
      return value === '' ? '' : [...selectedOptions].map((option) => foldText(option.textContent ?? '')).join(', ');
    case 'INPUT':
      return type === 'checkbox' || type === 'radio' ? (checked ? 'yes' : 'no') : (type !== 'search' && value) || drawnText(control);
    case 'TEXTAREA':
      return value;
  }
  const state = control.getAttribute('aria-checked') ?? control.getAttribute('aria-pressed');
  return state === 'true' ? 'yes' : state === 'false' ? 'no' : foldText(control.textContent ?? '');
}

/** Select boxes of component libraries draw what is chosen beside the empty field that one types in. */
function drawnText(input: Element): string {
  if (!input.closest('[role=combobox]')) return '';
  for (const box of boxesAround(input)) {
    // As far as no label and no other field stand in the box.
    const text = textWithout(box, `${BESIDE},[aria-hidden=true]`, ' ');
    if (controlsIn(box)[1] || box.querySelector('label')) break;
    if (text) return text;
  }
  return '';
}

function isEdited(control: Element): boolean {
  return control.ownerDocument.activeElement === control && !control.matches('select,[readonly]');
}

function isEditable(element: Element): boolean {
  return element.closest('[contenteditable]:not([contenteditable=false])') !== null;
}

/** What stands where a value is missing. */
const MISSING = '.empty,[data-placeholder=""],[class*="placeholder" i]:not(input):not(textarea):not(.el-select__placeholder)';
const OUT = 'script,style,template,[hidden],noscript';
const UNSEEN = `${OUT},${MISSING}`;
/** What explains a value to people, and is none. */
export const HINTS = '.hint,.help,.help-block,.help-text,.helptext,.form-text,[class*="helper" i]';
/** Words for a screen reader: beside others they explain, alone they are what is shown. */
export const SPOKEN = '.sr-only,.visually-hidden,.screen-reader-text,[class*=assistive-text]';

export const isPlaceholder = (element: Element): boolean => element.matches(MISSING);

/** Buttons that do something; those that open a list or stand for a yes show a value. */
export const DOING = 'button:not([role]):not([aria-haspopup]):not([aria-pressed])';
const BESIDE = `${UNSEEN},${HINTS},${DOING}`;

/** Text without scripts, styles, what is hidden by attribute, and the hints and buttons beside other text. */
export function visibleText(element: Element): string {
  return textWithout(element, `${BESIDE},${SPOKEN}`) || textWithout(element, BESIDE);
}

function textWithout(element: Element, unseen: string, gap = ''): string {
  return foldText(gap || element.querySelector(unseen) ? rawText(element, unseen, gap) : (element.textContent ?? ''));
}

function rawText(node: Node, unseen: string, gap: string): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  return [...node.childNodes]
    .filter((one) => one.nodeType === 3 || !(one as Element).matches?.(unseen))
    .map((one) => rawText(one, unseen, gap))
    .join(gap);
}

/** Whether people can see it; the title of the tab is seen. Layout is asked only for the few elements that matter. */
export function isShown(element: Element): boolean {
  if (element.matches('head>title')) return true;
  if (element.closest(`${OUT},[aria-hidden=true]`)) return false;
  return hasBox(element);
}

/** Whether it takes part in the layout. An element with `display: contents` has no box of its own, and may be seen. */
export function hasBox(element: Element): boolean {
  if (typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true })) return true;
  const parent = element.parentElement;
  return parent !== null && getComputedStyle(element).display === 'contents' && hasBox(parent);
}

import { controlIn, isChoice, isShown, momentOf, visibleText } from '../element-text';
import { foldText } from '../fold-text';
import { isUnreadable } from '../unreadable';
import { cleanLabel } from './looks-like';
import { isNoise } from './noise';
import { controlPart, joined, type Pair } from './pair';
import { partsOf, sizeOf } from './part';

const BOXES =
  '[role=dialog],[role=region],[role=tabpanel],[role=table],[role=grid],[role=form],[role=list],main,section,form,table,dialog,nav';

/** Pairs that the markup itself ties: `label`, `aria-labelledby`, `aria-label`, and a legend with its radio buttons. */
export function tiedPairs(root: Document | ShadowRoot): Pair[] {
  return [...radioPairs(root), ...labelPairs(root), ...labelledByPairs(root), ...ariaLabelPairs(root)];
}

function labelPairs(root: Document | ShadowRoot): Pair[] {
  return [...root.querySelectorAll('label')].flatMap((label) => {
    if (!isShown(label) || inNoise(label)) return [];
    const target = label.htmlFor ? root.getElementById(label.htmlFor) : null;
    const control = target ?? controlIn(label);
    if (!control || control === label || control.contains(label) || !isReadable(control)) return [];
    if (control.matches('input[type=radio]')) return [];
    return pair(labelText(label, control), label, control);
  });
}

function labelledByPairs(root: Document | ShadowRoot): Pair[] {
  return [...root.querySelectorAll('[aria-labelledby]')].flatMap((owner) => {
    if (!isShown(owner) || inNoise(owner) || owner.matches(BOXES) || !isReadable(owner)) return [];
    const named = (owner.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => root.getElementById(id));
    const label = named.find((one) => one && one !== owner && visibleText(one) !== '');
    if (
      !label ||
      owner.matches('a,button:not([aria-haspopup])') ||
      label.matches('[role=tooltip]') ||
      owner.contains(label) ||
      (!controlIn(owner) && visibleText(owner).length > 200)
    )
      return [];
    return pair(visibleText(label), label, owner);
  });
}

function ariaLabelPairs(root: Document | ShadowRoot): Pair[] {
  const controls = 'input,select,textarea,[role=switch],[role=checkbox],[role=combobox],[role=spinbutton],[role=textbox]';
  return [...root.querySelectorAll(controls)].flatMap((control) => {
    const label = foldText(control.getAttribute('aria-label') ?? '');
    if (!label || !isShown(control) || inNoise(control) || !isReadable(control)) return [];
    if (control.closest('label') || (control.id && root.querySelector(`label[for="${CSS.escape(control.id)}"]`))) return [];
    return pair(label, control, control);
  });
}

/** `fieldset > legend` around radio buttons: the legend is the label, the words of the chosen one the value. */
function radioPairs(root: Document | ShadowRoot): Pair[] {
  return [...root.querySelectorAll('fieldset,[role=radiogroup]')].flatMap((set) => {
    const radios = [...set.querySelectorAll('input[type=radio],[role=radio]')];
    const legend = set.querySelector('legend') ?? labelledBy(root, set);
    if (radios.length < 2 || !legend || !isShown(set) || inNoise(set)) return [];
    return pair(visibleText(legend), legend, set);
  });
}

function labelledBy(root: Document | ShadowRoot, element: Element): Element | null {
  const id = element.getAttribute('aria-labelledby')?.split(/\s+/)[0];
  return id ? root.getElementById(id) : null;
}

function pair(text: string, label: Element, owner: Element): Pair[] {
  const clean = cleanLabel(text);
  if (clean === '' || clean.length > 80) return [];
  const control = controlIn(owner);
  // A label over several boxes to tick: each of them says for itself.
  if (owner !== control && owner.querySelectorAll('[type=checkbox],[role=checkbox]').length > 1) return [];
  const parts = control ? [] : partsOf(owner);
  const own = control ? joined(wholeOf(control, owner).map(controlPart)) : null;
  const value = own ?? {
    ...controlPart(owner),
    kind: parts.length ? ('group' as const) : ('empty' as const),
    parts,
    size: Math.max(1, sizeOf(parts)),
  };
  return [{ label: clean, labelNode: textNodeOf(label, clean) ?? label, value, strength: 4, box: owner.parentElement ?? owner }];
}

/** All controls of a value: the answers of a choice, or a date with its time. */
function wholeOf(control: Element, owner: Element): Element[] {
  const answers = isChoice(control) && owner !== control ? [...owner.querySelectorAll('[type=radio],[role=radio]')] : [];
  if (answers.length > 1) return answers;
  const both = momentOf(control)?.querySelectorAll('input:not([type=hidden])');
  return both ? [...both] : [control];
}

/** The run of text that a label element shows; the same run must not serve as a second label. */
function textNodeOf(element: Element, label: string): Node | null {
  let first: Node | null = null;
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = foldText(node.nodeValue ?? '');
    if (cleanLabel(text) === label) return node;
    if (text !== '') first ??= node;
  }
  return first;
}

/** Words of a label without those of the control inside it. */
function labelText(label: HTMLLabelElement, control: Element): string {
  // A label around a whole field, with units and hints in it: the field says itself which of the words name it.
  const own = foldText(control.getAttribute('aria-label') ?? '');
  if (own !== '' && label.contains(control) && foldText(label.textContent ?? '').includes(own)) return own;
  const copy = label.cloneNode(true) as Element;
  // A link beside the words leads elsewhere; where all is one link it is the label.
  const links = [...copy.querySelectorAll('a')];
  if (foldText(copy.textContent ?? '') !== foldText(links.map((link) => link.textContent ?? '').join(' ')))
    for (const link of links) link.remove();
  for (const other of copy.querySelectorAll('input,select,textarea,button,svg,script,style,[hidden],[role=switch],[aria-hidden=true]'))
    other.remove();
  return foldText(copy.textContent ?? '');
}

function isReadable(element: Element): boolean {
  return !element.matches('input:is([type=hidden],[type=submit],[type=button],[type=image])') && !isUnreadable(element);
}

function inNoise(element: Element): boolean {
  for (let one: Element | null = element; one; one = one.parentElement) if (isNoise(one)) return true;
  return false;
}

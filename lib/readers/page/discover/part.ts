import { controlIn, HINTS, hasBox, isPlaceholder, SPOKEN, visibleText } from '../element-text';
import { isLongList } from '../find-by-label';
import { foldText } from '../fold-text';
import { isOwnPart } from '../own-parts';
import { isUnreadable } from '../unreadable';
import { isNoise } from './noise';

/**
 * A page as a reader sees it: wrappers that hold one thing are that thing; what nobody sees and what is no record
 * (menus, buttons' pictures) is gone. `table` and `terms` are looked at by rules of their own.
 */
export interface Part {
  kind: 'text' | 'control' | 'icon' | 'button' | 'empty' | 'break' | 'table' | 'terms' | 'group';
  element: Element;
  /** The text node itself, where the part is a run of text. */
  node: Node;
  /** Words of a text, an icon or a button. */
  text: string;
  parts: Part[];
  /** How many leaves it has; one for a leaf. */
  size: number;
  /** The part is, or stands in, a link. */
  link: boolean;
}

const UNREAD = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'OPTION', 'NOSCRIPT', 'COLGROUP', 'HR', 'WBR', 'HEAD', 'LINK', 'META', 'OBJECT']);
const CONTROL = 'input,select,textarea,[role=checkbox],[role=switch],[role=radio],[aria-pressed]';
const BUTTON =
  'button,[role=button],summary,a:not([href]):not([name]),input[type=submit],input[type=button],input[type=image],input[type=reset]';
/** What says one of a record's words in a small box, also where a click on it does something. */
const TAG = /chip|badge|pill|lozenge|(?:^|[-_\s])tags?(?:[-_\s]|$)/i;
/** What only decorates: an empty one says nothing about a value. */
const DECORATION =
  '[class*=divider],[class*=spacer],[role=separator],[class*=icon],[data-id*=icon],[class*=indicator],[class*=arrow],i,svg,img,canvas,picture,path,use,video,audio,embed,label,legend';

/** Reads the tree below a node. Goes into open shadow roots and frames of the same origin. */
export function partsOf(root: Node, link = false): Part[] {
  const parts: Part[] = [];
  for (const node of childrenOf(root)) {
    const part = partOf(node, link);
    if (part) parts.push(part);
  }
  return parts;
}

function childrenOf(root: Node): Iterable<Node> {
  if (!(root.nodeType === Node.ELEMENT_NODE)) return root.childNodes;
  const element = root as Element;
  if (element.nodeName === 'IFRAME' || element.nodeName === 'FRAME') return frameBody(element as HTMLIFrameElement);
  if (isOwnPart(element)) return [];
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.nodeName === 'SLOT') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length) return assigned;
  }
  return element.childNodes;
}

function frameBody(frame: HTMLIFrameElement): Iterable<Node> {
  try {
    return frame.contentDocument?.body?.childNodes ?? [];
  } catch {
    return [];
  }
}

function partOf(node: Node, link: boolean): Part | null {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = foldText(node.nodeValue ?? '');
    // Signs that only separate or decorate: dots between entries, carets, a lone asterisk of a required field, a lone question mark of a help.
    if (text === '' || /^(?:[*|·•›»/\\]|[[(]?\?[\])]?)$/.test(text)) return null;
    return { kind: 'text', element: node.parentElement ?? hostOf(node), node, text, parts: [], size: 1, link };
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  const element = node as Element;
  if (
    UNREAD.has(element.nodeName.toUpperCase()) ||
    isLongList(element) ||
    !isThere(element) ||
    isNoise(element) ||
    isHint(element) ||
    isSign(element)
  )
    return null;
  const leaf = (kind: Part['kind'], text = ''): Part => ({ kind, element, node: element, text, parts: [], size: 1, link });
  if (element.nodeName === 'BR') return leaf('break');
  if (isPlaceholder(element)) return leaf('empty');
  const isTag = TAG.test(element.getAttribute('class') ?? '') && element.nodeName !== 'BUTTON';
  if (
    element.matches(BUTTON) &&
    !isTag &&
    !element.matches('[aria-pressed],[role=switch],[role=checkbox],[role=combobox],[aria-haspopup=listbox]')
  )
    return leaf('button', foldText(element.textContent ?? ''));
  if (element.matches(CONTROL)) return controlIn(element) === element && !isUnreadable(element) ? leaf('control') : null;
  if (element.matches('table,[role=table],[role=grid],[role=treegrid]')) return leaf('table');
  if (element.matches('dl')) return leaf('terms');
  return composed(element, leaf, link || element.nodeName === 'A');
}

function composed(element: Element, leaf: (kind: Part['kind'], text?: string) => Part, link: boolean): Part | null {
  const said = foldText(element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? '');
  if (element.matches('svg,img,[role=img]')) return said ? leaf('icon', said) : null;
  if (isLigature(element)) return null;
  if (element.matches('progress,meter')) return null;
  const parts = partsOf(element, link);
  // A bar that only draws its share says no word of it.
  if (parts.every((part) => part.kind === 'empty') && element.matches('[role=progressbar],[role=meter]')) return null;
  if (parts.length === 1) return parts[0] as Part;
  if (parts.length > 1) return { kind: 'group', element, node: element, text: '', parts, size: sizeOf(parts), link };
  if (said && element.childElementCount === 0) return leaf('icon', said);
  const titled = foldText(element.getAttribute('title') ?? '');
  if (titled && !element.matches('a,[href]')) return leaf('icon', titled);
  return element.matches(DECORATION) || element.querySelector('button,a,svg,img,i') || element.childElementCount > 1 ? null : leaf('empty');
}

/** An explanation beside a value is none. Words for a screen reader are all that is said where they stand alone. */
function isHint(element: Element): boolean {
  if (element.matches(SPOKEN)) return visibleText(element) !== visibleText(element.parentElement ?? element);
  return element.matches(HINTS) || (element.matches('.description') && hasField(element));
}

const TYPE =
  /^(?:string|text|(?:var)?char(?:\(\d+\))?|int(?:eger)?(?:\(\d+\))?|number|float|double|decimal(?:\([\d, ]+\))?|bool(?:ean)?|date(?:only)?|time|datetime|timestamp|enum|json|uuid|relation(?:ship)?|reference|belongsto|hasmany)$/i;

const HELP = /^[[(]?[?？][\])]?$/;

/** The kind of a column in small beside its name: what may stand there, and not what stands there. Or what leads to a help. */
function isSign(element: Element): boolean {
  if (element.matches('a,button,[role=button]') && HELP.test(foldText(element.textContent ?? ''))) return true;
  const isSmall = /type|badge|tag/i.test(element.getAttribute('class') ?? '') || element.matches('small,code,sup');
  return isSmall && TYPE.test(foldText(element.textContent ?? ''));
}

/** Whether a field is near, as where a text describes what to fill in. */
function hasField(element: Element): boolean {
  for (let box = element.parentElement, up = 0; box && up < 2; box = box.parentElement, up += 1) if (controlIn(box)) return true;
  return false;
}

/** The name of a picture in a picture font, which stands in the page as a word beside the words it decorates. */
function isLigature(element: Element): boolean {
  if (element.nodeName !== 'I' || !/^\s*[a-z]+(?:_[a-z]+)*\s*$/.test(element.textContent ?? '')) return false;
  return foldText(element.parentElement?.textContent ?? '') !== foldText(element.textContent ?? '');
}

function hostOf(node: Node): Element {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : (node.ownerDocument as Document).documentElement;
}

function isThere(element: Element): boolean {
  if (element.nodeName === 'IFRAME' || element.nodeName === 'FRAME') return true;
  // `aria-hidden` decorates; yet an icon with words is how some consoles show a yes or a no.
  if (element.matches('[hidden],[inert]')) return false;
  if (element.getAttribute('aria-hidden') === 'true' && !element.hasAttribute('aria-label')) return false;
  return hasBox(element);
}

/** Leaves of several parts together. */
export function sizeOf(parts: Part[]): number {
  return parts.reduce((sum, part) => sum + part.size, 0);
}

/** All leaves below a part, in order. */
export function leavesOf(part: Part): Part[] {
  return part.parts.length ? part.parts.flatMap(leavesOf) : [part];
}

/** Text of a part as a person reads it: pieces apart, signs and currencies close to their numbers. */
export function textOf(part: Part): string {
  return leavesOf(part)
    .map((leaf) => (leaf.kind === 'button' ? '' : leaf.text))
    .filter((text) => text !== '')
    .reduce((all, text) => (all === '' || /^[.,;:%)°]/.test(text) || /[([$€£¥]$/.test(all) ? all + text : `${all} ${text}`), '');
}

/** Words of a label: those of its signs only where it has no others. */
export function labelOf(part: Part): string {
  const leaves = leavesOf(part);
  const texts = leaves.filter((leaf) => leaf.kind === 'text');
  return texts.length && texts.length < leaves.length ? textOf({ ...part, parts: texts }) : textOf(part);
}

/** How a part looks, as far as markup tells: its element and classes. Only ever compared with others on the same page. */
export function lookOf(part: Part): string {
  return lookOfElement((leavesOf(part)[0] as Part).element);
}

export function lookOfElement(element: Element | null): string {
  return element ? `${element.nodeName}.${element.getAttribute('class') ?? ''}` : '';
}

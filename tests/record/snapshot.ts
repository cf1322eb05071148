import { discover } from '@/lib/readers/page/discover/discover';
import type { SavedElement, SavedNode } from './saved-node';

/** Run in the page: what people see of it, without scripts, styles and secrets. */
export interface Snapshot {
  page: SavedElement;
  /** Texts that Kido itself takes for values; of a page that stands alone, they tell what is data. */
  values: string[];
}

const LEFT_OUT = new Set(['script', 'style', 'link', 'meta', 'base', 'noscript', 'template', 'object', 'embed', 'source', 'track']);
/** Attributes that call home, run code, or are of no use without the console's styles. */
const DROPPED = /^(?:on.*|style|src|srcset|sizes|poster|background|ping|nonce|integrity|srcdoc|formaction|http-equiv|bis_.*)$/i;

/** @param document of a page that has settled */
export function snapshot(document: Document): Snapshot {
  const setting = { urlId: null, locales: [], zone: 'UTC', now: null };
  const { fields } = discover(document, setting);
  return { page: saved(document.documentElement) as SavedElement, values: fields.map((field) => field.text) };
}

function saved(node: Node): SavedNode | null {
  if (node.nodeType === 3) return node.parentElement?.localName === 'head' ? null : (node.nodeValue ?? '');
  if (node.nodeType !== 1) return null;
  const element = node as Element;
  const tag = element.localName;
  if (LEFT_OUT.has(tag)) return null;
  const inside = tag === 'svg' ? drawn(element) : tag === 'textarea' ? [(element as HTMLTextAreaElement).value] : all(element);
  const frame = tag === 'iframe' ? (element as HTMLIFrameElement).contentDocument?.documentElement : null;
  return {
    tag,
    attributes: attributesOf(element),
    inside: tag === 'iframe' ? [] : inside,
    ...(element.shadowRoot && { shadow: all(element.shadowRoot) }),
    ...(frame && { frame: saved(frame) as SavedElement }),
  };
}

function all(parent: Element | ShadowRoot): SavedNode[] {
  return [...parent.childNodes].map(saved).filter((one) => one !== null);
}

/** Of a drawing only what it is called. */
function drawn(svg: Element): SavedNode[] {
  const title = svg.querySelector(':scope > title')?.textContent;
  return title ? [{ tag: 'title', attributes: {}, inside: [title] }] : [];
}

function attributesOf(element: Element): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const { name, value } of element.attributes) if (!DROPPED.test(name) && /^[^\s"'<>/=]+$/.test(name)) kept[name] = value;
  const style = seenAs(element);
  if (style !== '') kept.style = style;
  // Shown although it says that it is hidden.
  if ('hidden' in kept && !style.includes('display:none')) delete kept.hidden;
  // What is typed takes the place of what the markup said, and is left out where it is a secret.
  const state = stateOf(element, kept);
  return { ...kept, ...state };
}

/** What a person has typed and chosen stands in the markup afterwards; secrets and tokens do not. */
function stateOf(element: Element, kept: Record<string, string>): Record<string, string> {
  const view = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  if (!view) return {};
  const flag = (name: string, on: boolean): Record<string, string> => {
    delete kept[name];
    return on ? { [name]: '' } : {};
  };
  if (element instanceof view.HTMLOptionElement) return flag('selected', element.selected);
  if (!(element instanceof view.HTMLInputElement)) return {};
  delete kept.value;
  if (/^(?:checkbox|radio)$/.test(element.type)) return { value: element.value, ...flag('checked', element.checked) };
  return /^(?:password|hidden|file)$/.test(element.type) ? {} : { value: element.value };
}

/** How the console's styles show an element, where it differs from what its parent's or the browser's would. */
function seenAs(element: Element): string {
  const view = element.ownerDocument.defaultView;
  if (!view || element === element.ownerDocument.documentElement || element.closest('head,[type=hidden]')) return '';
  const style = view.getComputedStyle(element);
  const parent = element.parentElement && view.getComputedStyle(element.parentElement);
  const marks: string[] = [];
  if (style.display === 'none') marks.push('display:none');
  if (parent && style.visibility !== parent.visibility) marks.push(`visibility:${style.visibility}`);
  const masked = style.getPropertyValue('-webkit-text-security');
  if (masked !== '' && masked !== 'none') marks.push(`-webkit-text-security:${masked}`);
  return marks.join(';');
}

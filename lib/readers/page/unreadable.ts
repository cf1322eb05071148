/**
 * Fields that hold what somebody is looking for or hands in; never a fact about an account. The search field of a select
 * box is passed: what is typed in it is not read, what the box has chosen is.
 */
const CLOSED = '[type=file],[type=search]:not([role=combobox]),[role=searchbox]';
const SECRET_WORDS = new Set(['current-password', 'new-password', 'one-time-code']);

/** Fields that hid their text once. A button that shows a password turns its field into one of plain text. */
const hidTheirText = new WeakSet<Element>();

/** Whether an element is never read, by no way: passwords, codes, cards, files, searches, and what is shown as dots. */
export function isUnreadable(element: Element): boolean {
  return isSecret(element) || element.matches(CLOSED);
}

/** Whether an element is, or holds, what is a secret: then nothing of it is read. A search box inside it is passed over. */
export function holdsSecret(element: Element): boolean {
  return isUnreadable(element) || [...element.querySelectorAll('*')].some(isSecret);
}

function isSecret(element: Element): boolean {
  if (hidTheirText.has(element)) return true;
  const secret = element.matches('[type=password]') || asksForSecret(element) || showsDots(element);
  if (secret) hidTheirText.add(element);
  return secret;
}

function asksForSecret(element: Element): boolean {
  const words = element.getAttribute('autocomplete')?.toLowerCase().split(/\s+/) ?? [];
  return words.some((word) => SECRET_WORDS.has(word) || word.startsWith('cc-'));
}

/** Some consoles hide a plain text by style alone. The style is inherited. */
function showsDots(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element).getPropertyValue('-webkit-text-security') ?? '';
  return style !== '' && style !== 'none';
}

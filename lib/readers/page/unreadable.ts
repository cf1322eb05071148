const SECRET_USES = /(?:^|\s)(?:current-password|new-password|one-time-code|cc-[a-z-]+)(?:\s|$)/;

/**
 * Whether a control holds what is nobody's to read: passwords, one-time codes, card numbers, and what the page masks. A
 * page that shows a password on request changes the field's type; its use stays told.
 */
export function isUnreadable(element: Element): boolean {
  if (element.getAttribute('type')?.toLowerCase() === 'password') return true;
  if (SECRET_USES.test((element.getAttribute('autocomplete') ?? '').toLowerCase())) return true;
  if (!element.matches('input,textarea')) return false;
  const masked = element.ownerDocument.defaultView?.getComputedStyle(element).getPropertyValue('-webkit-text-security');
  return masked !== undefined && masked !== '' && masked !== 'none';
}

/** Whether an element is, or holds, such a control: whatever way led to it, and whichever part of it was meant. */
export function holdsSecret(element: Element | undefined): boolean {
  return element !== undefined && (isUnreadable(element) || [...element.querySelectorAll('input,textarea')].some(isUnreadable));
}

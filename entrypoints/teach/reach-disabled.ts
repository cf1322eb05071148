/** Marks the fields that let clicks through, so that none is done twice. */
const reached = new WeakSet<Element>();

/**
 * Fields that are disabled swallow every click in some browsers. While a value is taught a click goes through them to
 * what lies around, which leads to them; their own style comes back when the signal ends it.
 */
export function reachDisabled(document: Document, signal: AbortSignal): void {
  for (const field of document.querySelectorAll<HTMLElement>('input:disabled,select:disabled,textarea:disabled,button:disabled')) {
    if (reached.has(field)) continue;
    reached.add(field);
    const [before, weight] = [field.style.getPropertyValue('pointer-events'), field.style.getPropertyPriority('pointer-events')];
    field.style.setProperty('pointer-events', 'none', 'important');
    signal.addEventListener('abort', () => {
      reached.delete(field);
      if (before) field.style.setProperty('pointer-events', before, weight);
      else field.style.removeProperty('pointer-events');
      if (field.getAttribute('style') === '') field.removeAttribute('style');
    });
  }
}

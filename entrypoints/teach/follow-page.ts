import { isOwnPart } from '@/lib/readers/page/own-parts';

/** Events that a page must not see while a value is picked on it. */
const KEPT = ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'auxclick', 'contextmenu'] as const;

/** Quiet time after which a page that changed is looked at again. */
const AGAIN_MS = 300;

interface Listeners {
  onPoint(event: MouseEvent): void;
  /** Something was pressed, anywhere. */
  onPress(event: Event): void;
  onKey(event: KeyboardEvent): void;
  /** What is outlined lies elsewhere now. */
  onMoved(): void;
  onChanged(): void;
  /** The page is left; leave to teach was given for what was there. */
  onLeft(): void;
}

/** Listens to a page while a value is taught on it, before the page itself does, until the signal ends it. */
export function followPage(document: Document, on: Listeners, signal: AbortSignal): void {
  const capture = true;
  document.addEventListener('mousemove', on.onPoint, { capture, signal });
  for (const type of KEPT) window.addEventListener(type, on.onPress, { capture, signal });
  window.addEventListener('keydown', on.onKey, { capture, signal });
  window.addEventListener('scroll', on.onMoved, { capture, passive: true, signal });
  window.addEventListener('resize', on.onMoved, { signal });
  window.addEventListener('pagehide', on.onLeft, { signal });
  let again: ReturnType<typeof setTimeout> | undefined;
  // Pages fill in pieces, and change under the hand of the person: what was found is found again.
  const observer = new MutationObserver((records) => {
    if (records.every(({ target }) => target === document.documentElement || isOwnPart(target))) return;
    clearTimeout(again);
    again = setTimeout(on.onChanged, AGAIN_MS);
  });
  observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    clearTimeout(again);
    observer.disconnect();
  });
}

/** What happens to a document besides its addresses. */
export interface Life {
  /** Nobody sees it any more; it may come back as it is. */
  onHidden(): void;
  /** It came back as it was left, by back or forward. */
  onBack(): void;
  /** The browser had put it to sleep, in its tab. */
  onWoken(): void;
}

/** Waits until a document that was loaded in advance is really opened: until then it is nobody's tab. */
export function opened(document: Document): Promise<void> {
  const { prerendering } = document as { prerendering?: boolean };
  if (!prerendering) return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('prerenderingchange', () => resolve(), { once: true }));
}

/** Follows a document through being left, kept, frozen and shown again. */
export function followLife(window: Window, life: Life): void {
  window.addEventListener('pagehide', () => life.onHidden());
  window.addEventListener('pageshow', (event) => event.persisted && life.onBack());
  window.document.addEventListener('resume', () => life.onWoken());
}

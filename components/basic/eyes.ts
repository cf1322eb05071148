import type { KeptHost } from './keep-host';
import type { Eyes } from './press-guard';

/** Zoom of the page at which a panel can still be read, and is still where it seems to be. */
const ZOOM = { least: 0.5, most: 2.5 };

/** Elements of which a page may make a shadow root, in which it may hide what it puts above. */
const SHADOWY = /-|^(?:ARTICLE|ASIDE|BLOCKQUOTE|BODY|DIV|FOOTER|H[1-6]|HEADER|MAIN|NAV|P|SECTION|SPAN)$/;
const TOP = ':popover-open, :modal, :fullscreen';

/** Looks at a host as a person in front of the screen would, as far as a browser tells. */
export function eyesOn(host: HTMLElement, kept: KeptHost, isOurs: (element: Element) => boolean): Eyes {
  const { ownerDocument: document } = host;
  return {
    now: () => performance.now(),
    isDrawn: () => kept.isAsMade() && isPlain(host),
    isCovered: () => hasOther(document, isOurs, host),
    isHit: (x, y) => document.elementFromPoint(x, y) === host,
  };
}

/** Drawn, opaque, at its own size. The page's sheets cannot reach the host; this tells if one ever does. */
function isPlain(host: HTMLElement): boolean {
  if (!host.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
  const { opacity, visibility, filter, transform, clipPath, mixBlendMode, pointerEvents } = getComputedStyle(host);
  const zoom = host.currentCSSZoom ?? 1;
  return (
    [opacity, visibility, filter, transform, clipPath, mixBlendMode, pointerEvents].join() === '1,visible,none,none,none,normal,auto' &&
    zoom >= ZOOM.least &&
    zoom <= ZOOM.most
  );
}

/** Whether something else is in the top layer, in the document or in any shadow root of it, open or closed. */
function hasOther(root: Document | ShadowRoot, isOurs: (element: Element) => boolean, host: Element): boolean {
  // A page that is wholly on the full screen holds the host; it lies below, since the host was opened again above it.
  for (const element of root.querySelectorAll(TOP)) if (!isOurs(element) && !element.contains(host)) return true;
  for (const element of root.querySelectorAll('*')) {
    const inside = element instanceof HTMLElement && SHADOWY.test(element.tagName) && !isOurs(element) ? shadowOf(element) : null;
    if (inside && hasOther(inside, isOurs, host)) return true;
  }
  return false;
}

interface Opening {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

/** A shadow root, closed ones too: both browsers let an extension's script see them. */
function shadowOf(element: Element): ShadowRoot | null {
  const own = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  return own ?? (globalThis as Opening).chrome?.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}

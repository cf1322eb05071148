/** What the host must look like, whatever the page's style sheets say: inline and important beats them all. */
const STYLE = [
  'all: initial',
  'direction: ltr',
  'display: block',
  'position: fixed',
  'inset: 0 auto auto 0',
  'width: 0',
  'height: 0',
  'overflow: visible',
  'z-index: 2147483646',
]
  .map((rule) => `${rule} !important`)
  .join('; ');
const HIDDEN = 'display: none !important';

/** Mendings within this time; a page that undoes more of them is left alone, and then nothing may be pressed. */
const WAR_MS = 1000;
const MOST_MENDINGS = 40;

/** A host that stays as it was made. */
export interface KeptHost {
  /** Hides it while something else of Kido's needs the page. */
  show(shown: boolean): void;
  /** Whether it is in the document, at its place, in the top layer, with nothing added to it. */
  isAsMade(): boolean;
  remove(): void;
}

/**
 * Puts a host into the page's top layer and keeps it there: no ancestor's opacity, transform, filter or clip reaches
 * it, no stacking order covers it. What the page changes on it, takes out or closes is put back.
 * @param onDisturbed called whenever the page did something to it, before it is put back
 */
export function keepHost(host: HTMLElement, onDisturbed: () => void): KeptHost {
  const { ownerDocument: document } = host;
  let shown = true;
  let removed = false;
  let mendings: number[] = [];
  const style = () => (shown ? STYLE : HIDDEN);
  const isOpen = () => host.matches(':popover-open');
  const hasOnlyOurs = () =>
    [...host.attributes].every(({ name, value }) =>
      name === 'lang' ? true : name === 'popover' ? value === 'manual' : name === 'style' && value === style(),
    ) && host.getAttribute('style') === style();
  const isAsMade = () => host.parentNode === document.documentElement && hasOnlyOurs() && isOpen() === shown;

  const put = () => {
    for (const { name } of [...host.attributes]) if (!['lang', 'popover', 'style'].includes(name)) host.removeAttribute(name);
    if (host.getAttribute('style') !== style()) host.setAttribute('style', style());
    if (host.getAttribute('popover') !== 'manual') host.setAttribute('popover', 'manual');
    if (host.parentNode !== document.documentElement) document.documentElement.append(host);
    if (shown && !isOpen()) host.showPopover();
    if (!shown && isOpen()) host.hidePopover();
  };
  const mend = () => {
    if (removed || isAsMade()) return;
    onDisturbed();
    const now = performance.now();
    mendings = [...mendings.filter((at) => now - at < WAR_MS), now];
    if (mendings.length > MOST_MENDINGS) return;
    watch(put);
  };
  const observer = new MutationObserver(mend);
  /** Does something to the host that is no news to the one who watches it. */
  const watch = (work: () => void) => {
    observer.disconnect();
    work();
    // The root element may itself be another one by now.
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
    observer.observe(host, { attributes: true });
  };
  // Leaving the top layer changes no attribute. The browser tells afterwards.
  host.addEventListener('toggle', mend);
  const onFullscreen = () => {
    // A page that is wholly shown on the full screen lies above its own popovers until they are opened again.
    if (removed || !shown || !document.fullscreenElement?.contains(host)) return;
    watch(() => {
      host.hidePopover();
      host.showPopover();
    });
    onDisturbed();
  };
  document.addEventListener('fullscreenchange', onFullscreen);
  watch(put);
  return {
    isAsMade: () => shown && isAsMade(),
    show: (next) => {
      shown = next;
      watch(put);
    },
    remove: () => {
      removed = true;
      observer.disconnect();
      document.removeEventListener('fullscreenchange', onFullscreen);
      host.remove();
    },
  };
}

declare const __OPEN_SHADOW__: boolean;

export interface Mounted {
  /** Where the panel is rendered. */
  root: HTMLElement;
  host: HTMLElement;
  remove(): void;
}

/**
 * Puts a host with a closed shadow root at the end of the document. The page cannot read the panel, style it, or press
 * its buttons: events that no person made stop at the root. Keys typed in the panel do not reach the page's shortcuts.
 */
export function mount(document: Document, name: 'kido-panel' | 'kido-teach' | 'kido-dock', styles: string): Mounted {
  // A panel left behind by an older version of the extension, which can no longer speak.
  for (const old of document.querySelectorAll(name)) old.remove();
  const host = document.createElement(name);
  const shadow = host.attachShadow({ mode: __OPEN_SHADOW__ ? 'open' : 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  const root = document.createElement('div');
  root.className = 'k root';
  shadow.append(root);
  for (const type of ['click', 'keydown', 'input', 'change', 'submit', 'pointerdown', 'beforeinput'] as const) {
    shadow.addEventListener(type, refuseForged, true);
  }
  for (const type of ['keydown', 'keyup', 'keypress', 'input', 'beforeinput', 'paste', 'copy', 'cut', 'wheel'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
  document.documentElement.append(host);
  return { root, host, remove: () => host.remove() };
}

/** Language and look of what is shown; `auto` is what the system says now. */
export function dress({ root, host }: Pick<Mounted, 'root' | 'host'>, lang: string, theme: 'auto' | 'light' | 'dark'): void {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  host.lang = root.lang = lang;
  root.dataset.theme = theme === 'auto' ? (dark ? 'dark' : 'light') : theme;
}

function refuseForged(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

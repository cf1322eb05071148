import { eyesOn } from './eyes';
import { type KeptHost, keepHost } from './keep-host';
import { type Held, PressGuard } from './press-guard';

declare const __OPEN_SHADOW__: boolean;

export interface Mounted {
  /** Where the panel is rendered. */
  root: HTMLElement;
  host: HTMLElement;
  /** Lets a frame be clicked only while the host can be seen; what happens inside a frame is not heard outside. */
  guardFrame(frame: HTMLIFrameElement): void;
  remove(): void;
}

type HostName = 'kido-panel' | 'kido-teach' | 'kido-dock';

const FRAME_MS = 150;

/** What Kido shows in this document, over all its scripts there: they share this extension's world. */
const HOSTS = Symbol.for('kido.hosts');
const world = globalThis as unknown as { [HOSTS]?: Map<HTMLElement, KeptHost> };
const hosts: Map<HTMLElement, KeptHost> = (world[HOSTS] ??= new Map());

/**
 * Puts a host with a closed shadow root into the page's top layer. The page cannot style it, and no press counts that a
 * script made or that a person did not mean for what is there (`PressGuard`). Keys do not reach the page's bubbling
 * shortcuts, but a page may listen before: nothing that is text is typed in here.
 * @param onHeld told when a person's press was not taken
 */
export function mount(document: Document, name: HostName, styles: string, onHeld: (why: Held) => void = () => undefined): Mounted {
  // A panel left behind by an older version of the extension, which can no longer speak.
  for (const old of document.querySelectorAll(name)) old.remove();
  const host = plainElement(document, name);
  const shadow = host.attachShadow({ mode: __OPEN_SHADOW__ ? 'open' : 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  const root = document.createElement('div');
  root.className = 'k root';
  shadow.append(root);
  for (const type of ['keydown', 'keyup', 'keypress', 'input', 'beforeinput', 'paste', 'copy', 'cut', 'wheel'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
  const kept = keepHost(host, () => guard.disturb());
  const guard = new PressGuard(
    shadow,
    eyesOn(host, kept, (element) => element instanceof HTMLElement && hosts.has(element)),
    onHeld,
  );
  hosts.set(host, kept);
  return {
    root,
    host,
    guardFrame: (frame) => {
      const look = () => {
        if (!frame.isConnected) return clearInterval(timer);
        frame.style.pointerEvents = guard.isSeen() ? '' : 'none';
      };
      const timer = setInterval(look, FRAME_MS);
    },
    remove: () => {
      guard.stop();
      hosts.delete(host);
      kept.remove();
    },
  };
}

/** Hides what else Kido shows in this document, or shows it again. */
export function showOthers(than: HTMLElement, shown: boolean): void {
  for (const [host, kept] of hosts) if (host !== than) kept.show(shown);
}

/** Language and look of what is shown; `auto` is what the system says now. */
export function dress({ root, host }: Pick<Mounted, 'root' | 'host'>, lang: string, theme: 'auto' | 'light' | 'dark'): void {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  host.lang = root.lang = lang;
  root.dataset.theme = theme === 'auto' ? (dark ? 'dark' : 'light') : theme;
}

/** An element that is nobody's: one whose name the page has defined would open its closed root to the page. */
function plainElement(document: Document, name: string): HTMLElement {
  const made = document.createElement(name);
  return made.matches(':defined') ? plainElement(document, `${name}-${Math.random().toString(36).slice(2)}`) : made;
}

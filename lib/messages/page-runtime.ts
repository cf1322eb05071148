/** The part of a browser's messaging that is used. */
interface Runtime {
  id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: {
    addListener(listener: (message: unknown, sender: { id?: string; tab?: unknown }) => undefined): void;
    removeListener(listener: (message: unknown, sender: { id?: string; tab?: unknown }) => undefined): void;
  };
}

declare global {
  /** `browser` in Firefox, `chrome` in Chrome; bare, without the polyfill. */
  var browser: { runtime: Runtime } | undefined;
  var chrome: { runtime: Runtime } | undefined;
}

/**
 * The browser's messaging, bare. The polyfill that every other part uses would be a third of what is sent into a page;
 * a content script needs two calls of it, and both browsers answer these with promises.
 */
export const pageRuntime = (globalThis.browser ?? globalThis.chrome)?.runtime as Runtime;

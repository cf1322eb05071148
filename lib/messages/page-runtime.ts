import type { browser } from 'wxt/browser';

type Runtime = (typeof browser)['runtime'];

/**
 * The browser's messaging, bare. The polyfill that every other part uses would be a third of what is sent into a page;
 * a content script needs two calls of it, and both browsers answer these with promises.
 */
const world = globalThis as unknown as { browser?: { runtime: Runtime }; chrome?: { runtime: Runtime } };

/** `runtime` as the browser gives it: `browser` in Firefox, `chrome` in Chrome. */
export const pageRuntime = (world.browser ?? world.chrome)?.runtime as Runtime;

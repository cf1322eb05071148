/** The part of the Navigation API that is used; older browsers have none. */
interface Navigating {
  addEventListener(type: 'currententrychange', listener: () => void): void;
}

const POLL_MS = 500;

/**
 * Calls back with each new address of this document, after it has changed. Single-page consoles change it without
 * loading anything; a content script does not see their calls, but it sees the navigation entries.
 */
export function followAddress(onChange: (address: string) => void): void {
  let last = location.href;
  const check = () => {
    if (location.href === last) return;
    last = location.href;
    onChange(last);
  };
  const { navigation } = globalThis as { navigation?: Navigating };
  if (navigation) navigation.addEventListener('currententrychange', check);
  else setInterval(check, POLL_MS);
  addEventListener('popstate', check);
  addEventListener('hashchange', check);
}

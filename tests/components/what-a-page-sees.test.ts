import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Mounted, mount } from '@/components/basic/mount';

let mounted: Mounted;

beforeEach(() => {
  // As in a production build; a build for tests of accessibility opens it.
  vi.stubGlobal('__OPEN_SHADOW__', false);
  // The test's DOM has no top layer.
  const open = new Set<Element>();
  Object.assign(HTMLElement.prototype, {
    showPopover(this: HTMLElement) {
      open.add(this);
    },
    hidePopover(this: HTMLElement) {
      open.delete(this);
    },
  });
  const { matches } = Element.prototype;
  vi.spyOn(HTMLElement.prototype, 'matches').mockImplementation(function (this: HTMLElement, selector: string) {
    return selector === ':popover-open' ? open.has(this) : matches.call(this, selector);
  });
});
afterEach(() => {
  mounted.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('what a page can see', () => {
  it.each(['kido-panel', 'kido-teach', 'kido-dock'] as const)('%s is an element without anything in it', (name) => {
    mounted = mount(document, name, '.k { color: red }');
    mounted.root.textContent = 'What Kido knows';
    const host = document.querySelector(name);
    expect(host).toBe(mounted.host);
    expect(host?.shadowRoot).toBeNull();
    expect(host?.childNodes).toHaveLength(0);
    expect(document.documentElement.outerHTML).not.toContain('What Kido knows');
    expect(document.documentElement.outerHTML).not.toContain('color: red');
    expect(document.styleSheets).toHaveLength(0);
  });
});

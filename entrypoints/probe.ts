import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { DiscoverySetting } from '@/lib/readers/page/discover/discover';
import { discover } from '@/lib/readers/page/discover/discover';
import { isShown, visibleText } from '@/lib/readers/page/element-text';
import { foundIn } from '@/lib/readers/page/saved-page';

// Put into a page on demand, by the background alone, to look at it once. It shows nothing and starts nothing.
export default defineUnlistedScript(() => {
  const probe = {
    discover: (setting: DiscoverySetting) => {
      const found = discover(document, setting);
      return {
        ...found,
        title: document.title,
        heading: headingOf(document),
        fields: found.fields.map(({ element: _, labelElement: __, ...field }) => field),
      };
    },
    locate: (input: Parameters<typeof foundIn>[1]) => foundIn(document, input),
  };
  (globalThis as unknown as { kidoProbe: typeof probe }).kidoProbe = probe;
});

/** The one heading of the highest rank that can be seen; of several none is the record's. */
function headingOf(document: Document): { selector: 'h1' | 'h2'; text: string } | null {
  for (const selector of ['h1', 'h2'] as const) {
    const seen = [...document.querySelectorAll(selector)].filter((one) => isShown(one) && visibleText(one) !== '');
    if (seen.length > 0) return seen.length === 1 && seen[0] ? { selector, text: visibleText(seen[0]) } : null;
  }
  return null;
}

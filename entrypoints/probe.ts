import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { DiscoverySetting } from '@/lib/readers/page/discover/discover';
import { discover } from '@/lib/readers/page/discover/discover';
import { foundIn } from '@/lib/readers/page/saved-page';

// Put into a page on demand, by the background alone, to look at it once. It shows nothing and starts nothing.
export default defineUnlistedScript(() => {
  const probe = {
    discover: (setting: DiscoverySetting) => {
      const found = discover(document, setting);
      return { ...found, title: document.title, fields: found.fields.map(({ element: _, labelElement: __, ...field }) => field) };
    },
    locate: (input: Parameters<typeof foundIn>[1]) => foundIn(document, input),
  };
  (globalThis as unknown as { kidoProbe: typeof probe }).kidoProbe = probe;
});

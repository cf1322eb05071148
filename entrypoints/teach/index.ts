import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from '@/lib/messages/ask';
import type { TeachSetup } from '@/lib/messages/teach-messages';
import type { TeachWords } from '@/lib/words/en/teach';
import { TeachPage } from './teach-page';

/** The session that runs in this document; starting again ends it first. */
const RUNNING = Symbol.for('kido.teaching');

// Put into a page when a person asks to teach a value there, and at no other time.
export default defineUnlistedScript(async () => {
  const world = globalThis as unknown as Record<symbol, TeachPage | undefined>;
  if (window.top !== window) return;
  world[RUNNING]?.stop();
  const setup = (await ask('teach.setup', { address: location.href }).catch(() => null)) as TeachSetup<TeachWords> | null;
  if (setup) world[RUNNING] = new TeachPage(document, setup);
});

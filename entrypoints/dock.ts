import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { dress, mount } from '@/components/basic/mount';
import { ask } from '@/lib/messages/ask';
import { hear } from '@/lib/messages/hear';
import type { PageNews } from '@/lib/messages/page-messages';

/** The dock of this document; starting again finds it. */
const OPEN = Symbol.for('kido.dock');

// Put into a page when a person asks to set up Kido there. The steps themselves are a page of the extension: this
// script only frames them, in a closed root, and knows nothing of what is in the frame.
export default defineUnlistedScript(async () => {
  const world = globalThis as unknown as Record<symbol, boolean | undefined>;
  if (window.top !== window || world[OPEN]) return;
  world[OPEN] = true;
  const setup = await ask('dock.setup', { address: location.href }).catch(() => null);
  if (!setup) {
    world[OPEN] = false;
    return;
  }
  const { root, host, remove, guardFrame } = mount(document, 'kido-dock', setup.styles);
  dress({ root, host }, setup.lang, setup.theme);
  const dock = document.createElement('section');
  dock.className = 'dock';
  dock.setAttribute('aria-label', setup.words.title);
  const bar = document.createElement('header');
  const title = document.createElement('b');
  title.textContent = setup.words.title;
  const frame = document.createElement('iframe');
  frame.title = setup.words.title;
  frame.src = setup.page;
  const button = (text: string, press: (self: HTMLButtonElement) => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn quiet';
    made.textContent = text;
    made.addEventListener('click', () => press(made));
    return made;
  };
  const close = () => {
    remove();
    stop();
    world[OPEN] = false;
  };
  const stop = hear<PageNews>(({ news }) => {
    if (news === 'undock') close();
  });
  bar.append(
    title,
    button(setup.words.fold, (self) => {
      const folded = dock.classList.toggle('folded');
      self.textContent = folded ? setup.words.unfold : setup.words.fold;
      self.setAttribute('aria-expanded', String(!folded));
    }),
    button(setup.words.close, () => void ask('dock.close', { address: location.href }).then(close, close)),
  );
  dock.append(bar, frame);
  root.append(dock);
  guardFrame(frame);
  // A page that is kept for going back would show steps whose pass is used up; the background puts new ones there.
  addEventListener('pagehide', close, { once: true });
});

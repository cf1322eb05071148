import { browser } from 'wxt/browser';
import { ask } from '@/lib/messages/ask';
import { wholeStore } from '@/lib/messages/whole-store';

// Opened by the background in a tab nobody is shown: only a page can save a file in every browser. It closes itself.
const file = new Blob([JSON.stringify(await wholeStore())], { type: 'application/json' });
const url = URL.createObjectURL(file);
const id = await browser.downloads.download({
  url,
  filename: `kido-${new Date().toISOString().slice(0, 10)}.json`,
  conflictAction: 'uniquify',
  saveAs: false,
});
browser.downloads.onChanged.addListener(async ({ id: changed, state }) => {
  if (changed !== id || !state || state.current === 'in_progress') return;
  if (state.current === 'complete') await ask('backup.done', {});
  URL.revokeObjectURL(url);
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
});

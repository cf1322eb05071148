import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { SearchBox } from '@/components/basic/SearchBox';
import type { FoundNote } from '@/lib/core/view/found-note';
import { ask } from '@/lib/messages/ask';
import type { LogWords } from '@/lib/words/en/log';

/** Searches while it is typed; a late answer never displaces a newer one. A row opens the account's page in its tab. */
export function Search({ words, tabId, onClose }: { words: LogWords; tabId: number | null; onClose(): void }) {
  const [text, setText] = useState('');
  const [rows, setRows] = useState<FoundNote[] | null>(null);
  useEffect(() => {
    if (text.trim() === '') return setRows(null);
    let stale = false;
    void ask('notes.search', { text: text.slice(0, 500) }).then(
      (found) => !stale && setRows(found),
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [text]);
  const open = async ({ account }: FoundNote) => {
    const page = await ask('account.page', { account });
    if (page === null || !/^https?:/.test(page)) return;
    void (tabId === null ? browser.tabs.create({ url: page }) : browser.tabs.update(tabId, { url: page, active: true }));
    onClose();
  };
  return <SearchBox text={text} rows={rows} words={words} onText={setText} onOpen={(row) => void open(row)} onClose={onClose} />;
}

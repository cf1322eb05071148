import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Lang } from '@/lib/core/text';
import { ask } from '@/lib/messages/ask';
import type { BackupState } from '@/lib/messages/settings-messages';
import { keepingWords } from '@/lib/words/keeping-words';

/** One quiet line for a person whose notes are nowhere but here. */
export function BackupReminder({ lang, changes }: { lang: Lang; changes: number }) {
  const [state, setState] = useState<BackupState | null>(null);
  useEffect(() => void ask('backup.state', {}).then(setState), [changes]);
  if (!state?.isOld) return null;
  const words = keepingWords(lang);
  return (
    <p class="sec evidence">
      {words.backupOld}{' '}
      <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
        {words.backupOpen}
      </button>
    </p>
  );
}

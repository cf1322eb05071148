import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Lang } from '@/lib/core/text';
import { ask } from '@/lib/messages/ask';
import type { BackupState } from '@/lib/messages/settings-messages';
import { keepingWords } from '@/lib/words/keeping-words';
import { tell } from '@/lib/words/tell';
import type { Notice } from './notice';

/** How old the last backup is, and whether one is made each week by itself. */
export function BackupLine({ lang, version, say }: { lang: Lang; version: number; say(notice: Notice): void }) {
  const words = keepingWords(lang);
  const [state, setState] = useState<BackupState | null>(null);
  const [weekly, setWeekly] = useState(false);
  useEffect(() => {
    void ask('backup.state', {}).then(setState);
    void ask('settings.get', {}).then(({ preferences }) => setWeekly(preferences.backup === 'weekly'));
  }, [version]);
  // The browser asks only while it still sees the click: nothing may be waited for before this call.
  const set = (on: boolean) =>
    void (on ? browser.permissions.request({ permissions: ['downloads'] }) : Promise.resolve(true)).then(async (given) => {
      if (!given) return say({ text: words.weeklyDenied });
      await ask('settings.put', { change: { backup: on ? 'weekly' : 'off' } });
      setWeekly(on);
    });
  return (
    <div class="rowline">
      <label class="choice grow">
        <input type="checkbox" checked={weekly} onChange={(event) => set(event.currentTarget.checked)} />
        {words.weekly}
      </label>
      <span class="sub">
        {state?.lastAt
          ? tell(words.backupAge, { day: new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(state.lastAt) })
          : words.backupNever}
      </span>
    </div>
  );
}

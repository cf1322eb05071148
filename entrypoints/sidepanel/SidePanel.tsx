import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Icon } from '@/components/basic/Icon';
import { dressPage } from '@/components/basic/page-theme';
import { SideIcon } from '@/components/basic/SideIcon';
import { AccountHead } from '@/components/panel/AccountHead';
import { parseAccountKey } from '@/lib/core/account/account-key';
import { ask } from '@/lib/messages/ask';
import type { ExtensionNews } from '@/lib/messages/extension-messages';
import type { TabState } from '@/lib/messages/log-messages';
import type { SettingsView } from '@/lib/messages/settings-messages';
import { logWords } from '@/lib/words/log-words';
import { AccountLog } from './AccountLog';
import { BackupReminder } from './BackupReminder';
import { followTab } from './follow-tab';
import { NoAccount } from './NoAccount';
import { Search } from './Search';

/** The side panel: follows the tab's account, logs touchpoints, shows the history. */
export function SidePanel() {
  const [state, setState] = useState<TabState | null>(null);
  const [settings, setSettings] = useState<SettingsView | null>(null);
  const [changes, setChanges] = useState(0);
  const [tab, setTab] = useState<number | null>(null);
  const [searching, setSearching] = useState(false);
  const [picks, setPicks] = useState(0);
  useEffect(() => {
    const load = () => void ask('settings.get', {}).then(setSettings);
    load();
    return followTab(
      (next, tabId) => (setState(next), setTab(tabId)),
      (news: ExtensionNews) => {
        if (news.news === 'settings') load();
        if (news.news === 'account') setChanges((count) => count + 1);
        if (news.news === 'picked') setPicks((count) => count + 1);
        if (news.news === 'focusLog') document.querySelector<HTMLElement>('[data-focus=log]')?.focus();
      },
    );
  }, []);
  const lang = settings?.lang ?? 'en';
  const words = logWords(lang);
  useEffect(() => {
    if (settings) dressPage(document, lang, settings.preferences.theme);
  }, [settings, lang]);
  if (!state || !settings) return <div class="k side" />;
  if (state.state !== 'account') return <NoAccount state={state} words={words} lang={lang} tabId={tab} />;
  const { view } = state;
  const count = (severity: 'stall' | 'watch') => view.signals.filter((signal) => signal.severity === severity).length;
  return (
    <div class="k side">
      <AccountHead view={view}>
        <button type="button" class="btn icon" aria-label={words.search} aria-expanded={searching} onClick={() => setSearching(!searching)}>
          <SideIcon name="search" />
        </button>
        <button
          type="button"
          class="btn icon"
          aria-label={words.allRequests}
          title={words.allRequests}
          onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('/requests.html') })}
        >
          <SideIcon name="request" />
        </button>
        <button
          type="button"
          class="btn icon"
          aria-label={words.teach}
          title={words.teach}
          onClick={() => void ask('teach.start', { console: consoleOf(view.account), address: null, tabId: tab })}
        >
          <SideIcon name="target" />
        </button>
        <button type="button" class="btn icon" aria-label={words.settings} onClick={() => void browser.runtime.openOptionsPage()}>
          <Icon name="more" />
        </button>
      </AccountHead>
      {searching && <Search words={words} tabId={tab} onClose={() => setSearching(false)} />}
      {view.signals.length > 0 && (
        <div class="sec counts">
          {(['stall', 'watch'] as const).map(
            (severity) =>
              count(severity) > 0 && (
                <span key={severity} class={`badge ${severity}`}>
                  <Icon name={severity} small />
                  {severity === 'stall' ? words.stallWord : words.watchWord} {count(severity)}
                </span>
              ),
          )}
          <span class="cut grow">{view.signals[0]?.claim}</span>
        </div>
      )}
      <BackupReminder lang={lang} changes={changes} />
      <AccountLog key={`${view.account} ${lang}`} view={view} words={words} changes={changes} picks={picks} />
    </div>
  );
}

/** The console's part of an account's key. */
function consoleOf(account: string): string {
  return parseAccountKey(account)?.console ?? '';
}

import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Icon } from '@/components/basic/Icon';
import { dressPage } from '@/components/basic/page-theme';
import { SideIcon } from '@/components/basic/SideIcon';
import { StateMessage } from '@/components/basic/StateMessage';
import { AccountHead } from '@/components/panel/AccountHead';
import { parseAccountKey } from '@/lib/core/account/account-key';
import { hostPattern } from '@/lib/formats/host-pattern';
import { ask } from '@/lib/messages/ask';
import type { ExtensionNews } from '@/lib/messages/extension-messages';
import type { TabState } from '@/lib/messages/log-messages';
import type { SettingsView } from '@/lib/messages/settings-messages';
import { type SideWords, sideWords } from '@/lib/words/side-words';
import { AccountLog } from './AccountLog';
import { followTab } from './follow-tab';
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
  const words = sideWords(lang);
  useEffect(() => {
    if (settings) dressPage(document, lang, settings.preferences.theme);
  }, [settings, lang]);
  if (!state || !settings) return <div class="k side" />;
  if (state.state !== 'account') return <NoAccount state={state} words={words} tabId={tab} />;
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
      <AccountLog key={`${view.account} ${lang}`} view={view} words={words} changes={changes} picks={picks} />
    </div>
  );
}

/** The console's part of an account's key. */
function consoleOf(account: string): string {
  return parseAccountKey(account)?.console ?? '';
}

function NoAccount({ state, words, tabId }: { state: Exclude<TabState, { state: 'account' }>; words: SideWords; tabId: number | null }) {
  const [denied, setDenied] = useState(false);
  // The browser only asks while it still sees the click: nothing may be waited for before this call.
  const allow = (patterns: string[]) =>
    void browser.permissions.request({ origins: patterns }).then((given) => {
      setDenied(!given);
      if (given) void ask('access.changed', {});
    });
  const setUpHere = (origin: string) => {
    void browser.permissions.request({ origins: [hostPattern(origin)] }).then((given) => {
      setDenied(!given);
      if (given) void ask('dock.open', { tabId, address: null });
    });
  };
  return (
    <div class="k side">
      <header class="head">
        <div class="head-row">
          <span class="mark">
            <Icon name="mark" />
          </span>
          <h2 class="name grow">Kido</h2>
          <button type="button" class="btn icon" aria-label={words.settings} onClick={() => void browser.runtime.openOptionsPage()}>
            <Icon name="more" />
          </button>
        </div>
      </header>
      {state.state === 'noAccess' && (
        <>
          <StateMessage
            icon={<SideIcon name="lock" />}
            title={words.noAccess}
            text={denied ? words.denied : words.noAccessText}
            detail={state.origin}
          >
            <button type="button" class="btn primary" onClick={() => allow(state.patterns)}>
              {words.allow}
            </button>
          </StateMessage>
          <p class="sec evidence">{words.withdraw}</p>
        </>
      )}
      {state.state === 'noAccount' && (
        <StateMessage icon={<Icon name="page" />} title={words.noAccount} text={words.noAccountText} detail={state.console} />
      )}
      {state.state === 'noConsole' && (
        <StateMessage
          icon={<Icon name="unknown" />}
          title={words.noConsole}
          text={denied ? words.denied : words.noConsoleText}
          detail={state.origin ?? ''}
        >
          {state.origin !== null && tabId !== null && (
            <button type="button" class="btn primary" onClick={() => setUpHere(state.origin as string)}>
              {words.setUpHere}
            </button>
          )}
          <button type="button" class="btn" onClick={() => void browser.runtime.openOptionsPage()}>
            {words.setUp}
          </button>
        </StateMessage>
      )}
    </div>
  );
}

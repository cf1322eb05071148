import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Icon } from '@/components/basic/Icon';
import { SideIcon } from '@/components/basic/SideIcon';
import { StateMessage } from '@/components/basic/StateMessage';
import { KidoHead } from '@/components/panel/KidoHead';
import type { Lang } from '@/lib/core/text';
import { hostPattern } from '@/lib/formats/host-pattern';
import { ask } from '@/lib/messages/ask';
import type { TabState } from '@/lib/messages/log-messages';
import type { LogWords } from '@/lib/words/en/log';
import { keepingWords } from '@/lib/words/keeping-words';

/** Why a tab shows no account, and what can be done about it. */
export function NoAccount({
  state,
  words,
  lang,
  tabId,
}: {
  state: Exclude<TabState, { state: 'account' }>;
  words: LogWords;
  lang: Lang;
  tabId: number | null;
}) {
  const keeping = keepingWords(lang);
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
      <KidoHead>
        <button type="button" class="btn icon" aria-label={words.settings} onClick={() => void browser.runtime.openOptionsPage()}>
          <Icon name="more" />
        </button>
      </KidoHead>
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
      {state.state === 'erased' && (
        <StateMessage icon={<Icon name="unknown" />} title={keeping.erasedTitle} text={keeping.erasedText} detail={state.console}>
          <button type="button" class="btn" onClick={() => void ask('account.anew', { account: state.account })}>
            {keeping.beginAnew}
          </button>
        </StateMessage>
      )}
      {state.state === 'noAccount' && (
        <StateMessage icon={<Icon name="page" />} title={words.noAccount} text={words.noAccountText} detail={state.console} />
      )}
      {(state.state === 'noRecord' || state.state === 'signIn' || state.state === 'twoAccounts' || state.state === 'notTold') && (
        <StateMessage
          icon={<Icon name={state.state === 'noRecord' ? 'page' : 'unknown'} />}
          title={words.nobody[state.state][0] ?? ''}
          text={words.nobody[state.state][1] ?? ''}
          detail={[state.console, state.seen].filter(Boolean).join(' · ')}
        />
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

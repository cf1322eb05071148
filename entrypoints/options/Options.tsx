import { useEffect, useState } from 'preact/hooks';
import { PageTitle } from '@/components/basic/PageTitle';
import { dressPage } from '@/components/basic/page-theme';
import { ask } from '@/lib/messages/ask';
import type { ExtensionNews } from '@/lib/messages/extension-messages';
import { hear } from '@/lib/messages/hear';
import type { SettingsView } from '@/lib/messages/settings-messages';
import { languages } from '@/lib/words/languages';
import { settingsWords } from '@/lib/words/settings-words';
import { Consoles } from './Consoles';
import { General } from './General';
import { HandOn } from './HandOn';
import type { Notice } from './notice';
import { Playbooks } from './Playbooks';
import { Webhooks } from './Webhooks';

const named = Object.fromEntries(languages().map(({ lang, name }) => [lang, name]));

/** SettingsView: consoles, playbook, language. */
export function Options() {
  const [settings, setSettings] = useState<SettingsView | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const load = () => void ask('settings.get', {}).then(setSettings);
    load();
    return hear<ExtensionNews>(({ news }) => {
      if (news !== 'settings') return;
      load();
      setVersion((count) => count + 1);
    });
  }, []);
  useEffect(() => {
    if (settings) dressPage(document, settings.lang, settings.preferences.theme);
  }, [settings]);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(null), 8000);
    return () => clearTimeout(timer);
  }, [notice]);
  if (!settings) return <div class="k options" />;
  const words = settingsWords(settings.lang);
  document.title = words.title;
  return (
    <div class="k options">
      <PageTitle title={words.title} />
      <Consoles words={words} lang={settings.lang} version={version} say={setNotice} />
      <Playbooks words={words} lang={settings.lang} version={version} say={setNotice} />
      <Webhooks options={words} lang={settings.lang} version={version} say={setNotice} />
      <HandOn words={words} lang={settings.lang} version={version} say={setNotice} />
      <General
        words={{ ...words, languages: { ...words.languages, ...named } }}
        settings={settings}
        onSettings={setSettings}
        say={setNotice}
      />
      {notice && (
        <div class="notice toast" role="status">
          <span class="grow">{notice.text}</span>
          {notice.undo && (
            <button type="button" class="link" onClick={() => (notice.undo?.(), setNotice(null))}>
              {words.undo}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

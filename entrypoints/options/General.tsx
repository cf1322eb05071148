import { DayLines } from '@/components/settings/DayLines';
import type { Preferences } from '@/lib/formats/preferences';
import { ask } from '@/lib/messages/ask';
import type { SettingsView } from '@/lib/messages/settings-messages';
import type { SettingsWords } from '@/lib/words/en/settings';
import { keepingWords } from '@/lib/words/keeping-words';
import { tell } from '@/lib/words/tell';
import type { Notice } from './notice';

interface Props {
  words: SettingsWords;
  settings: SettingsView;
  onSettings(settings: SettingsView): void;
  say(notice: Notice): void;
}

/** Language, look, zone, holidays: stored as soon as they are chosen. What the company fixed is shown as locked. */
export function General({ words, settings, onSettings, say }: Props) {
  const own = settings.preferences;
  const keeping = keepingWords(settings.lang);
  const locked = (name: string) => settings.locked.includes(name);
  const set = (change: Partial<Preferences>) =>
    void ask('settings.put', { change }).then(onSettings, (error: Error) => say({ text: error.message }));
  const choice = <K extends 'lang' | 'theme' | 'holidays'>(name: K, label: string, names: Record<string, string>) => (
    <label>
      <span>
        {label}
        {locked(name) && ` · ${words.locked}`}
      </span>
      <select
        class="text"
        disabled={locked(name)}
        value={own[name]}
        onChange={(event) => set({ [name]: event.currentTarget.value } as Partial<Preferences>)}
      >
        {Object.entries(names).map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  // Chromium leaves UTC out of its own list.
  const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
  return (
    <section aria-label={words.general}>
      <h2>{words.general}</h2>
      {settings.wrong.map((one) => (
        <p key={`${one.from} ${one.key}`} class="errors" role="alert">
          {keeping.wrongBy[one.from]}: {tell(keeping.wrong, { what: one.why })}
        </p>
      ))}
      <div class="box-card general">
        {choice('lang', words.language, words.languages)}
        {choice('theme', words.theme, words.themes)}
        <label>
          <span>
            {words.dayZone}
            {locked('zone') && ` · ${words.locked}`}
          </span>
          <select class="text" disabled={locked('zone')} value={own.zone} onChange={(event) => set({ zone: event.currentTarget.value })}>
            <option value="auto">{words.zoneAuto}</option>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.author}</span>
          <input class="text" value={own.author} maxLength={200} onChange={(event) => set({ author: event.currentTarget.value })} />
        </label>
        {choice('holidays', words.holidays, words.holidayKinds)}
        {own.holidays === 'own' && (
          <DayLines
            label={words.ownHolidays}
            days={own.ownHolidays}
            wrong={words.notDays}
            onChange={(ownHolidays) => set({ ownHolidays })}
          />
        )}
        <div>
          <span class="sub">{words.shortcuts}</span>
          <ul>
            {settings.shortcuts.map((one) => (
              <li key={one.name}>
                <kbd class="k-key">{one.keys}</kbd> {words.shortcutNames[one.name] ?? one.name}
              </li>
            ))}
          </ul>
          <p class="evidence">{words.shortcutsHint}</p>
        </div>
      </div>
    </section>
  );
}

import type { ConsoleDraft } from '@/lib/formats/console-file';
import type { SettingsWords } from '@/lib/words/en/settings';
import { ApiForm } from './ApiForm';
import { lines, locatorText } from './console-draft';
import { FieldsForm } from './FieldsForm';

interface Props {
  draft: ConsoleDraft;
  isNew: boolean;
  metrics: { id: string; name: string }[];
  words: SettingsWords;
  onChange(draft: ConsoleDraft): void;
}

/** A console as a form; it edits the same object as the JSON beside it. */
export function ConsoleForm({ draft, isNew, metrics, words, onChange }: Props) {
  const set = (part: Partial<ConsoleDraft>) => onChange({ ...draft, ...part });
  const { account } = draft;
  const idLabel = account.id === 'url' ? '' : locatorText(account.id[0]);
  const labelOf = (text: string) => (text.trim() ? [{ label: text }] : undefined);
  const check = account.check?.[0];
  return (
    <div class="form">
      <div class="pair">
        <label>
          <span>{words.name}</span>
          <input
            class="text"
            value={draft.name}
            onInput={(event) => set({ name: event.currentTarget.value, ...(isNew && { id: slug(event.currentTarget.value) }) })}
          />
        </label>
        <label>
          <span>{words.id}</span>
          <input class="text mono" value={draft.id} readOnly={!isNew} onInput={(event) => set({ id: event.currentTarget.value })} />
        </label>
      </div>
      <label>
        <span>{words.origins}</span>
        <textarea
          class="text mono"
          rows={2}
          placeholder={words.originsHint}
          value={draft.origins.join('\n')}
          onChange={(event) => set({ origins: lines(event.currentTarget.value).map(originOf) })}
        />
      </label>
      <label>
        <span>{words.pages}</span>
        <textarea
          class="text mono"
          rows={2}
          placeholder={words.pagesHint}
          value={draft.pages.map((page) => page.match).join('\n')}
          onChange={(event) => set({ pages: lines(event.currentTarget.value).map((match) => ({ match })) })}
        />
      </label>
      <div class="pair">
        <label>
          <span>{words.locale}</span>
          <input class="text" list="locales" value={draft.locale} onInput={(event) => set({ locale: event.currentTarget.value })} />
        </label>
        <label>
          <span>{words.zone}</span>
          <input class="text" value={draft.zone} onInput={(event) => set({ zone: event.currentTarget.value })} />
        </label>
      </div>
      <datalist id="locales">
        {['en-US', 'en-GB', 'ja', 'de', 'fr', 'es'].map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <div class="pair">
        <label>
          <span>{words.accountId}</span>
          <select
            class="text"
            value={account.id === 'url' ? 'url' : 'page'}
            onChange={(event) => set({ account: { ...account, id: event.currentTarget.value === 'url' ? 'url' : [{ label: '' }] } })}
          >
            <option value="url">{words.fromAddress}</option>
            <option value="page">{words.fromPage}</option>
          </select>
        </label>
        {account.id !== 'url' && (
          <label>
            <span>{words.fromPage}</span>
            <input
              class="text"
              value={idLabel}
              onInput={(event) => set({ account: { ...account, id: [{ label: event.currentTarget.value }] } })}
            />
          </label>
        )}
      </div>
      <div class="pair">
        <label>
          <span>{words.nameLabel}</span>
          <input
            class="text"
            value={locatorText(account.name?.[0])}
            onInput={(event) => set({ account: { ...account, name: labelOf(event.currentTarget.value) } })}
          />
        </label>
        <label>
          <span>{words.checkLabel}</span>
          <input
            class="text"
            value={locatorText(check?.find[0])}
            onInput={(event) => {
              const find = labelOf(event.currentTarget.value);
              set({ account: { ...account, check: find ? [{ find, holds: check?.holds ?? 'id' }] : undefined } });
            }}
          />
        </label>
      </div>
      <FieldsForm fields={draft.fields} metrics={metrics} words={words} onChange={(fields) => set({ fields })} />
      <ApiForm apis={draft.api} words={words} onChange={(api) => set({ api })} />
    </div>
  );
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}

/** People paste whole addresses; the origin is what is meant. */
function originOf(text: string): string {
  return URL.canParse(text) && /^https?:/.test(text) ? new URL(text).origin : text;
}

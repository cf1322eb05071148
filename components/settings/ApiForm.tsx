import { Icon } from '@/components/basic/Icon';
import type { ConsoleDraft } from '@/lib/formats/console-file';
import type { SettingsWords } from '@/lib/words/en/settings';
import { AuthFields } from './AuthFields';

type ApiDraft = ConsoleDraft['api'][number];

const empty: ApiDraft = {
  id: 'usage',
  request: { method: 'GET', url: 'https://', headers: {} },
  auth: { type: 'bearer', secret: 'api-token' },
  map: '',
};

/** The APIs of a console: where to ask, how to sign in, what the reply means. */
export function ApiForm({ apis, words, onChange }: { apis: ApiDraft[]; words: SettingsWords; onChange(apis: ApiDraft[]): void }) {
  const set = (index: number, part: Partial<ApiDraft>) => onChange(apis.map((api, at) => (at === index ? { ...api, ...part } : api)));
  return (
    <fieldset class="block">
      <legend>{words.api}</legend>
      <p class="evidence">{words.apiHint}</p>
      {apis.map((api, index) => (
        <div key={index} class="api">
          <div class="line">
            <select
              class="text w-num"
              aria-label="HTTP"
              value={api.request.method}
              onChange={(event) => set(index, { request: { ...api.request, method: event.currentTarget.value as 'GET' } })}
            >
              <option>GET</option>
              <option>POST</option>
            </select>
            <input
              class="text mono grow"
              aria-label={words.url}
              placeholder={words.urlHint}
              value={api.request.url}
              onInput={(event) => set(index, { request: { ...api.request, url: event.currentTarget.value } })}
            />
            <button
              type="button"
              class="btn icon"
              aria-label={`${words.remove} ${words.api} ${index + 1}`}
              onClick={() => onChange(apis.filter((_, at) => at !== index))}
            >
              <Icon name="x" />
            </button>
          </div>
          <div class="pair">
            <AuthFields auth={api.auth} words={words} onChange={(auth) => set(index, { auth })} />
          </div>
          <div class="pair">
            <label>
              <span>{words.nextPage}</span>
              <input
                class="text mono"
                value={api.paging?.next ?? ''}
                onInput={(event) =>
                  set(index, { paging: event.currentTarget.value ? { ...api.paging, next: event.currentTarget.value } : undefined })
                }
              />
            </label>
            <label>
              <span>{words.nextParam}</span>
              <input
                class="text mono"
                value={api.paging?.param ?? ''}
                disabled={!api.paging}
                onInput={(event) => set(index, { paging: api.paging && { ...api.paging, param: event.currentTarget.value || undefined } })}
              />
            </label>
          </div>
          <label>
            <span>{words.map}</span>
            <textarea
              class="text mono"
              rows={6}
              spellcheck={false}
              value={api.map}
              onInput={(event) => set(index, { map: event.currentTarget.value })}
            />
          </label>
        </div>
      ))}
      <button type="button" class="link" onClick={() => onChange([...apis, structuredClone(empty)])}>
        + {words.addApi}
      </button>
    </fieldset>
  );
}

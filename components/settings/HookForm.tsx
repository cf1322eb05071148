import { useState } from 'preact/hooks';
import { Errors } from '@/components/basic/Errors';
import type { HookKind, Webhook } from '@/lib/formats/webhook-file';
import type { HookWords } from '@/lib/words/en/hooks';
import type { SettingsWords } from '@/lib/words/en/settings';
import { tell } from '@/lib/words/tell';
import { AuthFields } from './AuthFields';

/** What the templates would send just now. */
export interface HookTrials {
  errors: string[];
  trials: { kind: string; body: string | null; problem: string | null }[];
}

interface Props {
  start: Webhook;
  words: HookWords;
  options: SettingsWords;
  onSave(draft: Webhook): Promise<string[]>;
  onTry(draft: Webhook): Promise<HookTrials>;
  onCancel(): void;
}

const kinds: HookKind[] = ['touchpoint', 'request', 'item', 'judgement'];

/** Where entries go, how Kido signs in there, and what each kind of entry looks like on arrival. */
export function HookForm({ start, words, options, onSave, onTry, onCancel }: Props) {
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState<HookTrials | null>(null);
  const change = (part: Partial<Webhook>) => {
    setDraft({ ...draft, ...part });
    setTried(null);
  };
  const template = (kind: HookKind, text: string | null) => {
    const { [kind]: _, ...others } = draft.templates;
    change({ templates: text === null ? others : { ...others, [kind]: text } });
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const errors = await onSave(draft);
    if (errors.length > 0) setTried({ errors, trials: [] });
  };
  return (
    <form class="form-box form hook-form" onSubmit={(event) => void submit(event)}>
      <div class="pair">
        <label>
          <span>{words.name}</span>
          <input
            class="text"
            required
            maxLength={100}
            value={draft.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        </label>
        <label>
          <span>{words.url}</span>
          <input
            class="text mono"
            required
            type="url"
            placeholder={words.urlHint}
            value={draft.url}
            onInput={(event) => change({ url: event.currentTarget.value.trim() })}
          />
        </label>
      </div>
      <div class="pair">
        <AuthFields auth={draft.auth} words={options} onChange={(auth) => change({ auth })} />
      </div>
      <p class="evidence">{words.templateHint}</p>
      {kinds.map((kind) => {
        const name = words.kinds[kind];
        const text = draft.templates[kind];
        const seen = tried?.trials.find((one) => one.kind === kind);
        return (
          <fieldset key={kind} class="block plain">
            <label class="choice">
              <input
                type="checkbox"
                checked={text !== undefined}
                onChange={(event) => template(kind, event.currentTarget.checked ? '$' : null)}
              />
              {name}
            </label>
            {text !== undefined && (
              <textarea
                class="text mono"
                rows={Math.min(6, Math.max(2, Math.ceil(text.length / 80)))}
                spellcheck={false}
                aria-label={tell(words.template, { kind: name })}
                value={text}
                onInput={(event) => template(kind, event.currentTarget.value)}
              />
            )}
            {seen && (
              <textarea
                class={seen.problem ? 'text mono hook-body bad' : 'text mono hook-body'}
                readOnly
                rows={4}
                aria-label={`${words.tryIt}: ${name}`}
                value={seen.problem ?? seen.body ?? words.noEntry}
              />
            )}
          </fieldset>
        );
      })}
      {tried && tried.errors.length > 0 && <Errors errors={tried.errors} words={options} />}
      <div class="acts">
        <button type="submit" class="btn primary">
          {words.save}
        </button>
        <button type="button" class="btn" onClick={() => void onTry(draft).then(setTried)}>
          {words.tryIt}
        </button>
        <button type="button" class="btn quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

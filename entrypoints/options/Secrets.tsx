import { useState } from 'preact/hooks';
import { ask } from '@/lib/messages/ask';
import type { SecretState } from '@/lib/messages/settings-messages';
import type { SettingsWords } from '@/lib/words/en/settings';

/** Secrets of a console's APIs. They go in and never come out again. */
export function Secrets({ secrets, words, onChange }: { secrets: SecretState[]; words: SettingsWords; onChange(): void }) {
  return (
    <>
      {secrets.map((secret) => (
        <Secret key={`${secret.name} ${secret.origin}`} secret={secret} words={words} onChange={onChange} />
      ))}
    </>
  );
}

function Secret({ secret, words, onChange }: { secret: SecretState; words: SettingsWords; onChange(): void }) {
  const [value, setValue] = useState('');
  const put = async (next: string | null) => {
    await ask('secret.put', { name: secret.name, origin: secret.origin, value: next });
    setValue('');
    onChange();
  };
  return (
    <form class="rowline secret" onSubmit={(event) => (event.preventDefault(), void put(value))}>
      <div class="grow">
        <span class="mono">{secret.name}</span> <span class="mono">{secret.origin}</span>
        <span class="sub"> {secret.elsewhere ? words.secretElsewhere : words.secretsHint}</span>
      </div>
      <span class={secret.set ? 'badge plain' : 'badge watch'}>{secret.set ? words.secretSet : words.secretMissing}</span>
      <input
        class="text"
        style={{ width: '180px' }}
        type="password"
        autocomplete="off"
        required
        aria-label={`${words.newSecret}: ${secret.name}`}
        placeholder={words.newSecret}
        value={value}
        onInput={(event) => setValue(event.currentTarget.value)}
      />
      <button type="submit" class="btn">
        {words.secretPut}
      </button>
      {secret.set && (
        <button type="button" class="btn quiet" onClick={() => void put(null)}>
          {words.secretForget}
        </button>
      )}
    </form>
  );
}

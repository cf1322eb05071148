import { useState } from 'preact/hooks';
import type { OptionsWords } from '@/components/options-words';
import { ask } from '@/lib/messages/ask';

/** Secrets of a console's APIs. They go in and never come out again. */
export function Secrets({
  secrets,
  words,
  onChange,
}: {
  secrets: { name: string; set: boolean }[];
  words: OptionsWords;
  onChange(): void;
}) {
  return (
    <>
      {secrets.map((secret) => (
        <Secret key={secret.name} secret={secret} words={words} onChange={onChange} />
      ))}
    </>
  );
}

function Secret({ secret, words, onChange }: { secret: { name: string; set: boolean }; words: OptionsWords; onChange(): void }) {
  const [value, setValue] = useState('');
  const put = async (next: string | null) => {
    await ask('secret.put', { name: secret.name, value: next });
    setValue('');
    onChange();
  };
  return (
    <form class="rowline secret" onSubmit={(event) => (event.preventDefault(), void put(value))}>
      <div class="grow">
        <span class="mono">{secret.name}</span>
        <span class="sub"> {words.secretsHint}</span>
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

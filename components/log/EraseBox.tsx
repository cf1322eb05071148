import { useState } from 'preact/hooks';
import type { KeepingWords } from '@/lib/words/en/keeping';

interface Props {
  words: KeepingWords;
  onAccount(): void;
  onPerson(name: string): void;
}

/** Erasing for good: the account, or one person's name and words. Each asks a second time. */
export function EraseBox({ words, onAccount, onPerson }: Props) {
  const [sure, setSure] = useState<'account' | 'person' | null>(null);
  const [person, setPerson] = useState('');
  return (
    <details class="sec more-fields" onToggle={() => setSure(null)}>
      <summary>{words.erase}</summary>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (sure === 'person') onPerson(person.trim());
          setSure(sure === 'person' ? null : 'person');
        }}
      >
        <label class="grow">
          <span>{words.erasePerson}</span>
          <input
            class="text"
            required
            maxLength={200}
            placeholder={words.person}
            value={person}
            onInput={(event) => (setPerson(event.currentTarget.value), setSure(null))}
          />
        </label>
        <button type="submit" class={sure === 'person' ? 'btn primary' : 'btn'}>
          {sure === 'person' ? words.eraseNow : words.erase}
        </button>
      </form>
      {sure === 'account' ? (
        <>
          <p class="evidence" role="alert">
            {words.eraseAccountText}
          </p>
          <div class="acts">
            <button type="button" class="btn primary" onClick={onAccount}>
              {words.eraseNow}
            </button>
            <button type="button" class="btn" onClick={() => setSure(null)}>
              {words.cancel}
            </button>
          </div>
        </>
      ) : (
        <button type="button" class="btn" onClick={() => setSure('account')}>
          {words.eraseAccount}
        </button>
      )}
    </details>
  );
}

import { useState } from 'preact/hooks';
import type { KeepingWords } from '@/lib/words/en/keeping';
import { tell } from '@/lib/words/tell';

/** What goes with a console when it is removed. */
export interface Forget {
  secrets: boolean;
  access: boolean;
  accounts: boolean;
}

interface Props {
  name: string;
  words: KeepingWords;
  onRemove(forget: Forget): void;
  onCancel(): void;
}

/** Removing a console: what is kept besides it goes only where a person says so. */
export function RemoveBox({ name, words, onRemove, onCancel }: Props) {
  const [forget, setForget] = useState<Forget>({ secrets: true, access: true, accounts: false });
  const choice = (part: keyof Forget, text: string) => (
    <label class="choice">
      <input type="checkbox" checked={forget[part]} onChange={(event) => setForget({ ...forget, [part]: event.currentTarget.checked })} />
      {text}
    </label>
  );
  return (
    <div class="form-box" role="dialog" aria-label={tell(words.removeTitle, { name })}>
      <h3 class="sec-h">{tell(words.removeTitle, { name })}</h3>
      {choice('secrets', words.removeSecrets)}
      {choice('access', words.removeAccess)}
      {choice('accounts', words.removeAccounts)}
      <div class="acts">
        <button type="button" class="btn primary" onClick={() => onRemove(forget)}>
          {words.removeNow}
        </button>
        <button type="button" class="btn" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}

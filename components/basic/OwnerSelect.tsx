import type { Owner } from '@/lib/core/account/entry';
import type { LogWords } from '@/lib/words/en/log';

interface Props {
  owner: Owner | '';
  owners: { id: string; name: string }[];
  words: LogWords;
  /** Whether nobody may be chosen. */
  orNone?: boolean;
  onChange(owner: Owner | ''): void;
}

/** Whose turn it is. */
export function OwnerSelect({ owner, owners, words, orNone, onChange }: Props) {
  return (
    <select
      class="text w-owner"
      aria-label={words.owner}
      value={owner}
      onChange={(event) => onChange(event.currentTarget.value as Owner | '')}
    >
      {orNone && <option value="">—</option>}
      {owners.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  );
}

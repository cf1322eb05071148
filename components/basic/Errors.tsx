import type { SettingsWords } from '@/lib/words/en/settings';

/** What is wrong, a line each, with field and line. */
export function Errors({ errors, words }: { errors: string[]; words: SettingsWords }) {
  return (
    <div class="errors" role="alert">
      {words.errors}
      <ul>
        {errors.slice(0, 12).map((error) => (
          <li key={error}>{error}</li>
        ))}
      </ul>
    </div>
  );
}

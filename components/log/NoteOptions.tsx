import type { NoteCompletion } from '@/lib/core/note/complete-note';
import type { LogWords } from '@/lib/words/en/log';

/** Id by which the field and its suggestions know each other. */
export const OPTIONS_ID = 'note-options';

interface Props {
  completion: NoteCompletion;
  /** Which option the arrow keys stand on; -1 for none. */
  at: number;
  words: LogWords;
  onTake(option: string): void;
}

/** Suggestions below the note. The focus stays in the field. */
export function NoteOptions({ completion, at, words, onTake }: Props) {
  return (
    <div class="options-box">
      <div id={OPTIONS_ID} role="listbox" aria-label={words.suggestions[completion.kind]}>
        {completion.options.map((option, index) => (
          <div
            key={option}
            id={`${OPTIONS_ID}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // The field must not lose the focus to a press.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(option)}
          >
            {option}
          </div>
        ))}
      </div>
      <p class="hint" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> <kbd>Tab</kbd> {words.suggestions[completion.kind]}
      </p>
    </div>
  );
}

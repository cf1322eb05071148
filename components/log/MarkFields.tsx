import { useState } from 'preact/hooks';
import { OwnerSelect } from '@/components/basic/OwnerSelect';
import type { Cause } from '@/lib/core/account/entry';
import type { Mark } from '@/lib/core/note/parse-note';
import type { MarkChange } from '@/lib/core/note/rewrite-mark';
import type { LogWords } from '@/lib/words/en/log';

/** A mark as fields, which write back into the note's text. */
export function MarkFields({
  mark,
  owners,
  causes,
  words,
  onChange,
}: {
  mark: Mark;
  owners: { id: string; name: string }[];
  causes: { id: string; name: string }[];
  words: LogWords;
  onChange: (change: MarkChange) => void;
}) {
  const [text, setText] = useState(mark.text);
  return (
    <div class="mark-fields">
      <input
        class="text"
        aria-label={words.marks[mark.kind]}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={() => text.trim() && text !== mark.text && onChange({ text })}
      />
      {mark.kind !== 'quote' && mark.kind !== 'request' && (
        <>
          <OwnerSelect owner={mark.owner ?? ''} owners={owners} words={words} orNone onChange={(owner) => onChange({ owner })} />
          {mark.kind === 'blocker' && (
            <select
              class="text grow"
              aria-label={words.cause}
              value={mark.cause ?? ''}
              onChange={(event) => onChange({ cause: event.currentTarget.value as Cause | '' })}
            >
              <option value="">{words.cause}: —</option>
              {causes.map((cause) => (
                <option key={cause.id} value={cause.id}>
                  {cause.name}
                </option>
              ))}
            </select>
          )}
          <input
            class="text w-day"
            type="date"
            aria-label={words.due}
            value={mark.dueDay ?? ''}
            onChange={(event) => onChange({ dueDay: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  );
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NoteCompletion } from '@/lib/core/note/complete-note';
import type { Mark, Note } from '@/lib/core/note/parse-note';
import type { MarkChange } from '@/lib/core/note/rewrite-mark';
import type { LogWords } from '@/lib/words/en/log';
import { noDetails, type RequestDetails } from './log-fields';
import { MarkFields } from './MarkFields';
import { isEditable, NoteChip } from './NoteChip';
import { NoteOptions, OPTIONS_ID } from './NoteOptions';
import { RequestFields } from './RequestFields';

interface Props {
  text: string;
  note: Note;
  owners: { id: string; name: string }[];
  causes: { id: string; name: string }[];
  words: LogWords;
  busy: boolean;
  /** What the button that saves says. */
  submit: string;
  /** What could be put at the caret, and the text with it put in. */
  complete(text: string, caret: number): NoteCompletion | null;
  put(text: string, completion: NoteCompletion, option: string): { text: string; caret: number };
  /** More about the requests in the text, by their words. */
  asked: Record<string, RequestDetails>;
  onAsked(text: string, part: Partial<RequestDetails>): void;
  onText(text: string): void;
  /** Writes one mark anew, in the text itself. */
  onMark(mark: Mark, change: MarkChange): void;
}

/** A pasted transcript is not laid out a second time behind the field. */
const MOST_TINTED = 30_000;
const MOST_CHIPS = 60;

const SIGNS = [
  ['-', 'signTask'],
  ['!', 'signBlocker'],
  ['?', 'signRequest'],
  ['"', 'signQuote'],
  [':)', 'signMood'],
] as const;

/**
 * The whole note in one field. What is understood is tinted behind the text and shown as chips; a chip opens the same
 * thing as fields, which write back into the text.
 */
export function NoteField(props: Props) {
  const { text, note, owners, causes, words, busy, onText, onMark } = props;
  const [open, setOpen] = useState<number | null>(null);
  const [completion, setCompletion] = useState<NoteCompletion | null>(null);
  const [at, setAt] = useState(-1);
  const mirror = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // The field shows the new text first; the caret then stands in it before the next key comes.
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current !== null) field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text]);
  const suggest = (next: NoteCompletion | null) => {
    setCompletion(next);
    setAt(next?.kind === 'people' ? 0 : -1);
  };
  const take = (option: string) => {
    if (!completion || !field.current) return;
    const done = props.put(text, completion, option);
    suggest(null);
    caret.current = done.caret;
    onText(done.text);
  };
  /** Keys of the suggestions. Enter ends the line as always, unless an option was chosen with the arrows or is a name. */
  const key = (event: KeyboardEvent) => {
    if (!completion || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { options } = completion;
    const chosen = options[event.key === 'Tab' ? Math.max(0, at) : at];
    if (event.key === 'ArrowDown') setAt((at + 1) % options.length);
    else if (event.key === 'ArrowUp') setAt((at <= 0 ? options.length : at) - 1);
    else if (event.key === 'Escape') suggest(null);
    else if ((event.key === 'Tab' || event.key === 'Enter') && !event.shiftKey && chosen !== undefined) take(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const edited = open === null ? undefined : note.marks[open];
  return (
    <div class="log">
      <div class="note">
        <div class="mirror" aria-hidden="true" ref={mirror}>
          {text.length <= MOST_TINTED && tinted(text, note.marks)}
        </div>
        <textarea
          class="note-text"
          rows={5}
          aria-label={words.notes}
          placeholder={words.notesHint}
          value={text}
          data-focus="log"
          ref={field}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={completion ? OPTIONS_ID : undefined}
          aria-activedescendant={completion && at >= 0 ? `${OPTIONS_ID}-${at}` : undefined}
          onKeyDown={key}
          onBlur={() => suggest(null)}
          onCompositionEnd={(event) => suggest(props.complete(event.currentTarget.value, event.currentTarget.selectionStart))}
          onInput={(event) => {
            setOpen(null);
            const area = event.currentTarget;
            // While an input method composes, what stands there is not yet what is meant.
            suggest(event.isComposing ? null : props.complete(area.value, area.selectionStart));
            onText(area.value);
          }}
          onScroll={(event) => mirror.current && (mirror.current.scrollTop = event.currentTarget.scrollTop)}
        />
      </div>
      {completion && <NoteOptions completion={completion} at={at} words={words} onTake={take} />}
      {note.marks.length > 0 && (
        <div class="chips">
          {note.marks.slice(0, MOST_CHIPS).map((mark, at) => (
            <NoteChip
              key={at}
              mark={mark}
              note={note}
              owners={owners}
              causes={causes}
              words={words}
              open={open === at}
              onOpen={() => setOpen(open === at ? null : at)}
            />
          ))}
        </div>
      )}
      {edited && isEditable(edited) && (
        <MarkFields mark={edited} owners={owners} causes={causes} words={words} onChange={(change) => onMark(edited, change)} />
      )}
      {edited?.kind === 'request' && (
        <RequestFields
          details={props.asked[edited.text] ?? noDetails}
          words={words}
          onChange={(part) => props.onAsked(edited.text, part)}
        />
      )}
      <div class="base">
        <span class="hint" aria-hidden="true">
          {SIGNS.map(([sign, name]) => (
            <span key={sign}>
              <code>{sign}</code> {words[name]}
            </span>
          ))}
        </span>
        <button type="submit" class="btn primary" disabled={busy}>
          {props.submit} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </div>
  );
}

/** The text again, invisible, with what was understood tinted; it lies behind the field. */
function tinted(text: string, marks: Mark[]) {
  const pieces = [];
  let at = 0;
  for (const mark of marks.toSorted((a, b) => a.from - b.from)) {
    if (mark.from < at) continue;
    pieces.push(text.slice(at, mark.from));
    pieces.push(
      <span key={mark.from} class={`u m-${mark.kind}`}>
        {text.slice(mark.from, mark.to)}
      </span>,
    );
    at = mark.to;
  }
  // A line break at the end takes a line of its own only when something follows it.
  return [...pieces, `${text.slice(at)}\u200b`];
}

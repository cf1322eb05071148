import { useRef, useState } from 'preact/hooks';
import type { Owner } from '@/lib/core/account/entry';
import type { Mark, Note } from '@/lib/core/note/parse-note';
import { Icon, type IconName } from './Icon';
import { SideIcon } from './SideIcon';
import type { SideWords } from './side-words';

interface Props {
  text: string;
  note: Note;
  owners: { id: string; name: string }[];
  words: SideWords;
  busy: boolean;
  onText(text: string): void;
  /** Writes one mark anew, in the text itself. */
  onMark(mark: Mark, change: { text?: string; owner?: Owner | ''; dueDay?: string }): void;
}

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
export function NoteField({ text, note, owners, words, busy, onText, onMark }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const edited = open === null ? undefined : note.marks[open];
  return (
    <div class="log">
      <div class="note">
        <div class="mirror" aria-hidden="true" ref={mirror}>
          {tinted(text, note.marks)}
        </div>
        <textarea
          class="note-text"
          rows={5}
          aria-label={words.notes}
          placeholder={words.notesHint}
          value={text}
          data-focus="log"
          onInput={(event) => {
            setOpen(null);
            onText(event.currentTarget.value);
          }}
          onScroll={(event) => mirror.current && (mirror.current.scrollTop = event.currentTarget.scrollTop)}
        />
      </div>
      {note.marks.length > 0 && (
        <div class="chips">
          {note.marks.map((mark, at) => (
            <Chip
              key={at}
              mark={mark}
              note={note}
              owners={owners}
              words={words}
              open={open === at}
              onOpen={() => setOpen(open === at ? null : at)}
            />
          ))}
        </div>
      )}
      {edited && isEditable(edited) && (
        <MarkFields mark={edited} owners={owners} words={words} onChange={(change) => onMark(edited, change)} />
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
          {words.submit} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </div>
  );
}

const isEditable = (mark: Mark) => mark.kind !== 'mood' && mark.kind !== 'head';

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

const ICONS: Partial<Record<Mark['kind'], IconName>> = { blocker: 'blocked', quote: 'quote', head: 'cal', mood: 'person' };

function Chip({
  mark,
  note,
  owners,
  words,
  open,
  onOpen,
}: {
  mark: Mark;
  note: Note;
  owners: Props['owners'];
  words: SideWords;
  open: boolean;
  onOpen(): void;
}) {
  const icon = ICONS[mark.kind];
  const content = (
    <>
      {icon ? <Icon name={icon} small /> : <SideIcon name={mark.kind === 'request' ? 'request' : 'task'} />}
      <b>{mark.kind === 'mood' && mark.mood ? words.sentiments[mark.mood] : words.marks[mark.kind]}</b>
      {details(mark, note, owners)}
    </>
  );
  const look = mark.kind === 'blocker' ? 'chip block' : 'chip';
  if (!isEditable(mark)) return <span class={look}>{content}</span>;
  return (
    <button type="button" class={look} aria-expanded={open} title={mark.text} onClick={onOpen}>
      {content}
    </button>
  );
}

function details(mark: Mark, note: Note, owners: Props['owners']): string {
  if (mark.kind === 'head') return [note.day ?? '', note.attendees.join(', ')].filter(Boolean).join(' · ');
  const owner = owners.find((one) => one.id === mark.owner)?.name ?? mark.who ?? '';
  return [owner, mark.dueDay ?? ''].filter(Boolean).join(' ');
}

function MarkFields({
  mark,
  owners,
  words,
  onChange,
}: {
  mark: Mark;
  owners: Props['owners'];
  words: SideWords;
  onChange: (change: { text?: string; owner?: Owner | ''; dueDay?: string }) => void;
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
          <select
            class="text w-owner"
            aria-label={words.owner}
            value={mark.owner ?? ''}
            onChange={(event) => onChange({ owner: event.currentTarget.value as Owner | '' })}
          >
            <option value="">—</option>
            {owners.map((owner) => (
              <option key={owner.id} value={owner.id}>
                {owner.name}
              </option>
            ))}
          </select>
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

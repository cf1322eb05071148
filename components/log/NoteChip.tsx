import { Icon, type IconName } from '@/components/basic/Icon';
import { SideIcon } from '@/components/basic/SideIcon';
import type { Mark, Note } from '@/lib/core/note/parse-note';
import type { LogWords } from '@/lib/words/en/log';

type Named = { id: string; name: string }[];

/** Whether fields of its own can change a mark; the others are changed where they stand. */
export const isEditable = (mark: Mark) => mark.kind !== 'mood' && mark.kind !== 'head';

const ICONS: Partial<Record<Mark['kind'], IconName>> = { blocker: 'blocked', quote: 'quote', head: 'cal', mood: 'person' };

/** A part of a note that was understood; pressed, it opens as fields. */
export function NoteChip({
  mark,
  note,
  owners,
  causes,
  words,
  open,
  onOpen,
}: {
  mark: Mark;
  note: Note;
  owners: Named;
  causes: Named;
  words: LogWords;
  open: boolean;
  onOpen(): void;
}) {
  const icon = ICONS[mark.kind];
  const content = (
    <>
      {icon ? <Icon name={icon} small /> : <SideIcon name={mark.kind === 'request' ? 'request' : 'task'} />}
      <b>{mark.kind === 'mood' && mark.mood ? words.sentiments[mark.mood] : words.marks[mark.kind]}</b>
      {details(mark, note, owners, causes)}
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

function details(mark: Mark, note: Note, owners: Named, causes: Named): string {
  if (mark.kind === 'head') return [note.day ?? '', note.attendees.join(', ')].filter(Boolean).join(' · ');
  const owner = owners.find((one) => one.id === mark.owner)?.name ?? mark.who ?? '';
  const cause = causes.find((one) => one.id === mark.cause)?.name ?? '';
  return [owner, cause, mark.dueDay ?? ''].filter(Boolean).join(' ');
}

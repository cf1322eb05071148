import type { Note } from '@/lib/core/note/parse-note';
import type { PlayChoice } from '@/lib/core/view/log-choices';

/** Puts the caret into the note. */
export function focusField(): HTMLElement | null {
  const field = document.querySelector<HTMLElement>('[data-focus=log]');
  field?.focus();
  return field;
}

export const firstLine = (text: string) => text.split('\n', 1)[0];

/** Words of the requests that stand in a note. */
export function requestsIn(note: Note): string[] {
  return note.marks.filter((mark) => mark.kind === 'request').map((mark) => mark.text);
}

/** How long a touchpoint of a play usually takes. */
export function minutesOf(plays: PlayChoice[], play: string): number | null {
  return plays.find((one) => one.id === play)?.minutes ?? null;
}

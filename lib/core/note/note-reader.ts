import { type KnownNames, type Note, parseNote } from './parse-note';

/** Texts that are remembered: the one in the field, and the one before the key that was just pressed. */
const REMEMBERED = 2;

/**
 * Reads notes as they are typed, each text once: what a key press, a draft and a redraw ask of the same text is one
 * answer. A text is read anew where the day or the known names have changed.
 */
export function noteReader(read: typeof parseNote = parseNote): typeof parseNote {
  const known: { text: string; today: string; names: string; note: Note }[] = [];
  return (text: string, today: string, names: KnownNames = {}): Note => {
    const key = JSON.stringify(names);
    const found = known.find((one) => one.text === text && one.today === today && one.names === key);
    if (found) return found.note;
    const note = read(text, today, names);
    known.unshift({ text, today, names: key, note });
    known.splice(REMEMBERED);
    return note;
  };
}

import { foldSearch } from '../fold-search';
import { halfWidth } from './day-words';

/** What may be completed: names, tasks that are open, requests that were made before. */
export interface NoteSources {
  people: string[];
  tasks: string[];
  requests: string[];
}

/** Suggestions for the place at which the note is being written. */
export interface NoteCompletion {
  kind: 'people' | 'tasks' | 'requests';
  /** Place in the text that an option takes. */
  from: number;
  to: number;
  options: string[];
}

const MOST = 6;

/**
 * What could stand at the caret: a person after `@`, a task after `-`, a request after `?`. Nothing while nothing was
 * typed after the sign of a task, so that an empty list does not stand in the way.
 * @param owners words for whose turn it is, offered with the people
 */
export function completeNote(text: string, caret: number, sources: NoteSources, owners: string[]): NoteCompletion | null {
  const start = text.lastIndexOf('\n', caret - 1) + 1;
  const typed = halfWidth(text.slice(start, caret));
  if (/\S/.test(text.slice(caret).split('\n', 1)[0] ?? '')) return null;
  const person = /(?:^|[\s,、])@([\p{L}\p{N}._-]*)$/u.exec(typed);
  if (person) return suggest('people', person[1] ?? '', caret, [...owners, ...sources.people.map(oneWord)]);
  const line = /^\s*(?:(-\s*(?:\[\s?\]\s*)?)|(\?+\s*))(\S.*)$/u.exec(typed);
  if (!line) return null;
  return line[1] ? suggest('tasks', line[3] ?? '', caret, sources.tasks) : suggest('requests', line[3] ?? '', caret, sources.requests);
}

/** A name after `@` ends at the first blank, so that it is written without. */
function oneWord(name: string): string {
  return name.trim().replace(/\s+/g, '.');
}

/** Whether a name, or one of its parts, begins so. */
function beginsIn(name: string, asked: string): boolean {
  return name.split('.').some((part) => part.startsWith(asked)) || name.startsWith(asked);
}

function suggest(kind: NoteCompletion['kind'], typed: string, caret: number, all: string[]): NoteCompletion | null {
  const asked = foldSearch(typed);
  const distinct = [...new Map(all.filter(Boolean).map((one) => [foldSearch(one), one]))];
  // What is written out already needs no completion, and Enter after it must end the line.
  if (distinct.some(([folded]) => folded === asked)) return null;
  const like = distinct.filter(([folded]) => (kind === 'people' ? beginsIn(folded, asked) : folded.includes(asked)));
  // What begins so comes before what holds it somewhere.
  const ranked = like.toSorted(([a], [b]) => Number(b.startsWith(asked)) - Number(a.startsWith(asked)));
  const options = ranked.slice(0, MOST).map(([, one]) => one);
  return options.length === 0 || (kind !== 'people' && asked.length < 2) ? null : { kind, from: caret - typed.length, to: caret, options };
}

/** The text with an option put in, and where the caret then stands. */
export function completed(text: string, completion: NoteCompletion, option: string): { text: string; caret: number } {
  const put = completion.kind === 'people' ? `${option} ` : option;
  return {
    text: text.slice(0, completion.from) + put + text.slice(completion.to),
    caret: completion.from + put.length,
  };
}

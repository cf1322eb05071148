import type { Cause, Owner } from '../account/entry';
import { causeWord, type Mark } from './parse-note';

/** What fields may change of a mark; '' takes a part away. */
export interface MarkChange {
  text?: string;
  owner?: Owner | '';
  dueDay?: string;
  cause?: Cause | '';
}

/** A note with one mark's line written anew; everything else stays as it is. */
export function rewriteMark(
  text: string,
  mark: Mark,
  change: MarkChange,
  names: Record<Owner, string>,
  causes: { id: string; name: string }[] = [],
): string {
  const lines = text.split('\n');
  const sign = { task: '- ', request: '? ', blocker: '! ', quote: '', mood: '', head: '' }[mark.kind];
  const owner = change.owner === undefined ? mark.owner : change.owner || undefined;
  const due = change.dueDay === undefined ? mark.dueDay : change.dueDay || undefined;
  const cause = change.cause === undefined ? mark.cause : change.cause || undefined;
  const causeName = causes.find((one) => one.id === cause)?.name;
  const words = change.text ?? mark.text;
  const who = owner ? `@${names[owner]}` : mark.who ? `@${mark.who}` : '';
  lines[mark.line] =
    mark.kind === 'quote'
      ? `"${words}"`
      : [`${sign}${words}`, who, causeName ? `#${causeWord(causeName)}` : '', due ?? ''].filter(Boolean).join(' ');
  return lines.join('\n');
}

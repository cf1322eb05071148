import { halfWidth } from './day-words';
import { foldSearch } from './search-words';

/** Words for a contact that is no play of the playbook. */
const OTHER = /^(?:check-?in|check in|1[:-]1|1on1|sync|catch-?up|call|phone|quick|定例|電話|雑談|情報交換|1on1|チェックイン|面談)/i;

/**
 * The touchpoint that the first line of a note names: a play's id, '' for a contact outside the playbook, null where it
 * names none. Only the beginning of the line counts: "we spoke about the kickoff" is no kickoff.
 */
export function playIn(text: string, plays: { id: string; name: string }[]): string | null {
  const first = halfWidth(text.split('\n', 1)[0] ?? '').replace(/^[\s\d/.\-年月日:：()（）]+/u, '');
  const folded = foldSearch(first);
  const named = plays.find((play) => foldSearch(play.name).length > 2 && folded.startsWith(foldSearch(play.name)));
  if (named) return named.id;
  return OTHER.test(first) ? '' : null;
}

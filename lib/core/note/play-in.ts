/** Words for a contact that is no play of the playbook. */
const OTHER = /^(?:check-?in|check in|1[:-]1|1on1|sync|catch-?up|call|phone|定例|電話|情報交換|チェックイン)(?![\p{L}])/iu;

/** A touchpoint of the playbook, by its id and its name in the language of the notes. */
export interface PlayName {
  id: string;
  name: string;
}

/**
 * The touchpoint that a text begins with: a play's id, or '' for a contact outside the playbook; null where it names none.
 * Only the beginning counts: "we spoke about the kickoff" is no kickoff.
 * @param text in half width
 * @returns with the number of signs that name it
 */
export function playIn(text: string, plays: PlayName[]): { id: string; length: number } | null {
  const lower = text.toLowerCase();
  const named = plays.filter(({ name }) => name.length > 2 && lower.startsWith(name.toLowerCase()));
  const longest = named.toSorted((a, b) => b.name.length - a.name.length)[0];
  if (longest) return { id: longest.id, length: longest.name.length };
  const other = OTHER.exec(text);
  return other ? { id: '', length: other[0].length } : null;
}

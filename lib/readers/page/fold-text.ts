/** Text as people compare it: full-width forms folded, any white space one blank, ends trimmed. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ')
    .trim();
}

/** A label as people compare it: without the colon, the asterisk or the mark of a required field, in lower case. */
export function foldLabel(text: string): string {
  return foldText(text)
    .replace(/[\s:*]+$/, '')
    .replace(/^\*\s*/, '')
    .toLowerCase();
}

const BLANK =
  /^(?:|[-–—―ー]+|n\/a|none|null|nil|not set|not available|unknown|なし|無し|未設定|未入力|未登録|不明|該当なし|\(none\)|\(empty\)|empty|blank|no data|データなし)$/i;
/** Words of "nobody" and "nothing", and of what a list shows while nothing is chosen from it. */
const NOTHING =
  /^(?:unassigned|not assigned|nobody|no one|no data|(?:not an? )?(?:member|part) of (?:no|any) .{1,30}|no [a-z ]{2,24} (?:yet|set|assigned|selected|chosen|found)|未割り?当て?|担当者?(?:なし|未定)|該当者なし|nicht zugewiesen|nicht gesetzt|keine?r?s?|leer|vide|aucune?|non (?:assigné|attribué|défini|assegnato)e?|vac[ií]o|ningun[oa]|sin (?:asignar|datos)|nessun[oa]?|vuoto|nenhum[a]?|vazio|não (?:atribuído|definido)|geen|leeg|niet (?:toegewezen|ingesteld)|ingen|tomt?|ej tilldelad|ikke tildelt|brak|puste|nieprzypisan[yea]|없음|미지정|미할당|未分配|未指派|未设置|未設置|无|無|空)$/i;
const UNCHOSEN =
  /^[-–—\s]*(?:(?:please )?(?:choose|select)(?: (?:here|one|an? (?:option|value)|option|value)|(?: .{1,30})?(?:\.{3}|…))|please (?:choose|select)(?: .{1,30})?|select|choose|選択してください|請選擇.{0,10}|请选择.{0,10}|선택(?:하세요|해 ?주세요)?|(?:bitte )?(?:aus)?wählen.{0,12}|s[eé]lectionne[rz].{0,20}|choisi(?:r|ssez).{0,20}|seleccion[ae].{0,20}|selecion[ae].{0,20}|selezion[ai].{0,20}|selecteer.{0,20}|kies(?: .{1,14}|…|\.{3})|välj.{0,14}|vælg.{0,14}|wybierz.{0,20})[-–—\s]*$/i;

/** Whether a text says that there is nothing to say. That is unknown; it is never zero. */
export function isBlank(folded: string): boolean {
  return BLANK.test(folded) || NOTHING.test(folded) || UNCHOSEN.test(folded);
}

/** At most so many signs of a text, and no half one at the end. */
export function cutText(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}

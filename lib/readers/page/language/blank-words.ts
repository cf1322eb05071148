/** Words of form controls and lists for what is not there, of all languages; in lower case, without dots. */
const WORDS = [
  'n/a|none|null|nil|not set|not available|not specified|not provided|unknown|empty|blank|no data|unassigned|not assigned|not yet set',
  'なし|無し|未設定|未入力|未登録|不明|該当なし|データなし|未割り当て|未指定',
  'keine|keiner|keines|kein wert|keine angabe|keine daten|nicht festgelegt|nicht gesetzt|nicht angegeben|nicht zugewiesen|nicht verfügbar|unbekannt|nicht vorhanden|ohne angabe',
  'aucun|aucune|non défini|non définie|non renseigné|non renseignée|non spécifié|non attribué|non disponible|inconnu|inconnue|vide|néant|sans objet|aucune donnée|s/o',
  'ninguno|ninguna|sin definir|no definido|no especificado|sin especificar|sin asignar|no asignado|no disponible|sin datos|desconocido|vacío|n/d',
  'nessuno|nessuna|non impostato|non impostata|non definito|non specificato|non assegnato|non disponibile|nessun dato|sconosciuto|vuoto',
  'nenhum|nenhuma|não definido|não definida|não informado|não especificado|não atribuído|não disponível|sem dados|desconhecido|vazio',
  'geen|niet ingesteld|niet opgegeven|niet toegewezen|niet beschikbaar|geen gegevens|onbekend',
  'ingen|inget|ej angivet|inte angett|inte angiven|ej angiven|inte tilldelad|ej tillgänglig|inga data|okänd|okänt|saknas',
  'ikke angivet|ikke sat|ikke tildelt|ikke tilgængelig|ingen data|ukendt|ikke angitt|ikke satt|ikke tilgjengelig|ukjent',
  'ei asetettu|ei määritetty|ei saatavilla|ei tietoja|tuntematon|ei mitään|tyhjä',
  'brak|brak danych|nie ustawiono|nie określono|nie podano|nieprzypisany|nieprzypisane|niedostępne|nieznany|nieznane|nie dotyczy|puste',
  '없음|미설정|미지정|미입력|미등록|해당 없음|해당없음|알 수 없음|비어 있음|데이터 없음|설정 안 됨|할당되지 않음',
  '无|未设置|未设定|未填写|未指定|未分配|未知|暂无|不适用|没有|无数据|暂无数据|空',
  '無|未設置|未填寫|未分配|暫無|不適用|沒有|無資料|尚無資料',
];
/** Words of "nobody" and "nothing", and of what a list shows while nothing is chosen from it. */
const NOTHING =
  /^(?:nobody|no one|(?:not an? )?(?:member|part) of (?:no|any) .{1,30}|no [a-z ]{2,24} (?:yet|set|assigned|selected|chosen|found)|未割当て?|担当者?(?:なし|未定)|該当者なし|non (?:attribué|assigné|assegnato)e?|ej tilldelad|nieprzypisan[yea]|미할당|未指派)$/i;
const UNCHOSEN =
  /^[-–—\s]*(?:(?:please )?(?:choose|select)(?: (?:here|one|an? (?:option|value)|option|value)|(?: .{1,30})?(?:\.{3}|…))|please (?:choose|select)(?: .{1,30})?|select|choose|選択してください|請選擇.{0,10}|请选择.{0,10}|선택(?:하세요|해 ?주세요)?|(?:bitte )?(?:aus)?wählen.{0,12}|s[eé]lectionne[rz].{0,20}|choisi(?:r|ssez).{0,20}|seleccion[ae].{0,20}|selecion[ae].{0,20}|selezion[ai].{0,20}|selecteer.{0,20}|kies(?: .{1,14}|…|\.{3})|välj.{0,14}|vælg.{0,14}|wybierz.{0,20})[-–—\s]*$/i;
let blanks: Set<string> | null = null;
/** Abbreviations need their dots: without them they are names. */
const SHORT = /^(?:k\.\s?a|n\.\s?d|n\.\s?v\.\s?t|s\.\s?o|n\.\s?a)\.?$/;

/** Whether a text says in words of any language that there is nothing to say; brackets and dashes around it do not count. */
export function isBlankWord(folded: string): boolean {
  blanks ??= new Set(WORDS.join('|').split('|'));
  if (NOTHING.test(folded) || UNCHOSEN.test(folded)) return true;
  const bare = folded.toLowerCase().replace(/^[([<{\s–—-]+|[)\]>}\s–—-]+$/g, '');
  return bare === '' ? folded !== '' : blanks.has(bare.replace(/\.$/, '')) || SHORT.test(bare);
}

/** Parts of a page that serve moving about and working, by what their markup says of them. None tells about a record. */
const NOISE = [
  'nav,footer,menu,dialog:not([open])',
  '[role=navigation],[role=menu],[role=menubar],[role=toolbar],[role=tablist],[role=search],[role=tooltip],[role=alert],[role=status]',
  '[role=contentinfo],[role=banner],[role=log],[role=marquee],[role=listbox],[role=tree],[role=complementary][aria-label*="chat" i]',
  'form[method="get" i],form[action]:not([method]),form[role=search],[aria-label*="breadcrumb" i],[aria-label*="pagination" i],[aria-live=assertive]',
  'datalist,tfoot,caption',
].join(',');

export function isNoise(element: Element): boolean {
  if (element.matches(NOISE)) return true;
  // A header of the whole page is its masthead; that of a card is the card's title.
  return element.nodeName === 'HEADER' && !element.closest('main,article,section,form,dialog,[role=main],[role=dialog],[role=region]');
}

const TOOLS =
  /^(?:(?:choose|select|pick|clear|open) (?:an? |the )?(?:date|time|day|ranges?|period)|(?:rows|items|records|entries|results) per page|per page|show|search|filter(?:s| by)?|sort(?: by)?|group by|actions?|select(?: all)?|page|language|theme|表示件数|検索|絞り込み|並び替え|並べ替え|操作|ページ|言語|選択|aktion(?:en)?|acci(?:ón|ones)|azion[ei]|aç(?:ão|ões)|acties?|åtgärder|handling(?:er)?|akcje|작업)$/i;

/** A limit printed beside a field. */
const LIMIT =
  /^(?:max(?:imum|imal)?|min(?:imum)?|up to|at most|at least|limit|máx(?:imo)?|hasta|até|höchstens|maximal|jusqu'à|massimo|maks(?:ymalnie)?|högst|最大|最多|最小|上限|至多|최대|최소)\P{L}{0,4}\d/iu;

/** Labels of a table's or page's own tools. */
export function isToolLabel(label: string): boolean {
  return TOOLS.test(label) || LIMIT.test(label);
}

const KEEPING =
  /^(?:(?:date |record |last )?(?:created|updated|modified|changed|published|edited)(?: ?(?:at|on|by|date|time|user))?|(?:date|user) (?:created|updated|modified)|last (?:update|modification|change)|(?:creation|modification|update) (?:date|time)|revision|by|作成(?:日時?|者)|更新(?:日時|者)|最終更新(?:日時?|者)?|登録日時|登録者)$/i;

const KEEPING_ELSEWHERE =
  /^(?:erstellt|angelegt|geändert|aktualisiert|bearbeitet|zuletzt (?:geändert|aktualisiert|bearbeitet)|letzte (?:änderung|aktualisierung)|créée?|modifiée?|mise? à jour|dernière (?:modification|mise à jour)|creado|modificado|actualizado|última (?:modificación|actualización|atualização|alteração)|criado|atualizado|creat[oa]|modificat[oa]|aggiornat[oa]|ultim[oa] (?:modifica|aggiornamento)|aangemaakt|gewijzigd|bijgewerkt|laatst gewijzigd|skapad|ändrad|uppdaterad|oprettet|ændret|opdateret|utworzono|zmodyfikowano|zaktualizowano|ostatnia (?:zmiana|modyfikacja)|创建(?:时间|日期|人|于)?|更新(?:时间|人|于)|修改(?:时间|人)|建立(?:時間|日期|者)|更新(?:時間|者)|修改(?:時間|者)|생성(?:일|일시|자)|수정(?:일|일시|자)|등록(?:일|일시|자))(?:\s(?:am|von|le|par|el|por|il|da|em|op|door|den|av|af|på|dnia|przez|um|à|a las))?$/i;

/** Labels that tell of the row in the vendor's database and not of the customer. */
export function isRowKeeping(label: string): boolean {
  return KEEPING.test(label) || KEEPING_ELSEWHERE.test(label);
}

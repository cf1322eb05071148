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
  /^(?:(?:rows|items|records|entries|results) per page|per page|show|search|filter(?:s| by)?|sort(?: by)?|group by|actions?|select(?: all)?|page|language|theme|表示件数|検索|絞り込み|並び替え|並べ替え|操作|ページ|言語|選択)$/i;

/** Labels of a table's or page's own tools. */
export function isToolLabel(label: string): boolean {
  return TOOLS.test(label);
}

const KEEPING =
  /^(?:(?:date |record |last )?(?:created|updated|modified|changed|published|edited)(?: ?(?:at|on|by|date|time|user))?|(?:date|user) (?:created|updated|modified)|last (?:update|modification|change)|(?:creation|modification|update) (?:date|time)|revision|by|作成(?:日時?|者)|更新(?:日時|者)|最終更新(?:日時?|者)?|登録日時|登録者)$/i;

/** Labels that tell of the row in the vendor's database and not of the customer. */
export function isRowKeeping(label: string): boolean {
  return KEEPING.test(label);
}

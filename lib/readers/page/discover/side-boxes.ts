import { elementText, visibleText } from '../element-text';
import { foldLabel, isBlank } from '../fold-text';
import { controlOf, type Pair, shownOf } from './pair';
import { leavesOf } from './part';

/** Boxes about the page and not about the customer: when it was published, who changed it, what was said of it. */
const ABOUT_PAGE =
  /^(?:publish(?:ing)?(?: (?:options|settings))?|revisions?|versions?|(?:change |edit |page |version )?history|audit(?: log| trail)?|comments?|workflow|releases|editor notes|notes? to self|screen options|公開(?:設定)?|変更履歴|更新履歴|履歴|コメント|自分用メモ|veröffentlich(?:en|ung)|verlauf|versionen|kommentare|publier|publication|historique|révisions|commentaires|publicar|historial|revisiones|comentarios|histórico|pubblica(?:zione)?|cronologia|publiceren|geschiedenis|opmerkingen|publicera|historik|发布|發佈|历史(?:记录)?|歷史(?:記錄)?|评论|評論|게시|기록|댓글)(?: ?[(（]\d+[)）])?$/i;
/** Titles and labels that are about the page only in a box at its side; elsewhere they are facts. */
const ABOUT_PAGE_ASIDE =
  /^(?:status|entry|(?:\w+ )?notes?|usage|live|draft|permalink|slug|template|visibility|details of this page|information|info)$/i;
const SIDE = /(?:^|[-_ ])side(?:[-_ ]?(?:bar|panel|box))?(?:[-_ ]|$)|submitbox/i;
const TITLES = 'h2,h3,h4,h5,h6,legend,[class*="title" i]';
const UP = 8;

/** Leaves out boxes about the page, where the record has facts enough without them. */
export function withoutSideBoxes(pairs: Pair[]): Pair[] {
  const kept = pairs.filter((pair) => !isAboutPage(pair, pairs));
  return kept.length >= ENOUGH ? kept : pairs;
}

const ENOUGH = 4;

function isAboutPage(pair: Pair, all: Pair[]): boolean {
  let aside = false;
  const titles: string[] = [];
  for (let box: Element | null = pair.box, up = 0; box && up < UP && box.nodeName !== 'BODY'; box = box.parentElement, up += 1) {
    // A box that holds most of what was found is the record.
    if (all.filter((one) => box?.contains(one.box)).length > all.length / 2) break;
    aside ||= box.matches('aside,[role=complementary]') || SIDE.test(`${box.id} ${box.getAttribute('class') ?? ''}`);
    const title = [...box.querySelectorAll(TITLES)].find((one) => !one.contains(pair.labelNode));
    if (title) titles.push(foldLabel(visibleText(title)));
  }
  return (
    titles.some((title) => ABOUT_PAGE.test(title) || (aside && ABOUT_PAGE_ASIDE.test(title))) ||
    (aside && ABOUT_PAGE_ASIDE.test(foldLabel(pair.label))) ||
    /^(?:permalink|パーマリンク)$/i.test(foldLabel(pair.label))
  );
}

const ADD =
  /^(?:\+|add|new|insert|create)\b|^(?:neue?[rsn]?|ajouter|nouve(?:au|lle)|añadir|agregar|nuev[oa]|adicionar|aggiungi|toevoegen|lägg till)(?!\p{L})|追加|新規|新增|添加|추가|hinzufügen$/iu;
const ROW = 'table,fieldset,tr,[class*=empty-form],[class*=inline]';

/** Leaves out empty rows for another thing of a kind: nothing in them is filled in, and their title or button says "add". */
export function withoutAddRows(pairs: Pair[]): Pair[] {
  const rows = new Map<Element, boolean>();
  const rowsOf = (pair: Pair) => {
    const around: Element[] = [];
    for (let box = controlOf(pair.value)?.closest(ROW); box; box = box.parentElement?.closest(ROW)) around.push(box);
    return around;
  };
  const isEmpty = (pair: Pair) => leavesOf(pair.value).every((leaf) => isBlank(elementText(leaf.element).text));
  for (const pair of pairs) for (const row of rowsOf(pair)) rows.set(row, (rows.get(row) ?? true) && isEmpty(pair));
  const saysAdd = (row: Element) =>
    row.matches('[class*=empty-form]') ||
    [...row.querySelectorAll('button,a,input[type=submit],legend'), row.previousElementSibling].some(
      (one) => one && ADD.test(visibleText(one) || (one as HTMLInputElement).value || ''),
    );
  const isAdd = (pair: Pair) => rowsOf(pair).some((row) => rows.get(row) === true && saysAdd(row));
  return pairs.every(isAdd) ? pairs : pairs.filter((pair) => !isAdd(pair));
}

/** Whether a label without a value stands over fields of their own, or beside a button that would show more: that is not nothing. */
export function hidesMore(pair: Pair): boolean {
  if (shownOf(pair).text !== '') return false;
  const own = pair.labelNode.textContent?.trim().length ?? 0;
  let box = pair.labelNode.parentElement;
  for (let up = 0; box && up < 4 && visibleText(box).length <= own + 2; up += 1) box = box.parentElement;
  if (!box || box.childElementCount > 3) return false;
  if (box.querySelector('input:not([type=hidden]),select,textarea')) return true;
  return [...box.querySelectorAll('button,[role=button],a:not([href])')].some((one) =>
    /^(?:show|view|reveal|expand|see|表示|anzeigen|afficher|mostrar)/i.test(visibleText(one)),
  );
}

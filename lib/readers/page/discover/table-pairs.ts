import { isShown } from '../element-text';
import { announces, cleanLabel, looksLikeLabel } from './looks-like';
import { joined, type Pair } from './pair';
import { labelOf, leavesOf, type Part, partsOf, textOf } from './part';

const ROW = 'tr,[role=row]';
const HEAD = 'th,[role=columnheader]';
/** Old tables say by class only which of their cells are headers. */
const HEADED = /head|(?:^|[a-z_ -])T[hH](?:[A-Z\d]|$)/;
const NAME_COLUMN =
  /^(?:|#|name|key|field|property|attribute|setting|item|metric|label|column|parameter|項目|項目名|名前|名称|キー|属性|指標|設定|フィールド)$/i;
/** Columns of a list of people or things; beside a name they make no pair of a record. */
const LIST_COLUMN = /mail|phone|\btel|^(?:role|title|job title|department|date|status|電話.*|役割|役職|部署|メール.*)$/i;
const VALUE_COLUMN = /^(?:value|current|current value|content|data|値|内容|現在|現在値|現在の値|設定値)$/i;

/** What a table gives: its pairs, or, for a table that lays out a page, the parts of its cells. */
export interface TableReading {
  pairs: Pair[];
  layout: Part[];
}

/**
 * Reads a table as people use them for one record: a label and its value side by side, names and values under headers,
 * or one record below a row of headers. A table of many records gives nothing.
 */
export function readTable(table: Element): TableReading {
  const rows = rowsOf(table);
  // What calls itself a table and has no rows is laid out by boxes.
  if (rows.length === 0 && table.nodeName !== 'TABLE') return { pairs: [], layout: partsOf(table) };
  const head = rows.find((row) => row.cells.length > 1 && row.isHead);
  const body = rows.filter((row) => row !== head && !row.isHead && row.cells.some((cell) => cell.part !== null));
  if (rows.some((row) => row.cells.some((cell) => cell.element.querySelector('table,dl,fieldset'))))
    return { pairs: [], layout: partsOf(table) };
  if (head) return { pairs: underHeaders(head, body), layout: [] };
  return { pairs: sideBySide(body), layout: [] };
}

interface Cell {
  element: Element;
  isHead: boolean;
  part: Part | null;
}

interface Row {
  element: Element;
  cells: Cell[];
  isHead: boolean;
}

function rowsOf(table: Element): Row[] {
  return [...table.querySelectorAll(ROW)]
    .filter((row) => row.closest('table,[role=table],[role=grid],[role=treegrid]') === table && isShown(row))
    .map((element) => {
      const cells = [...element.children]
        .filter((cell) => cell.matches(`td,th,[role=cell],[role=gridcell],[role=columnheader],[role=rowheader]`) && isShown(cell))
        .map((cell) => {
          const parts = partsOf(cell).filter((part) => part.kind !== 'break' && part.kind !== 'button');
          return { element: cell, isHead: cell.matches(`${HEAD},[role=rowheader]`), part: parts.length ? joined(parts) : null };
        });
      const isHead =
        element.closest('thead') !== null ||
        (cells.length > 1 && cells.every((cell) => cell.element.matches(HEAD) || HEADED.test(cell.element.getAttribute('class') ?? '')));
      return { element, cells, isHead };
    });
}

const wordsOf = (cell: Cell | undefined) => (cell?.part ? textOf(cell.part) : '');

function underHeaders(head: Row, body: Row[]): Pair[] {
  const names = head.cells.map((cell) => cleanLabel(wordsOf(cell)));
  const valueAt = names.findIndex((name) => VALUE_COLUMN.test(name));
  const nameAt =
    valueAt < 0
      ? 0
      : Math.max(
          0,
          names.findIndex((name) => name !== '' && NAME_COLUMN.test(name)),
        );
  if (valueAt > 0) return body.flatMap((row) => named(row, row.cells[nameAt], row.cells[valueAt]));
  const rowHeads = body.length > 0 && body.every((row) => row.cells[0]?.isHead || row.cells[0]?.element.matches('[role=rowheader]'));
  const areNames = NAME_COLUMN.test(names[0] ?? '') && body.every((row) => looksLikeLabel(wordsOf(row.cells[0])));
  if (names.length === 2 && body.length > 1 && !LIST_COLUMN.test(names[1] ?? '') && (rowHeads || (names[0] !== '' && areNames)))
    return body.flatMap((row) => named(row, row.cells[0], row.cells[1]));
  const only = body.length === 1 ? body[0] : undefined;
  if (!only) return [];
  return head.cells.flatMap((cell, at) => named(only, cell, only.cells[at]));
}

/** Rows of label and value: `th td`, `td td`, `th td th td`; a cell between them that only offers a choice is passed over. */
function sideBySide(rows: Row[]): Pair[] {
  const plain = rows.filter((row) => !row.cells.some((cell) => cell.isHead));
  const pairs = rows.flatMap((row) => {
    const { cells } = row;
    const heads = cells.filter((cell) => cell.isHead);
    if (heads.length > 0)
      return cells.flatMap((cell, at) => {
        if (!cell.isHead) return [];
        const next = cells.slice(at + 1);
        const end = next.findIndex((one) => one.isHead);
        return named(row, cell, valueCell(end < 0 ? next : next.slice(0, end)));
      });
    if (cells.length === 4 && announces(wordsOf(cells[0])) === announces(wordsOf(cells[2])) && looksLikeLabel(wordsOf(cells[2])))
      return [...named(row, cells[0], cells[1]), ...named(row, cells[2], cells[3])];
    return cells.length === 2 || (cells.length === 3 && isTool(cells[2])) ? named(row, cells[0], cells[1]) : [];
  });
  if (plain.length === rows.length && rows.length === 1 && pairs.length === 1 && !announces(wordsOf(rows[0]?.cells[0]))) return [];
  return pairs;
}

const isTool = (cell: Cell | undefined) => !cell?.part || leavesOf(cell.part).every((leaf) => leaf.link || leaf.kind === 'icon');

/** Of several cells the one that holds the value: a field one writes in before one that only offers a choice. */
function valueCell(cells: Cell[]): Cell | undefined {
  if (cells.length < 2) return cells[0];
  const filled = cells.filter((cell) => cell.part);
  const written = filled.filter((cell) => cell.element.querySelector('input:not([type=checkbox]):not([type=hidden]),textarea'));
  return written.at(-1) ?? filled.find((cell) => !isTool(cell)) ?? filled[0] ?? cells[0];
}

function named(row: Row, name: Cell | undefined, value: Cell | undefined): Pair[] {
  if (!name?.part || !value || name === value) return [];
  const control = name.element.querySelector('input:not([type=hidden]):not([type=submit]),textarea') as HTMLInputElement | null;
  const label = cleanLabel(control ? control.value : labelOf(name.part));
  const leaves = leavesOf(name.part);
  if (!looksLikeLabel(label) || (!control && leaves.every((leaf) => leaf.link) && !name.isHead)) return [];
  // A link for a row's name leads to another record.
  if (!control && leaves.every((leaf) => leaf.link) && name.element.matches('th') && value.part === null) return [];
  const part = value.part ?? { kind: 'empty', element: value.element, node: value.element, text: '', parts: [], size: 1, link: false };
  if (part.size > 12) return [];
  return [{ label, labelNode: control ?? (leaves[0]?.node as Node), value: part, strength: control ? 5 : 3, box: row.element }];
}

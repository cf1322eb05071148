import { elementText, isShown, visibleText } from './element-text';
import { foldLabel } from './fold-text';

const TABLE = 'table,[role=table],[role=grid]';
const ROW = 'tr,[role=row]';

/**
 * The cell under a header, in the row that holds `row`; without `row`, in the only row there is.
 * Several rows that fit are no answer: a value must not be taken from a neighbour.
 */
export function findInTable(root: ParentNode, header: string, row: string | null): Element[] {
  const wanted = foldLabel(header);
  return [...root.querySelectorAll('th,[role=columnheader],tr:first-child>td')]
    .filter((head) => foldLabel(visibleText(head)) === wanted)
    .flatMap((head) => cellsUnder(head, row));
}

/** The cells below a header; see `findInTable` for `row`. */
export function cellsUnder(head: Element, row: string | null): Element[] {
  const headRow = head.closest(ROW);
  const table = head.closest(TABLE);
  if (!headRow || !table) return [];
  const rows = [...table.querySelectorAll(ROW)].filter(
    (one) => one !== headRow && one.querySelector('td,[role=cell],[role=gridcell]') && isShown(one),
  );
  if (row === null && rows.length !== 1) return [];
  const index = [...headRow.children].indexOf(head);
  return rows
    .filter((one) => row === null || [...one.children].some((cell) => elementText(cell).text === row))
    .flatMap((one) => one.children[index] ?? []);
}

import { elementText, isShown, visibleText } from './element-text';
import { foldLabel } from './fold-text';

/**
 * The cell under a header, in the row that holds `row`; without `row`, in the only row there is.
 * Several rows that fit are no answer: a value must not be taken from a neighbour.
 */
export function findInTable(root: ParentNode, header: string, row: string | null): Element[] {
  const wanted = foldLabel(header);
  const cells: Element[] = [];
  for (const table of root.querySelectorAll('table,[role=table],[role=grid]')) {
    const heads = [...table.querySelectorAll('th,[role=columnheader],thead td')].filter((cell) => foldLabel(visibleText(cell)) === wanted);
    for (const head of heads) {
      const headRow = head.closest('tr,[role=row]');
      const index = headRow ? [...headRow.children].indexOf(head) : -1;
      if (index < 0) continue;
      const rows = [...table.querySelectorAll('tr,[role=row]')].filter(
        (one) => one !== headRow && one.querySelector('td,[role=cell],[role=gridcell]') && isShown(one),
      );
      const fitting = row === null ? rows : rows.filter((one) => [...one.children].some((cell) => elementText(cell).text === row));
      if (row === null && rows.length !== 1) continue;
      for (const one of fitting) {
        const cell = one.children[index];
        if (cell) cells.push(cell);
      }
    }
  }
  return cells;
}

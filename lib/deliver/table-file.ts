import Papa from 'papaparse';

/**
 * Rows as a CSV file that spreadsheets open as it is: with a byte order mark, so that Excel reads Japanese, and with cells
 * that would be formulas told as text.
 */
export function tableFile(header: string[], rows: (string | number | null)[][]): string {
  return `\ufeff${Papa.unparse({ fields: header, data: rows }, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}

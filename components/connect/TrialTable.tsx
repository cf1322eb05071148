import { Icon } from '@/components/basic/Icon';
import type { ConnectWords } from '@/lib/words/en/connect';

export interface TrialReading {
  metric: string;
  value: unknown;
  shown: string | null;
  problem: string | null;
  source: 'page' | 'api';
}

export interface Trial {
  address: string;
  accountId: string | null;
  name: string | null;
  problem: string | null;
  readings: TrialReading[];
}

interface Props {
  rows: Trial[];
  nameOf(metric: string): string;
  words: ConnectWords;
}

/** Accounts against metrics: what was read of each, and what stood in the way. */
export function TrialTable({ rows, nameOf, words }: Props) {
  const columns = [...new Map(rows.flatMap((row) => row.readings.map((one) => [`${one.source} ${one.metric}`, one]))).values()];
  return (
    <div class="wide">
      <table class="trial">
        <thead>
          <tr>
            <th>{words.account}</th>
            {columns.map((column) => (
              <th key={`${column.source} ${column.metric}`}>
                {nameOf(column.metric)}
                {column.source === 'api' && <span class="sub"> API</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.address}>
              <th scope="row">
                <span class="cut">{row.name ?? row.accountId ?? row.address}</span>
                <span class="sub">{row.problem ?? row.accountId}</span>
              </th>
              {columns.map((column) => (
                <TrialCell key={`${column.source} ${column.metric}`} row={row} column={column} words={words} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TrialCell({ row, column, words }: { row: Trial; column: TrialReading; words: ConnectWords }) {
  const one = row.readings.find((reading) => reading.metric === column.metric && reading.source === column.source);
  if (!one) return <td class="sub">{row.problem ? '' : words.none}</td>;
  if (isTrouble(one))
    return (
      <td class="bad" title={one.problem ?? ''}>
        <Icon name="watch" small /> {one.problem}
      </td>
    );
  return (
    <td class="num" title={one.shown ?? ''}>
      {one.value === null ? <span class="sub">{words.none}</span> : text(one.value, words)}
    </td>
  );
}

/** A blank field is no trouble: it says that there is nothing. */
export function isTrouble(one: TrialReading): boolean {
  return one.problem !== null && one.problem !== 'blank';
}

function text(value: unknown, words: ConnectWords): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

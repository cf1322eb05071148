import { Icon } from '@/components/basic/Icon';
import type { ConnectWords } from '@/lib/words/en/connect';
import { tell } from '@/lib/words/tell';

export interface TrialReading {
  metric: string;
  value: unknown;
  shown: string | null;
  problem: string | null;
  source: 'page' | 'api';
  /** Of a weekly value: how many weeks came, from when to when. */
  weeks: { count: number; from: string; to: string } | null;
}

export interface Trial {
  address: string;
  accountId: string | null;
  name: string | null;
  problem: string | null;
  readings: TrialReading[];
  /** What is wrong with the APIs' replies, in words. */
  apiProblems: string[];
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
                {row.apiProblems.map((text) => (
                  <span key={text} class="sub bad" role="note">
                    <Icon name="watch" small /> {text}
                  </span>
                ))}
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
        <Weeks weeks={one.weeks} words={words} />
      </td>
    );
  return (
    <td class="num" title={one.shown ?? ''}>
      {one.value === null ? <span class="sub">{words.none}</span> : text(one.value, words)}
      <Weeks weeks={one.weeks} words={words} />
    </td>
  );
}

/** How many weeks came of a value, from when to when. */
export function Weeks({ weeks, words }: { weeks: TrialReading['weeks']; words: Pick<ConnectWords, 'weeksCame' | 'lang'> }) {
  if (weeks === null) return null;
  const { count, from, to } = weeks;
  return <span class="sub num weeks">{tell(words.weeksCame, { n: count, from, to }, words.lang)}</span>;
}

/** A blank field is no trouble: it says that there is nothing. */
export function isTrouble(one: TrialReading): boolean {
  return one.problem !== null && one.problem !== 'blank';
}

function text(value: unknown, words: ConnectWords): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

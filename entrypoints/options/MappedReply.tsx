import { Icon } from '@/components/basic/Icon';
import { Weeks } from '@/components/connect/TrialTable';
import type { Lang } from '@/lib/core/text';
import { partText, type TroublePart } from '@/lib/core/view/api-trouble';
import { problemWord } from '@/lib/core/view/sentence-text';
import type { ConnectWords } from '@/lib/words/en/connect';
import { viewWords } from '@/lib/words/view-words';

interface Props {
  mapped: {
    readings: { metric: string; value: unknown; week: string | null; problem: string | null }[];
    problems: TroublePart[];
    weeks: Record<string, { count: number; from: string; to: string }>;
    problem: string | null;
  } | null;
  nameOf(metric: string): string;
  words: ConnectWords;
  lang: Lang;
}

const MOST = 14;

/** What a mapping makes of a reply: weeks of each metric, what is wrong, and the readings, the newest weeks first. */
export function MappedReply({ mapped, nameOf, words, lang }: Props) {
  const view = viewWords(lang);
  if (mapped?.problem)
    return (
      <p class="errors" role="alert">
        {mapped.problem}
      </p>
    );
  if (!mapped || (mapped.readings.length === 0 && mapped.problems.length === 0)) return <p class="evidence">{words.nothingMapped}</p>;
  const rows = mapped.readings.toSorted((a, b) => ((a.week ?? '9') > (b.week ?? '9') ? -1 : 1));
  return (
    <>
      {mapped.problems.map((part) => (
        <p key={`${part.code} ${part.metric}`} class="evidence bad" role="note">
          <Icon name="watch" small /> {partText(part, nameOf, view)}
        </p>
      ))}
      {Object.entries(mapped.weeks).map(([metric, weeks]) => (
        <p key={metric} class="evidence">
          {nameOf(metric)}: <Weeks weeks={weeks} words={words} />
        </p>
      ))}
      <table class="trial">
        <tbody>
          {rows.slice(0, MOST).map((row, at) => (
            <tr key={at}>
              <td>{nameOf(row.metric)}</td>
              <td class="num">{row.week ?? ''}</td>
              {row.value === null ? (
                <td class="r bad">{row.problem === null ? words.unknown : problemWord(row.problem, view.problems)}</td>
              ) : (
                <td class="r num">{JSON.stringify(row.value)}</td>
              )}
            </tr>
          ))}
          {rows.length > MOST && (
            <tr>
              <td colSpan={3} class="sub">
                … {rows.length - MOST}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </>
  );
}

import { useState } from 'preact/hooks';
import { Errors } from '@/components/basic/Errors';
import { isTrouble, type Trial, TrialTable } from '@/components/connect/TrialTable';
import type { Lang } from '@/lib/core/text';
import { partText, troubleTitle } from '@/lib/core/view/api-trouble';
import { problemWord } from '@/lib/core/view/sentence-text';
import { ask } from '@/lib/messages/ask';
import type { TrialRow } from '@/lib/messages/setup-messages';
import { tell } from '@/lib/words/tell';
import { viewWords } from '@/lib/words/view-words';
import type { StepProps } from './step-props';
import { addressesOf } from './wizard-state';

/** Reads the example accounts exactly as they will be read, and shows what came of it. Writes nothing. */
export function TrialStep({ state, draft, metrics, words, options, lang, change }: StepProps) {
  const [rows, setRows] = useState<Trial[] | null>(null);
  const [running, setRunning] = useState(false);
  const [errors, setErrors] = useState<string[]>([]);
  const addresses = addressesOf(state.addresses);
  const nameOf = (id: string) => metrics.find((metric) => metric.id === id)?.name ?? id;
  const run = async () => {
    setRunning(true);
    const answer = await ask('console.try', { console: draft, addresses }).catch((error: Error) => ({ errors: [error.message], rows: [] }));
    setErrors(answer.errors);
    setRows(answer.rows.map((row) => inWords(row, nameOf, lang)));
    if (answer.errors.length === 0) change({ tried: { console: JSON.stringify(draft), read: answer.rows.filter(wasRead).length } });
    setRunning(false);
  };
  const troubles =
    rows?.reduce((count, row) => count + (row.problem ? 1 : 0) + row.apiProblems.length + row.readings.filter(isTrouble).length, 0) ?? 0;
  return (
    <>
      <p class="evidence">{words.dryHint}</p>
      <div class="line">
        <button type="button" class="btn" disabled={running} onClick={() => void run()}>
          {words.run}
        </button>
        {running && (
          <span class="evidence" role="status">
            {tell(words.running, { n: addresses.length }, words.lang)}
          </span>
        )}
        {rows && !running && errors.length === 0 && (
          <span class={troubles ? 'badge watch' : 'badge good'} role="status">
            {troubles ? tell(words.problems, { n: troubles }) : words.good}
          </span>
        )}
      </div>
      {errors.length > 0 && <Errors errors={errors} words={options} />}
      {rows && rows.length > 0 && <TrialTable rows={rows} nameOf={nameOf} words={words} />}
    </>
  );
}

/** Whether page and APIs answered; what is wrong with single values is shown with them. */
const wasRead = (row: TrialRow) => row.problem === null && row.apis.every((one) => one.part !== null);

/** Problems as people read them; a blank field stays what it is. */
function inWords({ apis, ...row }: TrialRow, nameOf: (metric: string) => string, lang: Lang): Trial {
  const view = viewWords(lang);
  const told = (problem: string | null) => (problem === null || problem === 'blank' ? problem : problemWord(problem, view.problems));
  const apiProblems = apis.map(({ api, kind, message, part }) => {
    const text = part ? partText(part, nameOf, view) : (troubleTitle(kind ?? '', view) ?? message);
    return api === '' ? text : `${api}: ${text}`;
  });
  return { ...row, apiProblems, problem: told(row.problem), readings: row.readings.map((one) => ({ ...one, problem: told(one.problem) })) };
}

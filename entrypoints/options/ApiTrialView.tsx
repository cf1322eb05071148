import { useState } from 'preact/hooks';
import type { Lang } from '@/lib/core/text';
import { partText } from '@/lib/core/view/api-trouble';
import type { ConsoleDraft } from '@/lib/formats/console-file';
import { ask } from '@/lib/messages/ask';
import type { ApiTrial } from '@/lib/messages/setup-messages';
import type { SettingsWords } from '@/lib/words/en/settings';
import { viewWords } from '@/lib/words/view-words';

/** Asks the APIs about one account and shows what came, before anything is saved. */
export function ApiTrialView({ draft, words, lang }: { draft: ConsoleDraft; words: SettingsWords; lang: Lang }) {
  const [id, setId] = useState('');
  const [trials, setTrials] = useState<ApiTrial[] | string | null>(null);
  const run = async (event: Event) => {
    event.preventDefault();
    setTrials([]);
    setTrials(await ask('api.try', { console: draft, accountId: id }).catch((error: Error) => error.message));
  };
  return (
    <form class="block" onSubmit={(event) => void run(event)}>
      <div class="line">
        <input
          class="text grow"
          aria-label={words.tryAccount}
          placeholder={words.tryAccount}
          required
          value={id}
          onInput={(event) => setId(event.currentTarget.value)}
        />
        <button type="submit" class="btn">
          {words.tryIt}
        </button>
      </div>
      {typeof trials === 'string' && (
        <p class="errors" role="alert">
          {trials}
        </p>
      )}
      {Array.isArray(trials) &&
        trials.map((trial) => (
          <div key={trial.id}>
            <p class="evidence">
              {trial.id} · {trial.problem ?? `${words.gave}: ${trial.readings.length}`}
            </p>
            {Object.entries(trial.weeks).map(([metric, { count, from, to }]) => (
              <p key={metric} class="evidence num">
                {metric}: {count} · {from} – {to}
              </p>
            ))}
            {trial.problems.map((part) => (
              <p key={`${part.code} ${part.metric}`} class="evidence bad" role="note">
                {partText(part, (metric) => metric, viewWords(lang))}
              </p>
            ))}
            {trial.readings.length > 0 && (
              <table class="trial">
                <tbody>
                  {trial.readings.slice(0, 12).map((reading, index) => (
                    <tr key={index}>
                      <td>{reading.metric}</td>
                      <td>{reading.week ?? ''}</td>
                      <td class="r num">{reading.value === null ? (reading.problem ?? words.unknown) : JSON.stringify(reading.value)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </div>
        ))}
    </form>
  );
}

import { Icon } from '@/components/basic/Icon';
import type { Locator, Parse } from '@/lib/formats/field-schema';
import type { ConnectWords } from '@/lib/words/en/connect';
import { tell } from '@/lib/words/tell';

/** A value found on the pages, and what a person makes of it. */
export interface FoundChoice {
  label: string;
  /** What each of the example pages shows; null where it has no such value. */
  texts: (string | null)[];
  type: string;
  find: Locator[];
  fragile: boolean;
  metric: string;
  parse: Parse | '';
  /** BCP 47 language by whose forms the pages show it, where that is told. */
  locale: string | null;
}

interface Props {
  choices: FoundChoice[];
  metrics: { id: string; name: string }[];
  parses: Record<string, string>;
  /** The console's own language. */
  locale: string;
  words: ConnectWords;
  onChange(at: number, part: Partial<FoundChoice>): void;
}

/** Values found on example accounts, side by side, each with the metric it stands for. */
export function FoundFields({ choices, metrics, parses, locale, words, onChange }: Props) {
  const used = new Map<string, number>();
  for (const choice of choices) if (choice.metric) used.set(choice.metric, (used.get(choice.metric) ?? 0) + 1);
  const count = choices.filter((choice) => choice.metric).length;
  return (
    <>
      <p class="evidence">{tell(words.found, { n: choices.length, used: count }, words.lang)}</p>
      <div class="wide">
        <table class="trial found-fields">
          <thead>
            <tr>
              <th>{words.shown}</th>
              <th colSpan={choices[0]?.texts.length ?? 1} />
              <th>{words.meaning}</th>
              <th>{words.type}</th>
            </tr>
          </thead>
          <tbody>
            {choices.map((choice, at) => (
              <tr key={at} class={choice.metric ? 'used' : ''}>
                <th scope="row">
                  {choice.label}
                  {choice.fragile && (
                    <span class="sub" title={words.fragileHint}>
                      <Icon name="watch" small /> {words.fragile}
                    </span>
                  )}
                </th>
                {choice.texts.map((text, index) => (
                  <td key={index} class="cut">
                    {text === null ? <span class="sub">{words.notThere}</span> : text || <span class="sub">—</span>}
                  </td>
                ))}
                <td>
                  <select
                    class="text"
                    aria-label={`${words.meaning}: ${choice.label}`}
                    value={choice.metric}
                    onChange={(event) => onChange(at, { metric: event.currentTarget.value })}
                  >
                    <option value="">{words.notUsed}</option>
                    {metrics.map((metric) => (
                      <option key={metric.id} value={metric.id} disabled={metric.id !== choice.metric && used.has(metric.id)}>
                        {metric.name}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <select
                    class="text"
                    aria-label={`${words.type}: ${choice.label}`}
                    value={choice.parse}
                    disabled={!choice.metric}
                    onChange={(event) => onChange(at, { parse: event.currentTarget.value as Parse })}
                  >
                    {Object.entries(parses).map(([id, name]) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                  {choice.locale && choice.locale !== locale && <span class="sub">{tell(words.readAs, { locale: choice.locale })}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

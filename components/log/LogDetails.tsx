import type { PanelView } from '@/lib/core/view/panel-view';
import type { LogWords } from '@/lib/words/en/log';
import { LogLists } from './LogLists';
import type { LogFields } from './log-fields';

interface Props {
  view: PanelView;
  words: LogWords;
  fields: LogFields;
  onChange(change: Partial<LogFields>): void;
}

/** What most notes need not say: how, how long, with whom, in what mood, and lists beside the text. */
export function LogDetails({ view, words, fields, onChange }: Props) {
  const outcomes =
    fields.type === 'email' || fields.type === 'chat' ? (['answered', 'unanswered'] as const) : (['done', 'followUp', 'noShow'] as const);
  return (
    <details class="more-fields">
      <summary>{words.details}</summary>
      <div class="row">
        <label class="grow">
          <span>{words.type}</span>
          <select
            class="text"
            value={fields.type}
            onChange={(event) => {
              const type = event.currentTarget.value as LogFields['type'];
              onChange({ type, outcome: type === 'email' || type === 'chat' ? 'answered' : 'done' });
            }}
          >
            {Object.entries(words.types).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="w-num">
          <span>{words.minutes}</span>
          <input
            class="text"
            inputMode="numeric"
            pattern="[0-9]*"
            value={fields.minutes}
            onInput={(event) => onChange({ minutes: event.currentTarget.value })}
          />
        </label>
        <label class="grow">
          <span>{words.outcome}</span>
          <select
            class="text"
            value={fields.outcome}
            onChange={(event) => onChange({ outcome: event.currentTarget.value as LogFields['outcome'] })}
          >
            {outcomes.map((id) => (
              <option key={id} value={id}>
                {words.outcomes[id]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label>
        <span>{words.who}</span>
        <input
          class="text"
          placeholder={words.whoHint}
          value={fields.who}
          onInput={(event) => onChange({ who: event.currentTarget.value })}
        />
      </label>
      <fieldset class="moods">
        <legend>{words.sentiment}</legend>
        {(['positive', 'neutral', 'negative'] as const).map((id) => (
          <button
            key={id}
            type="button"
            class="filter"
            aria-pressed={fields.sentiment === id}
            onClick={() => onChange({ sentiment: fields.sentiment === id ? '' : id })}
          >
            {words.sentiments[id]}
          </button>
        ))}
      </fieldset>
      <LogLists fields={fields} owners={view.owners} words={words} onChange={onChange} />
    </details>
  );
}

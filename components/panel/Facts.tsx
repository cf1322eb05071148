import { useState } from 'preact/hooks';
import type { LogWords } from '@/lib/words/en/log';

export interface AskedFact {
  metric: string;
  name: string;
  type: string;
  value: string;
}

/** Facts that only people know: who leads the project, what was agreed, how it feels. */
export function Facts({ facts, words, onNote }: { facts: AskedFact[]; words: LogWords; onNote(metric: string, value: string): void }) {
  return (
    <details class="sec facts">
      <summary>{words.facts}</summary>
      <p class="evidence">{words.factsHint}</p>
      {facts.map((fact) => (
        <Fact key={`${fact.metric} ${fact.value}`} fact={fact} words={words} onNote={onNote} />
      ))}
    </details>
  );
}

function Fact({ fact, words, onNote }: { fact: AskedFact; words: LogWords; onNote(metric: string, value: string): void }) {
  const [value, setValue] = useState(fact.value);
  return (
    <form class="fact" onSubmit={(event) => (event.preventDefault(), onNote(fact.metric, value))}>
      <label>
        <span>{fact.name}</span>
        <input
          class="text"
          type={(fact.type === 'date' ? 'date' : fact.type === 'number' ? 'number' : 'text') as 'text'}
          value={value}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn" disabled={value === fact.value}>
        {words.save}
      </button>
    </form>
  );
}

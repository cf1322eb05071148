import { useState } from 'preact/hooks';
import type { PanelWords } from '@/lib/words/en/panel';

interface Props {
  words: PanelWords;
  day: string;
  onPlan(day: string): void;
  onCancel(): void;
}

/** Asks for the day of a touchpoint. Only in a frame or a page of the extension's own. */
export function PlanForm({ words, day, onPlan, onCancel }: Props) {
  const [value, setValue] = useState(day);
  const submit = (event: Event) => {
    event.preventDefault();
    if (value) onPlan(value);
  };
  return (
    <form class="acts plan-form" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <label class="inline">
        <span class="sr">{words.planFor}</span>
        <input class="text" type="date" required value={value} autofocus onInput={(event) => setValue(event.currentTarget.value)} />
      </label>
      <button type="submit" class="btn primary">
        {words.confirm}
      </button>
      <button type="button" class="btn quiet" onClick={onCancel}>
        {words.cancel}
      </button>
    </form>
  );
}

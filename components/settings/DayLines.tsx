import { useState } from 'preact/hooks';
import { tell } from '@/lib/words/tell';

interface Props {
  label: string;
  days: string[];
  /** Said of lines that are no day; `{lines}` are their numbers. */
  wrong: string;
  onChange(days: string[]): void;
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A list of days, one a line. What is being typed stays as typed; it is stored when the field is left and every line is a day. */
export function DayLines({ label, days, wrong, onChange }: Props) {
  const [text, setText] = useState(days.join('\n'));
  const [bad, setBad] = useState<number[]>([]);
  const leave = () => {
    const lines = text.split('\n').map((line) => line.trim());
    const notDays = lines.flatMap((line, at) => (line === '' || isDay(line) ? [] : [at + 1]));
    setBad(notDays);
    if (notDays.length === 0) onChange([...new Set(lines.filter(Boolean))].sort());
  };
  return (
    <label>
      <span>{label}</span>
      <textarea
        class="text mono"
        rows={5}
        aria-invalid={bad.length > 0}
        value={text}
        onInput={(event) => (setText(event.currentTarget.value), setBad([]))}
        onBlur={leave}
      />
      {bad.length > 0 && (
        <span class="errors" role="alert">
          {tell(wrong, { lines: bad.join(', ') })}
        </span>
      )}
    </label>
  );
}

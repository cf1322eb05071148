import type { TeachWords } from '@/lib/words/en/teach';

interface Props {
  rows: { label: string; text: string }[];
  /** The page shows several records, and no value is anybody's. */
  isAmbiguous: boolean;
  words: TeachWords;
  onAim(index: number): void;
  onTake(index: number): void;
}

/** Everything that was found on the page; pointing at a line marks it there, pressing takes it. */
export function TeachList({ rows, isAmbiguous, words, onAim, onTake }: Props) {
  return (
    <div class="t-card" role="dialog" aria-label={words.found} style={{ top: '56px', left: 'calc(50% - 185px)' }}>
      {rows.length === 0 && <p class="sec">{isAmbiguous ? words.ambiguous : words.foundNone}</p>}
      <div class="found">
        {rows.map((row, index) => (
          <button type="button" key={index} onMouseEnter={() => onAim(index)} onFocus={() => onAim(index)} onClick={() => onTake(index)}>
            <span class="l cut">{row.label}</span>
            <span class="v cut">{row.text || '—'}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

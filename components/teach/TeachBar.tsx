import { Icon } from '@/components/basic/Icon';
import type { TeachWords } from '@/lib/words/en/teach';

interface Props {
  words: TeachWords;
  notice: string | null;
  /** How many values were found on the page. */
  count: number;
  open: boolean;
  /** Set after a save that can be taken back. */
  onUndo: (() => void) | null;
  onList(): void;
  onStop(): void;
}

/** The bar over a page in which values are being taught: what to do, the keys, the way out. */
export function TeachBar({ words, notice, count, open, onUndo, onList, onStop }: Props) {
  return (
    <div class="t-bar" role="toolbar" aria-label={words.title}>
      <b>{words.title}</b>
      <span role="status">{notice ?? words.hint}</span>
      {onUndo && (
        <button type="button" class="link" onClick={onUndo}>
          {words.undo}
        </button>
      )}
      <span class="keys" aria-hidden="true">
        <span>
          <kbd class="k-key">↑</kbd> {words.wider}
        </span>
        <span>
          <kbd class="k-key">↓</kbd> {words.narrower}
        </span>
        <span>
          <kbd class="k-key">→</kbd> {words.next}
        </span>
        <span>
          <kbd class="k-key">Esc</kbd> {words.stop}
        </span>
      </span>
      <button type="button" class="btn" aria-expanded={open} onClick={onList}>
        {words.found}: <span class="num">{count}</span>
      </button>
      <button type="button" class="btn icon" aria-label={words.stop} onClick={onStop}>
        <Icon name="x" />
      </button>
    </div>
  );
}

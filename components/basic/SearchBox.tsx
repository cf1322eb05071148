import { useEffect, useRef } from 'preact/hooks';
import type { FoundNote } from '@/lib/core/view/found-note';
import type { LogWords } from '@/lib/words/en/log';
import { tell } from '@/lib/words/tell';

interface Props {
  text: string;
  rows: FoundNote[] | null;
  words: LogWords;
  onText(text: string): void;
  onOpen(row: FoundNote): void;
  onClose(): void;
}

/** Notes of all accounts: what is typed, and where it stands. Arrow keys go through what was found. */
export function SearchBox({ text, rows, words, onText, onOpen, onClose }: Props) {
  const box = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const step = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onClose();
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.isComposing) return;
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input,.hit-row') ?? [])];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    next?.focus();
    event.preventDefault();
  };
  return (
    <section class="sec search" role="search" aria-label={words.search} ref={box} onKeyDown={step}>
      <input
        class="text"
        type="search"
        ref={field}
        aria-label={words.search}
        placeholder={words.searchHint}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {rows !== null && (
        <p class="evidence" role="status">
          {rows.length === 0 ? words.searchNone : tell(words.searchCount, { n: rows.length })}
        </p>
      )}
      {rows?.map((row) => (
        <button key={row.id} type="button" class="hit-row" onClick={() => onOpen(row)}>
          <span class="hit-head">
            <b class="cut">{row.name}</b>
            <span class="num">{row.day}</span>
          </span>
          <span class="hit-text">
            {row.title && <span class="sub">{row.title} · </span>}
            {row.pieces.map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text))}
          </span>
        </button>
      ))}
    </section>
  );
}

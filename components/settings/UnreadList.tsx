import type { UnreadConsole } from '@/lib/formats/unread-console';
import type { KeepingWords } from '@/lib/words/en/keeping';

/** Consoles that this version cannot read, or that the company's policy stands before: kept as they are, and shown. */
export function UnreadList({ rows, words, onDrop }: { rows: UnreadConsole[]; words: KeepingWords; onDrop(row: UnreadConsole): void }) {
  return (
    <>
      {rows.map((row, at) => (
        <div key={at} class="rowline" data-unread={row.id ?? ''}>
          <div class="grow">
            <b>{row.name ?? row.id ?? '—'}</b>
            <span class="sub">{row.shadowed ? words.shadowed : words.unreadText}</span>
            {!row.shadowed && <span class="sub mono">{row.why.join(' · ')}</span>}
          </div>
          <span class="badge unknown">{words.unread}</span>
          {row.from === 'own' && (
            <button type="button" class="btn quiet" onClick={() => onDrop(row)}>
              {words.dropUnread}
            </button>
          )}
        </div>
      ))}
    </>
  );
}

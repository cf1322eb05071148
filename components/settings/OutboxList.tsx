import type { HookWords } from '@/lib/words/en/hooks';
import { tell } from '@/lib/words/tell';

/** An entry that has not arrived yet. */
export interface Undelivered {
  id: string;
  name: string;
  title: string;
  state: 'waiting' | 'failed';
  tries: number;
  problem: string | null;
  nextAt: number;
}

interface Props {
  lines: Undelivered[];
  words: HookWords;
  time(at: number): string;
  onRetry(ids: string[]): void;
  onDrop(id: string): void;
}

/** What could not be delivered, and why; each can be tried again or left out. */
export function OutboxList({ lines, words, time, onRetry, onDrop }: Props) {
  return (
    <div class="form-box outbox" role="group" aria-label={words.queue}>
      <div class="line">
        <b class="grow">{words.queue}</b>
        {lines.length > 1 && (
          <button type="button" class="btn" onClick={() => onRetry(lines.map((line) => line.id))}>
            {words.retryAll}
          </button>
        )}
      </div>
      <p class="evidence">{words.queueHint}</p>
      {lines.map((line) => (
        <div key={line.id} class="line">
          <div class="grow">
            <b>{line.name}</b> {line.title}
            <span class="sub">
              {[
                line.problem,
                tell(words.tries, { n: line.tries }),
                line.state === 'waiting' && tell(words.nextTry, { time: time(line.nextAt) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          <button type="button" class="btn" aria-label={`${words.retry}: ${line.name} ${line.title}`} onClick={() => onRetry([line.id])}>
            {words.retry}
          </button>
          <button type="button" class="btn quiet" aria-label={`${words.drop}: ${line.name} ${line.title}`} onClick={() => onDrop(line.id)}>
            {words.drop}
          </button>
        </div>
      ))}
    </div>
  );
}

import { useState } from 'preact/hooks';
import type { Cause, Owner } from '@/lib/core/account/entry';
import type { PanelWords } from '@/lib/words/en/panel';

export interface Block {
  owner: Owner;
  cause: Cause;
  untilDay?: string;
}

interface Props {
  kind: 'block' | 'skip';
  today: string;
  owners: { id: string; name: string }[];
  causes: { id: string; name: string }[];
  words: PanelWords;
  onBlock(block: Block): void;
  onSkip(reason: string): void;
  onCancel(): void;
}

/** Asks what a block or a skip needs: for whom and why, or a reason. Only in a frame or a page of the extension's own. */
export function ItemForm({ kind, today, owners, causes, words, onBlock, onSkip, onCancel }: Props) {
  const [owner, setOwner] = useState<Block['owner']>('customer');
  const [cause, setCause] = useState<Cause>('data');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    if (kind === 'skip') onSkip(reason.trim());
    else onBlock({ owner, cause, ...(until && { untilDay: until }) });
  };
  return (
    <form class="item-form" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      {kind === 'skip' ? (
        <label>
          <span>{words.reason}</span>
          <input class="text" required maxLength={500} value={reason} autofocus onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
      ) : (
        <>
          <label>
            <span>{words.waitsFor}</span>
            <select class="text" value={owner} onChange={(event) => setOwner(event.currentTarget.value as Block['owner'])}>
              {owners.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{words.cause}</span>
            <select class="text" value={cause} onChange={(event) => setCause(event.currentTarget.value as Cause)}>
              {causes.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{words.until}</span>
            <input class="text" type="date" value={until} min={today} onInput={(event) => setUntil(event.currentTarget.value)} />
          </label>
        </>
      )}
      <div class="acts">
        <button type="submit" class="btn">
          {words.save}
        </button>
        <button type="button" class="btn quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

import { saveText } from '@/components/basic/files';
import type { ConsoleFile } from '@/lib/formats/console-file';
import type { SettingsWords } from '@/lib/words/en/settings';

interface Props {
  row: { console: ConsoleFile; access: boolean; locked: boolean };
  words: SettingsWords;
  onAllow(): void;
  onWithdraw(): void;
  onEdit(): void;
  onRemove(): void;
}

/** One console in the settings: whether it may be read, and what can be done with it. */
export function ConsoleLine({ row: { console, access, locked }, words, onAllow, onWithdraw, onEdit, onRemove }: Props) {
  return (
    <div class="rowline" data-console={console.id}>
      <div class="grow">
        <b>{console.name}</b>
        <span class="sub">{console.origins.join(', ')}</span>
      </div>
      <span class={access ? 'badge good' : 'badge unknown'}>{access ? words.access : words.noAccess}</span>
      {access ? (
        <button type="button" class="btn" onClick={onWithdraw}>
          {words.withdraw}
        </button>
      ) : (
        <button type="button" class="btn primary" onClick={onAllow}>
          {words.allow}
        </button>
      )}
      {locked ? (
        <span class="badge plain">{words.locked}</span>
      ) : (
        <button type="button" class="btn" onClick={onEdit}>
          {words.edit}
        </button>
      )}
      <button type="button" class="btn" onClick={() => saveText(`${console.id}.console.json`, `${JSON.stringify(console, null, 2)}\n`)}>
        {words.exportFile}
      </button>
      {!locked && (
        <button type="button" class="btn quiet" onClick={onRemove}>
          {words.remove}
        </button>
      )}
    </div>
  );
}

import { useState } from 'preact/hooks';
import { Icon } from '@/components/basic/Icon';
import type { Words } from '@/components/words';
import type { ItemView, PanelView } from '@/lib/core/view/panel-view';
import { EvidenceText } from './EvidenceText';
import { type Block, ItemForm } from './ItemForm';

export interface ItemActions {
  onTick(item: string, done: boolean): void;
  onBlock(item: string, block: Block): void;
  onSkip(item: string, reason: string): void;
}

interface Props extends ItemActions {
  item: ItemView;
  view: PanelView;
  words: Words;
}

/** One item: filled box by hand, outlined tick by a reading, dashed while it cannot be told. */
export function ChecklistItem({ item, view, words, onTick, onBlock, onSkip }: Props) {
  const [open, setOpen] = useState<'menu' | 'block' | 'skip' | null>(null);
  const done = item.state === 'done';
  const box = done ? (item.by === 'condition' ? 'box auto' : 'box on') : item.unknown || item.state === 'skipped' ? 'box off' : 'box';
  const close = () => setOpen(null);
  return (
    <li class={`item ${item.state}`}>
      <button
        type="button"
        class={box}
        role="checkbox"
        aria-checked={done}
        aria-label={item.name}
        data-item={item.id}
        onClick={() => onTick(item.id, !done)}
      >
        {done && <Icon name="check" small />}
      </button>
      <span class="t">
        {item.name}
        {!item.required && <small> {words.optional}</small>}
      </span>
      <span class={item.late ? 'when late num' : 'when num'}>{item.when}</span>
      <button
        type="button"
        class="btn icon dots"
        aria-label={`${words.items} ${item.name}`}
        aria-expanded={open !== null}
        onClick={() => setOpen(open ? null : 'menu')}
      >
        <Icon name="more" />
      </button>
      {item.lines.map((line) => (
        <EvidenceText key={line.parts.join()} line={line} />
      ))}
      {open === 'menu' && (
        <div class="item-menu">
          {item.state !== 'blocked' && !done && (
            <button type="button" class="btn" onClick={() => setOpen('block')}>
              <Icon name="blocked" />
              {words.block}
            </button>
          )}
          {!done && item.state !== 'skipped' && (
            <button type="button" class="btn" onClick={() => setOpen('skip')}>
              {words.leaveOut}
            </button>
          )}
          {item.state !== 'open' && (
            <button type="button" class="btn" onClick={() => (close(), onTick(item.id, false))}>
              {words.reopen}
            </button>
          )}
        </div>
      )}
      {(open === 'block' || open === 'skip') && (
        <ItemForm
          kind={open}
          view={view}
          words={words}
          onCancel={close}
          onBlock={(block) => (close(), onBlock(item.id, block))}
          onSkip={(reason) => (close(), onSkip(item.id, reason))}
        />
      )}
    </li>
  );
}

import { Icon } from '@/components/basic/Icon';
import { withState } from '@/components/basic/with-state';
import type { FormAsked } from '@/lib/core/view/form-asked';
import type { ItemView } from '@/lib/core/view/panel-view';
import type { PanelWords } from '@/lib/words/en/panel';
import { EvidenceText } from './EvidenceText';
import { FormFrame, type OpenForm } from './FormFrame';

export interface ItemActions {
  onTick(item: string, done: boolean): void;
  /** Opens a form, or closes the one that is open. */
  onForm(asked: FormAsked | null): void;
  onFrame(frame: HTMLIFrameElement): void;
}

interface Props extends ItemActions {
  item: ItemView;
  form: OpenForm | null;
  words: PanelWords;
}

/** One item: filled box by hand, outlined tick by a reading, dashed while it cannot be told. */
export const ChecklistItem = withState({ isMenu: false }, ({ item, form, words, onTick, onForm, onFrame }: Props, { isMenu }, set) => {
  const own = form && form.asked.kind !== 'plan' && form.asked.item === item.id ? form : null;
  const done = item.state === 'done';
  const box = done ? (item.by === 'condition' ? 'box auto' : 'box on') : item.unknown || item.state === 'skipped' ? 'box off' : 'box';
  const ask = (kind: 'block' | 'skip') => (set({ isMenu: false }), onForm({ kind, item: item.id }));
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
        aria-expanded={isMenu || own !== null}
        onClick={() => (own ? onForm(null) : set({ isMenu: !isMenu }))}
      >
        <Icon name="more" />
      </button>
      {item.lines.map((line) => (
        <EvidenceText key={line.parts.join()} line={line} />
      ))}
      {isMenu && !own && (
        <div class="item-menu">
          {item.state !== 'blocked' && !done && (
            <button type="button" class="btn" onClick={() => ask('block')}>
              <Icon name="blocked" />
              {words.block}
            </button>
          )}
          {!done && item.state !== 'skipped' && (
            <button type="button" class="btn" onClick={() => ask('skip')}>
              {words.leaveOut}
            </button>
          )}
          {item.state !== 'open' && (
            <button type="button" class="btn" onClick={() => (set({ isMenu: false }), onTick(item.id, false))}>
              {words.reopen}
            </button>
          )}
        </div>
      )}
      {own && (
        <FormFrame
          key={own.page}
          form={own}
          title={own.asked.kind === 'skip' ? words.leaveOut : words.block}
          onFrame={onFrame}
          onLost={() => onForm(null)}
        />
      )}
    </li>
  );
});

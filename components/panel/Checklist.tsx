import { withState } from '@/components/basic/with-state';
import type { ItemView, PanelView } from '@/lib/core/view/panel-view';
import type { PanelWords } from '@/lib/words/en/panel';
import { ChecklistItem, type ItemActions } from './ChecklistItem';
import type { OpenForm } from './FormFrame';

interface Props extends ItemActions {
  view: PanelView;
  words: PanelWords;
  form: OpenForm | null;
  onMarkPlay(play: string): void;
}

const SHOWN = 5;

/** What is left: what needs attention first, or everything by play. */
export const Checklist = withState({ all: false }, ({ view, words, form, onMarkPlay, ...actions }: Props, { all }, set) => {
  const row = (item: ItemView) => <ChecklistItem key={item.id} item={item} form={form} words={words} {...actions} />;
  return (
    <section class="sec" aria-label={words.checklist}>
      <h3 class="sec-h">
        {words.checklist}
        <span class="n num">{view.progress.count}</span>
        <button type="button" class="link" aria-expanded={all} onClick={() => set({ all: !all })}>
          {all ? words.less : words.all}
        </button>
      </h3>
      {all ? (
        view.plays.map((play) => (
          <div key={play.id} class="play">
            <h4 class="play-h">
              <span class="grow">{play.name}</span>
              {play.skipped !== null && (
                <small>
                  {words.leftOut}
                  {play.skipped && ` · ${play.skipped}`}
                </small>
              )}
              {play.skipped === null && view.checklist.filter((item) => item.play === play.id && item.state === 'open').length > 1 && (
                <button type="button" class="link" onClick={() => onMarkPlay(play.id)}>
                  {words.markDue}
                </button>
              )}
            </h4>
            <ul onKeyDown={moveFocus}>{view.checklist.filter((item) => item.play === play.id).map(row)}</ul>
          </div>
        ))
      ) : (
        <ul onKeyDown={moveFocus}>{firstItems(view.checklist).map(row)}</ul>
      )}
    </section>
  );
});

/** The most pressing open items, and the last one done, so that progress is seen. */
function firstItems(items: ItemView[]): ItemView[] {
  const open = items
    .filter((item) => item.weight < 5 && item.required)
    .sort((a, b) => a.weight - b.weight)
    .slice(0, SHOWN);
  return [...open, ...items.filter((item) => item.state === 'done').slice(-1)];
}

/** ↑ and ↓ move between boxes; Space ticks, as on any checkbox. */
function moveFocus(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const list = event.currentTarget as HTMLElement;
  const boxes = [...list.querySelectorAll<HTMLElement>('[role=checkbox]')];
  const at = boxes.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  boxes[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

import { Icon } from '@/components/basic/Icon';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { PanelWords } from '@/lib/words/en/panel';
import { tell } from '@/lib/words/tell';

/** The panel folded to the edge: how bad, what next, how far. */
export function CollapsedTab({
  view,
  words,
  side,
  onExpand,
}: {
  view: PanelView | null;
  words: PanelWords;
  side: 'left' | 'right';
  onExpand(): void;
}) {
  const count = (severity: 'stall' | 'watch') => view?.signals.filter((signal) => signal.severity === severity).length ?? 0;
  const next = view?.next;
  return (
    <button type="button" class={`tab ${side}`} aria-label={`${words.expand}: ${view?.name ?? words.panel}`} onClick={onExpand}>
      <span class="mark">
        <Icon name="mark" />
      </span>
      {count('stall') > 0 && (
        <span class="cnt st">
          <Icon name="stall" small />
          {count('stall')}
        </span>
      )}
      {count('watch') > 0 && (
        <span class="cnt wa">
          <Icon name="watch" small />
          {count('watch')}
        </span>
      )}
      {next && <span class="v">{tell(words.nextDue, { name: next.name, due: next.due.strong })}</span>}
      {view && <span class="pc num">{view.progress.percent}</span>}
      <Icon name={side === 'right' ? 'left' : 'right'} small />
    </button>
  );
}

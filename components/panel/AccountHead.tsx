import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/basic/Icon';
import type { PanelView } from '@/lib/core/view/panel-view';

/** Who and how far: the same head in the page and in the side panel. */
export function AccountHead({ view, children }: { view: PanelView; children?: ComponentChildren }) {
  const { progress } = view;
  return (
    <header class="head">
      <div class="head-row">
        <span class="mark">
          <Icon name="mark" />
        </span>
        <h2 class="name cut grow" title={view.name}>
          {view.name}
        </h2>
        {children}
      </div>
      <p class="meta">
        {view.meta.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <div class="prog">
        <div
          class={progress.done ? 'bar done' : 'bar'}
          role="progressbar"
          aria-label={progress.count}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(progress.share * 100)}
        >
          <i style={{ width: `${Math.round(progress.share * 100)}%` }} />
        </div>
        <span class="num">
          <span class="pct">{progress.percent}</span> <small>{progress.count}</small>
        </span>
      </div>
    </header>
  );
}

import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/basic/Icon';

/** The head while no account is shown. @param meta a line under the name */
export function KidoHead({ meta, children }: { meta?: string; children: ComponentChildren }) {
  return (
    <header class="head">
      <div class="head-row">
        <span class="mark">
          <Icon name="mark" />
        </span>
        <h2 class="name grow">Kido</h2>
        {children}
      </div>
      {meta && (
        <p class="meta">
          <span>{meta}</span>
        </p>
      )}
    </header>
  );
}

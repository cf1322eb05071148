import { render } from 'preact';
import { dress, type Mounted, mount } from '@/components/basic/mount';
import type { Held } from '@/components/basic/press-guard';
import { CollapsedTab } from '@/components/panel/CollapsedTab';
import type { OpenForm } from '@/components/panel/FormFrame';
import { Panel, type PanelActions } from '@/components/panel/Panel';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { PageSetup } from '@/lib/messages/page-messages';
import type { PanelWords } from '@/lib/words/en/panel';

const WIDTH = { least: 280, most: 560 };

/** What the panel shows now. */
export interface Shown {
  setup: PageSetup<PanelWords>;
  account: string | null;
  view: PanelView | null;
  refused: string | null;
  notice: { text: string; undo: boolean } | null;
  form: OpenForm | null;
}

/** What the panel's place is changed by. */
export interface PlaceActions {
  onExpand(): void;
  onWidth(width: number): void;
  onHeld(why: Held): void;
}

/** A width that a panel may have, in px. */
export function widthNear(width: number): number {
  return Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, width)));
}

/** The panel as it stands in a document: put there, drawn, dragged by its edge, taken out. */
export class PanelOnPage {
  private mounted: Mounted | null = null;

  constructor(
    private readonly document: Document,
    private readonly place: PlaceActions,
  ) {}

  remove(): void {
    if (this.mounted) render(null, this.mounted.root);
    this.mounted?.remove();
    this.mounted = null;
  }

  /** Lets a form's frame be clicked only while the panel can be seen. */
  guardFrame(frame: HTMLIFrameElement): void {
    this.mounted?.guardFrame(frame);
  }

  draw({ setup, account, view, refused, notice, form }: Shown, actions: PanelActions): void {
    const { place, words } = setup;
    this.mounted ??= mount(this.document, 'kido-panel', setup.styles, this.place.onHeld);
    const { root } = this.mounted;
    dress(this.mounted, setup.lang, setup.theme);
    root.style.setProperty('--width', `${place.width}px`);
    if (place.collapsed) {
      render(<CollapsedTab view={view} words={words} side={place.side} onExpand={this.place.onExpand} />, root);
      return;
    }
    render(
      <>
        <Panel
          key={account ?? 'none'}
          view={view}
          words={words}
          side={place.side}
          refused={refused}
          notice={notice}
          shortcut="Alt K"
          form={form}
          actions={actions}
        />
        <div class={`grip ${place.side}`} title={words.resize} onPointerDown={(event) => this.drag(event, place.side)} />
      </>,
      root,
    );
  }

  /** Drags the edge; the place is stored when it is let go. */
  private drag(event: PointerEvent, side: 'left' | 'right'): void {
    const grip = event.currentTarget as HTMLElement;
    grip.setPointerCapture(event.pointerId);
    const width = (at: PointerEvent) => (side === 'right' ? this.document.documentElement.clientWidth - at.clientX : at.clientX);
    const move = (at: PointerEvent) => this.mounted?.root.style.setProperty('--width', `${widthNear(width(at))}px`);
    const end = (at: PointerEvent) => {
      grip.removeEventListener('pointermove', move);
      this.place.onWidth(width(at));
    };
    grip.addEventListener('pointermove', move);
    grip.addEventListener('pointerup', end, { once: true });
  }
}

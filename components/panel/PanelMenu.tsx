import { Icon } from '@/components/basic/Icon';
import { withState } from '@/components/basic/with-state';
import type { PanelWords } from '@/lib/words/en/panel';

interface Props {
  words: PanelWords;
  onOtherSide(): void;
  onHide(): void;
  onResize(by: number): void;
  onReadAgain(): void;
}

/** Everything about the panel itself that is not worth a button of its own. */
export const PanelMenu = withState({ open: false }, ({ words, onOtherSide, onHide, onResize, onReadAgain }: Props, { open }, set) => {
  const item = (label: string, act: () => void, keep = false) => (
    <button type="button" role="menuitem" class="menu-item" onClick={() => (act(), keep || set({ open: false }))}>
      {label}
    </button>
  );
  return (
    <div class="menu-box" onKeyDown={(event) => event.key === 'Escape' && open && (event.stopPropagation(), set({ open: false }))}>
      <button
        type="button"
        class="btn icon"
        aria-label={words.more}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => set({ open: !open })}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div class="menu" role="menu">
          {item(words.readAgain, onReadAgain)}
          {item(words.otherSide, onOtherSide)}
          {item(words.wider, () => onResize(40), true)}
          {item(words.narrower, () => onResize(-40), true)}
          {item(words.hide, onHide)}
        </div>
      )}
    </div>
  );
});

import { useState } from 'preact/hooks';
import { Icon } from '@/components/basic/Icon';
import type { PanelWords } from '@/lib/words/en/panel';

interface Props {
  words: PanelWords;
  onOtherSide(): void;
  onHide(): void;
  onResize(by: number): void;
  onReadAgain(): void;
}

/** Everything about the panel itself that is not worth a button of its own. */
export function PanelMenu({ words, onOtherSide, onHide, onResize, onReadAgain }: Props) {
  const [open, setOpen] = useState(false);
  const item = (label: string, act: () => void, keep = false) => (
    <button type="button" role="menuitem" class="menu-item" onClick={() => (act(), keep || setOpen(false))}>
      {label}
    </button>
  );
  return (
    <div class="menu-box" onKeyDown={(event) => event.key === 'Escape' && open && (event.stopPropagation(), setOpen(false))}>
      <button
        type="button"
        class="btn icon"
        aria-label={words.more}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
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
}

import { Icon } from '@/components/basic/Icon';
import { withState } from '@/components/basic/with-state';
import type { PanelView, SignalView } from '@/lib/core/view/panel-view';
import type { PanelWords } from '@/lib/words/en/panel';
import { tell } from '@/lib/words/tell';
import { Signal } from './Signal';
import { WhyPopover } from './WhyPopover';

/** No more than this many at once; a longer list is not read. */
const SHOWN = 3;

interface Props {
  view: PanelView;
  words: PanelWords;
  onSnooze(rule: string): void;
}

const CLOSED: { all: boolean; why: string | null; asker: HTMLElement | null } = { all: false, why: null, asker: null };

/** What is wrong, worst first, and where two sources disagree. */
export const Signals = withState(CLOSED, ({ view, words, onSnooze }: Props, { all, why, asker }, set) => {
  const shown = all ? [...view.signals, ...view.snoozed] : view.signals.slice(0, SHOWN);
  const hidden = view.signals.length + view.snoozed.length - shown.length;
  const open = [...view.signals, ...view.snoozed].find((signal) => signal.rule === why);
  const close = () => {
    set({ why: null });
    asker?.focus();
  };
  const toggle = (signal: SignalView) => {
    const root = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    set({ asker: root as HTMLElement | null, why: why === signal.rule ? null : signal.rule });
  };
  if (view.signals.length + view.snoozed.length + view.differs.length === 0) return null;
  return (
    <section class="sec" aria-label={words.why} onKeyDown={(event) => event.key === 'Escape' && open && (event.stopPropagation(), close())}>
      <ul>
        {shown.map((signal) => (
          <Signal key={signal.rule} signal={signal} words={words} open={why === signal.rule} onWhy={() => toggle(signal)} />
        ))}
      </ul>
      {(hidden > 0 || all) && (
        <button type="button" class="link more" aria-expanded={all} onClick={() => set({ all: !all })}>
          {all ? words.less : tell(words.moreSignals, { n: hidden })}
        </button>
      )}
      {view.differs.map((differ) => (
        <div key={differ.title} class="differ">
          <div class="cap">
            <Icon name="swap" small />
            {differ.title}
          </div>
          {differ.rows.map((row) => (
            <div key={row.source} class="r">
              <Icon name={row.source} small />
              <span>{row.word}</span>
              <span class="v cut" title={row.value}>
                {row.value}
              </span>
              <span class="age">{row.age}</span>
              {row.used && (
                <span class="used">
                  <Icon name="check" small />
                  {row.used}
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
      {open && <WhyPopover signal={open} words={words} onClose={close} onSnooze={() => (onSnooze(open.rule), close())} />}
    </section>
  );
});

import { Icon } from '@/components/basic/Icon';
import type { SignalView } from '@/lib/core/view/panel-view';
import type { PanelWords } from '@/lib/words/en/panel';

interface Props {
  signal: SignalView;
  words: PanelWords;
  onClose(): void;
  onSnooze(): void;
}

const focus = (button: HTMLElement | null) => button?.focus();

/** Why a rule fired: rule, limit, values, place, age, what agrees and what is missing. */
export function WhyPopover({ signal, words, onClose, onSnooze }: Props) {
  return (
    <div class="why-pop" role="dialog" aria-label={`${words.why}: ${signal.claim}`}>
      <div class="what">
        <span class={`badge ${signal.severity}`}>
          <Icon name={signal.severity} small />
          {signal.word}
        </span>
        <b class="grow">{signal.claim}</b>
        <button type="button" class="btn icon" ref={focus} aria-label={words.close} onClick={onClose}>
          <Icon name="x" />
        </button>
      </div>
      <dl class="kv">
        {signal.why.map((row, index) => (
          <div key={`${index} ${row.term}`}>
            <dt>{row.term}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      <div class="acts">
        <button type="button" class="btn quiet" onClick={onSnooze}>
          {words.snooze} · {words.snoozeDays}
        </button>
      </div>
    </div>
  );
}

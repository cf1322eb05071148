import { Icon } from '@/components/basic/Icon';
import type { SignalView } from '@/lib/core/view/panel-view';
import type { PanelWords } from '@/lib/words/en/panel';
import { EvidenceText } from './EvidenceText';

interface Props {
  signal: SignalView;
  words: PanelWords;
  open: boolean;
  onWhy(): void;
}

/** One stall or watch: how bad, what, whose turn, and on what evidence. */
export function Signal({ signal, words, open, onWhy }: Props) {
  const key = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'e' && !event.ctrlKey && !event.metaKey && !event.altKey) onWhy();
  };
  return (
    <li class="signal" onKeyDown={key}>
      <div class="what">
        <span class={`badge ${signal.severity}`}>
          <Icon name={signal.severity} small />
          {signal.word}
        </span>
        <b class="grow">{signal.claim}</b>
        <span class={`turn ${signal.owner}`}>
          <Icon name={signal.owner} small />
          {signal.ownerWord}
        </span>
      </div>
      <EvidenceText line={signal.evidence} />
      <button type="button" class="link" aria-expanded={open} aria-label={`${words.why}: ${signal.claim}`} onClick={onWhy}>
        {words.why}
      </button>
    </li>
  );
}

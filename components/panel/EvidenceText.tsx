import { Icon } from '@/components/basic/Icon';
import type { EvidenceLine } from '@/lib/core/view/panel-view';

/** One quiet line: when · source · where. */
export function EvidenceText({ line }: { line: EvidenceLine }) {
  if (line.parts.length === 0) return null;
  return (
    <p class="evidence">
      {line.icon && <Icon name={line.icon} />}
      {line.parts.map((part, index) => (
        <span key={`${index} ${part}`} class={index ? 'dot' : ''}>
          {part}
        </span>
      ))}
    </p>
  );
}

/** Outlines of 16 px; what they look like stands in `tokens.css`, which is no script. */
export type IconName =
  | 'mark'
  | 'stall'
  | 'watch'
  | 'good'
  | 'unknown'
  | 'check'
  | 'page'
  | 'api'
  | 'person'
  | 'us'
  | 'third'
  | 'cal'
  | 'clock'
  | 'right'
  | 'left'
  | 'down'
  | 'hide'
  | 'more'
  | 'x'
  | 'blocked'
  | 'back'
  | 'again'
  | 'swap'
  | 'copy'
  | 'quote'
  | 'meeting'
  | 'customer'
  | 'import';

/** An outline icon. It never speaks alone: a word stands beside it. */
export function Icon({ name, small }: { name: IconName; small?: boolean }) {
  return (
    <svg class={`i i-${name}${small ? ' s' : ''}`} viewBox="0 0 16 16" aria-hidden="true">
      <path />
    </svg>
  );
}

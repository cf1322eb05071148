/**
 * Outlines that only Kido's own pages need; a page is not burdened with them. A path stands as its data; `o x y r` is a
 * circle, `r x y w h round` a rectangle.
 */
const shapes = {
  request: ['M5.75 11.5a4.25 4.25 0 1 1 4.5 0v1.25h-4.5z', 'M6.5 14.75h3'],
  task: ['r 2.25 2.25 11.5 11.5 2', 'm5.25 8.25 2 2 3.5-4.25'],
  flag: ['M3.5 14.5V2h8.75L10.5 5.25l1.75 3.25H3.5'],
  search: ['o 7 7 4.75', 'm10.5 10.5 4 4'],
  target: ['o 8 8 5', 'M8 1v3M8 12v3M1 8h3M12 8h3', 'o 8 8 1'],
  lock: ['r 3 7 10 7 1.5', 'M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2'],
} as const;

export type SideIconName = keyof typeof shapes;

/** An outline icon, as `Icon`. */
export function SideIcon({ name }: { name: SideIconName }) {
  return (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[name].map(draw)}
    </svg>
  );
}

function draw(shape: string) {
  const [kind, a, b, c, d, e] = shape.split(' ');
  if (kind === 'o') return <circle cx={a} cy={b} r={c} />;
  if (kind === 'r') return <rect x={a} y={b} width={c} height={d} rx={e} />;
  return <path d={shape} />;
}

/** 16 px outlines. A path stands as its data; `o x y r` is a circle, `r x y w h round` a rectangle. */
const shapes = {
  mark: ['M8 1.75a6.25 6.25 0 1 0 6.25 6.25', 'o 12.4 3.6 1.2'],
  stall: ['M5.2 1.75h5.6l3.45 3.45v5.6l-3.45 3.45H5.2L1.75 10.8V5.2z', 'M8 4.75v4', 'M8 11.2v.05'],
  watch: ['M8 2 14.5 13.5h-13z', 'M8 6.5v3', 'M8 11.6v.05'],
  good: ['o 8 8 6.25', 'm5.25 8.25 2 2 3.5-4.25'],
  unknown: ['o 8 8 6.25', 'M6.3 6.5a1.75 1.75 0 1 1 2.5 1.6c-.5.25-.8.5-.8 1', 'M8 11.3v.05'],
  check: ['m3.5 8.5 3 3 6-7'],
  page: ['M4 1.75h5l3 3v9.5H4z', 'M9 1.75v3h3'],
  api: ['M5.5 4 1.75 8l3.75 4M10.5 4l3.75 4-3.75 4'],
  person: ['o 8 5 2.75', 'M2.75 14c.4-3 2.4-4.5 5.25-4.5s4.85 1.5 5.25 4.5'],
  us: ['M2 7.5 8 2.25l6 5.25', 'M3.75 6.5v7.25h8.5V6.5'],
  third: ['o 8 3.5 1.75', 'o 3.5 12 1.75', 'o 12.5 12 1.75', 'm7.2 5.1-2.9 5.3M8.8 5.1l2.9 5.3'],
  cal: ['r 2 3 12 11 1.5', 'M2 6.5h12M5.25 1.5v3M10.75 1.5v3'],
  clock: ['o 8 8 6.25', 'M8 4.5V8l2.25 1.5'],
  right: ['m6 3.5 4.5 4.5L6 12.5'],
  left: ['M10 3.5 5.5 8l4.5 4.5'],
  down: ['M3.5 6 8 10.5 12.5 6'],
  hide: ['M13.5 2.5v11M3 8h7M7.25 4.75 10.5 8l-3.25 3.25'],
  more: ['M3 8h.05M8 8h.05M13 8h.05'],
  x: ['m4 4 8 8M12 4l-8 8'],
  blocked: ['o 8 8 6.25', 'M4.75 8h6.5'],
  back: ['M3 6.5h6.5a3.75 3.75 0 0 1 0 7.5H6', 'M5.75 3.5 2.75 6.5l3 3'],
  again: ['M13 8a5 5 0 1 1-1.5-3.6', 'M13.25 1.75v3h-3'],
  swap: ['M2.5 5.5h10l-2.5-2.5M13.5 10.5h-10L6 13'],
  copy: ['r 5.25 5.25 8.5 8.5 1.5', 'M10.75 5.25v-3h-8.5v8.5h3'],
  quote: ['M2.5 3h11v8.5H8l-3.25 2.75V11.5H2.5z', 'M5.5 6h5M5.5 8.5h3'],
  meeting: ['o 5.5 5.5 2.25', 'o 11.5 6.25 1.75', 'M1.75 13c.2-2.6 1.5-3.75 3.75-3.75S9 10.4 9.25 13M11 9.75c2 0 3.1.9 3.25 3'],
} as const;

const alias = { customer: 'person', import: 'api' } as const;

export type IconName = keyof typeof shapes | keyof typeof alias;

/** An outline icon. It never speaks alone: a word stands beside it. */
export function Icon({ name, small }: { name: IconName; small?: boolean }) {
  return (
    <svg class={small ? 'i s' : 'i'} viewBox="0 0 16 16" aria-hidden="true">
      {drawShapes(shapes[name as keyof typeof shapes] ?? shapes[alias[name as keyof typeof alias]])}
    </svg>
  );
}

/** Draws shapes in the notation above. */
export function drawShapes(list: readonly string[]) {
  return list.map(draw);
}

function draw(shape: string) {
  const [kind, a, b, c, d, e] = shape.split(' ');
  if (kind === 'o') return <circle cx={a} cy={b} r={c} />;
  if (kind === 'r') return <rect x={a} y={b} width={c} height={d} rx={e} />;
  return <path d={shape} />;
}

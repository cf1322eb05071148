interface Props {
  value: unknown;
  path: (string | number)[];
  name: string;
  onPick(path: (string | number)[]): void;
}

const MOST = 20;

/** A reply as a tree; its values are buttons. Of long lists the first entries are shown. */
export function ReplyTree({ value, path, name, onPick }: Props) {
  if (value === null || typeof value !== 'object')
    return (
      <button type="button" class="leaf" onClick={() => onPick(path)}>
        <span class="l">{name}</span>
        <span class="v">{value === null ? 'null' : typeof value === 'string' ? `“${value}”` : String(value)}</span>
      </button>
    );
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((one, at) => [at, one] as [number, unknown])
    : Object.entries(value);
  return (
    <details class="branch" open={path.length < 3}>
      <summary>
        <span class="l">{name}</span> <span class="n num">{Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`}</span>
      </summary>
      <div class="twigs">
        {entries.slice(0, MOST).map(([key, one]) => (
          <ReplyTree key={key} value={one} path={[...path, key]} name={String(key)} onPick={onPick} />
        ))}
        {entries.length > MOST && <span class="n">… {entries.length - MOST}</span>}
      </div>
    </details>
  );
}

interface Props {
  names: string[];
  at: number;
  /** The furthest step that may be opened. */
  reached: number;
  onStep(at: number): void;
}

/** Where a person is in a row of steps; those that were reached can be gone back to. */
export function Steps({ names, at, reached, onStep }: Props) {
  return (
    <ol class="steps">
      {names.map((name, index) => (
        <li key={name}>
          <button
            type="button"
            class={index < reached ? 'step past' : 'step'}
            aria-current={index === at ? 'step' : undefined}
            disabled={index > reached}
            onClick={() => onStep(index)}
          >
            <span class="no num">{index + 1}</span>
            {name}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** What is worked out when it is first asked for, and then kept. */
export function once<T>(work: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: work() }).value;
}

/** What is worked out when it is first asked for, and then kept. `meanwhile` where the work leads back to itself. */
export function once<T>(work: () => T, meanwhile?: T): () => T {
  let state: 'new' | 'working' | 'known' = 'new';
  let value = meanwhile;
  return () => {
    if (state === 'new' || (state === 'working' && value === undefined)) {
      state = 'working';
      value = work();
      state = 'known';
    }
    return value as T;
  };
}

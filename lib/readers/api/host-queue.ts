const last = new Map<string, Promise<unknown>>();

/** Runs tasks for one host one after the other: a console's API is a guest house, not a race track. */
export function inHostQueue<T>(host: string, task: () => Promise<T>): Promise<T> {
  const before = last.get(host) ?? Promise.resolve();
  const run = before.then(task, task);
  const settled = run.catch(() => undefined);
  last.set(host, settled);
  void settled.then(() => {
    if (last.get(host) === settled) last.delete(host);
  });
  return run;
}

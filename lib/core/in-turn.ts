/** Work under one name is done one piece after the other, in the order in which it was asked for; one that fails stops none behind it. */
export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Does work once all that was asked for under its name before is done. @returns its own outcome */
  run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const run = (this.last.get(name) ?? Promise.resolve()).then(work);
    const settled = run
      .catch(() => undefined)
      .finally(() => {
        if (this.last.get(name) === settled) this.last.delete(name);
      });
    this.last.set(name, settled);
    return run;
  }

  /** Waits for all that was asked for under a name so far. */
  async settled(name: string): Promise<void> {
    await this.last.get(name);
  }
}

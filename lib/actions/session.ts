import { InTurn } from '@/lib/core/in-turn';
import type { Area } from '@/lib/store/area';

/** All changes follow each other, whatever they change. */
const TURN = 'session';

/**
 * What is remembered while the browser runs. Read, changed and written in turn: two listeners that change the same thing
 * at once both count.
 */
export class Session {
  private readonly turns = new InTurn();

  constructor(private readonly area: Area) {}

  /** A value, after every change that was asked for before. */
  async read<T>(key: string): Promise<T | null> {
    await this.turns.settled(TURN);
    return this.get<T>(key);
  }

  /** @param change gives the next value; null forgets it */
  change<T>(key: string, change: (before: T | null) => T | null): Promise<void> {
    return this.turns.run(TURN, async () => {
      const next = change(await this.get<T>(key));
      await (next === null ? this.area.remove(key) : this.area.set(key, next));
    });
  }

  /** Gives a value once. */
  async take<T>(key: string): Promise<T | null> {
    let taken: T | null = null;
    await this.change<T>(key, (before) => {
      taken = before;
      return null;
    });
    return taken;
  }

  /** Forgets every value that is to go. */
  forget(isGone: (key: string, value: unknown) => boolean): Promise<void> {
    return this.turns.run(TURN, async () => {
      for (const key of await this.area.keys()) if (isGone(key, await this.area.get(key))) await this.area.remove(key);
    });
  }

  private async get<T>(key: string): Promise<T | null> {
    return ((await this.area.get(key)) as T | undefined) ?? null;
  }
}

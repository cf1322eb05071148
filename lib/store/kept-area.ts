import { InTurn } from '@/lib/core/in-turn';
import { settingsMove } from '@/lib/formats/stored-settings';
import type { Area } from './area';

/** An area whose values are kept in memory until they are forgotten, and whose changes follow each other. */
export class KeptArea {
  private readonly kept = new Map<string, Promise<unknown>>();
  private readonly turns = new InTurn();
  private moved: Promise<void> | null = null;

  constructor(private readonly area: Area) {}

  /** Drops what is kept; the next reading asks the area again. */
  forget(): void {
    this.kept.clear();
  }

  /** A value; undefined where nothing is stored. A reading that failed is tried again by the next. */
  async get(key: string): Promise<unknown> {
    await this.ready();
    let value = this.kept.get(key);
    if (!value) {
      const asked = this.area.get(key);
      value = asked;
      this.kept.set(key, asked);
      asked.catch(() => this.kept.get(key) === asked && this.kept.delete(key));
    }
    return value;
  }

  /**
   * Changes one value. What it is made from is read within the change, so that of two that come at once none is lost.
   * @param make gives the new value; undefined removes it, the very same object leaves it as it is
   */
  change(key: string, make: (stored: unknown) => unknown): Promise<void> {
    return this.turns.run('change', async () => {
      await this.ready();
      const before = await this.area.get(key);
      const after = make(before);
      if (after === before) return;
      try {
        await (after === undefined ? this.area.remove(key) : this.area.set(key, after));
      } finally {
        this.kept.delete(key);
      }
    });
  }

  /** Brings an older store to the form of this version, once; a failed try is made again. */
  private ready(): Promise<void> {
    this.moved ??= this.move().catch((error) => {
      this.moved = null;
      throw error;
    });
    return this.moved;
  }

  private async move(): Promise<void> {
    const keys = await this.area.keys();
    const all = await Promise.all(keys.map(async (key) => [key, await this.area.get(key)] as const));
    const move = settingsMove(Object.fromEntries(all));
    if (!move) return;
    for (const key of move.remove) await this.area.remove(key);
    // The new version stands in `settings`, written last: a move that was cut short is made again.
    const { settings, ...values } = move.set;
    for (const [key, value] of Object.entries(values)) await this.area.set(key, value);
    await this.area.set('settings', settings);
  }
}

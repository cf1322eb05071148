/** A place for small values by key, such as a browser's `storage.local`. */
export interface Area {
  /** Undefined where nothing is stored. */
  get(key: string): Promise<unknown>;
  /** Answers once it is stored. */
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

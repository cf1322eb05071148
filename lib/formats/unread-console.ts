/** A stored console that is not in use: this version cannot read it, or one of the company's stands in its place. */
export interface UnreadConsole {
  /** Null where not even that can be read. */
  id: string | null;
  name: string | null;
  from: 'own' | 'policy';
  /** Every reason why it is none; empty for one that is only shadowed. */
  why: string[];
  /** A console of the company has its id. */
  shadowed: boolean;
  data: unknown;
}

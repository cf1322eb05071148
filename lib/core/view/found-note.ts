/** A note that a search found; `pieces` with `hit` set are what was looked for. */
export interface FoundNote {
  id: string;
  account: string;
  name: string;
  day: string;
  title: string;
  pieces: { text: string; hit: boolean }[];
}

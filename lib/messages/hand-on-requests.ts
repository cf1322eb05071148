/** What leaves Kido and comes back, by a person's hand. */
export interface HandOnRequests {
  'data.backup': { ask: Record<string, never>; reply: unknown };
  'data.restore': { ask: { data: unknown }; reply: { added: number; known: number; problem: string | null } };
  /** Tables as CSV, by name. */
  'data.tables': { ask: Record<string, never>; reply: Record<'touchpoints' | 'tasks' | 'requests', string> };
  /** Notes of all accounts that hold what is typed; `pieces` with `hit` set are what was looked for. */
  'notes.search': { ask: { text: string }; reply: FoundRow[] };
  'calendar.file': { ask: { account: string; id: string }; reply: { name: string; text: string } };
  'touchpoint.recap': { ask: { account: string; id: string }; reply: { subject: string; markdown: string; html: string; mail: string } };
}

export interface FoundRow {
  id: string;
  account: string;
  name: string;
  day: string;
  title: string;
  pieces: { text: string; hit: boolean }[];
  /** Address of the account's page, where it was read last. */
  page: string | null;
}

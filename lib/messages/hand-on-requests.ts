/** What leaves Kido and comes back, by a person's hand. */
export interface HandOnRequests {
  'data.backup': { ask: Record<string, never>; reply: unknown };
  'data.restore': { ask: { data: unknown }; reply: { added: number; known: number; problem: string | null } };
  /** Tables as CSV, by name. */
  'data.tables': { ask: Record<string, never>; reply: Record<'touchpoints' | 'tasks' | 'requests', string> };
  'calendar.file': { ask: { account: string; id: string }; reply: { name: string; text: string } };
  'touchpoint.recap': { ask: { account: string; id: string }; reply: { subject: string; markdown: string; html: string; mail: string } };
}

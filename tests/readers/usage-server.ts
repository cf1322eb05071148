import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One week of usage, as the vendor's rows hold it. */
export interface Row {
  week: unknown;
  actions: unknown;
}

const MONDAY = Date.parse('2026-11-16');
const WEEK_MS = 7 * 86_400_000;

/** The newest weeks, newest first: actions are 100, 101 … from the newest back. */
export const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({ week: new Date(MONDAY - at * WEEK_MS).toISOString().slice(0, 10), actions: 100 + at }));

/** A vendor's usage API on loopback, with all that such APIs do: it pages, and a test makes it reorder, retype, truncate and forget. */
export class UsageServer {
  known = new Set(['17']);
  rows: Row[] = rowsOf(12);
  facts: Record<string, unknown>[] = [
    { field: { key: 'seats_bought' }, value: 40 },
    { field: { key: 'logins_30d' }, value: 7 },
  ];
  since: unknown = '2026-04-01';
  perPage = 5;
  /** Changes a page before it is sent: as JSON, or as a text that is none. */
  change: (page: Record<string, unknown>, at: number) => unknown = (page) => page;
  cursors: (string | null)[] = [];
  private server: Server | null = null;

  /** Starts on loopback. @returns the origin */
  async start(): Promise<string> {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const id = decodeURIComponent(url.pathname.split('/')[2] ?? '');
      const cursor = url.searchParams.get('cursor');
      this.cursors.push(cursor);
      const start = Number(cursor ?? 0);
      const next = start + this.perPage < this.rows.length ? String(start + this.perPage) : null;
      const page = { account: id, since: this.since, facts: this.facts, rows: this.rows.slice(start, start + this.perPage), next };
      const body = this.change(page, start / this.perPage);
      response.writeHead(this.known.has(id) ? 200 : 404, { 'content-type': 'application/json' });
      response.end(!this.known.has(id) ? '{"error": "not found"}' : typeof body === 'string' ? body : JSON.stringify(body));
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

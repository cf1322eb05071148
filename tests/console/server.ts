import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SampleAccount, sampleAccounts } from './accounts';

/** Ways in which the API can be made to fail. */
export type Fault = 'none' | '401' | '429' | '500' | 'slow' | 'malformed';

export const TOKEN = 'sample-token-1';
const PAGE = 10;
const MOST_REQUESTS = 240;
const WINDOW_MS = 10_000;
const app = (name: string) => readFileSync(new URL(`./app/${name}`, import.meta.url));

/** The sample admin console: a single-page app, its own records API (no sign-in), and a usage API with a bearer token. */
export class SampleConsole {
  fault: Fault = 'none';
  /** How long the app's own records and the usage API take, in ms. */
  recordDelay = 150;
  slowMs = 20_000;
  /** Words of the app's labels that a redesign replaced. */
  renamed: Record<string, string> = {};
  readonly accounts: SampleAccount[];
  /** Usage requests so far, for tests that count. */
  asked = 0;
  private calls: number[] = [];
  private readonly server: Server;

  constructor(today = Date.now()) {
    this.accounts = sampleAccounts(today);
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  /** Starts on loopback. @returns the origin */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => this.server.once('error', reject).listen(port, '127.0.0.1', resolve));
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const json = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
    const record = /^\/records(?:\/([^/]+))?$/.exec(url.pathname);
    const usage = /^\/api\/v1\/accounts\/([^/]+)\/usage$/.exec(url.pathname);
    if (request.method === 'POST' && url.pathname === '/fault') {
      this.fault = (url.searchParams.get('kind') ?? 'none') as Fault;
      return json(200, { fault: this.fault });
    }
    if (record) {
      await wait(Number(url.searchParams.get('delay') ?? this.recordDelay));
      if (!record[1])
        return json(
          200,
          this.accounts.map(({ id, name, plan, csm }) => ({ id, name, plan, csm })),
        );
      const found = this.find(record[1]);
      return found ? json(200, found) : json(404, { error: 'not found' });
    }
    if (usage) return this.usage(decodeURIComponent(usage[1] ?? ''), url, request, json, response);
    const file = { '/app.js': ['app.js', 'text/javascript'], '/style.css': ['style.css', 'text/css'] }[url.pathname] ?? [
      'index.html',
      'text/html',
    ];
    response
      .writeHead(200, {
        'content-type': `${file[1]}; charset=utf-8`,
        'content-security-policy': "default-src 'self'; require-trusted-types-for 'script'",
      })
      .end(this.redesigned(app(file[0] as string).toString()));
  }

  private redesigned(text: string): string {
    return Object.entries(this.renamed).reduce((all, [before, after]) => all.replaceAll(`'${before}'`, `'${after}'`), text);
  }

  private find(id: string): SampleAccount | undefined {
    return this.accounts.find((one) => one.id === decodeURIComponent(id));
  }

  private async usage(
    id: string,
    url: URL,
    request: IncomingMessage,
    json: (status: number, body: unknown, headers?: Record<string, string>) => void,
    response: ServerResponse,
  ): Promise<void> {
    this.asked += 1;
    if (this.fault === 'slow') await wait(this.slowMs);
    if (this.fault === '401' || request.headers.authorization !== `Bearer ${TOKEN}`) return json(401, { error: 'unauthorized' });
    if (this.fault === '500') return json(500, { error: 'internal' });
    if (this.fault === 'malformed') return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data": [');
    const now = Date.now();
    this.calls = this.calls.filter((at) => now - at < WINDOW_MS);
    if (this.fault === '429' || this.calls.length >= MOST_REQUESTS) return json(429, { error: 'too many' }, { 'retry-after': '1' });
    this.calls.push(now);
    const account = this.find(id);
    if (!account) return json(404, { error: 'not found' });
    const from = url.searchParams.get('from') ?? '';
    const rows = account.weeks.filter((one) => one.week >= from);
    const start = Number(url.searchParams.get('cursor') ?? 0);
    const next = start + PAGE < rows.length ? String(start + PAGE) : null;
    const current = account.apiActiveUsers ?? account.activeUsers;
    json(200, {
      account: id,
      now: { activeUsers: current, usageByUser: account.users, usageByFeature: account.features },
      data: rows.slice(start, start + PAGE),
      next,
    });
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

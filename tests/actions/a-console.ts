import { type ConsoleFile, parseConsole } from '@/lib/formats/console-file';
import type { Bench } from './fake-host';

export const ORIGIN = 'https://admin.acme.example';

/** A console whose accounts stand at /accounts/{id}. */
export function aConsole(change: Record<string, unknown> = {}): ConsoleFile {
  const { console, errors } = parseConsole({
    kido: 'console/1',
    id: 'acme',
    name: 'Acme admin',
    origins: [ORIGIN],
    pages: [{ match: '/accounts/{accountId}' }],
    account: { id: 'url' },
    fields: [
      { metric: 'seats', find: [{ label: 'Seats' }], parse: 'number' },
      { metric: 'plan', find: [{ label: 'Plan' }], parse: 'text' },
      { metric: 'contractDate', find: [{ label: 'Contract date' }], parse: 'date' },
    ],
    ...change,
  });
  if (!console) throw new Error(errors.join());
  return console;
}

/** An API on a host of its own, with a bearer secret. */
export const anApi = (change: Record<string, unknown> = {}) => ({
  id: 'usage',
  request: { url: 'https://api.acme.example/accounts/{accountId}/usage' },
  auth: { type: 'bearer', secret: 'acme-token' },
  map: 'body.{"metric": "activeUsers", "value": users}',
  ...change,
});

/** Puts a console in, with access to its pages and APIs. */
export async function connect(bench: Bench, console: ConsoleFile): Promise<void> {
  await bench.kido.settings.putConsole(console);
  bench.browser.access.add('https://admin.acme.example/*');
  bench.browser.access.add('https://api.acme.example/*');
}

export const addressOf = (id: string) => `${ORIGIN}/accounts/${id}`;

/** A field as a page's script sends it. */
export const shown = (metric: string, text: string | null, problem: string | null = null) => ({
  metric,
  shown: text,
  where: `label ${metric}`,
  problem,
});

/** The mark of a page's visit. */
export const visit = { document: 'a-document', count: 1 };

import type { ApiSource } from '@/lib/formats/api-source';
import { shipped } from '@/lib/keeper/setting';
import type { ApiProblem } from '@/lib/readers/api/api-problem';
import type { Asking } from '@/lib/readers/api/ask';
import type { ReplySetting } from '@/lib/readers/api/map-reply';
import { metricTypes } from '@/lib/readers/api/metric-types';

/** An API source, with what a test changes of it. */
export const source = (more: Partial<ApiSource> = {}): ApiSource => ({
  id: 'usage',
  request: { method: 'GET', url: 'https://api.example.com/a/{accountId}?from={from}', headers: {} },
  auth: { type: 'bearer', secret: 's' },
  weeks: 26,
  timeoutMs: 200,
  retries: 2,
  refreshMinutes: 15,
  map: 'body.[{"metric":"seats","value":seats}]',
  ...more,
});
export const values = { accountId: 'A/1&x', from: '2026-01-01', to: '2026-11-22' };

/** How replies are read in tests: English, in Tokyo, on a Friday noon. */
export const setting: ReplySetting = {
  locale: 'en-US',
  zone: 'Asia/Tokyo',
  now: Date.parse('2026-11-20T12:00:00+09:00'),
  types: metricTypes(shipped.metrics, []),
};

type Kept = Awaited<ReturnType<Asking['secret']>>;

/** A network made of replies, which remembers what was asked. */
export function network(replies: (Response | Error | 'hang')[], secret: Kept = { value: 'top' }, reachable = () => true) {
  const asked: { url: string; init: RequestInit }[] = [];
  const secretsFor: string[] = [];
  const waits: number[] = [];
  let now = 1_000_000;
  const asking: Asking = {
    fetch: (async (url: string, init: RequestInit) => {
      asked.push({ url, init });
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      if (reply === 'hang') return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
      if (reply instanceof Error) throw reply;
      return (reply as Response).clone();
    }) as typeof fetch,
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    random: () => 0.5,
    now: () => now,
    secret: async (_, url) => {
      secretsFor.push(url);
      return secret;
    },
    mayAsk: async () => reachable(),
  };
  const passes = (ms: number) => {
    now += ms;
  };
  return { asked, waits, secretsFor, asking, passes };
}

export const json = (body: unknown, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers });

/** The problem that a reading ends with; null where it ends well. */
export const problemOf = async (run: Promise<unknown>) =>
  run.then(
    () => null,
    (error: ApiProblem) => error,
  );

import { describe, expect, it } from 'vitest';
import { readingSchema } from '@/lib/core/account/reading';
import type { ApiSource } from '@/lib/formats/api-source';
import { type Asking, retryAfter } from '@/lib/readers/api/ask';
import { mapReply } from '@/lib/readers/api/map-reply';
import { readApi } from '@/lib/readers/api/read-api';
import { json, network, problemOf, setting, source, values } from './fake-api';

describe('API reader', () => {
  it('fills the address safely and signs in without cookies', async () => {
    const net = network([json({ seats: 3 })]);
    expect((await readApi(source(), values, setting, net.asking)).readings).toEqual([
      { metric: 'seats', value: 3, source: 'api', where: 'api.example.com/a/A%2F1%26x', seenAt: setting.now },
    ]);
    expect(net.asked[0]?.url).toBe('https://api.example.com/a/A%2F1%26x?from=2026-01-01');
    expect(net.asked[0]?.init).toMatchObject({ credentials: 'omit', headers: { Authorization: 'Bearer top' } });
  });
  it('knows header keys, basic sign-in and the browser’s session', async () => {
    const init = async (auth: ApiSource['auth']) => {
      const net = network([json({ seats: 1 })]);
      await readApi(source({ auth }), values, setting, net.asking);
      return net.asked[0]?.init;
    };
    expect(await init({ type: 'header', name: 'X-Key', secret: 's' })).toMatchObject({ credentials: 'omit', headers: { 'X-Key': 'top' } });
    expect(await init({ type: 'basic', user: 'ü', secret: 's' })).toMatchObject({
      headers: { Authorization: `Basic ${Buffer.from('ü:top').toString('base64')}` },
    });
    expect(await init({ type: 'session' })).toMatchObject({ credentials: 'include' });
  });
  it('follows pages, by cursor and by address, and never to another host', async () => {
    const net = network([json({ rows: [1], next: 'c2' }), json({ rows: [2], next: null })]);
    const paged = source({ paging: { next: 'next', param: 'cursor', maxPages: 5 }, map: '[{"metric":"n","value":$sum(pages.rows)}]' });
    expect((await readApi(paged, values, setting, net.asking)).readings[0]?.value).toBe(3);
    expect(net.asked[1]?.url).toContain('cursor=c2');
    const away = source({ paging: { next: 'next', maxPages: 5 } });
    expect(await problemOf(readApi(away, values, setting, network([json({ next: 'https://evil.example/x' })]).asking))).toMatchObject({
      kind: 'mapping',
    });
    const endless = source({ paging: { next: '$string($random())', param: 'c', maxPages: 3 } });
    expect(await problemOf(readApi(endless, values, setting, network([json({})]).asking))).toMatchObject({ message: 'more than 3 pages' });
  });
  it('waits as long as a 429 says, then goes on', async () => {
    const net = network([json({}, 429, { 'retry-after': '7' }), json({ seats: 1 })]);
    expect((await readApi(source(), values, setting, net.asking)).readings).toHaveLength(1);
    expect(net.waits).toEqual([7000]);
    expect([
      retryAfter('Sun, 22 Nov 2026 10:00:10 GMT', Date.parse('2026-11-22T10:00:00Z')),
      retryAfter('soon', 0),
      retryAfter(null, 0),
    ]).toEqual([10_000, null, null]);
  });
  it('tries again after 5xx, breaks and time-outs, with growing pauses, and tells how often', async () => {
    const net = network([json({}, 503), new TypeError('network'), json({ seats: 1 })]);
    expect((await readApi(source(), values, setting, net.asking)).readings).toHaveLength(1);
    expect(net.waits).toEqual([500, 1000]);
    expect(await problemOf(readApi(source({ retries: 1 }), values, setting, network(['hang']).asking))).toMatchObject({
      kind: 'timeout',
      tries: 2,
    });
    expect(await problemOf(readApi(source(), values, setting, network([json({}, 500)]).asking))).toMatchObject({
      kind: 'server',
      status: 500,
      tries: 3,
    });
  });
  it('does not try again after a refusal: that locks accounts', async () => {
    const net = network([json({}, 401)]);
    expect(await problemOf(readApi(source(), values, setting, net.asking))).toMatchObject({ kind: 'refused', status: 401 });
    expect(net.asked).toHaveLength(1);
  });
  it('takes a log-in page for "signed out", broken JSON for malformed, a missing secret for what it is', async () => {
    const page = new Response('<!doctype html><title>Sign in</title>');
    expect(await problemOf(readApi(source({ auth: { type: 'session' } }), values, setting, network([page]).asking))).toMatchObject({
      kind: 'signedOut',
    });
    expect(await problemOf(readApi(source(), values, setting, network([new Response('{"a":')]).asking))).toMatchObject({
      kind: 'malformed',
    });
    expect(await problemOf(readApi(source(), values, setting, network([json({})], 'notSet').asking))).toMatchObject({ kind: 'noSecret' });
  });
  it('a place is no longer than a reading takes it', async () => {
    const asked = { ...values, accountId: '席'.repeat(300) };
    const [reading] = (await readApi(source(), asked, setting, network([json({ seats: 1 })]).asking)).readings;
    expect(readingSchema.safeParse(reading).error).toBeUndefined();
  });
  it('never lets a secret into a problem', async () => {
    for (const reply of [json({}, 401), json({}, 500), new TypeError('top'), new Response('top')]) {
      const problem = await problemOf(readApi(source({ retries: 0 }), values, setting, network([reply]).asking));
      expect(`${problem?.message} ${JSON.stringify(problem)}`).not.toContain('top');
    }
  });
  it('tells the place where a mapping fails, in the expression and in what it gave', async () => {
    const input = { ...values, pages: [{}] };
    await expect(mapReply('[{', input, setting, '')).rejects.toThrow(/mapping, character \d+/);
    await expect(mapReply('[{"metric":"a","value":1},{"metric":"","value":2}]', input, setting, '')).rejects.toThrow(
      /mapping result\[1\]\.metric/,
    );
    await expect(mapReply('{"metric":"a","value":1,"parse":"guess"}', input, setting, '')).rejects.toThrow(/mapping result\[0\]\.parse/);
    await expect(mapReply('"seats"', input, setting, '')).rejects.toThrow(/mapping result\[0\]/);
    expect(await mapReply('nothing', input, setting, '')).toMatchObject({ readings: [], problems: [] });
  });
  it('asks one host one request at a time', async () => {
    let open = 0;
    let most = 0;
    const net = network([json({ seats: 1 })]);
    const slow: Asking = {
      ...net.asking,
      fetch: (async () => {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setTimeout(resolve, 5));
        open -= 1;
        return json({ seats: 1 });
      }) as typeof fetch,
    };
    await Promise.all([1, 2, 3].map(() => readApi(source(), values, setting, slow)));
    expect(most).toBe(1);
  });
});

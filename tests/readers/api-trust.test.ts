import { describe, expect, it } from 'vitest';
import { authorize, retryAfter } from '@/lib/readers/api/ask';
import { fillBody, fillHeader, fillUrl } from '@/lib/readers/api/fill-request';
import { readApi } from '@/lib/readers/api/read-api';
import { json, network, problemOf, setting, source, values } from './fake-api';

describe('a redirect', () => {
  const away = new Response(null, { status: 307, headers: { Location: 'https://evil.example/' } });
  // As a browser gives it when it was told not to follow: without a status.
  const opaque = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
  opaque.clone = () => opaque;
  it.each([
    ['with its status', away, 307],
    ['opaque', opaque, 200],
  ])('%s is never followed and never tried again', async (_, reply, status) => {
    const net = network([reply]);
    expect(await problemOf(readApi(source(), values, setting, net.asking))).toMatchObject({
      kind: 'redirected',
      host: 'api.example.com',
      status,
    });
    expect(net.asked).toHaveLength(1);
    expect(net.asked[0]?.init.redirect).toBe('manual');
  });
});

describe('a reply', () => {
  const endless = () => {
    let sent = 0;
    const chunk = new Uint8Array(1_000_000).fill(32);
    const body = new ReadableStream({
      pull(stream) {
        sent += 1;
        stream.enqueue(chunk);
      },
    });
    const reply = new Response(body);
    reply.clone = () => reply;
    return { reply, sent: () => sent };
  };
  it('that never ends is read as far as it may go, and not tried again', async () => {
    const { reply, sent } = endless();
    const net = network([reply]);
    expect(await problemOf(readApi(source({ timeoutMs: 60_000 }), values, setting, net.asking))).toMatchObject({
      kind: 'tooLarge',
      tries: 1,
    });
    expect(sent()).toBeLessThan(30);
  });
  it('that says that it is too large is not read', async () => {
    const { reply, sent } = endless();
    reply.headers.set('content-length', '20000001');
    expect(await problemOf(readApi(source(), values, setting, network([reply]).asking))).toMatchObject({ kind: 'tooLarge' });
    expect(sent()).toBeLessThan(3);
  });
  it('that stops half-way is a time-out and no shorter reply', async () => {
    const stuck = new Response(
      new ReadableStream({
        start(stream) {
          stream.enqueue(new TextEncoder().encode('{"seats": 1}'));
        },
      }),
    );
    stuck.clone = () => stuck;
    const quick = source({ retries: 0, timeoutMs: 100 });
    expect(await problemOf(readApi(quick, values, setting, network([stuck]).asking))).toMatchObject({ kind: 'timeout' });
  });
  it('keeps signs that come in two pieces', async () => {
    const bytes = new TextEncoder().encode('{"seats": "席"}');
    const reply = new Response(
      new ReadableStream({
        start(stream) {
          for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
          stream.close();
        },
      }),
    );
    reply.clone = () => reply;
    const plan = source({ map: '{"metric": "plan", "value": body.seats}' });
    expect((await readApi(plan, values, setting, network([reply]).asking)).readings[0]?.value).toBe('席');
  });
  it('gives at most 5,000 readings', async () => {
    const many = (count: number) => source({ map: `[1..${count}].{"metric":"m" & $, "value": $}` });
    expect((await readApi(many(5000), values, setting, network([json({})]).asking)).readings).toHaveLength(5000);
    expect(await problemOf(readApi(many(5001), values, setting, network([json({})]).asking))).toMatchObject({ kind: 'tooLarge' });
  });
});

describe('the time for one reading', () => {
  const paged = source({ retries: 5, paging: { next: '$string($random())', param: 'c', maxPages: 200 } });
  it('is four minutes over all pages', async () => {
    const net = network([json({})]);
    const slow = {
      ...net.asking,
      fetch: async (...request: Parameters<typeof fetch>) => (net.passes(50_000), net.asking.fetch(...request)),
    };
    expect(await problemOf(readApi(paged, values, setting, slow))).toMatchObject({ kind: 'tooLong', host: 'api.example.com' });
    expect(net.asked).toHaveLength(5);
  });
  it('is four minutes over all pauses', async () => {
    const net = network([json({}, 429, { 'retry-after': '60' })]);
    expect(await problemOf(readApi(source({ retries: 5 }), values, setting, net.asking))).toMatchObject({ kind: 'tooLong', tries: 4 });
    expect(net.waits).toEqual([60_000, 60_000, 60_000]);
  });
});

describe('Retry-After', () => {
  it.each([
    ['99999999999', 10_800_000],
    ['9'.repeat(400), 10_800_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 10_800_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['-5', null],
    ['1e3', null],
    ['', null],
  ])('%s', (header, ms) => expect(retryAfter(header, Date.parse('2026-11-22T10:00:00Z'))).toBe(ms));
});

describe('leave and secrets', () => {
  it('leave is asked for before each request, also before a retry', async () => {
    let left = 2;
    const net = network([json({}, 503)], { value: 'top' }, () => left-- > 0);
    expect(await problemOf(readApi(source({ retries: 5 }), values, setting, net.asking))).toMatchObject({ kind: 'noAccess', tries: 3 });
    expect(net.asked).toHaveLength(2);
  });
  it('each page is signed for its own address', async () => {
    const net = network([json({ next: '/b/2' }), json({ next: null })]);
    await readApi(source({ paging: { next: 'next', maxPages: 5 }, map: 'nothing' }), values, setting, net.asking);
    expect(net.secretsFor).toEqual(net.asked.map((one) => one.url));
    expect(net.secretsFor.at(-1)).toBe('https://api.example.com/b/2');
  });
  it('a secret of another origin is not sent', async () => {
    const net = network([json({})], 'otherOrigin');
    expect(await problemOf(readApi(source(), values, setting, net.asking))).toMatchObject({ kind: 'otherOrigin' });
    expect(net.asked).toEqual([]);
  });
  it.each(['to\np', 'to\u0000p', 'töp席'])('a secret that no header can carry is said once', async (value) => {
    const net = network([json({})], { value });
    const problem = await problemOf(readApi(source(), values, setting, net.asking));
    expect(problem).toMatchObject({ kind: 'badSecret', tries: 1 });
    expect(`${problem?.message} ${JSON.stringify(problem)}`).not.toContain(value);
    expect(net.asked).toEqual([]);
  });
  it('a basic password may hold any letter', async () => {
    const secret = async () => ({ value: '席' });
    expect(await authorize({ type: 'basic', user: 'u', secret: 's' }, 'https://a.example/', { secret })).toEqual({
      headers: { Authorization: `Basic ${Buffer.from('u:席').toString('base64')}` },
      credentials: 'omit',
    });
  });
  it('a next page with a user in its address is not asked', async () => {
    const net = network([json({ next: 'https://u:p@api.example.com/2' })]);
    expect(await problemOf(readApi(source({ paging: { next: 'next', maxPages: 5 } }), values, setting, net.asking))).toMatchObject({
      kind: 'mapping',
    });
    expect(net.asked).toHaveLength(1);
  });
  it('a paging expression that fails is the mapping’s problem', async () => {
    const broken = source({ paging: { next: '$error("x")', maxPages: 5 } });
    expect(await problemOf(readApi(broken, values, setting, network([json({})]).asking))).toMatchObject({ kind: 'mapping' });
  });
});

describe('what is filled in', () => {
  const id = (accountId: string) => ({ ...values, accountId });
  it.each(['.', '..'])('%s as an id would ask another address', (accountId) => {
    for (const template of ['https://a.example/x/{accountId}/usage', 'https://a.example/{accountId}', 'https://a.example/{accountId}?q'])
      expect(() => fillUrl(template, id(accountId))).toThrow(expect.objectContaining({ kind: 'malformed', host: 'a.example' }));
    expect(fillUrl('https://a.example/?id={accountId}', id(accountId))).toBe(`https://a.example/?id=${accountId}`);
  });
  it.each(['.{accountId}', '%2e{accountId}'])('dots in the template and in the id add up: %s', (part) =>
    expect(() => fillUrl(`https://a.example/x/${part}/y`, id('.'))).toThrow(/leaves its place/),
  );
  it.each(['...', '%2e%2e', 'a/../b', '..\\', '\t..'])('%j stays one part of the path', (accountId) =>
    expect(new URL(fillUrl('https://a.example/x/{accountId}/y', id(accountId))).pathname.split('/')).toHaveLength(4),
  );
  it('an id that is no text is refused', () =>
    expect(() => fillUrl('https://a.example/{accountId}', id('\ud800'))).toThrow(expect.objectContaining({ kind: 'malformed' })));
  it('a form’s field stays one field, a JSON string one string', () => {
    expect(fillBody('id={accountId}&to={to}', id('17&scope=all +席'), 'form', 'a.example')).toBe(
      'id=17%26scope%3Dall+%2B%E5%B8%AD&to=2026-11-22',
    );
    expect(JSON.parse(fillBody('{"id":"{accountId}"}', id('1","admin":"1\n'), 'json', 'a.example'))).toEqual({ id: '1","admin":"1\n' });
  });
  it('a form is filled as one by its type, or where it is no JSON', async () => {
    const sent = async (headers: Record<string, string>, body: string) => {
      const net = network([json({ seats: 1 })]);
      const request = { method: 'POST' as const, url: 'https://api.example.com/', headers, body };
      await readApi(source({ request }), id('1&2'), setting, net.asking);
      return net.asked[0]?.init.body;
    };
    expect(await sent({ 'content-type': 'application/x-www-form-urlencoded' }, 'id={accountId}')).toBe('id=1%262');
    expect(await sent({}, 'id={accountId}')).toBe('id=1%262');
    expect(await sent({ 'Content-Type': 'application/json' }, '{"id":"{accountId}"}')).toBe('{"id":"1&2"}');
  });
  it.each(['a\nb', 'a\rb', 'a\u0000b', '席'])('%j is in no header', (accountId) =>
    expect(() => fillHeader('x {accountId}', id(accountId), 'a.example')).toThrow(expect.objectContaining({ kind: 'malformed' })),
  );
});

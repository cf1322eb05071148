import { afterEach, describe, expect, it, vi } from 'vitest';

type Sent = { request: string; body: unknown; id: string };

/** The browser's messaging, as `lib/messages` sees it. */
function runtime(answer: (sent: Sent, time: number) => unknown) {
  const sent: Sent[] = [];
  const listeners = new Set<(message: unknown, sender: object) => undefined>();
  return {
    sent,
    listeners,
    id: 'kido',
    sendMessage: async (message: Sent) => {
      sent.push(message);
      return answer(message, sent.length);
    },
    onMessage: {
      addListener: (listener: (message: unknown, sender: object) => undefined) => void listeners.add(listener),
      removeListener: (listener: (message: unknown, sender: object) => undefined) => void listeners.delete(listener),
    },
  };
}

async function withRuntime(answer: (sent: Sent, time: number) => unknown) {
  const made = runtime(answer);
  vi.stubGlobal('browser', { runtime: made });
  vi.resetModules();
  return { ...made, ...(await import('@/lib/messages/ask')), ...(await import('@/lib/messages/hear')) };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('asking', () => {
  it('gives the value of the answer', async () => {
    const { ask, sent } = await withRuntime(() => ({ ok: true, value: 'text' }));
    expect(await ask('handover.text', { account: 'acme/17' })).toBe('text');
    expect(sent).toMatchObject([{ request: 'handover.text', body: { account: 'acme/17' } }]);
  });

  it('asks again where no answer came, every time with the same id', async () => {
    const { ask, sent } = await withRuntime((_, time) => {
      if (time === 1) throw new Error('Could not establish connection');
      return time === 2 ? undefined : { ok: true, value: 'text' };
    });
    expect(await ask('handover.text', { account: 'acme/17' })).toBe('text');
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((one) => one.id)).size).toBe(1);
    expect(sent[0]?.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('waits a little before it asks again, and longer the second time', async () => {
    vi.useFakeTimers();
    const times: number[] = [];
    const start = Date.now();
    const { ask } = await withRuntime(() => void times.push(Date.now() - start));
    const asked = ask('handover.text', { account: 'acme/17' }).catch((error: Error) => error.message);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asked).toBe('no answer');
    expect(times).toEqual([0, 100, 300]);
  });

  it('gives up after three times', async () => {
    const { ask, sent } = await withRuntime(() => undefined);
    await expect(ask('handover.text', { account: 'acme/17' })).rejects.toThrow('no answer');
    expect(sent).toHaveLength(3);
  });

  it('does not ask again after a no, and tells its words', async () => {
    const { ask, Refused, sent } = await withRuntime(() => ({ ok: false, error: 'not allowed' }));
    await expect(ask('handover.text', { account: 'acme/17' })).rejects.toThrow(Refused);
    await expect(ask('handover.text', { account: 'acme/17' })).rejects.toThrow('not allowed');
    expect(sent).toHaveLength(2);
  });

  it('two questions have two ids', async () => {
    const { ask, sent } = await withRuntime(() => ({ ok: true, value: '' }));
    await Promise.all([ask('handover.text', { account: 'acme/17' }), ask('handover.text', { account: 'acme/17' })]);
    expect(sent[0]?.id).not.toBe(sent[1]?.id);
  });
});

describe('hearing', () => {
  it('hears the background and nobody else, until it stops', async () => {
    const { hear, listeners } = await withRuntime(() => undefined);
    const heard: unknown[] = [];
    const stop = hear((news) => void heard.push(news));
    const [listener] = listeners;
    const say = (message: unknown, sender: object) => listener?.(message, sender);
    expect(say({ news: 'settings', from: 'the background' }, { id: 'kido' })).toBeUndefined();
    say({ news: 'settings', from: 'another extension' }, { id: 'stranger' });
    say({ news: 'settings', from: 'nobody' }, {});
    say({ news: 'settings', from: 'a page of this extension' }, { id: 'kido', tab: { id: 7 } });
    for (const wrong of [null, undefined, 'settings', 7, {}, { news: 7 }, { request: 'settings.get' }]) say(wrong, { id: 'kido' });
    expect(heard).toEqual([{ news: 'settings', from: 'the background' }]);
    stop();
    expect(listeners.size).toBe(0);
  });
});

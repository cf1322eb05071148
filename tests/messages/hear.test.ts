import { afterEach, describe, expect, it, vi } from 'vitest';

type Listener = (message: unknown, sender: object) => undefined;

function runtime(id: string) {
  const listeners = new Set<Listener>();
  const sent: unknown[] = [];
  return {
    id,
    sent,
    listeners,
    sendMessage: async (message: unknown) => {
      sent.push(message);
      return { ok: true, value: id };
    },
    onMessage: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  };
}

async function messages() {
  vi.resetModules();
  return { ...(await import('@/lib/messages/hear')), ...(await import('@/lib/messages/ask')) };
}

afterEach(() => vi.unstubAllGlobals());

describe('listening', () => {
  it('each listener hears all, until it stops by itself', async () => {
    const made = runtime('kido');
    vi.stubGlobal('browser', { runtime: made });
    const { hear } = await messages();
    const heard: string[] = [];
    const stopFirst = hear((news) => void heard.push(`first ${news.news}`));
    hear((news) => void heard.push(`second ${news.news}`));
    const say = (message: unknown) => made.listeners.forEach((listener) => void listener(message, { id: 'kido' }));
    say({ news: 'settings' });
    stopFirst();
    say({ news: 'outbox' });
    expect(heard).toEqual(['first settings', 'second settings', 'second outbox']);
  });

  it('answers nobody: what is told is no question', async () => {
    const made = runtime('kido');
    vi.stubGlobal('browser', { runtime: made });
    const { hear } = await messages();
    hear(() => undefined);
    const answers = [...made.listeners].map((listener) => listener({ news: 'settings' }, { id: 'kido' }));
    expect(answers).toEqual([undefined]);
    expect(made.sent).toEqual([]);
  });

  it('a listener that fails does so alone: the news are not eaten by whoever made it', async () => {
    const made = runtime('kido');
    vi.stubGlobal('browser', { runtime: made });
    const { hear } = await messages();
    hear(() => {
      throw new Error('mine');
    });
    const [listener] = made.listeners;
    expect(() => listener?.({ news: 'settings' }, { id: 'kido' })).toThrow('mine');
    expect(() => listener?.({ request: 'settings.get' }, { id: 'kido' })).not.toThrow();
  });
});

describe('the browser’s messaging', () => {
  const question = ['settings.get', {}] as const;

  it('is `browser` where there is one, and `chrome` else', async () => {
    vi.stubGlobal('browser', { runtime: runtime('by browser') });
    vi.stubGlobal('chrome', { runtime: runtime('by chrome') });
    expect(await (await messages()).ask(...question)).toBe('by browser');
    vi.stubGlobal('browser', undefined);
    expect(await (await messages()).ask(...question)).toBe('by chrome');
  });

  it('gone with an update of the extension is an answer that never comes, told after three tries', async () => {
    const made = runtime('kido');
    let tries = 0;
    made.sendMessage = async () => {
      tries += 1;
      throw new Error('Extension context invalidated.');
    };
    vi.stubGlobal('browser', { runtime: made });
    await expect((await messages()).ask(...question)).rejects.toThrow('Extension context invalidated.');
    expect(tries).toBe(3);
  });

  it('a question travels as plain data, with its name, its body and its id, and nothing else', async () => {
    const made = runtime('kido');
    vi.stubGlobal('browser', { runtime: made });
    await (await messages()).ask('account.view', { account: 'acme/17' });
    expect(made.sent).toEqual([{ request: 'account.view', body: { account: 'acme/17' }, id: expect.stringMatching(/^[0-9A-Z]{26}$/) }]);
    expect(structuredClone(made.sent)).toEqual(made.sent);
  });
});

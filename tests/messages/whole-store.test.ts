import { afterEach, describe, expect, it, vi } from 'vitest';

const entry = (id: string) => ({ id });

/** A background that gives the store in the parts that it is made of. */
async function withParts(parts: Record<string, { entries: object[]; next: string | null } & Record<string, unknown>>) {
  const asked: unknown[] = [];
  const sendMessage = async ({ request, body }: { request: string; body: { after?: string } }) => {
    asked.push([request, body]);
    const part = parts[body.after ?? 'first'];
    return part ? { ok: true, value: structuredClone(part) } : { ok: false, error: 'no such part' };
  };
  vi.stubGlobal('browser', { runtime: { id: 'kido', sendMessage } });
  vi.resetModules();
  return { asked, ...(await import('@/lib/messages/whole-store')) };
}

afterEach(() => vi.unstubAllGlobals());

describe('the whole store', () => {
  const rest = { kido: 'backup/1', accounts: [{ key: 'acme/17' }], drafts: [], playbooks: [], erased: [] };

  it('that fits one message is that message', async () => {
    const { asked, wholeStore } = await withParts({ first: { ...rest, entries: [entry('a')], next: null } });
    const told: number[] = [];
    expect(await wholeStore((entries) => void told.push(entries))).toEqual({ ...rest, entries: [entry('a')] });
    expect(asked).toEqual([['data.backup', {}]]);
    expect(told).toEqual([]);
  });

  it('of many parts has every entry once and in order, and says how far it has come', async () => {
    const empty = { kido: 'backup/1', accounts: [], drafts: [], playbooks: [], erased: [] };
    const { asked, wholeStore } = await withParts({
      first: { ...rest, entries: [entry('a'), entry('b')], next: 'b' },
      b: { ...empty, entries: [entry('c')], next: 'c' },
      c: { ...empty, entries: [], next: null },
    });
    const told: number[] = [];
    const whole = await wholeStore((entries) => void told.push(entries));
    expect(whole).toEqual({ ...rest, entries: [entry('a'), entry('b'), entry('c')] });
    expect(asked).toEqual([
      ['data.backup', {}],
      ['data.backup', { after: 'b' }],
      ['data.backup', { after: 'c' }],
    ]);
    expect(told).toEqual([2, 3]);
  });

  it('of which a part is refused is none: half a backup is not handed out', async () => {
    const { wholeStore } = await withParts({ first: { ...rest, entries: [entry('a')], next: 'a' } });
    await expect(wholeStore()).rejects.toThrow('no such part');
  });
});

import { describe, expect, it } from 'vitest';
import { InTurn } from '@/lib/core/in-turn';

/** A piece of work that ends when it is told to, and notes that it began. */
function piece(begun: string[], name: string) {
  let resolve = (_: string) => {};
  let reject = (_: Error) => {};
  const promise = new Promise<string>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  const work = () => {
    begun.push(name);
    return promise;
  };
  return { work, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

describe('work in turn', () => {
  it('begins once all before it under its name is done, and gives its own outcome', async () => {
    const turns = new InTurn();
    const begun: string[] = [];
    const [a, b] = [piece(begun, 'a'), piece(begun, 'b')];
    const both = Promise.all([turns.run('one', a.work), turns.run('one', b.work)]);
    await soon();
    expect(begun).toEqual(['a']);
    a.end();
    await soon();
    expect(begun).toEqual(['a', 'b']);
    b.end();
    expect(await both).toEqual(['a', 'b']);
  });

  it('does not wait for work under another name', async () => {
    const turns = new InTurn();
    const begun: string[] = [];
    const [a, b] = [piece(begun, 'a'), piece(begun, 'b')];
    void turns.run('one', a.work);
    const second = turns.run('two', b.work);
    b.end();
    expect(await second).toBe('b');
    expect(begun).toEqual(['a', 'b']);
  });

  it('goes on behind work that failed, which tells its own asker', async () => {
    const turns = new InTurn();
    const begun: string[] = [];
    const [a, b] = [piece(begun, 'a'), piece(begun, 'b')];
    const first = turns.run('one', a.work);
    const second = turns.run('one', b.work);
    a.fail();
    b.end();
    await expect(first).rejects.toThrow('a');
    expect(await second).toBe('b');
  });

  it('goes on behind work that throws before it gives a promise', async () => {
    const turns = new InTurn();
    const first = turns.run('one', () => {
      throw new Error('at once');
    });
    const second = turns.run('one', async () => 'b');
    await expect(first).rejects.toThrow('at once');
    expect(await second).toBe('b');
  });

  it('is waited for, failed or not, without beginning anything', async () => {
    const turns = new InTurn();
    const begun: string[] = [];
    const a = piece(begun, 'a');
    const first = turns.run('one', a.work);
    let isSettled = false;
    const waiting = turns.settled('one').then(() => (isSettled = true));
    await soon();
    expect(isSettled).toBe(false);
    a.fail();
    await expect(first).rejects.toThrow('a');
    await waiting;
    expect(isSettled).toBe(true);
    await turns.settled('two');
    expect(begun).toEqual(['a']);
  });
});

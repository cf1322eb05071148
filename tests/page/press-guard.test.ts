import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { judgePress, type Press, PressGuard, STILL_MS } from '@/components/basic/press-guard';

const good: Press = {
  isTrusted: true,
  byPointer: true,
  isDrawn: true,
  isCovered: false,
  isHit: true,
  isSame: true,
  stillMs: STILL_MS,
  underMs: null,
};

describe('whether a press is taken', () => {
  it.each<[string, Partial<Press>, string | null]>([
    ['meant', {}, null],
    ['made by a script', { isTrusted: false }, 'forged'],
    ['on a host that is not drawn', { isDrawn: false }, 'unseen'],
    ['below something else in the top layer', { isCovered: true }, 'covered'],
    ['where something else is on top', { isHit: false }, 'covered'],
    ['on a host that just came', { stillMs: STILL_MS - 1 }, 'moved'],
    ['on a thing that just came under the pointer', { underMs: STILL_MS - 1 }, 'moved'],
    ['on a thing that came under the pointer a while ago', { underMs: STILL_MS }, null],
    ['let go elsewhere', { isSame: false }, 'elsewhere'],
    ['by a key', { byPointer: false, isHit: false, isSame: false, underMs: 0 }, null],
    ['by a key on a host that is not drawn', { byPointer: false, isDrawn: false }, 'unseen'],
    ['by a key on a host that just came', { byPointer: false, stillMs: 0 }, 'moved'],
  ])('%s', (_, part, held) => expect(judgePress({ ...good, ...part })).toBe(held));
});

describe('the guard at the root', () => {
  let now = 0;
  let taken: string[] = [];
  let held: string[] = [];
  let guard: PressGuard;
  let shadow: ShadowRoot;
  const look = { drawn: true, covered: false, hit: true };
  beforeEach(() => {
    now = 10_000;
    taken = [];
    held = [];
    Object.assign(look, { drawn: true, covered: false, hit: true });
    const host = document.createElement('div');
    document.body.append(host);
    shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<button id="a"><svg></svg></button><button id="b"></button>';
    const eyes = { now: () => now, isDrawn: () => look.drawn, isCovered: () => look.covered, isHit: () => look.hit };
    guard = new PressGuard(shadow, eyes, (why) => held.push(why));
    for (const one of shadow.querySelectorAll('button')) one.addEventListener('click', () => taken.push(one.id));
    now += STILL_MS;
  });
  afterEach(() => {
    guard.stop();
    document.body.innerHTML = '';
    vi.restoreAllMocks();
  });
  /** An event as a person's hand makes it. */
  const send = (id: string, event: Event, isTrusted = true) => {
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    (shadow.querySelector(`#${id}`) as Element).dispatchEvent(event);
  };
  const on = { bubbles: true, composed: true, cancelable: true };
  const down = (id: string, pointerType = 'mouse') => send(id, new PointerEvent('pointerdown', { ...on, pointerType }));
  const over = (id: string) => send(id, new PointerEvent('pointerover', on));
  const move = (id: string) => send(id, new PointerEvent('pointermove', on));
  const click = (id: string, detail = 1, isTrusted = true) => send(id, new MouseEvent('click', { ...on, detail }), isTrusted);

  it('takes a press and release on the same thing', () => {
    over('a');
    move('a');
    down('a');
    click('a');
    expect([taken, held]).toEqual([['a'], []]);
  });
  it('takes no click that a script made, and says nothing of it', () => {
    down('a');
    click('a', 1, false);
    click('a', 0, false);
    expect([taken, held]).toEqual([[], []]);
  });
  it('takes no click without a press before it, or with one elsewhere', () => {
    click('a');
    down('b');
    click('a');
    expect([taken, held]).toEqual([[], ['elsewhere', 'elsewhere']]);
  });
  it('takes no press on what came under a resting pointer, and one on what the pointer came to', () => {
    over('a');
    down('a');
    click('a');
    expect([taken, held]).toEqual([[], ['moved']]);
    move('a');
    down('a');
    click('a');
    expect(taken).toEqual(['a']);
  });
  it('a finger does not hover', () => {
    over('a');
    down('a', 'touch');
    click('a');
    expect(taken).toEqual(['a']);
  });
  it('takes no press for a moment after the page did something to the host', () => {
    guard.disturb();
    down('a');
    click('a');
    expect([taken, held]).toEqual([[], ['moved']]);
    now += STILL_MS;
    down('a');
    click('a');
    expect(taken).toEqual(['a']);
  });
  it('looks again when the button is let go', () => {
    down('a');
    look.hit = false;
    click('a');
    look.hit = true;
    down('a');
    look.covered = true;
    click('a');
    look.covered = false;
    down('a');
    guard.disturb();
    click('a');
    expect([taken, held]).toEqual([[], ['covered', 'covered', 'moved']]);
  });
  it('what was not to be seen as the button went down is not pressed as it comes up', () => {
    look.drawn = false;
    down('a');
    look.drawn = true;
    click('a');
    expect([taken, held]).toEqual([[], ['unseen']]);
  });
  it('takes keys only while the host is to be seen', () => {
    click('a', 0);
    look.drawn = false;
    click('b', 0);
    const key = new KeyboardEvent('keydown', { ...on, key: 'Enter' });
    send('a', key);
    expect([taken, held, key.defaultPrevented]).toEqual([['a'], ['unseen', 'unseen'], true]);
  });
  it('a window that was moved takes its buttons along', () => {
    vi.spyOn(window, 'screenX', 'get').mockReturnValue(300);
    down('a');
    click('a');
    expect([taken, held]).toEqual([[], ['moved']]);
  });
});

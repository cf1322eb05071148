import { describe, expect, it } from 'vitest';
import { type FramedPage, framedPage, framedPages } from '@/lib/messages/framed-pages';

const frameMayAsk = (page: FramedPage, name: string) => Object.hasOwn(framedPages[page].messages, name);

const base = 'chrome-extension://abcdefgh';

describe('framed pages', () => {
  it('knows pages of their own from those made for frames, and takes no other page in a frame', () => {
    expect(framedPage(`${base}/options.html`, 0)).toBeNull();
    expect(framedPage(`${base}/sidepanel.html?tab=3`, 0)).toBeNull();
    expect(framedPage(`${base}/options.html?dock=x`, 7)).toBeUndefined();
    expect(framedPage(`${base}/sidepanel.html`, 7)).toBeUndefined();
    expect(framedPage(`${base}/connect.html?dock=x`, 7)).toBe('connect');
    expect(framedPage(`${base}/form.html?pass=x`, 7)).toBe('form');
  });
  it('a page made for frames gets no more when a page opens it as a window', () => {
    expect(framedPage(`${base}/connect.html`, 0)).toBe('connect');
    expect(framedPage(`${base}/form.html`, 0)).toBe('form');
  });
  it('lets a form ask for itself and answer, and nothing else', () => {
    expect(Object.keys(framedPages.form.messages).sort()).toEqual(['form.mine', 'form.send']);
  });
  it.each([
    'secret.put',
    'data.backup',
    'data.restore',
    'hook.save',
    'hook.list',
    'settings.put',
    'playbook.publish',
    'touchpoint.log',
    'account.view',
    'entry.retract',
    'console.remove',
    'form.send',
  ])('the set-up steps may not ask %s', (name) => expect(frameMayAsk('connect', name)).toBe(false));
  it('the set-up steps may ask only what there is', () => {
    for (const name of ['dock.mine', 'console.save', 'page.discover']) expect(frameMayAsk('connect', name)).toBe(true);
    expect(frameMayAsk('connect', 'toString')).toBe(false);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { followLife, opened } from '@/entrypoints/account-page/life';

describe('the life of a document', () => {
  it('one that was loaded in advance is nobody’s until it is opened', async () => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    const begun = vi.fn();
    const waiting = opened(document).then(begun);
    await Promise.resolve();
    expect(begun).not.toHaveBeenCalled();
    document.dispatchEvent(new Event('prerenderingchange'));
    await waiting;
    expect(begun).toHaveBeenCalledTimes(1);
    Object.defineProperty(document, 'prerendering', { value: false, configurable: true });
    await opened(document);
  });
  it('tells of being left, of coming back as it was, and of waking', () => {
    const life = { onHidden: vi.fn(), onBack: vi.fn(), onWoken: vi.fn() };
    followLife(window as unknown as Window, life);
    window.dispatchEvent(new Event('pagehide'));
    expect(life.onHidden).toHaveBeenCalledTimes(1);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(life.onBack).not.toHaveBeenCalled();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(life.onBack).toHaveBeenCalledTimes(1);
    document.dispatchEvent(new Event('resume'));
    expect(life.onWoken).toHaveBeenCalledTimes(1);
  });
});

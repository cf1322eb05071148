import { describe, expect, it } from 'vitest';
import { progressOf } from '@/lib/core/assess/checklist';
import { claimOf } from '@/lib/core/assess/claim';
import type { Evidence } from '@/lib/core/conditions/evidence';
import { PlaybookIndex } from '@/lib/core/playbook/playbook-index';
import { playbook } from './make-account';

describe('progress and claims', () => {
  it('counts what is done of what is not skipped', () => {
    const states = (...list: string[]) => progressOf(list.map((state) => ({ state })) as never);
    expect(states()).toEqual({ done: 0, total: 0, share: null });
    expect(states('done', 'open', 'blocked', 'skipped')).toEqual({ done: 1, total: 3, share: 1 / 3 });
    expect(states('skipped')).toEqual({ done: 0, total: 0, share: null });
  });
  it('a claim shows the first number, its limit, the first item and how many there are', () => {
    const book = new PlaybookIndex(playbook);
    const claim = (evidence: Partial<Evidence>[]) => claimOf({ en: '{value} {limit} {item} {n}' }, evidence as Evidence[], book).en;
    expect(claim([])).toBe('? ? {item} 0');
    expect(
      claim([
        { kind: 'event', about: 'x', value: null },
        { kind: 'event', about: 'x', value: 3.456, limit: 2 },
      ]),
    ).toBe('3.46 2 {item} 0');
    expect(claim([{ kind: 'metric', about: 'activeShare', value: 0.426, limit: 0.4 }])).toBe('43 40 {item} 0');
    expect(claim([{ kind: 'metric', about: 'seats', value: 0.426 }])).toBe('0.43 ? {item} 0');
    expect(claim([{ kind: 'change', about: 'coreActions', value: -0.2, limit: -0.1 }])).toBe('20 10 {item} 0');
    const items = ['setup-data', 'setup-admin', 'setup-data'].map((about) => ({ kind: 'item' as const, about, value: true }));
    expect(claim(items)).toBe(`? ? ${book.items.get('setup-data')?.item.name.en} 2`);
  });
});

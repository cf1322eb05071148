import { decodeTime } from 'ulid';
import { describe, expect, it } from 'vitest';
import { requestId } from '@/lib/messages/request-id';

describe('the id of a question', () => {
  it('is a ULID: the library reads its time', () => {
    const now = Date.parse('2026-11-20T03:00:00.123Z');
    const id = requestId(now);
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(decodeTime(id)).toBe(now);
  });

  it('grows with time and is never the same twice', () => {
    const ids = Array.from({ length: 2000 }, () => requestId(5));
    expect(new Set(ids).size).toBe(2000);
    expect(requestId(1000) < requestId(2000)).toBe(true);
    expect(requestId(31) < requestId(32)).toBe(true);
  });

  it('uses every sign', () => {
    const signs = new Set(Array.from({ length: 500 }, () => requestId(5).slice(10)).join(''));
    expect(signs.size).toBe(32);
  });
});

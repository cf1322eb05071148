import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAddress, matchedPattern } from '@/lib/readers/page/match-address';

const on = (...match: string[]) => ({ origins: ['https://a.example'], pages: match.map((one) => ({ match: one })) });
const idOf = (pattern: string, path: string) => matchAddress(on(pattern), `https://a.example${path}`)?.urlId;

/** What patterns mean, told by regular expressions: right, and far too slow for some of them. */
function told(pattern: string, path: string): string | null | undefined {
  const exact = toldExactly(pattern, path);
  return exact === undefined ? toldExactly(pattern.replace(/\/$/, ''), path.replace(/\/$/, '')) : exact;
}

function toldExactly(pattern: string, path: string): string | null | undefined {
  const source = pattern.replace(/\{(\w+)\}|\*|[.+?^${}()|[\]\\]/g, (part, name: string | undefined) => {
    if (name) return name === 'accountId' ? '(?<accountId>[^/?#&]+)' : '[^/?#&]+';
    return part === '*' ? '.*' : `\\${part}`;
  });
  const found = new RegExp(`^${source}$`).exec(path);
  return found ? (found.groups?.accountId ?? null) : undefined;
}

describe('page patterns', () => {
  it('mean what they meant as regular expressions, and find the same id', () => {
    const piece = fc.constantFrom('a', 'b', '/', '-', '.', '*', '{x}', '{y1}', '&');
    const pattern = fc
      .tuple(fc.array(piece, { maxLength: 6 }), fc.constantFrom('', '{accountId}'), fc.array(piece, { maxLength: 6 }))
      .map(([before, id, after]) => `/${before.join('')}${id}${after.join('')}`);
    const path = fc.array(fc.constantFrom('a', 'b', '/', '-', '.x', '&'), { maxLength: 12 }).map((signs) => `/${signs.join('')}`);
    fc.assert(
      fc.property(pattern, path, (match, signs) => {
        const { pathname } = new URL(`https://a.example${signs}`);
        expect(idOf(match, pathname)).toBe(told(match, pathname));
      }),
      { numRuns: 5000 },
    );
  });
  it.each([
    ['stars', '/*a*a*a*x{accountId}!', 'a'.repeat(2000)],
    ['stars and parts', '/*{a}*{b}*{c}*{accountId}!', 'a'.repeat(2000)],
    ['parts that touch', `/{accountId}${'{a}'.repeat(40)}!`, 'a'.repeat(2000)],
    ['parts apart from each other by what they may hold', `/{accountId}${'-{a}'.repeat(40)}!`, '-'.repeat(2000)],
  ])('end on any address that a page may give itself: %s', (_, pattern, path) => expect(idOf(pattern, `/${path}`)).toBeUndefined());
  it('match addresses of some length with all their stars', () =>
    expect(idOf('/*/b/*/c/*/d/*/{accountId}', `/${'y'.repeat(900)}/b/1/c/2/d/3/9`)).toBe('9'));
  it('do not match an address that nobody could keep', () => {
    expect(idOf('/{accountId}', `/${'1'.repeat(3999)}`)).toHaveLength(3999);
    expect(idOf('/{accountId}', `/${'1'.repeat(4000)}`)).toBeUndefined();
  });
  it('take every part of an id, as long as it can be', () => {
    expect(idOf('/{accountId}-{x}', '/a-b-c')).toBe('a-b');
    expect(idOf('/{x}-{accountId}', '/a-b-c')).toBe('c');
    expect(idOf('/*{accountId}', '/ab')).toBe('b');
  });
  it('that name the id twice match one account, and never two', () => {
    expect(idOf('/{accountId}/users/{accountId}', '/7/users/7')).toBe('7');
    expect(idOf('/{accountId}/users/{accountId}', '/7/users/8')).toBeUndefined();
  });
  it.each([
    ['/a/{accountId}', '/a/7/'],
    ['/a/{accountId}/', '/a/7'],
    ['/a/{accountId}/?tab=*', '/a/7?tab=x'],
    ['/#/a/{accountId}', '/#/a/7/'],
    ['/v?id={accountId}&tab={x}', '/v?tab=2&id=7'],
    ['/v?id={accountId}&*', '/v?tab=2&x=&id=7'],
    ['/v/?kind=a&id={accountId}#*', '/v?id=7&kind=a#top'],
  ])('a slash at the end and the order of a query make no other account: %s on %s', (pattern, path) =>
    expect(idOf(pattern, path)).toBe('7'),
  );
  it.each([
    ['/a/{accountId}', '/a/'],
    ['/a/{accountId}', '/a//'],
    ['/a/{accountId}', '/a/7/edit/'],
    ['/v?id={accountId}', '/v?tab=2&id=7'],
    ['/v?id={accountId}&tab=1', '/v?tab=2&id=7'],
    ['/v?id={accountId}&*', '/v?tab=2'],
  ])('and no account where there is none: %s on %s', (pattern, path) => expect(idOf(pattern, path)).toBeUndefined());
  it('have no other origin, scheme or port, and no address that is none', () => {
    for (const address of ['http://a.example/1', 'https://a.example:444/1', 'https://b.example/1', 'nonsense', 'blob:null/1', ''])
      expect(matchAddress(on('/{accountId}'), address)).toBeNull();
  });
  it('an id that is no encoded text is taken as it stands', () => expect(idOf('/{accountId}', '/%E3%81')).toBe('%E3%81'));
  it('the first that matches is told by name', () => {
    expect(matchedPattern(on('/x/{accountId}', '/*', '/y'), 'https://a.example/y')).toBe('/*');
    expect(matchedPattern(on('/x/{accountId}'), 'https://a.example/y')).toBeNull();
  });
});

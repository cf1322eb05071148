import { describe, expect, it } from 'vitest';
import type { PageConfig } from '@/lib/formats/page-config';
import { pageMessages } from '@/lib/messages/page-messages';
import { locatePage } from '@/lib/readers/page/locate-page';
import { matchAddress } from '@/lib/readers/page/match-address';
import { readFields } from '@/lib/readers/page/read-fields';
import { opensFor, storedAddress } from '@/lib/readers/page/stored-address';

const at = (...patterns: string[]) => ({ origins: ['https://a.example'], pages: patterns.map((match) => ({ match })) });

describe('an address as it is kept', () => {
  it.each([
    ['/accounts/{accountId}', '/accounts/1?session=SECRET#t=1', '/accounts/1'],
    ['/view?id={accountId}&*', '/view?id=1&tab=2#t=1', '/view?id=1&tab=2'],
    ['/#/accounts/{accountId}', '/?session=SECRET#/accounts/1', '/#/accounts/1'],
    ['/v?id={accountId}#*', '/v?id=1#x', '/v?id=1#x'],
    ['/other/{accountId}', '/accounts/1?session=SECRET#t=1', '/accounts/1'],
  ])('by %s: %s', (pattern, address, kept) =>
    expect(storedAddress(at(pattern), `https://a.example${address}`)).toBe(`https://a.example${kept}`),
  );
  it('goes by the pattern that matches, not by another of the console', () =>
    expect(storedAddress(at('/view?id={accountId}', '/accounts/{accountId}'), 'https://a.example/accounts/1?s=SECRET')).toBe(
      'https://a.example/accounts/1',
    ));
  it('holds no user, and is no part of an address', () => {
    expect(storedAddress(at('/{accountId}'), 'https://u:p@a.example/1')).toBe('https://a.example/1');
    expect(storedAddress(at('/{accountId}*'), `https://a.example/1/${'x'.repeat(2000)}`)).toBe('https://a.example');
    expect(storedAddress(at('/{accountId}'), 'no address')).toBe('');
  });
});

describe('an address that may be opened', () => {
  const console = at('/accounts/{accountId}');
  it('is a page of its console', () => expect(opensFor(console, 'https://a.example/accounts/1')).toBe(true));
  it.each([
    'https://attacker.example/accounts/1',
    'http://a.example/accounts/1',
    'https://a.example:8443/accounts/1',
    'https://a.example.attacker.example/accounts/1',
    'https://u:p@a.example/accounts/1',
    'https://a.example/logout',
    'javascript:alert(1)',
    'https://a.example',
    '',
  ])('is not %s', (address) => expect(opensFor(console, address)).toBe(false));
});

describe('a long address', () => {
  it('is compared with many stars only as far as that ends soon', () => {
    expect(matchAddress(at('/*a*a*a*a/x'), `https://a.example/${'a'.repeat(2000)}`)).toBeNull();
    expect(matchAddress(at('/*{x}*{y}*{accountId}*/x'), `https://a.example/${'a'.repeat(400)}`)).toBeNull();
    expect(matchAddress(at('/{accountId}/****************/x'), `https://a.example/1/${'a/'.repeat(1000)}`)).toBeNull();
  });
  it('still matches where it may', () => {
    expect(matchAddress(at('/*/{accountId}/*'), `https://a.example/${'a/'.repeat(900)}1/x`)).not.toBeNull();
    expect(matchAddress(at('/*/a/*/b/*/c/*/{accountId}'), 'https://a.example/1/a/2/b/3/c/4/17')?.urlId).toBe('17');
  });
});

describe('a long text', () => {
  const config: PageConfig = {
    ...at('/{accountId}'),
    id: 'c',
    locale: 'en-US',
    zone: 'UTC',
    account: { id: 'url', name: [{ selector: 'h1' }] },
    fields: [
      { metric: 'long', find: [{ selector: '#long' }], parse: 'text' },
      { metric: 'grows', find: [{ selector: '#grows' }], parse: 'text' },
      { metric: 'far', find: [{ selector: `${'#x,'.repeat(300)}#far` }], parse: 'text' },
      { metric: 'seats', find: [{ selector: '#seats' }], parse: 'number' },
    ],
  };
  const address = 'https://a.example/1';
  it('is cut on the page, and the rest is read as ever', () => {
    document.body.innerHTML = `<h1>${'n'.repeat(600)}</h1><p id="long" lang="${'x'.repeat(50)}">${'x'.repeat(1999)}\u{1f600}y</p><input id="grows" value="${'㍿'.repeat(1000)}"><b id="far">7</b><b id="seats">42</b>`;
    const page = locatePage(document, config, address);
    const { name, fields } = page as NonNullable<typeof page>;
    expect(
      pageMessages['account.read'].schema.safeParse({ address, accountId: '1', name, fields, visit: { document: 'a-document', count: 1 } })
        .error,
    ).toBeUndefined();
    const read = readFields(fields, config, { now: 0, browserZone: 'UTC' });
    expect(read.map((one) => (typeof one.value === 'string' ? one.value.length : one.value))).toEqual([1999, 2000, 1, 42]);
  });
  it('is no account id', () => {
    document.body.innerHTML = `<h1>${'n'.repeat(301)}</h1>`;
    expect(locatePage(document, { ...config, account: { id: [{ selector: 'h1' }] } }, address)).toMatchObject({
      accountId: null,
      refused: 'no account: account id: too long to be one',
    });
  });
});

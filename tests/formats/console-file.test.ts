import { describe, expect, it } from 'vitest';
import { accessPatterns, parseConsole } from '@/lib/formats/console-file';
import { pageConfigOf } from '@/lib/formats/page-config';
import { readConsoleText, withLine } from '@/lib/formats/read-json';
import { sampleConsoleFile } from '../console/console-file';

const file = () =>
  structuredClone(sampleConsoleFile('http://localhost:4000')) as unknown as Record<string, never> & { fields: { parse: string }[] };

describe('console file', () => {
  it('is read', () => expect(readConsoleText(JSON.stringify(file())).errors).toEqual([]));
  it('names field and line of what is wrong', () => {
    const text = JSON.stringify(
      { ...file(), fields: file().fields.map((field, at) => (at === 2 ? { ...field, parse: 'nmber' } : field)) },
      null,
      2,
    );
    const [error] = readConsoleText(text).errors;
    const line = text.split('\n').findIndex((one) => one.includes('nmber')) + 1;
    expect(error).toMatch(new RegExp(`^line ${line}, fields\\[2\\]\\.parse: `));
  });
  it('finds the line also behind strings that hold brackets, quotes and commas', () => {
    const text = '{\n "a": "x, {\\"y\\": [1]}",\n "b": [\n  {"c": 1},\n  {"c": "}"},\n  {"d": 5,\n   "c": 2}\n ]\n}';
    expect(withLine(text, 'b[2].c: bad')).toBe('line 7, b[2].c: bad');
    expect(withLine(text, 'b[2].gone: missing')).toBe('line 6, b[2].gone: missing');
    expect(withLine(text, 'a: bad')).toBe('line 2, a: bad');
  });
  it('tells the line of broken JSON', () => {
    expect(readConsoleText('{\n  "a": 1,\n  oops\n}').errors[0]).toMatch(/^line 3, column \d+: not JSON/);
    expect(readConsoleText('').errors[0]).toMatch(/^line 1/);
  });
  it.each([
    [{ origins: ['https://a.example/path'] }, /origins\[0\]: an origin/],
    [{ origins: ['javascript:alert(1)'] }, /origins\[0\]/],
    [{ zone: 'Mars/Base' }, /zone: an IANA zone/],
    [{ locale: '??' }, /locale/],
    [{ pages: [{ match: 'accounts' }] }, /pages\[0\]\.match/],
    [{ pages: [{ match: '/accounts/new' }] }, /no pattern holds \{accountId\}/],
    [{ extra: 1 }, /extra/],
    [{ id: 'Big Id' }, /^id: /],
  ])('refuses %o', (change, wanted) => expect(parseConsole({ ...file(), ...change }).errors.join()).toMatch(wanted as RegExp));
  it('gives a page nothing of the API', () => {
    const { console } = parseConsole(file());
    if (!console) throw new Error('console');
    expect(JSON.stringify(pageConfigOf(console))).not.toMatch(/api|secret|usage/);
    expect(accessPatterns(console)).toEqual(['http://localhost/*']);
  });
});

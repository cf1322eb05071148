import { afterEach, describe, expect, it, vi } from 'vitest';
import { readJson, withLine } from '@/lib/formats/read-json';

const error = (text: string) => readJson(text).error;

describe('what is no JSON', () => {
  afterEach(() => vi.restoreAllMocks());

  const broken: [name: string, text: string, line: number, column: number][] = [
    ['nothing', '', 1, 1],
    ['blanks', ' \n ', 2, 2],
    ['a word', '{\n  "a": oops\n}', 2, 8],
    ['half a word', '[\n tru', 2, 2],
    ['a comma too many in a list', '[\n 1,\n]', 3, 1],
    ['a comma too many in an object', '{"a": 1,\n}', 2, 1],
    ['two commas', '[1,\n,2]', 2, 1],
    ['a comma left out', '{\n "a": 1\n "b": 2\n}', 3, 2],
    ['a colon left out', '{\n "a" 1\n}', 2, 6],
    ['a value left out', '{\n "a":\n}', 3, 1],
    ['an open list', '[\n 1,\n 2', 3, 3],
    ['a bracket too many', '[1]\n]', 2, 1],
    ['a second value', '{}\n{}', 2, 1],
    ['a bare key', '{\n  a: 1}', 2, 3],
    ['single quotes', "{\n  'a': 1}", 2, 3],
    ['an open string', '{\n "a": "b', 2, 7],
    ['a line break in a string', '{\n "a": "b\nc"}', 2, 7],
    ['a tab in a string', '{\n "a": "b\tc"}', 2, 7],
    ['an unknown escape', '["\\x41"]', 1, 2],
    ['half an escape', '["\\u12"]', 1, 2],
    ['a leading zero', '[\n 012]', 2, 3],
    ['a bare minus', '[-]', 1, 2],
    ['a plus sign', '[+1]', 1, 2],
    ['not a number', '{"a":\n NaN}', 2, 2],
    ['a comment before', '// why\n{}', 1, 1],
    ['a comment within', '{\n "a": 1 /* one */\n}', 2, 9],
    ['a comment after', '{}\n# end', 2, 1],
    ['a byte order mark', '\uFEFF{}', 1, 1],
    ['a no-break space', '[1]\u00A0', 1, 4],
    ['Windows line ends', '{\r\n  "a": 1,\r\n  oops\r\n}', 3, 3],
    ['letters beyond ASCII before', '{"é": "日本",\n "軌道": x}', 2, 8],
  ];

  it.each(broken)('%s', (_name, text, line, column) => expect(error(text)).toBe(`line ${line}, column ${column}: not JSON`));

  it.each([
    'Unexpected token o in JSON at position 14',
    `Unexpected token 'o', "{ "a": 1, oops }" is not valid JSON`,
    'JSON.parse: expected double-quoted property name at line 9 column 9 of the JSON data',
    `JSON Parse error: Expected '}'`,
    '',
  ])('the engine’s own words change nothing: %s', (words) => {
    vi.spyOn(JSON, 'parse').mockImplementation(() => {
      throw new SyntaxError(words);
    });
    expect(error('{\n  "a": 1,\n  oops\n}')).toBe('line 3, column 3: not JSON');
  });

  it('is told also where the nesting is too deep to walk', () => {
    expect(error('['.repeat(50_000))).toMatch(/^line 1, column \d+: not JSON$/);
  });
});

it('reads what is JSON', () => {
  expect(readJson(' {"a": [1, "\\u65e5", null]}\r\n')).toEqual({ data: { a: [1, '日', null] }, error: null });
  expect(readJson('null')).toEqual({ data: null, error: null });
});

describe('the line of a place', () => {
  const text = [
    '{',
    '  "a": 1,',
    '  "list": [',
    '    [1, 2],',
    '    [3,',
    '     {"deep": [',
    '       true',
    '     ]}]',
    '  ],',
    '  "last": 2',
    '}',
  ];
  const line = (place: string, of = text.join('\n')) => withLine(of, `${place}: bad`);

  it.each([
    ['a', 2],
    ['list', 3],
    ['list[0][1]', 4],
    ['list[1][1]', 6],
    ['list[1][1].deep[0]', 7],
    ['last', 10],
    ['(file)', 1],
  ])('%s', (place, wanted) => {
    expect(line(place)).toBe(`line ${wanted}, ${place}: bad`);
    expect(line(place, text.join('\r\n'))).toBe(`line ${wanted}, ${place}: bad`);
  });
  it.each([
    ['gone', 1],
    ['a.gone', 2],
    ['list[7]', 3],
    ['list[1][1].gone', 6],
    ['list[1][1].deep[4].gone', 6],
  ])('of %s, which is missing, is that of its parent', (place, wanted) => expect(line(place)).toBe(`line ${wanted}, ${place}: bad`));

  it.each([
    ['an escaped key', '{"x": 0,\n "\\u0061\\"b": 1}', 'a"b', 2],
    ['a key beyond ASCII', '{"x": 0,\n "軌道🛰": 1}', '軌道🛰', 2],
    ['a key that is a number', '{"x": 0,\n "2024": {\n "a": 1}}', '2024.a', 3],
    ['a key with a dot', '{"a": {"b": 1},\n "a.b": 1}', 'a.b', 2],
    ['a key with brackets and a colon', '{"x": 0,\n "/a[0]:b": {\n "c": 1}}', '/a[0]:b.c', 3],
    ['a key that begins like another', '{"name": 1,\n "names": 2}', 'names', 2],
    ['a key of every object', '{"a": 1,\n "constructor": 2}', 'constructor', 2],
    ['a key whose value begins a line below', '{\n "a":\n  {}}', 'a', 2],
    ['of equal keys the last, which counts', '{"a": 1,\n "b": 2,\n "a": 3}', 'a', 3],
    ['strings that look like structure', '{"a": "}, {\\"b\\": [",\n "b": 1}', 'b', 2],
    ['blank lines before', '\n\n{\n "a": 1}', 'a', 4],
    ['a list at the top', '[1,\n {"a": 2}]', '[1].a', 2],
  ])('%s', (_name, of, place, wanted) => expect(line(place, of)).toBe(`line ${wanted}, ${place}: bad`));

  it('stays out where the nesting is too deep to walk', () => {
    expect(withLine(`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'a: bad')).toBe('a: bad');
  });
});

import { describe, expect, it } from 'vitest';
import { evaluate } from '@/lib/readers/api/map-reply';
import { longestText } from '@/lib/readers/api/regex-limit';

describe('a mapping that would never end is ended', () => {
  it.each([
    ['deep recursion', '($f:=function($n){$n = 0 ? 0 : 1 + $f($n-1)}; $f(100000))'],
    ['a long range', '[1..1000000]'],
    ['a huge padding', '$pad("x", 1000000000)'],
    ['a huge padding to the left', '$pad("x", -1000000000)'],
    ['a text doubled', '($f:=function($s,$n){$n = 0 ? $length($s) : $f($s & $s, $n-1)}; $f("ab", 29))'],
    ['a list doubled', '($f:=function($a,$n){$n = 0 ? $count($a) : $f($append($a,$a), $n-1)}; $f([1,2], 40))'],
    ['a list within itself twice', '($f:=function($a,$n){$n = 0 ? $a : $f([[$a],[$a]], $n-1)}; $f(1,40) = $f(1,40))'],
    ['a long text many times', '($x := $pad("x", 10000); $join([1..200000].$x))'],
    ['all compared with all', '$distinct([1..100000])'],
    ['a time of many parts', '$toMillis($pad("1", 5000, "1") & "x", "[Y][M][D][H][m][s][f][Y][M][D][H][m][s]")'],
    ['a picture of a wide time', '$fromMillis(0, "[Y,999999999]")'],
    ['patterns within patterns', '$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/)'],
    ['such a pattern made later', '$eval("$contains(\\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\\", /^(a+)+$/)")'],
    ['many open parts on a long text', '$replace($pad("a", 5000, "a"), /a*a*a*a*b/, "")'],
    ['the same in a split', '$split($pad("a", 5000, "a"), /a*a*a*a*b/)'],
  ])('%s', async (_, expression) => {
    await expect(evaluate(expression, {})).rejects.toThrow(/^mapping, character/);
  });
  it.each([
    ['a text doubled', '($f:=function($s,$n){$n = 0 ? "end" : $f($s & $s, $n-1)}; $f("ab", 27))'],
    ['a list doubled', '($f:=function($a,$n){$n = 0 ? "end" : $f($append($a,$a), $n-1)}; $f([1,2], 18))'],
    ['lists of one list', '($f:=function($a,$n){$n = 0 ? "end" : $f([[$a],[$a]], $n-1)}; $f(1,40))'],
  ])('%s is ended for its size alone, before anything is done with it', async (_, expression) => {
    await expect(evaluate(expression, {})).rejects.toThrow(/too large|a list of more than|maximum sequence/);
  });
  it('one that goes round for ever is stopped by the clock', async () => {
    await expect(evaluate('($f:=function($n){$f($n+1)};$f(0))', {})).rejects.toThrow(/timeout/);
  });
});

describe('usual mappings go on working', () => {
  const body = { rows: Array.from({ length: 5000 }, (_, at) => ({ week: '2026-11-02T00:00:00Z', user: `user ${at % 700}`, n: at })) };
  it.each([
    ['$sum(rows.n)', 12_497_500],
    ['$count($distinct(rows.user))', 700],
    ['$pad("7", -3, "0")', '007'],
    ['$toMillis("22/11/2026 10:05", "[D01]/[M01]/[Y0001] [H01]:[m01]")', Date.parse('2026-11-22T10:05Z')],
    ['$toMillis("2026-11-22T10:05:00Z")', Date.parse('2026-11-22T10:05Z')],
    ['$fromMillis(0, "[Y0001]-[M01]-[D01]")', '1970-01-01'],
    ['$match("seats: 12 of 40", /(\\d+) of (\\d+)/).groups[1]', '40'],
    ['$replace("2026年11月22日", /(\\d{4})年(\\d{1,2})月(\\d{1,2})日/, "$1-$2-$3")', '2026-11-22'],
    ['$count(rows[$contains(user, /^user (?:1|2)\\d?$/i)])', 176],
    ['$reduce(rows.n, function($a, $b){$a + $b})', 12_497_500],
    ['$string({"a": [1, {"b": $uppercase("x")}]})', '{"a":[1,{"b":"X"}]}'],
    ['$now() ~> $length()', 24],
  ])('%s', async (expression, value) => expect(await evaluate(expression, body)).toEqual(value));
});

describe('how long a text a pattern may be tried on', () => {
  it.each([
    '^(a+)+$',
    '(a|a)*b',
    '(?:a?){30}a{30}',
    '(\\w+\\s?)*$',
    '((ab)*c)+',
    '(a)\\1',
    '(?<x>a)\\k<x>',
    '([a-z]*,){9,}',
    'a?'.repeat(40),
  ])('none for /%s/', (source) => expect(longestText(source)).toBe(0));
  it.each([
    ['^\\d{4}-\\d{2}-\\d{2}$', 1_000_000],
    ['\\d+', 10_000],
    ['^(\\d+)\\s*/\\s*(\\d+)$', 90],
    ['jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec', 100_000],
    ['[*+?|(]{2}\\(\\+\\)', 1_000_000],
    ['(?:ab)+', 10_000],
  ])('/%s/', (source, least) => expect(longestText(source)).toBeGreaterThanOrEqual(least));
});

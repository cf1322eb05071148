import { describe, expect, it } from 'vitest';
import { addLine, jsonataPath, mappingLine } from '@/lib/readers/api/map-path';
import { evaluate } from '@/lib/readers/api/map-reply';

const reply = {
  data: [
    { week: '2026-11-09T00:00:00Z', active: 4 },
    { week: '2026-11-02T00:00:00Z', active: 3 },
  ],
  now: { 'seats in use': 7, list: [[1, 2]] },
};
const run = (map: string) => evaluate(map, { body: reply, pages: [reply] }).then((value) => JSON.parse(JSON.stringify(value)));

describe('values clicked in a reply', () => {
  it('one value', async () =>
    expect(await run(addLine('', mappingLine('seats', ['now', 'seats in use'], reply)))).toEqual([{ metric: 'seats', value: 7 }]));
  it('a value in a list stands for all weeks of it', async () =>
    expect(await run(addLine('', mappingLine('activeUsers', ['data', 0, 'active'], reply)))).toEqual([
      { metric: 'activeUsers', value: 4, week: '2026-11-09' },
      { metric: 'activeUsers', value: 3, week: '2026-11-02' },
    ]));
  it('a place in a list without days is that place', async () =>
    expect(await run(addLine('', mappingLine('seats', ['now', 'list', 0, 1], reply)))).toEqual([{ metric: 'seats', value: 2 }]));
  it('a further click adds to what is there, also to a mapping written by hand', async () => {
    const two = addLine(
      addLine('', mappingLine('seats', ['now', 'seats in use'], reply)),
      mappingLine('activeUsers', ['data', 0, 'active'], reply),
    );
    expect(await run(two)).toHaveLength(3);
    expect(
      await run(addLine('body.now.{"metric": "plan", "value": "x"}', mappingLine('seats', ['now', 'seats in use'], reply))),
    ).toHaveLength(2);
  });
  it('names that are no plain words are quoted', () => expect(jsonataPath(['a b', 0, 'and', 'c'])).toBe('`a b`[0].`and`.c'));
  it('a reply that is a list by itself', () =>
    expect(mappingLine('seats', [0, 'n'], [{ n: 1 }])).toBe('{"metric": "seats", "value": body[0].n}'));
});

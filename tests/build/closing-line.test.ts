import { expect, it } from 'vitest';
import { closingLine } from '../closing-line';

it.each([
  [['passed', 'passed'], 0, 'unit: 2 passed, 0 failed'],
  [['passed', 'failed', 'skipped', 'skipped'], 0, 'unit: 1 passed, 1 failed, 2 skipped'],
  [['passed', 'pending'], 0, 'unit: 1 passed, 0 failed, 1 skipped'],
  [['passed'], 2, 'unit: 1 passed, 2 failed'],
  [[], 1, 'unit: 0 passed, 1 failed'],
  [[], 0, 'unit: 0 passed, 0 failed'],
])('%o and %i failures outside of a test end in "%s"', (results, other, wanted) =>
  expect(closingLine('unit', results, other)).toBe(wanted),
);

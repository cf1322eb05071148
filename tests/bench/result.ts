/** One figure of a bench, with the goal it is held against. */
export interface Result {
  name: string;
  value: string;
  goal: string;
  holds: boolean;
}

/** a ÷ b, as people read it. */
export function ratio(a: number, b: number): string {
  const value = a / b;
  return value >= 100 ? String(Math.round(value)) : value.toFixed(2);
}

/**
 * Gini coefficient of use between users: 0 when all use the same, towards 1 when one does everything.
 * G = Σ(2i − n − 1)·xᵢ / (n·Σx), x sorted upwards (Sen, On Economic Inequality, 1973).
 * @returns null for fewer than two users or no use at all: nothing is unequal there
 */
export function gini(values: number[]): number | null {
  const sorted = values.filter((value) => Number.isFinite(value) && value >= 0).sort((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (sorted.length < 2 || total === 0) return null;
  const weighted = sorted.reduce((sum, value, index) => sum + (2 * (index + 1) - sorted.length - 1) * value, 0);
  return weighted / (sorted.length * total);
}

/** Median; null for an empty list. */
export function median(values: number[]): number | null {
  return medianOfSorted([...values].sort((a, b) => a - b));
}

/** Median of values that are sorted upwards already; null for an empty list. */
export function medianOfSorted(sorted: number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** Names whose value is below half the median: the people that a tailored session should bring along. */
export function belowHalf(perName: Record<string, number>): string[] {
  const middle = median(Object.values(perName)) ?? 0;
  return Object.entries(perName)
    .filter(([, value]) => value === 0 || value < middle / 2)
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => name);
}

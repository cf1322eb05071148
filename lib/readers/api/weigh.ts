/** Signs and members that one value may hold; a reply of the largest size has fewer. */
const MOST = 40_000_000;
const LONGEST_LIST = 200_000;

/**
 * Refuses values that only look small: a text doubled thirty times, lists of one list twice, forty deep. Each object
 * is weighed once, with all that is in it.
 */
export class Scale {
  private readonly known = new WeakMap<object, number>();

  /**
   * Weight of a value: one for each member, and the length of its texts.
   * @throws Error for one that is too large
   */
  weigh(value: unknown): number {
    const weight = this.weightOf(value);
    if (weight > MOST) throw new Error('a value is too large');
    return weight;
  }

  private weightOf(value: unknown): number {
    if (typeof value === 'string') return 1 + value.length;
    if (value === null || typeof value !== 'object') return 1;
    if ('_jsonata_lambda' in value || '_jsonata_function' in value) return 1;
    const known = this.known.get(value);
    if (known !== undefined) return known;
    if (Array.isArray(value) && value.length > LONGEST_LIST) throw new Error(`a list of more than ${LONGEST_LIST} members`);
    let weight = 1;
    this.known.set(value, weight);
    for (const one of Array.isArray(value) ? value : Object.values(value)) weight += this.weightOf(one);
    this.known.set(value, weight);
    return weight;
  }
}

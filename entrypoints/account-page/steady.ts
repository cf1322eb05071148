/** Follows several texts over looks at a page, each for itself. */
export class Steady {
  private was: { text: string; since: number }[] = [];

  /** @returns for each text, in ms, how long every look has seen it as it is now */
  look(texts: string[], now: number): number[] {
    this.was = texts.map((text, at) => {
      const was = this.was[at];
      return was?.text === text ? was : { text, since: now };
    });
    return this.was.map(({ since }) => now - since);
  }
}

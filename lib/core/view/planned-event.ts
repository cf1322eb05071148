/** A planned touchpoint as a calendar takes it. */
export interface PlannedEvent {
  /** The account's key and the play: a touchpoint that moves keeps its event. */
  account: string;
  play: string;
  /** Calendar day, `YYYY-MM-DD`. It has no time of day, so no zone can move it. */
  day: string;
  title: string;
  agenda: string[];
  /** Address of the account's page, if it is known. */
  page: string | null;
  /** How often it was planned anew; a later file replaces an earlier one. */
  revision: number;
}

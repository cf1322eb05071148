/** What a form asks a person for: why an item is blocked or left out, or the day of a touchpoint. */
export type FormAsked = { kind: 'block' | 'skip'; item: string } | { kind: 'plan'; play: string; day: string };

import { z } from 'zod';

/** Where the panel stands on one console. */
export const panelPlaceSchema = z.strictObject({
  side: z.enum(['right', 'left']).default('right'),
  width: z.number().int().min(280).max(560).default(340),
  collapsed: z.boolean().default(false),
  /** Hidden for screen sharing: not even the tab at the edge is shown until it is called back. */
  hidden: z.boolean().default(false),
});
export type PanelPlace = z.infer<typeof panelPlaceSchema>;

/** What a person chose; everything has a default, so that an empty store is a valid one. */
export const preferencesSchema = z.strictObject({
  lang: z.enum(['auto', 'en', 'ja']).default('auto'),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  /** IANA zone in which days are counted; `auto` for the browser's. */
  zone: z.string().default('auto'),
  /** Name that entries carry as their author. */
  author: z.string().max(200).default(''),
  holidays: z.enum(['none', 'jp', 'own']).default('none'),
  ownHolidays: z
    .array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/))
    .max(1000)
    .default([]),
  playbook: z.strictObject({ id: z.string(), version: z.number().int() }).nullable().default(null),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What a company fixes by policy; whatever is set here is shown as locked. */
export const policySchema = z.looseObject({
  consoles: z.array(z.unknown()).optional(),
  lang: z.enum(['auto', 'en', 'ja']).optional(),
  theme: z.enum(['auto', 'light', 'dark']).optional(),
  zone: z.string().optional(),
  holidays: z.enum(['none', 'jp', 'own']).optional(),
  ownHolidays: z.array(z.string()).optional(),
});
export type Policy = z.infer<typeof policySchema>;

/** The language to speak: the chosen one, else Japanese for a Japanese browser, else English. */
export function langOf(preferences: Preferences, browserLanguage: string): 'en' | 'ja' {
  if (preferences.lang !== 'auto') return preferences.lang;
  return browserLanguage.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** The zone to count days in. */
export function zoneOf(preferences: Preferences): string {
  return preferences.zone === 'auto' ? Intl.DateTimeFormat().resolvedOptions().timeZone : preferences.zone;
}

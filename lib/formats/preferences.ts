import { z } from 'zod';
import { parseDay } from '@/lib/core/day';
import { describeIssue } from '@/lib/core/describe-issue';
import { isZone } from './field-schema';

/** Where the panel stands on one console. */
export const panelPlaceSchema = z.strictObject({
  side: z.enum(['right', 'left']).default('right'),
  width: z.number().int().min(280).max(560).default(340),
  collapsed: z.boolean().default(false),
  /** Hidden for screen sharing: not even the tab at the edge is shown until it is called back. */
  hidden: z.boolean().default(false),
});
export type PanelPlace = z.infer<typeof panelPlaceSchema>;

/** What is wrong with a value stands alone, without what Zod would say of its place. */
const langTag = z.string().max(35).refine(isLang, '"auto" or a language such as en, ja or pt-BR');
const dayZone = z.string().refine((name) => name === 'auto' || isZone(name), '"auto" or an IANA zone such as Asia/Tokyo');
const day = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== null, 'a day as YYYY-MM-DD');
const theme = z.enum(['auto', 'light', 'dark']);
const holidays = z.enum(['none', 'jp', 'own']);
const ownHolidays = z.array(day).max(1000);

/** What a person chose; everything has a default, so that an empty store is a valid one. */
export const preferencesSchema = z.strictObject({
  lang: langTag.default('auto'),
  theme: theme.default('auto'),
  /** IANA zone in which days are counted; `auto` for the browser's. */
  zone: dayZone.default('auto'),
  /** Name that entries carry as their author. */
  author: z.string().max(200).default(''),
  holidays: holidays.default('none'),
  ownHolidays: ownHolidays.default([]),
  playbook: z.strictObject({ id: z.string(), version: z.number().int() }).nullable().default(null),
  /** Whether a backup file is written by itself. */
  backup: z.enum(['off', 'weekly']).default('off'),
});
export type Preferences = z.infer<typeof preferencesSchema>;
export type PreferenceName = keyof Preferences;

/** What a company may fix by policy; whatever is set here is shown as locked. */
export const policySchema = z.looseObject({
  consoles: z.array(z.unknown()).optional(),
  lang: langTag.optional(),
  theme: theme.optional(),
  zone: dayZone.optional(),
  holidays: holidays.optional(),
  ownHolidays: ownHolidays.optional(),
});

/** A value that this version cannot use: whose it is, its name, and what would be right. */
export interface WrongSetting {
  from: 'own' | 'policy';
  key: string;
  why: string;
}

const NAMES = Object.keys(preferencesSchema.shape) as PreferenceName[];
const FIXABLE = Object.keys(policySchema.shape);

/**
 * Preferences with the policy on top. Each value stands alone: one that is wrong is told and gives way to its default, or
 * to the person's own where the policy's is wrong; of a list of days only the wrong days are left out.
 * @param stored what was stored, of any shape
 * @param policy what the company set, of any shape
 */
export function readPreferences(
  stored: unknown,
  policy: unknown,
): { preferences: Preferences; locked: PreferenceName[]; wrong: WrongSetting[] } {
  const wrong: WrongSetting[] = [];
  const own = goodValues(stored, preferencesSchema.shape, 'own', wrong);
  const { consoles, ...fixed } = goodValues(policy, policySchema.shape, 'policy', wrong);
  for (const key of Object.keys(recordOf(policy)))
    if (!FIXABLE.includes(key)) wrong.push({ from: 'policy', key, why: 'nothing that a policy can fix' });
  // Every value in it has passed its own schema.
  const preferences = preferencesSchema.safeParse({ ...own, ...fixed });
  return {
    preferences: preferences.success ? preferences.data : preferencesSchema.parse({}),
    locked: NAMES.filter((name) => name in fixed),
    wrong,
  };
}

/** The console files that a policy carries, unchecked; none where it carries something else. */
export function policyConsoles(policy: unknown): unknown[] {
  const { consoles } = recordOf(policy);
  return Array.isArray(consoles) ? consoles : [];
}

function goodValues(data: unknown, shape: Record<string, z.ZodType>, from: WrongSetting['from'], wrong: WrongSetting[]) {
  const good: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(recordOf(data))) {
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (!schema) continue;
    const tell = (why: string) => wrong.push({ from, key, why });
    const result = schema.safeParse(key === 'ownHolidays' ? goodDays(value, tell) : value);
    if (result.success) good[key] = result.data;
    else tell(describeIssue(result.error.issues[0], [key]));
  }
  return good;
}

function goodDays(value: unknown, tell: (why: string) => void): unknown {
  if (!Array.isArray(value)) return value;
  return value.filter((one, at) => {
    const result = day.safeParse(one);
    if (!result.success) tell(describeIssue(result.error.issues[0], ['ownHolidays', at]));
    return result.success;
  });
}

/** What a store or a policy gave, as a record; anything else holds nothing. */
export function recordOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : {};
}

/**
 * The language to speak: the chosen one, else the browser's, else English.
 * @param spoken languages that have words
 */
export function langOf(preferences: Pick<Preferences, 'lang'>, browserLanguage: string, spoken: readonly string[]): string {
  return spokenLang<string>(preferences.lang === 'auto' ? browserLanguage : preferences.lang, ['en', ...spoken]);
}

/** Of the languages that Kido speaks the one wanted, else one with the same first part (`pt-BR` → `pt`), else the first. */
export function spokenLang<L extends string>(wanted: string, spoken: readonly [L, ...L[]]): L {
  const tag = wanted.toLowerCase();
  return spoken.find((one) => one.toLowerCase() === tag) ?? spoken.find((one) => one.toLowerCase() === tag.split('-')[0]) ?? spoken[0];
}

/** The zone to count days in. */
export function zoneOf(preferences: Pick<Preferences, 'zone'>): string {
  return preferences.zone === 'auto' ? Intl.DateTimeFormat().resolvedOptions().timeZone : preferences.zone;
}

function isLang(value: string): boolean {
  if (value === 'auto') return true;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

import { z } from 'zod';
import { describeIssue } from '@/lib/core/describe-issue';
import type { PageConfig } from '@/lib/readers/page/page-config';
import { hostPattern } from './host-pattern';

const text = z.string().min(1).max(2000);
const origin = z.string().refine(isOrigin, 'an origin such as https://admin.example.com, without a path');

const locatorSchema = z.union([
  z.strictObject({ label: text, within: text.optional() }),
  z.strictObject({ selector: text, attribute: text.optional(), labelled: text.optional() }),
  z.strictObject({ header: text, row: text.optional(), within: text.optional() }),
  z.strictObject({ json: text, path: text }),
]);
const find = z.array(locatorSchema).min(1);

const locale = z.string().refine(isLocale, 'a language such as en-US, ja or de');
const zone = z.string().refine((name) => name === 'browser' || isZone(name), 'an IANA zone such as Asia/Tokyo, or "browser"');

const fieldSchema = z.strictObject({
  metric: text,
  find,
  parse: z.enum(['number', 'percent', 'date', 'time', 'duration', 'yesNo', 'text', 'first', 'second']),
  unit: z.string().optional(),
  locale: locale.optional(),
  zone: zone.optional(),
});

const secretName = z.string().regex(/^[\w.-]{1,60}$/, 'a name of letters, digits, - and . (the secret itself never stands in a file)');
export const authSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('session') }),
  z.strictObject({ type: z.literal('bearer'), secret: secretName }),
  z.strictObject({ type: z.literal('header'), name: text, secret: secretName }),
  z.strictObject({ type: z.literal('basic'), user: text, secret: secretName }),
]);

const apiSchema = z.strictObject({
  id: text,
  request: z.strictObject({
    method: z.enum(['GET', 'POST']).default('GET'),
    url: z.string().refine((url) => /^https?:\/\//.test(url), 'an address that starts with https://'),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string().optional(),
  }),
  auth: authSchema,
  paging: z.strictObject({ next: text, param: z.string().optional(), maxPages: z.number().int().min(1).max(200).default(20) }).optional(),
  /** How many weeks back `{from}` lies. */
  weeks: z.number().int().min(1).max(104).default(26),
  timeoutMs: z.number().int().min(100).max(60_000).default(10_000),
  retries: z.number().int().min(0).max(5).default(3),
  refreshMinutes: z.number().min(1).max(10_080).default(15),
  map: text,
});

/** A console file: everything that one admin console needs, and no secret. */
export const consoleSchema = z.strictObject({
  kido: z.literal('console/1'),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an id of small letters, digits and -'),
  name: text,
  origins: z.array(origin).min(1),
  locale: locale.default('en-US'),
  zone: zone.default('browser'),
  pages: z.array(z.strictObject({ match: z.string().startsWith('/', 'a path that starts with /') })).min(1),
  account: z.strictObject({
    id: z.union([z.literal('url'), find]).default('url'),
    name: find.optional(),
    check: z.array(z.strictObject({ find, holds: z.enum(['id', 'name']) })).optional(),
  }),
  fields: z.array(fieldSchema).default([]),
  api: z.array(apiSchema).default([]),
});
export type ConsoleFile = z.infer<typeof consoleSchema>;

/** A console, or every reason why it is none; with the text at hand each reason names its line. */
export type ParsedConsole = { console: ConsoleFile; errors: [] } | { console: null; errors: string[] };

/** Checks a console. */
export function parseConsole(data: unknown): ParsedConsole {
  const result = consoleSchema.safeParse(data);
  if (!result.success) return { console: null, errors: result.error.issues.map((issue) => describeIssue(issue)) };
  const config = result.data;
  const errors =
    config.account.id === 'url' && !config.pages.some((page) => page.match.includes('{accountId}'))
      ? ['pages: no pattern holds {accountId}, and account.id is "url"']
      : [];
  return errors.length ? { console: null, errors } : { console: config, errors: [] };
}

/** The part that may go to a content script: how to read pages. No API, no names of secrets. */
export function pageConfigOf(config: ConsoleFile): PageConfig {
  const { id, origins, locale, zone, pages, account, fields } = config;
  return { id, origins, locale, zone, pages, account, fields };
}

/**
 * Match patterns for which access is asked: one per host, without the port, because browsers disagree about ports in
 * match patterns; the full origin is compared in code.
 */
export function accessPatterns(config: ConsoleFile): string[] {
  const urls = [...config.origins, ...config.api.map((api) => api.request.url.replace(/[{}]/g, ''))];
  return [...new Set(urls.map(hostPattern))];
}

/** Match patterns of the pages alone, for registering the content script. */
export function pagePatterns(config: ConsoleFile): string[] {
  return [...new Set(config.origins.map(hostPattern))];
}

function isOrigin(value: string): boolean {
  try {
    const url = new URL(value);
    return url.origin === value && /^https?:$/.test(url.protocol);
  } catch {
    return false;
  }
}

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function isZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

import { z } from 'zod';
import { describeIssue } from '@/lib/core/describe-issue';
import { idFields, idsWanted, inOrder } from './account-ids';
import { apiSchema, idName } from './api-source';
import { fieldSchema, findSchema, localeSchema, zoneSchema } from './field-schema';
import { hostPattern } from './host-pattern';
import { dateOrders, numberForms } from './writing';

const text = z.string().min(1).max(2000);
const origin = z.string().refine(isOrigin, 'an origin such as https://admin.example.com, without a path');

/** As many as a page may tell of at once. */
const MOST_FIELDS = 200;
/** Stars are tried against each other; many of them on a long address would take seconds. */
const MOST_STARS = 4;
const pattern = z
  .string()
  .max(2000)
  .startsWith('/', 'a path that starts with /')
  .refine((match) => match.split('*').length - 1 <= MOST_STARS, `at most ${MOST_STARS} times *`);

/** A console file: everything that one admin console needs, and no secret. */
export const consoleSchema = z.strictObject({
  kido: z.literal('console/1'),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an id of small letters, digits and -'),
  name: text,
  origins: z.array(origin).min(1),
  locale: localeSchema.default('en-US'),
  zone: zoneSchema.default('browser'),
  /** Order of day and month in dates of three numbers; by the language where it is left out. */
  dates: z.enum(dateOrders).optional(),
  /** Signs of numbers; by the language where they are left out. */
  numbers: z.enum(numberForms).optional(),
  pages: z.array(z.strictObject({ match: pattern })).min(1),
  account: z.strictObject({
    /** The key under which the journal is kept. */
    id: z.union([z.literal('url'), findSchema]).default('url'),
    /** Other ids of the same account that the page shows, by name: an API may want `{ids.<name>}`. */
    ids: z.record(idName, findSchema).optional(),
    name: findSchema.optional(),
    check: z.array(z.strictObject({ find: findSchema, holds: z.enum(['id', 'name']) })).optional(),
  }),
  fields: z.array(fieldSchema).max(MOST_FIELDS).default([]),
  api: z.array(apiSchema).default([]),
});
export type ConsoleFile = z.infer<typeof consoleSchema>;
/** A console while it is edited: the file's own shape, in which an API need not say what has a default. */
export type ConsoleDraft = Omit<ConsoleFile, 'api'> & { api: z.input<typeof apiSchema>[] };

/** A console, or every reason why it is none; with the text at hand each reason names its line. */
export type ParsedConsole = { console: ConsoleFile; errors: [] } | { console: null; errors: string[] };

/** Checks a console. */
export function parseConsole(data: unknown): ParsedConsole {
  const result = consoleSchema.safeParse(data);
  if (!result.success) return { console: null, errors: result.error.issues.map((issue) => describeIssue(issue)) };
  const config = result.data;
  const errors = [...withoutId(config), ...tooMany(config), ...withoutIds(config), ...strangeSessions(config)];
  return errors.length ? { console: null, errors } : { console: config, errors: [] };
}

function withoutId({ account, pages }: ConsoleFile): string[] {
  const known = account.id !== 'url' || pages.some((page) => page.match.includes('{accountId}'));
  return known ? [] : ['pages: no pattern holds {accountId}, and account.id is "url"'];
}

/** What a page is looked through for goes in one message. */
function tooMany({ account, fields }: ConsoleFile): string[] {
  const many = fields.length + idFields(account.ids).length > MOST_FIELDS;
  return many ? [`account.ids: with the fields more than ${MOST_FIELDS}`] : [];
}

/** An id that nobody gives would never be known; two who give the same could differ. */
function withoutIds({ account, api }: ConsoleFile): string[] {
  const onPage = Object.keys(account.ids ?? {});
  const given = [...onPage, ...api.flatMap((one) => Object.keys(one.ids ?? {}))];
  const twice = given.filter((name, at) => given.indexOf(name) < at).map((name) => `account.ids: "${name}" is given twice`);
  const stuck = inOrder(api, onPage).stuck.map((one) => {
    const names = idsWanted(one).map((name) => `{ids.${name}}`);
    return `api[${api.indexOf(one)}].request: nothing that can be asked before gives ${names.join(', ')}`;
  });
  return [...twice, ...stuck];
}

/** The browser's session is lent to the console's own hosts alone: another's would be asked, or told to act, in the person's name. */
function strangeSessions({ api, origins }: ConsoleFile): string[] {
  return api.flatMap(({ auth, request }, at) =>
    auth.type !== 'session' || origins.includes(new URL(request.url).origin)
      ? []
      : [`api[${at}].auth: "session" only where the API stands on one of the console's origins`],
  );
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

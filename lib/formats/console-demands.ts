import type { ConsoleFile } from './console-file';

/** One API that a console would ask. */
export interface ApiDemand {
  origin: string;
  method: 'GET' | 'POST';
  auth: string;
  /** Name of the secret that goes there; null for none. */
  secret: string | null;
  /** The console that is there already does not ask it. */
  isNew: boolean;
}

/** What a console's file would do once it is kept, for a person to look at before. */
export interface ConsoleDemands {
  id: string;
  name: string;
  pages: string[];
  apis: ApiDemand[];
  /** It sends something with the browser's own session: the console may do what it says. */
  postsWithSession: boolean;
  /** A console of this id is there and is replaced. */
  replaces: boolean;
  /** Secrets that the console that is there sends to one origin, and this one to another. */
  movesSecrets: { name: string; from: string[]; to: string }[];
}

const originOf = (url: string) => new URL(url.replace(/[{}]/g, '')).origin;

/** @param before the console of the same id that is there already */
export function consoleDemands(console: ConsoleFile, before: ConsoleFile | null): ConsoleDemands {
  const known = new Set(before?.api.map((api) => originOf(api.request.url)));
  const apis = console.api.map(({ request, auth }): ApiDemand => {
    const origin = originOf(request.url);
    return { origin, method: request.method, auth: auth.type, secret: 'secret' in auth ? auth.secret : null, isNew: !known.has(origin) };
  });
  const sentTo = (name: string) =>
    (before?.api ?? []).flatMap(({ request, auth }) => ('secret' in auth && auth.secret === name ? [originOf(request.url)] : []));
  return {
    id: console.id,
    name: console.name,
    pages: console.origins,
    apis,
    postsWithSession: apis.some((api) => api.method === 'POST' && api.auth === 'session'),
    replaces: before !== null,
    movesSecrets: apis.flatMap(({ secret, origin }) => {
      const from = secret === null ? [] : sentTo(secret);
      return secret !== null && from.length > 0 && !from.includes(origin) ? [{ name: secret, from, to: origin }] : [];
    }),
  };
}

import type { ApiAuth } from './api-source';
import type { ConsoleFile } from './console-file';

/** One request that a console makes for each account. */
export interface ApiDemand {
  id: string;
  /** Scheme, host and port. */
  origin: string;
  method: 'GET' | 'POST';
  auth: ApiAuth['type'];
  /** Name of the secret that goes along; null where none does. */
  secret: string | null;
  /** A POST with the browser's session: it can change things in the name of the person who looks. */
  actsAsPerson: boolean;
}

/** What taking a console file over means for the console of its id that is there. */
export interface ConsoleChange {
  /** Whether anything of it differs at all. */
  replaced: boolean;
  /** Origins whose pages would be read and were not. */
  newPages: string[];
  /** Origins whose API would be asked and was not. */
  newApis: string[];
  /** Secrets named before that would be wanted at origins at which they were not. */
  aimedElsewhere: { secret: string; from: string[]; to: string[] }[];
  /** APIs that would act in the person's name where none of that id did so at that origin. */
  newlyActs: string[];
}

/** All that a person has to know of a console file before it is taken over. */
export interface ConsoleDemands {
  id: string;
  name: string;
  /** Origins whose pages are read. */
  pages: string[];
  apis: ApiDemand[];
  /** Null where no console of this id is there. */
  change: ConsoleChange | null;
}

/**
 * What a console file would do, and what would change. Says nothing in words.
 * @param known the console of the same id that is there already, or null
 */
export function consoleDemands(file: ConsoleFile, known: ConsoleFile | null): ConsoleDemands {
  const { id, name, origins: pages } = file;
  return { id, name, pages, apis: file.api.map(demandOf), change: known && changeOf(known, file) };
}

function demandOf({ id, request, auth }: ConsoleFile['api'][number]): ApiDemand {
  const { method, url } = request;
  const actsAsPerson = auth.type === 'session' && method === 'POST';
  return { id, origin: new URL(url).origin, method, auth: auth.type, secret: 'secret' in auth ? auth.secret : null, actsAsPerson };
}

function changeOf(known: ConsoleFile, file: ConsoleFile): ConsoleChange {
  const [before, after] = [known.api.map(demandOf), file.api.map(demandOf)];
  const acted = new Set(before.filter((one) => one.actsAsPerson).map((one) => `${one.id} ${one.origin}`));
  return {
    replaced: JSON.stringify(known) !== JSON.stringify(file),
    newPages: added(known.origins, file.origins),
    newApis: added(originsOf(before), originsOf(after)),
    aimedElsewhere: secretsOf(before).flatMap((secret) => {
      const from = originsOf(before.filter((one) => one.secret === secret));
      const to = added(from, originsOf(after.filter((one) => one.secret === secret)));
      return to.length > 0 ? [{ secret, from, to }] : [];
    }),
    newlyActs: after.filter((one) => one.actsAsPerson && !acted.has(`${one.id} ${one.origin}`)).map((one) => one.id),
  };
}

const unique = (list: string[]) => [...new Set(list)];
const originsOf = (list: ApiDemand[]) => unique(list.map((one) => one.origin));
const secretsOf = (list: ApiDemand[]) => unique(list.flatMap((one) => (one.secret === null ? [] : [one.secret])));
const added = (before: string[], after: string[]) => unique(after).filter((one) => !before.includes(one));

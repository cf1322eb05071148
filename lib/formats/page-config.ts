import { idFields } from './account-ids';
import type { ConsoleFile } from './console-file';

/** The part of a console's description that a page reader needs. Holds no address of an API and no secret. */
export type PageConfig = Pick<ConsoleFile, 'id' | 'origins' | 'locale' | 'zone' | 'pages' | 'account' | 'fields'>;

/** The part that may go to a content script: how to read pages. No API, no names of secrets; the account's other ids are fields. */
export function pageConfigOf(config: ConsoleFile): PageConfig {
  const { id, origins, locale, zone, pages, account, fields } = config;
  return { id, origins, locale, zone, pages, account, fields: [...idFields(account.ids), ...fields] };
}

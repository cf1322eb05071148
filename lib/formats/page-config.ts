import { idFields } from './account-ids';
import type { ConsoleFile } from './console-file';

/** The part of a console's description that a page reader needs. Holds no address of an API and no secret. */
export type PageConfig = Pick<ConsoleFile, 'id' | 'origins' | 'locale' | 'zone' | 'dates' | 'numbers' | 'pages' | 'account' | 'fields'>;

/** The part that may go to a content script: how to read pages. No API, no names of secrets; the account's other ids are fields. */
export function pageConfigOf(config: ConsoleFile): PageConfig {
  const { id, origins, locale, zone, dates, numbers, pages, account, fields } = config;
  const writing = { ...(dates && { dates }), ...(numbers && { numbers }) };
  return { id, origins, locale, zone, ...writing, pages, account, fields: [...idFields(account.ids), ...fields] };
}

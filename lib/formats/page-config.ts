import type { ConsoleFile } from './console-file';

/** The part of a console's description that a page reader needs. Holds no address of an API and no secret. */
export type PageConfig = Pick<ConsoleFile, 'id' | 'origins' | 'locale' | 'zone' | 'dates' | 'numbers' | 'pages' | 'account' | 'fields'>;

/** The part that may go to a content script: how to read pages. No API, no names of secrets. */
export function pageConfigOf(config: ConsoleFile): PageConfig {
  const { id, origins, locale, zone, dates, numbers, pages, account, fields } = config;
  return { id, origins, locale, zone, ...(dates && { dates }), ...(numbers && { numbers }), pages, account, fields };
}

import { discoverPages } from './discover-pages';
import { Mistake, readOptions } from './options';

/** `discover <page.html|url>… [--url …] [--locale …] [--zone …]` */
export async function discoverCommand(args: string[]): Promise<void> {
  const { values, named } = readOptions(args, ['url', 'locale', 'zone']);
  if (values.length === 0) throw new Mistake('discover <page.html|url>… [--url <address>] [--locale <language>] [--zone <IANA zone>]');
  if (named.has('url') && values.length > 1) throw new Mistake('--url: the address of one page; give one page');
  await discoverPages(values, named, (page, { accountId, ambiguous, fields }) =>
    console.log(JSON.stringify({ page, accountId, ambiguous, fields: fields.map(({ locale: _, ...field }) => field) })),
  );
}

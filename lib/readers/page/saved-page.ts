import type { PageConfig } from '@/lib/formats/page-config';
import { type FoundPage, locatePage } from './locate-page';

export type { FoundPage };

/** What was found, without the elements: it travels out of the page. */
export function foundIn(document: Document, input: { config: PageConfig; address: string | null }): FoundPage {
  return { ...find(document, input), elements: [] };
}

/**
 * Finds a console's fields in a document whose address may be unknown, as that of a saved page often is. Without an
 * address an id that stands in it is unknown too; an id on the page is read and checked as ever.
 */
function find(document: Document, { config, address }: { config: PageConfig; address: string | null }): FoundPage {
  if (address !== null)
    return (
      locatePage(document, config, address) ?? {
        accountId: null,
        name: null,
        fields: [],
        refused: 'not an account page',
        isRecord: false,
        elements: [],
      }
    );
  const origin = config.origins[0] ?? 'http://saved.invalid';
  const anywhere: PageConfig = {
    ...config,
    pages: [{ match: '/{accountId}' }],
    account: { ...config.account, ...(config.account.id === 'url' && { check: [] }) },
  };
  const found = locatePage(document, anywhere, `${origin}/unknown`) as FoundPage;
  return config.account.id === 'url' ? { ...found, accountId: null } : found;
}

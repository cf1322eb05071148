import { useState } from 'preact/hooks';
import { ask } from '@/lib/messages/ask';
import type { DiscoveredPage } from '@/lib/messages/setup-requests';
import { addressesOf, choicesFrom, type MetricChoice, type WizardState } from './wizard-state';

/** Opens the example accounts one after another and finds what they show. */
export function useLook(state: WizardState, metrics: MetricChoice[], change: (part: Partial<WizardState>) => void) {
  const [at, setAt] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const addresses = addressesOf(state.addresses);
  const look = async () => {
    setProblem(null);
    const pages: DiscoveredPage[] = [];
    const { locale, zone } = state.draft;
    try {
      for (const [index, address] of addresses.entries()) {
        setAt(index);
        pages.push(await ask('page.discover', { address, id: state.ids[index] ?? null, locale, zone }));
      }
      change({ pages, choices: choicesFrom(pages, metrics), draft: withAccount(state, pages) });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setAt(null);
    }
  };
  return { look, at, of: addresses.length, problem };
}

/** Id, name and check as far as the pages themselves suggest them. */
function withAccount(state: WizardState, pages: DiscoveredPage[]): WizardState['draft'] {
  const [page] = pages;
  const idField = page?.fields.find((field) => field.text !== '' && field.text === page.accountId && field.offers.length > 0);
  const nameField = page?.fields.find(
    (field) => field.type === 'text' && /name|company|会社|顧客名|企業|お客様/i.test(field.label) && field.offers.length > 0,
  );
  const inAddress = state.ids.every((id) => id !== null) && state.ids.length > 0;
  const find = idField ? idField.offers.slice(0, 2).map((offer) => offer.locator) : null;
  const account: WizardState['draft']['account'] = { id: inAddress || !find ? 'url' : find };
  if (nameField) account.name = nameField.offers.slice(0, 2).map((offer) => offer.locator);
  // A field that repeats the id of the address tells when a page still shows the account before.
  if (account.id === 'url' && find && idField && idField.text === state.ids[0]) account.check = [{ find, holds: 'id' }];
  return { ...state.draft, account };
}

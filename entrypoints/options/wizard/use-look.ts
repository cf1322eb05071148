import { useState } from 'preact/hooks';
import { messageOf } from '@/lib/core/message-of';
import type { DiscoveredPage, DiscoveredValue } from '@/lib/formats/discovered-page';
import { ask } from '@/lib/messages/ask';
import { checkOffers } from './check-offers';
import { withWriting } from './settle-pages';
import type { StepProps } from './step-props';
import { addressesOf, choicesFrom, type MetricChoice, type WizardState } from './wizard-state';

/** Opens the example accounts one after another and finds what they show. */
export function useLook(state: WizardState, metrics: MetricChoice[], change: StepProps['change']) {
  const [at, setAt] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const addresses = addressesOf(state.addresses);
  const look = async () => {
    setProblem(null);
    const pages: DiscoveredPage[] = [];
    const { zone } = state.draft;
    // Only a person's word goes before what the pages say of themselves.
    const locale = state.told?.locale ?? null;
    try {
      for (const [index, address] of addresses.entries()) {
        setAt(index);
        pages.push(await ask('page.discover', { address, id: state.ids[index] ?? null, locale, zone }));
      }
      change((now) => ({
        pages,
        choices: choicesFrom(pages, metrics),
        ...withWriting({ ...now, draft: withAccount(now, pages) }, pages, now.told ?? {}),
      }));
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setAt(null);
    }
  };
  return { look, at, of: addresses.length, problem };
}

const NAME = /name|company|会社|顧客名|企業|お客様/i;
const MOST_WAYS = 4;

/** The id of each example account, as the console takes it. */
export function idsOf(state: WizardState, pages: DiscoveredPage[], account: WizardState['draft']['account']): (string | null)[] {
  return account.id === 'url' ? state.ids : pages.map((page) => page.accountId);
}

/** Id, name and check as far as the pages themselves suggest them; a console may label them otherwise for other accounts. */
function withAccount(state: WizardState, pages: DiscoveredPage[]): WizardState['draft'] {
  const ways = (pick: (page: DiscoveredPage, at: number) => DiscoveredValue | undefined) => {
    const found = pages.map(pick);
    const locators = found.flatMap((field) => field?.offers.slice(0, 2).map((offer) => offer.locator) ?? []);
    const distinct = [...new Map(locators.map((one) => [JSON.stringify(one), one])).values()].slice(0, MOST_WAYS);
    return { all: found.length > 0 && found.every(Boolean), find: distinct };
  };
  const id = ways((page) => page.fields.find((field) => field.text !== '' && field.text === page.accountId && field.offers.length > 0));
  const name = ways((page) => page.fields.find((field) => field.type === 'text' && NAME.test(field.label) && field.offers.length > 0));
  const inAddress = state.ids.every((one) => one !== null) && state.ids.length > 0;
  const account: WizardState['draft']['account'] = { id: inAddress || !id.all ? 'url' : id.find };
  if (name.all) account.name = name.find;
  // A place that repeats id or name tells when a page still shows the account before, or none.
  const [offer] = checkOffers(pages, idsOf(state, pages, account), account);
  if (offer) account.check = [offer.check];
  return { ...state.draft, account };
}

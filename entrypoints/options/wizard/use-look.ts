import { useState } from 'preact/hooks';
import { messageOf } from '@/lib/core/message-of';
import type { DiscoveredPage, DiscoveredValue } from '@/lib/formats/discovered-page';
import { ask } from '@/lib/messages/ask';
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

/** Id, name and check as far as the pages themselves suggest them; a console may label them otherwise for other accounts. */
function withAccount(state: WizardState, pages: DiscoveredPage[]): WizardState['draft'] {
  const ways = (pick: (page: DiscoveredPage, at: number) => DiscoveredValue | undefined) => {
    const found = pages.map(pick);
    const locators = found.flatMap((field) => field?.offers.slice(0, 2).map((offer) => offer.locator) ?? []);
    const distinct = [...new Map(locators.map((one) => [JSON.stringify(one), one])).values()].slice(0, MOST_WAYS);
    return { all: found.length > 0 && found.every(Boolean), find: distinct };
  };
  const id = ways((page) => page.fields.find((field) => field.text !== '' && field.text === page.accountId && field.offers.length > 0));
  const same = ways((page, at) =>
    page.fields.find((field) => field.text !== '' && field.text === state.ids[at] && field.offers.length > 0),
  );
  const name = ways((page) => page.fields.find((field) => field.type === 'text' && NAME.test(field.label) && field.offers.length > 0));
  const inAddress = state.ids.every((one) => one !== null) && state.ids.length > 0;
  const account: WizardState['draft']['account'] = { id: inAddress || !id.all ? 'url' : id.find };
  if (name.all) account.name = name.find;
  // A field that repeats the id of the address tells when a page still shows the account before.
  if (account.id === 'url' && same.all) account.check = [{ find: same.find, holds: 'id' }];
  return { ...state.draft, account };
}

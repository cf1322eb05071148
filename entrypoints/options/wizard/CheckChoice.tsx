import type { ConsoleDraft } from '@/lib/formats/console-file';
import type { ConnectWords } from '@/lib/words/en/connect';
import { tell } from '@/lib/words/tell';
import { type CheckOffer, checkOffers } from './check-offers';
import type { StepProps } from './step-props';
import { idsOf } from './use-look';

interface Props extends Pick<StepProps, 'state' | 'draft'> {
  words: ConnectWords;
  onChange(check: ConsoleDraft['account']['check']): void;
}

/** Where a page must name the account before it is read; and what may happen where it need not. */
export function CheckChoice({ state, draft, words, onChange }: Props) {
  const { account } = draft;
  const offers = checkOffers(state.pages, idsOf(state, state.pages, account), account);
  const keyOf = ({ find }: CheckOffer['check']) => JSON.stringify(find);
  const chosen = account.check?.[0];
  const at = chosen ? offers.findIndex((offer) => keyOf(offer.check) === keyOf(chosen)) : -1;
  return (
    <>
      <label>
        <span>{words.checkWhere}</span>
        <select
          class="text"
          value={chosen ? String(at) : ''}
          onChange={(event) => {
            const offer = offers[Number(event.currentTarget.value)];
            onChange(event.currentTarget.value !== '' && offer ? [offer.check] : undefined);
          }}
        >
          <option value="">{words.noCheck}</option>
          {chosen && at < 0 && <option value="-1">{words.ownCheck}</option>}
          {offers.map((offer, index) => (
            <option key={keyOf(offer.check)} value={String(index)}>
              {nameOf(offer, words)}: {offer.text}
            </option>
          ))}
        </select>
      </label>
      {!chosen && (
        <p class="untried" role="status">
          {offers.length > 0 ? words.noCheckRisk : `${words.noCheckFound} ${words.noCheckRisk}`}
        </p>
      )}
    </>
  );
}

function nameOf({ place, label, check }: CheckOffer, words: ConnectWords): string {
  const where = place === 'field' ? label : words.checkPlaces[place];
  return tell(words.checkHolds[check.holds], { where });
}

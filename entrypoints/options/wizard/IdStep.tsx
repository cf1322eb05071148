import { useEffect } from 'preact/hooks';
import { locatorText } from '@/components/settings/console-draft';
import { tell } from '@/lib/words/tell';
import { CheckChoice } from './CheckChoice';
import type { StepProps } from './step-props';
import { useLook } from './use-look';

/** Which id names an account, and where its name stands. Looks at the pages first. */
export function IdStep({ state, metrics, words, change }: StepProps) {
  const { look, at, of, problem } = useLook(state, metrics, change);
  const { draft, pages } = state;
  const [page] = pages;
  useEffect(() => {
    if (pages.length === 0 && metrics.length > 0) void look();
  }, [metrics.length]);
  if (at !== null)
    return (
      <p role="status" class="evidence">
        {tell(words.looking, { n: at + 1, of })}
      </p>
    );
  const again = (
    <button type="button" class="btn" onClick={() => void look()}>
      {words.lookAgain}
    </button>
  );
  if (problem !== null || !page || (page.fields.length === 0 && !page.ambiguous))
    return (
      <>
        <p class="errors" role="alert">
          {problem ?? words.nothingFound}
        </p>
        <div>{again}</div>
      </>
    );
  if (page.ambiguous)
    return (
      <>
        <p class="errors" role="alert">
          {words.ambiguous}
        </p>
        <div>{again}</div>
      </>
    );
  const inAddress = state.ids.every((id) => id !== null);
  const idFields = page.fields.filter(
    (field) => field.offers.length > 0 && /(?:^|\b|_)(?:id|no|code|key)\b|ID|番号|コード/i.test(field.label) && field.text !== '',
  );
  const texts = page.fields.filter((field) => field.type === 'text' && field.offers.length > 0 && field.text !== '');
  const setAccount = (account: Partial<typeof draft.account>) => change({ draft: { ...draft, account: { ...draft.account, ...account } } });
  const find = (label: string) =>
    page.fields
      .find((field) => field.label === label)
      ?.offers.slice(0, 2)
      .map((offer) => offer.locator) ?? [];
  const idText = draft.account.id === 'url' ? '' : locatorText(draft.account.id[0]);
  const nameText = locatorText(draft.account.name?.[0]);
  return (
    <>
      <fieldset class="block plain">
        <legend>{words.idWhere}</legend>
        <p class="evidence">{words.idHint}</p>
        {inAddress && (
          <label class="choice">
            <input type="radio" name="id" checked={draft.account.id === 'url'} onChange={() => setAccount({ id: 'url' })} />
            {words.idFromAddress} <b class="mono">{state.ids[0]}</b>
          </label>
        )}
        {idFields.map((field) => (
          <label key={field.label} class="choice">
            <input
              type="radio"
              name="id"
              checked={idText !== '' && idText === locatorText(field.offers[0]?.locator)}
              onChange={() => {
                const { check: _, ...rest } = draft.account;
                change({ draft: { ...draft, account: { ...rest, id: find(field.label) } } });
              }}
            />
            {tell(words.idFromField, { label: field.label })} <b class="mono">{field.text}</b>
          </label>
        ))}
      </fieldset>
      <label>
        <span>{words.nameWhere}</span>
        <select
          class="text"
          value={nameText}
          onChange={(event) => {
            const field = texts.find((one) => locatorText(one.offers[0]?.locator) === event.currentTarget.value);
            const { name: _, check, ...rest } = draft.account;
            // A check against a name is one against this name.
            const kept = check?.filter((one) => one.holds === 'id') ?? [];
            const checked = { ...rest, ...(kept.length > 0 && { check: kept }) };
            change({ draft: { ...draft, account: field ? { ...checked, name: find(field.label) } : checked } });
          }}
        >
          <option value="">{words.noName}</option>
          {texts.map((field) => (
            <option key={field.label} value={locatorText(field.offers[0]?.locator)}>
              {field.label}: {field.text}
            </option>
          ))}
        </select>
      </label>
      <CheckChoice state={state} draft={draft} words={words} onChange={(check) => setAccount({ check })} />
      <div>{again}</div>
    </>
  );
}

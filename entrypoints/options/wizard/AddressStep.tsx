import { useEffect, useState } from 'preact/hooks';
import { ask } from '@/lib/messages/ask';
import type { StepProps } from './step-props';
import { addressesOf, UNKNOWN } from './wizard-state';

/** Addresses of example accounts: from them come the console's origin and the pattern of its account pages. */
export function AddressStep({ state, words, options, here, change }: StepProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const { draft } = state;
  const list = addressesOf(state.addresses);
  const told = async (text: string) => {
    change({ addresses: text }, 'addresses');
    const addresses = addressesOf(text);
    const bad = addresses.find((address) => !/^https?:\/\/[^/]/.test(address) || !URL.canParse(address));
    if (bad !== undefined) return setProblem(`${words.badAddress}: ${bad}`);
    if (addresses.length === 0) return setProblem(null);
    const guesses = await ask('addresses.guess', { addresses });
    const origins = [...new Set(addresses.map((address) => new URL(address).origin))];
    if (origins.length > 1) return setProblem(words.otherOrigin);
    setProblem(null);
    const host = new URL(addresses[0] as string).host;
    const matches = [...new Set(guesses.flatMap((guess) => (guess ? [guess.match] : [])))];
    const path = `${new URL(addresses[0] as string).pathname}*`;
    change((now) => {
      if (now.addresses !== text) return {};
      const own = now.draft.name !== '' && now.draft.name !== hostName(now.draft.origins[0]);
      return {
        ids: guesses.map((guess) => guess?.id ?? null),
        pages: [],
        choices: [],
        draft: {
          ...now.draft,
          name: own ? now.draft.name : host,
          id: own ? now.draft.id : slug(host),
          origins,
          pages: (matches.length ? matches : [path]).map((match) => ({ match })),
        },
      };
    }, 'addresses');
  };
  const addable = here !== null && list.length < 3 && !list.includes(here.address);
  useEffect(() => {
    // An address that came from the page behind is taken like one that was typed.
    if (list.length > 0 && draft.origins.length === 0) void told(state.addresses);
    document.querySelector<HTMLElement>('[data-focus=addresses]')?.focus();
  }, []);
  const found = list.length > 0 && problem === null && draft.origins.length > 0;
  return (
    <>
      <label>
        <span>{words.addresses}</span>
        <textarea
          class="text mono"
          rows={3}
          spellcheck={false}
          data-focus="addresses"
          placeholder={'https://admin.example.com/accounts/1042\nhttps://admin.example.com/accounts/1043'}
          value={state.addresses}
          onInput={(event) => void told(event.currentTarget.value)}
        />
      </label>
      <p class="evidence">{words.addressesHint}</p>
      {addable && (
        <div>
          <button type="button" class="btn" onClick={() => void told([...list, here.address].join('\n'))}>
            {words.addThis}
          </button>
        </div>
      )}
      {problem !== null && (
        <p class="errors" role="alert">
          {problem}
        </p>
      )}
      {found && (
        <>
          <div class="pair">
            <label>
              <span>{words.name}</span>
              <input
                class="text"
                value={draft.name}
                onInput={(event) =>
                  change({ draft: { ...draft, name: event.currentTarget.value, id: slug(event.currentTarget.value) || draft.id } })
                }
              />
            </label>
            <label>
              <span>{words.pattern}</span>
              <input
                class="text mono"
                value={draft.pages.map((page) => page.match).join(' ')}
                onInput={(event) =>
                  change({
                    draft: {
                      ...draft,
                      pages: event.currentTarget.value
                        .split(' ')
                        .filter(Boolean)
                        .map((match) => ({ match })),
                    },
                  })
                }
              />
            </label>
          </div>
          <table class="trial">
            <tbody>
              {list.map((address, at) => (
                <tr key={address}>
                  <td class="mono cut">{address}</td>
                  <td class="r">
                    {state.ids[at] !== null && state.ids[at] !== undefined ? (
                      <b class="mono">{state.ids[at]}</b>
                    ) : (
                      <span class="sub">{words.noId}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {list.length === 1 && <p class="evidence">{words.oneOnly}</p>}
          <div class="pair">
            <label>
              <span>{options.locale}</span>
              <input
                class="text"
                value={draft.locale === UNKNOWN ? '' : draft.locale}
                placeholder={words.byPages}
                onInput={(event) => {
                  const locale = event.currentTarget.value.trim();
                  change(
                    { draft: { ...draft, locale: locale || UNKNOWN }, told: { ...state.told, locale: locale || undefined } },
                    'locale',
                  );
                }}
              />
            </label>
            <label>
              <span>{options.zone}</span>
              <input
                class="text"
                value={draft.zone}
                onInput={(event) => change({ draft: { ...draft, zone: event.currentTarget.value } }, 'zone')}
              />
            </label>
          </div>
        </>
      )}
    </>
  );
}

function hostName(origin: string | undefined): string {
  return origin && URL.canParse(origin) ? new URL(origin).host : '';
}

/** A short id from a name: small letters, digits and hyphens. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}

import { useEffect, useState } from 'preact/hooks';
import { ApiForm } from '@/components/settings/ApiForm';
import { inLang } from '@/lib/core/text';
import type { ConsoleDraft } from '@/lib/formats/console-file';
import { hostPattern } from '@/lib/formats/host-pattern';
import { ask } from '@/lib/messages/ask';
import type { SecretState } from '@/lib/messages/settings-messages';
import { tell } from '@/lib/words/tell';
import startingPoints from '@/public/starting-points.json';
import { requestHosts } from '../ask-hosts';
import { ReplyMapping } from '../ReplyMapping';
import { Secrets } from '../Secrets';
import { givenHosts, goOnInSettings } from './host-access';
import type { StepProps } from './step-props';

type ApiDraft = ConsoleDraft['api'][number];

interface StartingPoint {
  id: string;
  name: string;
  ran: string | null;
  api: ApiDraft | null;
  note: { en: string; ja: string };
}

const points = [...startingPoints.consoles, ...startingPoints.products] as unknown as StartingPoint[];

/** The APIs that are asked as well; from a starting point or from nothing, with the reply mapped by clicking. */
export function ApiStep({ state, draft, metrics, words, options, lang, here, change }: StepProps) {
  const [chosen, setChosen] = useState<StartingPoint | null>(null);
  const setApis = (api: ApiDraft[]) => change((now) => ({ draft: { ...now.draft, api } }), 'api');
  const start = (id: string) => {
    const point = points.find((one) => one.id === id) ?? null;
    setChosen(point);
    if (!point?.api) return;
    const host = draft.origins[0] ? new URL(draft.origins[0]).host : '';
    const filled = JSON.parse(JSON.stringify(point.api).replaceAll('<host>', host)) as ApiDraft;
    const others = state.draft.api.filter((api) => api.id !== filled.id);
    setApis([...others, filled]);
  };
  return (
    <>
      <p class="evidence">{words.apiHint}</p>
      <label>
        <span>{words.startFrom}</span>
        <select class="text" value={chosen?.id ?? ''} onChange={(event) => start(event.currentTarget.value)}>
          <option value="">{words.startFromNone}</option>
          {points.map((point) => (
            <option key={point.id} value={point.id}>
              {point.name}
            </option>
          ))}
        </select>
      </label>
      {chosen && (
        <p class="evidence">
          {inLang(chosen.note, lang)} {chosen.ran ? tell(words.ran, { what: chosen.ran }) : words.notRan}
        </p>
      )}
      <ApiForm apis={state.draft.api} words={options} onChange={setApis} />
      <ApiAccess apis={state.draft.api} words={words} address={here?.address ?? ''} />
      <ApiSecrets apis={state.draft.api} words={words} options={options} here={here} />
      {state.draft.api.map((api, at) => (
        <ReplyMapping
          key={at}
          draft={draft}
          at={at}
          metrics={metrics}
          ids={idsOf(state)}
          words={words}
          lang={lang}
          onMap={(map) => setApis(state.draft.api.map((one, index) => (index === at ? { ...one, map } : one)))}
          name={api.id}
        />
      ))}
    </>
  );
}

/** Leave to ask hosts that are not the console's own; the browser asks only while it still sees the click. */
function ApiAccess({ apis, words, address }: { apis: ApiDraft[]; words: StepProps['words']; address: string }) {
  const [open, setOpen] = useState<string[]>([]);
  const patterns = [...new Set(apis.flatMap((api) => hostOf(api.request.url)))];
  const look = () => void givenHosts(patterns).then((given) => setOpen(patterns.filter((_, at) => !given[at])));
  const allow = () => {
    const asked = requestHosts(['api'], open);
    if (!asked) return void goOnInSettings(address);
    void asked.then(look);
  };
  useEffect(look, [patterns.join()]);
  if (open.length === 0) return null;
  return (
    <div class="line">
      <code class="mono grow">{open.join(', ')}</code>
      <button type="button" class="btn" onClick={allow}>
        {words.allow}
      </button>
    </div>
  );
}

/** The host of a request's template; none while it is not filled in. */
function hostOf(url: string): string[] {
  const plain = url.replace(/[{}<>]/g, '');
  return URL.canParse(plain) && new URL(plain).hostname !== '' ? [hostPattern(plain)] : [];
}

/** The origin to which a request goes; null while it is not filled in. */
function originOf(url: string): string | null {
  const plain = url.replace(/[{}<>]/g, '');
  return URL.canParse(plain) && new URL(plain).hostname !== '' ? new URL(plain).origin : null;
}

/** Values of the secrets that the sign-ins name. On a console's page they are not typed: a page can draw false steps. */
function ApiSecrets({ apis, words, options, here }: { apis: ApiDraft[] } & Pick<StepProps, 'words' | 'options' | 'here'>) {
  const [secrets, setSecrets] = useState<SecretState[]>([]);
  const wanted = apis.flatMap((api) => {
    const origin = originOf(api.request.url);
    return 'secret' in api.auth && api.auth.secret && origin ? [{ name: api.auth.secret, origin }] : [];
  });
  const look = () => void ask('secret.list', { wanted }).then(setSecrets);
  useEffect(look, [JSON.stringify(wanted)]);
  if (secrets.length === 0) return null;
  if (!here) return <Secrets secrets={secrets} words={options} onChange={look} />;
  if (secrets.every((secret) => secret.set)) return null;
  return (
    <div class="line">
      <span class="grow">{words.secretsInSettings}</span>
      <button type="button" class="btn" onClick={() => void goOnInSettings(here.address)}>
        {words.inSettings}
      </button>
    </div>
  );
}

/** Ids of the example accounts, as the console will know them. */
function idsOf(state: StepProps['state']): string[] {
  return state.pages.flatMap((page, at) => {
    const id = state.draft.account.id === 'url' ? state.ids[at] : page.accountId;
    return id ? [id] : [];
  });
}

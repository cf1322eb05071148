import type { ConsoleDemands } from '@/lib/formats/console-demands';
import type { KeepingWords } from '@/lib/words/en/keeping';
import { tell } from '@/lib/words/tell';

interface Props {
  demands: ConsoleDemands;
  words: KeepingWords;
  /** How the ways of signing in are called. */
  auths: Record<string, string>;
  onImport(): void;
  onCancel(): void;
}

/** What an imported console would do, told before anything of it is kept. */
export function ImportBox({ demands, words, auths, onImport, onCancel }: Props) {
  const { name, pages, apis, change } = demands;
  const warnings = [
    ...(change?.replaced ? [words.importReplaces] : []),
    ...(apis.some((api) => api.actsAsPerson) ? [words.importPosts] : []),
    ...(change?.aimedElsewhere ?? []).map((one) =>
      tell(words.importMoves, { name: one.secret, to: one.to.join(', '), from: one.from.join(', ') }),
    ),
  ];
  return (
    <div class="form-box" role="dialog" aria-label={tell(words.importTitle, { name })}>
      <h3 class="sec-h">{tell(words.importTitle, { name })}</h3>
      <ul>
        <li>{tell(words.importReads, { hosts: pages.join(', ') })}</li>
        {apis.map(({ id, origin, method, auth, secret }) => (
          <li key={id}>
            {tell(words.importAsks, { host: origin, method, auth: auths[auth] ?? auth })}{' '}
            {secret !== null && tell(words.importSecret, { name: secret })}{' '}
            {change?.newApis.includes(origin) && <span class="badge watch">{words.importNew}</span>}
          </li>
        ))}
      </ul>
      {warnings.map((warning) => (
        <p key={warning} class="errors">
          {warning}
        </p>
      ))}
      <div class="acts">
        <button type="button" class="btn primary" onClick={onImport}>
          {words.importNow}
        </button>
        <button type="button" class="btn" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}

import type { ConsoleDemands } from '@/lib/formats/console-demands';
import { filled, type KeepingWords } from '@/lib/words/keeping-words';

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
  const { name, pages, apis, movesSecrets } = demands;
  const warnings = [
    ...(demands.replaces ? [words.importReplaces] : []),
    ...(demands.postsWithSession ? [words.importPosts] : []),
    ...movesSecrets.map((one) => filled(words.importMoves, { name: one.name, to: one.to, from: one.from.join(', ') })),
  ];
  return (
    <div class="form-box" role="dialog" aria-label={filled(words.importTitle, { name })}>
      <h3 class="sec-h">{filled(words.importTitle, { name })}</h3>
      <ul>
        <li>{filled(words.importReads, { hosts: pages.join(', ') })}</li>
        {apis.map(({ origin, method, auth, secret, isNew }) => (
          <li key={`${origin} ${method} ${secret}`}>
            {filled(words.importAsks, { host: origin, method, auth: auths[auth] ?? auth })}{' '}
            {secret !== null && filled(words.importSecret, { name: secret })} {isNew && <span class="badge watch">{words.importNew}</span>}
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

import { useEffect, useState } from 'preact/hooks';
import { ReplyTree } from '@/components/connect/ReplyTree';
import type { Lang } from '@/lib/core/text';
import type { ConsoleDraft } from '@/lib/formats/console-file';
import { ask } from '@/lib/messages/ask';
import type { MappedPages } from '@/lib/messages/setup-messages';
import { addLine, mappingLine, type ReplyPath } from '@/lib/readers/api/map-path';
import type { ConnectWords } from '@/lib/words/en/connect';
import { tell } from '@/lib/words/tell';
import { MappedReply } from './MappedReply';

interface Props {
  draft: ConsoleDraft;
  /** Which of the console's APIs. */
  at: number;
  name: string;
  metrics: { id: string; name: string }[];
  ids: string[];
  words: ConnectWords;
  lang: Lang;
  onMap(map: string): void;
}

/** An example reply, called or pasted: its values are clicked into the mapping, whose result is shown as it is typed. */
export function ReplyMapping({ draft, at, name, metrics, ids, words, lang, onMap }: Props) {
  const [id, setId] = useState(ids[0] ?? '');
  const [pages, setPages] = useState<unknown[]>([]);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [metric, setMetric] = useState(metrics[0]?.id ?? '');
  const [result, setResult] = useState<MappedPages | null>(null);
  const [unnamed, setUnnamed] = useState(false);
  const map = draft.api[at]?.map ?? '';
  // What was pasted is one page, and says nothing of those after it.
  const next = pasted.trim() === '' ? draft.api[at]?.paging?.next : undefined;
  const nameOf = (one: string) => metrics.find((known) => known.id === one)?.name ?? one;
  const pick = (path: ReplyPath) => {
    const line = mappingLine(metric, path, pages[0]);
    setUnnamed(line === null);
    if (line !== null) onMap(addLine(map, line));
  };
  useEffect(() => {
    if (pages.length === 0 || map.trim() === '') return setResult(null);
    let stale = false;
    const { locale, zone } = draft;
    const question = { expression: map, pages, accountId: id || 'id', locale, zone, ...(next && { next }) };
    const timer = setTimeout(() => void ask('reply.map', question).then((answer) => !stale && setResult(answer)), 250);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [map, pages, id, next, draft.locale, draft.zone]);
  const call = async (event: Event) => {
    event.preventDefault();
    // A mapping that is not there yet must not keep the reply from being looked at.
    const trial = { ...draft, api: draft.api.map((api) => ({ ...api, map: api.map.trim() || '[]' })) };
    const answer = await ask('reply.fetch', { console: trial, api: at, accountId: id }).catch((error: Error) => ({
      pages: [],
      problem: error.message,
    }));
    setProblem(answer.problem);
    if (answer.pages.length > 0) {
      setPasted('');
      setPages(answer.pages);
    }
  };
  const paste = (text: string) => {
    setPasted(text);
    if (text.trim() === '') return setProblem(null);
    try {
      setPages([JSON.parse(text)]);
      setProblem(null);
    } catch (error) {
      setProblem(tell(words.badJson, { why: (error as Error).message }));
    }
  };
  return (
    <div class="block reply">
      <form class="line" onSubmit={(event) => void call(event)}>
        <input
          class="text"
          required
          aria-label={`${words.replyOf} (${name})`}
          placeholder={words.replyOf}
          value={id}
          list={`ids-${at}`}
          onInput={(event) => setId(event.currentTarget.value)}
        />
        <datalist id={`ids-${at}`}>
          {ids.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <button type="submit" class="btn">
          {words.call}
        </button>
      </form>
      <label>
        <span>{words.paste}</span>
        <textarea
          class="text mono"
          rows={3}
          spellcheck={false}
          placeholder={words.pasteHint}
          value={pasted}
          onInput={(event) => paste(event.currentTarget.value)}
        />
      </label>
      {problem !== null && (
        <p class="errors" role="alert">
          {problem}
        </p>
      )}
      {pages.length > 0 && (
        <div class="reply-cols">
          <div>
            <label>
              <span>{words.tree}</span>
              <select class="text" value={metric} onChange={(event) => setMetric(event.currentTarget.value)}>
                {metrics.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
            <div class="tree">
              <ReplyTree value={pages[0]} path={[]} name="body" onPick={pick} />
            </div>
            {pages.length > 1 && <p class="evidence">{tell(words.ofPages, { n: pages.length }, words.lang)}</p>}
            {unnamed && (
              <p class="errors" role="alert">
                {words.unnamed}
              </p>
            )}
          </div>
          <div>
            <h3 class="sec-h">{words.mapped}</h3>
            <MappedReply mapped={result} nameOf={nameOf} words={words} lang={lang} />
          </div>
        </div>
      )}
    </div>
  );
}

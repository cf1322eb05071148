import { useEffect, useState } from 'preact/hooks';
import { ReplyTree } from '@/components/connect/ReplyTree';
import type { ConsoleDraft } from '@/lib/formats/console-file';
import { ask } from '@/lib/messages/ask';
import { addLine, mappingLine } from '@/lib/readers/api/map-path';
import type { ConnectWords } from '@/lib/words/en/connect';
import { tell } from '@/lib/words/tell';

interface Props {
  draft: ConsoleDraft;
  /** Which of the console's APIs. */
  at: number;
  name: string;
  metrics: { id: string; name: string }[];
  ids: string[];
  words: ConnectWords;
  onMap(map: string): void;
}

/** An example reply, called or pasted: its values are clicked into the mapping, whose result is shown as it is typed. */
export function ReplyMapping({ draft, at, name, metrics, ids, words, onMap }: Props) {
  const [id, setId] = useState(ids[0] ?? '');
  const [pages, setPages] = useState<unknown[]>([]);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [metric, setMetric] = useState(metrics[0]?.id ?? '');
  const [result, setResult] = useState<{ result: unknown; problem: string | null } | null>(null);
  const map = draft.api[at]?.map ?? '';
  useEffect(() => {
    if (pages.length === 0 || map.trim() === '') return setResult(null);
    let stale = false;
    const timer = setTimeout(
      () => void ask('reply.map', { expression: map, pages, accountId: id || 'id' }).then((answer) => !stale && setResult(answer)),
      250,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [map, pages, id]);
  const call = async (event: Event) => {
    event.preventDefault();
    // A mapping that is not there yet must not keep the reply from being looked at.
    const trial = { ...draft, api: draft.api.map((api) => ({ ...api, map: api.map.trim() || '[]' })) };
    const answer = await ask('reply.fetch', { console: trial, api: at, accountId: id }).catch((error: Error) => ({
      pages: [],
      problem: error.message,
    }));
    setProblem(answer.problem);
    if (answer.pages.length > 0) setPages(answer.pages);
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
              <ReplyTree
                value={pages[0]}
                path={[]}
                name="body"
                onPick={(path) => onMap(addLine(map, mappingLine(metric, path, pages[0])))}
              />
            </div>
          </div>
          <div>
            <h3 class="sec-h">{words.mapped}</h3>
            {result?.problem && (
              <p class="errors" role="alert">
                {result.problem}
              </p>
            )}
            {!result?.problem && <Readings result={result?.result ?? null} metrics={metrics} words={words} />}
          </div>
        </div>
      )}
    </div>
  );
}

const MOST = 14;

function Readings({ result, metrics, words }: { result: unknown; metrics: { id: string; name: string }[]; words: ConnectWords }) {
  const rows = (Array.isArray(result) ? result.flat() : result === null ? [] : [result]) as {
    metric?: string;
    value?: unknown;
    week?: string;
  }[];
  if (rows.length === 0) return <p class="evidence">{words.nothingMapped}</p>;
  return (
    <table class="trial">
      <tbody>
        {rows.slice(0, MOST).map((row, at) => (
          <tr key={at}>
            <td>{metrics.find((metric) => metric.id === row?.metric)?.name ?? row?.metric ?? '?'}</td>
            <td class="num">{row?.week ?? ''}</td>
            <td class="r num">{row?.value === null || row?.value === undefined ? words.unknown : JSON.stringify(row.value)}</td>
          </tr>
        ))}
        {rows.length > MOST && (
          <tr>
            <td colSpan={3} class="sub">
              … {rows.length - MOST}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { HookForm } from '@/components/settings/HookForm';
import { OutboxList } from '@/components/settings/OutboxList';
import { inLang, type Lang } from '@/lib/core/text';
import { hostPattern } from '@/lib/formats/host-pattern';
import { type Webhook, webhookSchema } from '@/lib/formats/webhook-file';
import { ask } from '@/lib/messages/ask';
import type { ExtensionNews } from '@/lib/messages/extension-messages';
import { hear } from '@/lib/messages/hear';
import type { HookRow, OutboxLine } from '@/lib/messages/hook-messages';
import type { SettingsWords } from '@/lib/words/en/settings';
import { hookWords } from '@/lib/words/hook-words';
import { tell } from '@/lib/words/tell';
import hookPoints from '@/public/webhook-points.json';
import { requestHosts } from './ask-hosts';
import type { Notice } from './notice';
import { Secrets } from './Secrets';

type Row = HookRow;

const blank: Webhook = { id: '', name: '', url: '', auth: { type: 'none' }, on: true, templates: { touchpoint: '$' } };

/** Other systems that learn of what is logged here, and what has not reached them. */
export function Webhooks({
  options,
  lang,
  version,
  say,
}: {
  options: SettingsWords;
  lang: Lang;
  version: number;
  say(notice: Notice): void;
}) {
  const words = hookWords(lang);
  const [rows, setRows] = useState<Row[]>([]);
  const [lines, setLines] = useState<OutboxLine[]>([]);
  const [editing, setEditing] = useState<{ draft: Webhook; point: string } | null>(null);
  const load = async () => {
    setRows(await ask('hook.list', {}));
    setLines(await ask('outbox.list', {}));
  };
  useEffect(() => void load(), [version]);
  useEffect(() => hear<ExtensionNews>(({ news }) => news === 'outbox' && void load()), []);
  // The browser asks only while it still sees the click: nothing may be waited for before this call.
  const allow = (url: string) =>
    void browser.permissions
      .request({ origins: [hostPattern(url)] })
      .then((given) =>
        given ? retry(lines.filter((line) => line.problem === 'no access').map((line) => line.id)) : say({ text: words.denied }),
      );
  const retry = async (ids: string[]) => {
    if (ids.length > 0) await ask('outbox.retry', { ids });
    await load();
  };
  const save = async (draft: Webhook) => {
    const id = draft.id || `${slug(draft.name)}-${Date.now().toString(36)}`;
    const asked = URL.canParse(draft.url) ? requestHosts(['webhook'], [hostPattern(draft.url)]) : null;
    const given = await asked?.catch(() => false);
    const { errors } = await ask('hook.save', { hook: { ...draft, id } });
    if (errors.length > 0) return errors;
    setEditing(null);
    say({ text: given ? words.saved : words.denied });
    await load();
    return [];
  };
  const remove = async (row: Row) => {
    await ask('hook.remove', { id: row.hook.id });
    await load();
    say({ text: words.removed, undo: () => void ask('hook.save', { hook: row.hook }).then(load) });
  };
  const pause = async ({ hook }: Row) => {
    await ask('hook.save', { hook: { ...hook, on: !hook.on } });
    await load();
  };
  const start = (id: string) => {
    const point = hookPoints.points.find((one) => one.id === id);
    const known =
      point && webhookSchema.safeParse({ ...blank, id, name: point.name, url: point.url, auth: point.auth, templates: point.templates });
    const draft = known?.success ? known.data : blank;
    setEditing({ point: id, draft: { ...draft, id: '', url: id === 'generic' ? '' : draft.url } });
  };
  const point = hookPoints.points.find((one) => one.id === editing?.point);
  const form = editing && (
    <HookForm
      key={editing.point + editing.draft.id}
      start={editing.draft}
      words={words}
      options={options}
      onSave={save}
      onTry={(hook) => ask('hook.try', { hook: { ...hook, id: hook.id || 'new' } })}
      onCancel={() => setEditing(null)}
    />
  );
  const time = (at: number) => new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' }).format(at);
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      <p class="lead">{words.lead}</p>
      <div class="box-card">
        {rows.length === 0 && !editing && <p class="rowline none">{words.none}</p>}
        {rows.map((row) => (
          <div key={row.hook.id} data-hook={row.hook.id}>
            <div class="rowline">
              <div class="grow">
                <b>{row.hook.name}</b>
                <span class="sub">
                  {[new URL(row.hook.url).host, ...Object.keys(row.hook.templates).map((kind) => words.kinds[kind as 'item'])].join(' · ')}
                </span>
              </div>
              {row.failed > 0 && <span class="badge stall">{tell(words.failed, { n: row.failed })}</span>}
              {row.waiting > 0 && <span class="badge plain">{tell(words.waiting, { n: row.waiting })}</span>}
              {row.access ? (
                <span class={row.hook.on ? 'badge good' : 'badge unknown'}>{row.hook.on ? words.on : words.off}</span>
              ) : (
                <button type="button" class="btn primary" title={words.noAccess} onClick={() => allow(row.hook.url)}>
                  {words.allow}
                </button>
              )}
              <button type="button" class="btn" onClick={() => void pause(row)}>
                {row.hook.on ? words.pause : words.resume}
              </button>
              <button type="button" class="btn" onClick={() => setEditing({ draft: row.hook, point: '' })}>
                {words.edit}
              </button>
              <button type="button" class="btn quiet" onClick={() => void remove(row)}>
                {words.remove}
              </button>
            </div>
            {row.secrets.length > 0 && <Secrets secrets={row.secrets} words={options} onChange={() => void load()} />}
            {lines.some((line) => line.hook === row.hook.id) && (
              <OutboxList
                lines={lines.filter((line) => line.hook === row.hook.id)}
                words={words}
                time={time}
                onRetry={(ids) => void retry(ids)}
                onDrop={(id) =>
                  void ask('outbox.drop', { ids: [id] })
                    .then(load)
                    .then(() => say({ text: words.dropped }))
                }
              />
            )}
            {editing?.draft.id === row.hook.id && form}
          </div>
        ))}
        {editing?.draft.id === '' && (
          <>
            <div class="form-box">
              <label>
                <span class="sub">{words.startFrom}</span>{' '}
                <select class="text w-order" value={editing.point} onChange={(event) => start(event.currentTarget.value)}>
                  <option value="">{words.empty}</option>
                  {hookPoints.points.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name}
                    </option>
                  ))}
                </select>
              </label>
              {point && (
                <p class="evidence">
                  {inLang(point.note, lang)} {point.ran ? tell(words.ran, { what: point.ran }) : words.notRan}
                </p>
              )}
            </div>
            {form}
          </>
        )}
        {!editing && (
          <div class="rowline">
            <button type="button" class="btn" onClick={() => start('generic')}>
              {words.add}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}

function slug(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 24) || 'hook'
  );
}

import { useEffect, useState } from 'preact/hooks';
import { saveText } from '@/components/basic/files';
import { PageTitle } from '@/components/basic/PageTitle';
import { dressPage } from '@/components/basic/page-theme';
import { RequestGroupRow, type ShownGroup } from '@/components/requests/RequestGroupRow';
import type { EntryBody } from '@/lib/core/account/entry';
import { groupRequests } from '@/lib/core/account/requests';
import { foldSearch } from '@/lib/core/fold-search';
import { messageOf } from '@/lib/core/message-of';
import { requestTable } from '@/lib/deliver/request-table';
import { ask } from '@/lib/messages/ask';
import type { RequestRow } from '@/lib/messages/export-messages';
import type { ExtensionNews } from '@/lib/messages/extension-messages';
import { hear } from '@/lib/messages/hear';
import type { SettingsView } from '@/lib/messages/settings-messages';
import { requestWords } from '@/lib/words/request-words';
import { tell } from '@/lib/words/tell';

type Filter = 'all' | 'open' | 'unanswered' | 'blocking';
type Order = 'accounts' | 'value' | 'urgency' | 'newest';

const holds: Record<Filter, (group: ShownGroup) => boolean> = {
  all: () => true,
  open: (group) => group.status !== 'done' && group.status !== 'declined',
  unanswered: (group) => group.answered < group.accounts.length,
  blocking: (group) => group.blocking > 0,
};
const URGENCY = { low: 1, medium: 2, high: 3 };
const rank: Record<Order, (group: ShownGroup) => number> = {
  accounts: (group) => group.accounts.length,
  value: (group) => group.value?.sum ?? -1,
  urgency: (group) => (group.urgency ? URGENCY[group.urgency] : 0) * 1000 + group.blocking,
  newest: (group) => Date.parse(group.lastDay) / 86_400_000,
};

/** Feature requests of all accounts: what to build, for whom, and who still waits for an answer. */
export function Requests() {
  const [settings, setSettings] = useState<SettingsView | null>(null);
  const [rows, setRows] = useState<RequestRow[] | null>(null);
  const [filter, setFilter] = useState<Filter>('all');
  const [order, setOrder] = useState<Order>('accounts');
  const [text, setText] = useState('');
  const [notice, setNotice] = useState<{ text: string; undo: { account: string; id: string }[] } | null>(null);
  const load = () => ask('requests.list', {}).then(setRows);
  useEffect(() => {
    void ask('settings.get', {}).then(setSettings);
    void load();
    return hear<ExtensionNews>(({ news }) => {
      if (news === 'account') void load();
      if (news === 'settings') void ask('settings.get', {}).then(setSettings);
    });
  }, []);
  useEffect(() => {
    if (settings) dressPage(document, settings.lang, settings.preferences.theme);
  }, [settings]);
  if (!settings || !rows) return <div class="k options requests" />;
  const words = requestWords(settings.lang);
  document.title = `${words.title} · Kido`;
  const groups = groupRequests(rows).map((group) => shown(group, rows));
  const asked = foldSearch(text);
  const listed = groups
    .filter(holds[filter])
    .filter((group) => foldSearch([group.text, ...group.names.values(), ...group.asked.map((one) => one.text)].join(' ')).includes(asked))
    .toSorted((a, b) => rank[order](b) - rank[order](a));

  /** Tells it of each account under the words that it used. */
  const note = async (asked: RequestRow[], told: Omit<EntryBody<'request'>, 'request'>, done: string) => {
    const byWords = new Map<string, Set<string>>();
    for (const one of asked) byWords.set(one.own, (byWords.get(one.own) ?? new Set()).add(one.account));
    const written: { account: string; id: string }[] = [];
    try {
      for (const [request, accounts] of byWords)
        written.push(...(await ask('request.tell', { accounts: [...accounts], told: { request, ...told } })).written);
      setNotice({ text: done, undo: written });
    } catch (error) {
      setNotice({ text: tell(words.failed, { why: messageOf(error) }), undo: written });
    }
    await load();
  };
  const undo = async () => {
    for (const { account, id } of notice?.undo ?? []) await ask('entry.retract', { account, ids: [id] });
    setNotice({ text: words.undone, undo: [] });
    await load();
  };
  const number = (value: number) => new Intl.NumberFormat(settings.lang).format(value);
  const today = new Date().toISOString().slice(0, 10);
  const rowsOf = (group: ShownGroup) => group.asked as RequestRow[];
  return (
    <div class="k options requests">
      <PageTitle title={words.title} />
      <p class="lead">{words.lead}</p>
      <div class="req-bar">
        <input
          class="text grow"
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div class="filters" role="group" aria-label={words.show}>
          {(Object.keys(holds) as Filter[]).map((name) => (
            <button key={name} type="button" class="filter" aria-pressed={filter === name} onClick={() => setFilter(name)}>
              {words.filters[name]} <span class="n num">{groups.filter(holds[name]).length}</span>
            </button>
          ))}
        </div>
        <select
          class="text w-order"
          aria-label={words.sort}
          value={order}
          onChange={(event) => setOrder(event.currentTarget.value as Order)}
        >
          {(Object.keys(rank) as Order[]).map((name) => (
            <option key={name} value={name}>
              {words.sorts[name]}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="btn"
          disabled={rows.length === 0}
          onClick={() => saveText(`kido-requests-${today}.csv`, requestTable(listed.flatMap(rowsOf), settings.lang), 'text/csv')}
        >
          {words.csv}
        </button>
      </div>
      <div class="box-card">
        {listed.length === 0 ? (
          <p class="rowline none">{groups.length === 0 ? words.none : words.noneHere}</p>
        ) : (
          <table class="req-table">
            <thead>
              <tr>
                <th>{words.request}</th>
                <th class="r">{words.accounts}</th>
                <th class="r">{words.value}</th>
                <th>{words.urgency}</th>
                <th>{words.status}</th>
                <th class="r">{words.answered}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((group) => (
                <RequestGroupRow
                  key={group.key}
                  group={group}
                  others={groups.filter((other) => other.key !== group.key).slice(0, 200)}
                  number={number}
                  words={words}
                  onStatus={(status) => void note(rowsOf(group), { status }, words.saved)}
                  onAnswer={(accounts, answer) =>
                    void note(
                      rowsOf(group).filter((one) => accounts.includes(one.account)),
                      { answer, answeredDay: today },
                      words.saved,
                    )
                  }
                  onSame={(key) => void note(rowsOf(group), { same: key }, words.together)}
                  onPart={(own) =>
                    void note(
                      rowsOf(group).filter((one) => one.own === own),
                      { same: '' },
                      words.saved,
                    )
                  }
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {notice && (
        <div class="notice toast" role="status">
          <span class="grow">{notice.text}</span>
          {notice.undo.length > 0 && (
            <button type="button" class="link" onClick={() => void undo()}>
              {words.undo}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** A group with names and worth of its accounts. */
function shown(group: ReturnType<typeof groupRequests>[number], rows: RequestRow[]): ShownGroup {
  const own = new Map(rows.filter((row) => group.accounts.includes(row.account)).map((row) => [row.account, row]));
  const values = group.accounts.map((account) => own.get(account)?.value ?? null);
  const known = values.filter((value) => value !== null);
  return {
    ...group,
    names: new Map(group.accounts.map((account) => [account, own.get(account)?.name ?? account])),
    value: known.length > 0 ? { sum: known.reduce((sum, one) => sum + one, 0), known: known.length === values.length } : null,
  };
}

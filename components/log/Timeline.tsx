import { useState } from 'preact/hooks';
import { Icon, type IconName } from '@/components/basic/Icon';
import { SideIcon, type SideIconName } from '@/components/basic/SideIcon';
import type { TimelineKind, TimelineRow } from '@/lib/core/view/timeline-row';
import type { LogWords } from '@/lib/words/en/log';

const icons: Partial<Record<TimelineKind, IconName>> = {
  meeting: 'meeting',
  planned: 'cal',
  readings: 'page',
  item: 'check',
  blocked: 'blocked',
  snooze: 'clock',
  judgement: 'good',
  answer: 'quote',
};
const filters: [string, TimelineKind[] | null][] = [
  ['all', null],
  ['meetings', ['meeting', 'planned', 'judgement']],
  ['requestsF', ['request', 'answer']],
  ['blockers', ['blocked']],
  ['readings', ['readings']],
  ['takenBack', null],
];

interface Props {
  rows: TimelineRow[];
  words: LogWords;
  onTakeBack(id: string): void;
  onBringBack(retraction: string): void;
  onEdit(id: string): void;
  onRecap(id: string): void;
  onMail(id: string): void;
  onCalendar(id: string): void;
}

/** Everything that happened to the account, newest first. */
export function Timeline({ rows, words, onTakeBack, onBringBack, onEdit, onRecap, onMail, onCalendar }: Props) {
  const [filter, setFilter] = useState('all');
  const kinds = filters.find(([name]) => name === filter)?.[1];
  const standing = rows.filter((row) => row.retraction === null);
  const gone = rows.filter((row) => row.retraction !== null);
  const shown = filter === 'takenBack' ? gone : kinds ? standing.filter((row) => kinds.includes(row.kind)) : standing;
  return (
    <section class="sec timeline" aria-label={words.timeline}>
      <div class="filters" role="group" aria-label={words.timeline}>
        {filters
          .filter(([name]) => name !== 'takenBack' || gone.length > 0)
          .map(([name]) => (
            <button key={name} type="button" class="filter" aria-pressed={filter === name} onClick={() => setFilter(name)}>
              {words[name as 'all']}
              {name === 'all' && <span class="n num">{standing.length}</span>}
              {name === 'takenBack' && <span class="n num">{gone.length}</span>}
            </button>
          ))}
      </div>
      {shown.length === 0 && <p class="none">{words.nothing}</p>}
      <ol>
        {shown.slice(0, 200).map((row, index) => (
          <li key={row.id}>
            {row.day !== shown[index - 1]?.day && <h3 class="tl-day">{row.dayText}</h3>}
            <div class={`ev is-${row.kind}`}>
              <KindIcon kind={row.kind} />
              <p class="t">
                <b>{row.lead}</b>
                {row.text && `: ${row.text}`}
                {row.amended && <small> ({words.amended})</small>}
              </p>
              <span class="time num">{row.time}</span>
              {row.evidence.length > 0 && (
                <p class="evidence">
                  {row.evidence.map((part, at) => (
                    <span key={`${at} ${part}`} class={at ? 'dot' : ''}>
                      {part}
                    </span>
                  ))}
                </p>
              )}
              {row.history.length > 0 && (
                <details class="versions">
                  <summary>
                    {words.history} ({row.history.length})
                  </summary>
                  {row.history.map((version, at) => (
                    <p key={at}>
                      <span class="sub">{version.when}</span>
                      {version.text}
                    </p>
                  ))}
                </details>
              )}
              <div class="row-acts">
                {row.page !== null && (
                  <a class="link" href={row.page} target="_blank" rel="noreferrer">
                    {words.openPage}
                  </a>
                )}
                {row.retraction !== null && (
                  <button
                    type="button"
                    class="link"
                    aria-label={`${words.bringBack}: ${row.lead}`}
                    onClick={() => onBringBack(row.retraction as string)}
                  >
                    {words.bringBack}
                  </button>
                )}
                {row.kind === 'meeting' && row.retraction === null && (
                  <>
                    <button type="button" class="link" aria-label={`${words.edit}: ${row.lead}`} onClick={() => onEdit(row.id)}>
                      {words.edit}
                    </button>
                    <button type="button" class="link" aria-label={`${words.copyRecap}: ${row.lead}`} onClick={() => onRecap(row.id)}>
                      {words.copyRecap}
                    </button>
                    <button type="button" class="link" aria-label={`${words.mail}: ${row.lead}`} onClick={() => onMail(row.id)}>
                      {words.mail}
                    </button>
                  </>
                )}
                {row.kind === 'planned' && row.retraction === null && (
                  <button type="button" class="link" aria-label={`${words.calendar}: ${row.text}`} onClick={() => onCalendar(row.id)}>
                    {words.calendar}
                  </button>
                )}
                {row.retractable && (
                  <button
                    type="button"
                    class="link"
                    aria-label={`${words.takeBack}: ${row.lead} ${row.text.slice(0, 60)}`}
                    onClick={() => onTakeBack(row.id)}
                  >
                    {words.takeBack}
                  </button>
                )}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function KindIcon({ kind }: { kind: TimelineKind }) {
  const own = icons[kind];
  return own ? <Icon name={own} /> : <SideIcon name={(kind === 'stage' ? 'flag' : 'request') satisfies SideIconName} />;
}

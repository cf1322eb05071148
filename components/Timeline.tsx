import { useState } from 'preact/hooks';
import type { TimelineKind, TimelineRow } from '@/lib/core/view/timeline';
import { Icon, type IconName } from './Icon';
import { SideIcon, type SideIconName } from './SideIcon';
import type { SideWords } from './side-words';

const icons: Partial<Record<TimelineKind, IconName>> = {
  meeting: 'meeting',
  planned: 'cal',
  readings: 'page',
  item: 'check',
  blocked: 'blocked',
  snooze: 'clock',
  judgement: 'good',
};
const filters: [string, TimelineKind[] | null][] = [
  ['all', null],
  ['meetings', ['meeting', 'planned', 'judgement']],
  ['requestsF', ['request']],
  ['blockers', ['blocked']],
  ['readings', ['readings']],
];

interface Props {
  rows: TimelineRow[];
  words: SideWords;
  onTakeBack(id: string): void;
  onRecap(id: string): void;
  onMail(id: string): void;
  onCalendar(id: string): void;
}

/** Everything that happened to the account, newest first. */
export function Timeline({ rows, words, onTakeBack, onRecap, onMail, onCalendar }: Props) {
  const [filter, setFilter] = useState('all');
  const kinds = filters.find(([name]) => name === filter)?.[1];
  const shown = kinds ? rows.filter((row) => kinds.includes(row.kind)) : rows;
  return (
    <section class="sec timeline" aria-label={words.timeline}>
      <div class="filters" role="group" aria-label={words.timeline}>
        {filters.map(([name]) => (
          <button key={name} type="button" class="filter" aria-pressed={filter === name} onClick={() => setFilter(name)}>
            {words[name as 'all']}
            {name === 'all' && <span class="n num">{rows.length}</span>}
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
              <div class="row-acts">
                {row.kind === 'meeting' && (
                  <>
                    <button type="button" class="link" aria-label={`${words.copyRecap}: ${row.lead}`} onClick={() => onRecap(row.id)}>
                      {words.copyRecap}
                    </button>
                    <button type="button" class="link" aria-label={`${words.mail}: ${row.lead}`} onClick={() => onMail(row.id)}>
                      {words.mail}
                    </button>
                  </>
                )}
                {row.kind === 'planned' && (
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

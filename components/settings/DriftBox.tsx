import { Icon } from '@/components/basic/Icon';
import type { DriftRow } from '@/lib/formats/console-health';
import type { Locator } from '@/lib/formats/field-schema';
import type { SettingsWords } from '@/lib/words/en/settings';
import { tell } from '@/lib/words/tell';

interface Props {
  rows: DriftRow[];
  words: SettingsWords;
  locked: boolean;
  onAccept(metric: string, locator: Locator): void;
}

/** Fields that a console no longer shows where it did, and where each seems to stand now. */
export function DriftBox({ rows, words, locked, onAccept }: Props) {
  return (
    <div class="form-box drift">
      <h3 class="sec-h">
        <Icon name="watch" /> {words.drift}
      </h3>
      {rows.map((row) => (
        <div key={row.metric} class="line">
          <div class="grow">
            <b>{row.name}</b>
            <span class="sub">
              {words.driftScopes[row.scope]} · {tell(words.driftSince, { day: new Date(row.since).toISOString().slice(0, 10) })}
            </span>
            <span class="sub">
              {row.proposal
                ? `${tell(words.driftNow, { label: row.proposal.label })} (${row.proposal.because.map((why) => words.driftBecause[why]).join(', ')})`
                : words.driftNone}
            </span>
          </div>
          {row.proposal && !locked && (
            <button
              type="button"
              class="btn"
              aria-label={`${words.driftUse}: ${row.name}`}
              onClick={() => row.proposal && onAccept(row.metric, row.proposal.locator)}
            >
              {words.driftUse}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

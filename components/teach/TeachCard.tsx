import { Icon } from '@/components/basic/Icon';
import type { Offer } from '@/lib/formats/discovered-page';
import type { Locator } from '@/lib/formats/field-schema';
import type { TeachWords } from '@/lib/words/en/teach';
import { tell } from '@/lib/words/tell';

/** A value that was picked, with the ways to find it again. */
export interface Picked {
  label: string | null;
  shown: string;
  type: string;
  offers: Offer[];
}

export interface OtherReading {
  account: string;
  name: string;
  value: unknown;
  problem: string | null;
}

interface Props {
  picked: Picked;
  metrics: { id: string; name: string; read: boolean }[];
  metric: string;
  parse: string;
  chosen: number;
  /** What the shown text means in the chosen type. */
  meaning: { value: unknown; problem: string | null };
  others: OtherReading[] | 'trying' | null;
  words: TeachWords;
  onMetric(id: string): void;
  onParse(parse: string): void;
  onChoose(at: number): void;
  onOthers(): void;
  onSave(): void;
  onAnother(): void;
}

const GRADE = { label: 3, header: 3, name: 2, place: 1 } as const;

/** What is known of a picked value, before it is saved: metric, type, ways to find it, proof on other accounts. */
export function TeachCard(props: Props) {
  const { picked, metrics, metric, parse, chosen, meaning, others, words } = props;
  const canSave = metric !== '' && picked.offers.length > 0 && (meaning.problem === null || picked.shown === '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) props.onSave();
      }}
    >
      <section class="sec">
        <label class="field">
          <span>{words.metric}</span>
          <select class="text" data-focus="metric" value={metric} onChange={(event) => props.onMetric(event.currentTarget.value)}>
            <option value="">{words.chooseMetric}</option>
            {metrics.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
                {one.read ? ` (${words.alreadyRead})` : ''}
              </option>
            ))}
          </select>
        </label>
        <div class="field">
          <span>{words.label}</span>
          <span class="shown">{picked.label ?? words.noLabel}</span>
        </div>
        <label class="field">
          <span>{words.type}</span>
          <select class="text" value={parse} onChange={(event) => props.onParse(event.currentTarget.value)}>
            {Object.entries(words.parses).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <span class={meaning.problem === null || picked.shown === '' ? 'evidence' : 'evidence bad'}>{meaningText(props)}</span>
        </label>
      </section>
      <section class="sec">
        <h3 class="sec-h">
          {words.locators} <span class="n">{words.bestFirst}</span>
        </h3>
        {picked.offers.length === 0 && <p class="evidence">{words.nothingStable}</p>}
        {picked.offers.map((offer, at) => (
          <label key={at} class="loc">
            <input type="radio" name="way" checked={at === chosen} onChange={() => props.onChoose(at)} />
            <span>{words.by[offer.by]}</span>
            <Grade grade={GRADE[offer.by]} words={words} />
            <code>{locatorText(offer.locator)}</code>
          </label>
        ))}
        {picked.offers[0]?.by === 'place' && <p class="evidence">{words.weakOnly}</p>}
      </section>
      <section class="sec">
        <h3 class="sec-h">
          {words.others}
          {others === null && picked.offers.length > 0 && (
            <button type="button" class="link" onClick={props.onOthers}>
              {words.tryOthers}
            </button>
          )}
        </h3>
        {others === 'trying' && (
          <p class="evidence" role="status">
            {words.trying}
          </p>
        )}
        {Array.isArray(others) && others.length === 0 && <p class="evidence">{words.noOthers}</p>}
        {Array.isArray(others) && others.length > 0 && (
          <div class="reads">
            {others.map((one) => (
              <Reading key={one.account} one={one} words={words} />
            ))}
          </div>
        )}
      </section>
      <footer class="sec acts" style={{ margin: 0 }}>
        <button type="submit" class="btn primary" disabled={!canSave}>
          {words.save} <kbd class="k-key">↵</kbd>
        </button>
        <button type="button" class="btn quiet" onClick={props.onAnother}>
          {words.another}
        </button>
      </footer>
    </form>
  );
}

function Reading({ one, words }: { one: OtherReading; words: TeachWords }) {
  const bad = one.value === null && one.problem !== null && one.problem !== 'blank';
  return (
    <>
      <span class={bad ? 'bad' : ''}>
        <Icon name={bad ? 'stall' : 'good'} />
      </span>
      <span class="cut">{one.name}</span>
      <span class={bad ? 'v bad' : 'v num'}>{bad ? one.problem : valueText(one.value, words)}</span>
    </>
  );
}

function Grade({ grade, words }: { grade: 1 | 2 | 3; words: TeachWords }) {
  return (
    <span class="grade">
      <span class="pips" aria-hidden="true">
        {[1, 2, 3].map((at) => (
          <i key={at} class={at <= grade ? 'on' : ''} />
        ))}
      </span>
      {words.grades[grade]}
    </span>
  );
}

function meaningText({ picked, meaning, words }: Props): string {
  if (picked.shown === '') return words.empty;
  const shown = picked.shown.length > 40 ? `${picked.shown.slice(0, 40)}…` : picked.shown;
  if (meaning.problem !== null) return tell(words.unreadable, { shown });
  return tell(words.readsAs, { shown, value: valueText(meaning.value, words) });
}

function valueText(value: unknown, words: TeachWords): string {
  if (value === null || value === undefined) return words.unknown;
  return typeof value === 'boolean' ? (value ? words.yes : words.no) : String(value);
}

/** A locator on one line. */
function locatorText(locator: Locator): string {
  const within = 'within' in locator && locator.within ? ` in ${locator.within}` : '';
  if ('label' in locator) return `label "${locator.label}"${within}`;
  if ('header' in locator) return `header "${locator.header}"${within}`;
  return 'selector' in locator ? locator.selector : `${locator.json} ${locator.path}`;
}

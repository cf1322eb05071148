import { TeachBar } from '@/components/teach/TeachBar';
import { TeachCard } from '@/components/teach/TeachCard';
import { TeachList } from '@/components/teach/TeachList';
import type { Parse } from '@/lib/formats/field-schema';
import type { TeachSetup } from '@/lib/messages/teach-messages';
import type { FieldOnPage } from '@/lib/readers/page/discover/found-field';
import { parseValue } from '@/lib/readers/page/parse/parse-value';
import type { TeachWords } from '@/lib/words/en/teach';
import { type Choice, parseOf } from './choice';
import { boxOf, cardPlace } from './place';

/** Most values that are outlined at once. */
const MOST_HINTS = 200;

/** What is shown over the page, and what its buttons do. */
interface Props {
  setup: TeachSetup<TeachWords>;
  fields: FieldOnPage[];
  isAmbiguous: boolean;
  target: Element | null;
  choice: Choice | null;
  isListOpen: boolean;
  notice: string | null;
  onUndo: (() => void) | null;
  onList(): void;
  onStop(): void;
  onAim(element: Element | null): void;
  onTake(element: Element): void;
  onChange(part: Partial<Choice>): void;
  onOthers(): void;
  onSave(): void;
  onAnother(): void;
}

/** The bar, the outlines on the page, and the list or the card that is open. */
export function TeachScreen(props: Props) {
  const { setup, fields, target, choice, isListOpen, notice } = props;
  const label = fields.find((field) => field.element === target)?.labelElement;
  return (
    <>
      <TeachBar
        words={setup.words}
        notice={notice}
        count={fields.length}
        open={isListOpen}
        onUndo={props.onUndo}
        onList={props.onList}
        onStop={props.onStop}
      />
      {!choice && fields.slice(0, MOST_HINTS).map((field, at) => <div key={at} class="t-out hint" style={boxOf(field.element)} />)}
      {target?.isConnected && <div class="t-out" style={boxOf(target)} />}
      {label?.isConnected && <div class="t-out label" style={boxOf(label)} />}
      {isListOpen && (
        <TeachList
          rows={fields.map(({ label, text }) => ({ label, text }))}
          isAmbiguous={props.isAmbiguous}
          words={setup.words}
          onAim={(index) => props.onAim(fields[index]?.element ?? null)}
          onTake={(index) => {
            const element = fields[index]?.element;
            if (element) props.onTake(element);
          }}
        />
      )}
      {choice && <Card {...props} choice={choice} />}
    </>
  );
}

function Card({ setup, choice, ...props }: Props & { choice: Choice }) {
  const { words, metrics, locale, dates, numbers, zone } = setup;
  return (
    <div class="t-card" role="dialog" aria-label={words.title} style={cardPlace(choice.picked.element)}>
      <TeachCard
        picked={choice.picked}
        metrics={metrics}
        metric={choice.metric}
        parse={choice.parse}
        chosen={choice.chosen}
        meaning={parseValue(choice.picked.shown, choice.parse, { locale, dates, numbers, zone, now: Date.now() })}
        others={choice.others}
        words={words}
        onMetric={(metric) => props.onChange({ metric, parse: parseOf(metric, choice.picked, metrics) })}
        onParse={(parse) => props.onChange({ parse: parse as Parse })}
        onChoose={(chosen) => props.onChange({ chosen, others: null })}
        onOthers={props.onOthers}
        onSave={props.onSave}
        onAnother={props.onAnother}
      />
    </div>
  );
}

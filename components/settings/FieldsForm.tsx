import { Icon } from '@/components/basic/Icon';
import type { Field, Parse } from '@/lib/formats/field-schema';
import type { SettingsWords } from '@/lib/words/en/settings';
import { type LocatorKind, locatorKind, locatorText, makeLocator } from './console-draft';

interface Props {
  fields: Field[];
  metrics: { id: string; name: string }[];
  words: SettingsWords;
  onChange(fields: Field[]): void;
}

/** What is read from the page, a line each. Further alternatives of a locator stay as they are. */
export function FieldsForm({ fields, metrics, words, onChange }: Props) {
  const set = (index: number, part: Partial<Field>) => onChange(fields.map((field, at) => (at === index ? { ...field, ...part } : field)));
  return (
    <fieldset class="block">
      <legend>{words.fields}</legend>
      <p class="evidence">{words.fieldsHint}</p>
      {fields.map((field, index) => {
        const [first, ...rest] = field.find;
        const kind = locatorKind(first);
        return (
          <div key={index} class="field-row">
            <select
              class="text"
              aria-label={`${words.metric} ${index + 1}`}
              value={field.metric}
              onChange={(event) => set(index, { metric: event.currentTarget.value })}
            >
              {!metrics.some((metric) => metric.id === field.metric) && <option value={field.metric}>{field.metric || '—'}</option>}
              {metrics.map((metric) => (
                <option key={metric.id} value={metric.id}>
                  {metric.name}
                </option>
              ))}
            </select>
            <select
              class="text"
              aria-label={words.how}
              value={kind}
              onChange={(event) =>
                set(index, { find: [makeLocator(event.currentTarget.value as LocatorKind, locatorText(first), undefined), ...rest] })
              }
            >
              {Object.entries(words.by).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <input
              class="text"
              aria-label={words.where}
              value={locatorText(first)}
              onInput={(event) => set(index, { find: [makeLocator(kind, event.currentTarget.value, first), ...rest] })}
            />
            <select
              class="text"
              aria-label={words.parse}
              value={field.parse}
              onChange={(event) => set(index, { parse: event.currentTarget.value as Parse })}
            >
              {Object.entries(words.parses).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <button
              type="button"
              class="btn icon"
              aria-label={`${words.remove} ${index + 1}`}
              onClick={() => onChange(fields.filter((_, at) => at !== index))}
            >
              <Icon name="x" />
            </button>
          </div>
        );
      })}
      <button
        type="button"
        class="link"
        onClick={() => onChange([...fields, { metric: metrics[0]?.id ?? '', find: [{ label: '' }], parse: 'number' }])}
      >
        + {words.addField}
      </button>
    </fieldset>
  );
}

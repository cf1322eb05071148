import type { Lang } from '@/lib/core/text';
import type { Evidence, Settled, ToldWriting } from '@/lib/formats/writing';
import type { ConnectWords } from '@/lib/words/en/connect';
import { tell } from '@/lib/words/tell';

interface Props {
  settled: Settled;
  words: ConnectWords;
  lang: Lang;
  /** A person's answer; undefined takes it back. */
  onTold(part: ToldWriting): void;
}

/** How a console writes dates, numbers and times, what settled it, and a question for what its pages leave open. */
export function WritingBox({ settled, words, lang, onTold }: Props) {
  const { locale, dates, numbers, zone, settledFrom, asks } = settled;
  const order = dates === 'day/month' ? words.dayMonth : words.monthDay;
  return (
    <section class="writing" aria-label={words.writing}>
      <Line text={locale === '' ? words.languageOpen : tell(words.writesIn, { locale })} from={settledFrom.locale} words={words} />
      {dates !== 'open' && (
        <Line
          text={tell(words.writesDates, { order })}
          from={settledFrom.dates}
          words={words}
          onChange={() => onTold({ dates: undefined })}
        />
      )}
      {asks.dates !== null && <Line text={words.datesOpen} from={settledFrom.dates} words={words} />}
      {asks.dates !== null && <DateQuestion text={asks.dates} words={words} lang={lang} onTold={onTold} />}
      {numbers !== null && numbers !== 'open' && (
        <Line
          text={tell(words.writesNumbers, { form: numbers })}
          from={settledFrom.numbers}
          words={words}
          onChange={() => onTold({ numbers: undefined })}
        />
      )}
      {asks.numbers !== null && <Line text={words.numbersOpen} from={settledFrom.numbers} words={words} />}
      {asks.numbers !== null && <NumberQuestion text={asks.numbers} words={words} lang={lang} onTold={onTold} />}
      {zone !== null && <Line text={tell(words.writesTimes, { zone })} from={settledFrom.zone} words={words} />}
    </section>
  );
}

/** One matter and what settled it; an answer can be taken back. */
function Line({ text, from, words, onChange }: { text: string; from: Evidence | null; words: ConnectWords; onChange?: () => void }) {
  return (
    <p class="evidence">
      {text}
      {from && ` – ${evidenceText(from, words)}`}
      {from?.code === 'told' && onChange && (
        <button type="button" class="link" onClick={onChange}>
          {words.change}
        </button>
      )}
    </p>
  );
}

function evidenceText(from: Evidence, words: ConnectWords): string {
  if (from.code === 'told') return words.settledTold;
  if (from.code === 'lang') return tell(words.settledLang, { lang: from.lang });
  if (from.code === 'against') return tell(words.settledAgainst, { text: from.text, other: from.other });
  return tell(words.settledText, { text: from.text, account: from.account });
}

type QuestionProps = Omit<Props, 'settled'> & { text: string };

function DateQuestion({ text, words, lang, onTold }: QuestionProps) {
  const [one = 1, two = 1, year = 2000] = (text.match(/\d+/g) ?? []).map(Number);
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  const dayFirst = format.format(Date.UTC(year, two - 1, one));
  const monthFirst = format.format(Date.UTC(year, one - 1, two));
  return (
    <Question
      text={tell(words.askDate, { text, one: dayFirst, two: monthFirst })}
      answers={[
        [dayFirst, () => onTold({ dates: 'day/month' })],
        [monthFirst, () => onTold({ dates: 'month/day' })],
      ]}
    />
  );
}

function NumberQuestion({ text, words, lang, onTold }: QuestionProps) {
  const [whole = '0', sign = ',', rest = '000'] = /(\d+)([.,])(\d{3})/.exec(text)?.slice(1) ?? [];
  const large = new Intl.NumberFormat(lang, { useGrouping: false }).format(Number(whole + rest));
  const small = new Intl.NumberFormat(lang, { useGrouping: false, minimumFractionDigits: 3 }).format(Number(`${whole}.${rest}`));
  const [grouped, divided] = sign === ',' ? (['1,234.5', '1.234,5'] as const) : (['1.234,5', '1,234.5'] as const);
  return (
    <Question
      text={tell(words.askNumber, { text, one: large, two: small })}
      answers={[
        [large, () => onTold({ numbers: grouped })],
        [small, () => onTold({ numbers: divided })],
      ]}
    />
  );
}

function Question({ text, answers }: { text: string; answers: [string, () => void][] }) {
  return (
    <div role="group" aria-label={text}>
      <p>
        <b>{text}</b>
      </p>
      <div class="line">
        {answers.map(([answer, choose]) => (
          <button key={answer} type="button" class="btn" onClick={choose}>
            {answer}
          </button>
        ))}
      </div>
    </div>
  );
}

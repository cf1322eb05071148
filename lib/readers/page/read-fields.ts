import { notACount } from '@/lib/core/account/plausible';
import { problemText } from '@/lib/core/account/problem';
import type { WrittenReading } from '@/lib/core/account/reading';
import type { PageConfig } from '@/lib/formats/page-config';
import { languageOf } from './language/languages';
import type { FoundField } from './locate-page';
import { parseValue } from './parse/parse-value';

export type PageReading = WrittenReading & { problem: string | null; unit: string | null };

/** What a reader needs besides the page; nothing is taken from globals. */
export interface ReadSetting {
  /** Epoch ms UTC, for relative times. */
  now: number;
  /** The browser's own IANA zone, for consoles that show times in it. */
  browserZone: string;
}

/** A page may say that a part of it is in another language; anything that is no language is not believed. */
function localeOf(lang: string | undefined): string | undefined {
  try {
    return lang ? Intl.getCanonicalLocales(lang)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** Language, order and signs of a text: a field or a part of the page in another language goes by that alone. */
function writingOf(field: PageConfig['fields'][number], lang: string | undefined, { locale, dates, numbers }: PageConfig) {
  const own = field.locale ?? localeOf(lang);
  const same = field.locale === undefined && (own === undefined || languageOf(own) === languageOf(locale));
  return same ? { locale: own ?? locale, dates, numbers } : { locale: own ?? locale };
}

/** Works out what found texts mean, by what the console says of each field. Fields it does not have are left out. */
export function readFields(found: FoundField[], config: PageConfig, setting: ReadSetting): PageReading[] {
  return found.flatMap((one) => {
    const field = config.fields.find((other) => other.metric === one.metric);
    if (!field) return [];
    const zone = field.zone ?? config.zone;
    const parsed =
      one.shown === null
        ? { value: null, problem: one.problem ?? problemText('not found') }
        : parseValue(one.shown, field.parse, {
            ...writingOf(field, one.lang, config),
            zone: zone === 'browser' ? setting.browserZone : zone,
            now: setting.now,
          });
    const odd = notACount(one.metric, parsed.value, one.shown ?? '');
    return [
      {
        metric: one.metric,
        value: odd === null ? parsed.value : null,
        unit: field.unit ?? null,
        source: 'page' as const,
        where: one.where,
        problem: odd ?? parsed.problem,
      },
    ];
  });
}

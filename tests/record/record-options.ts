import { Mistake, type Options } from '@/lib/cli/options';
import type { SignIn } from './page-tab';

/** Options of `npm run fixture`, and what each is for. */
export const USAGE: Record<string, string> = {
  out: 'folder for the pages; made where it is not there',
  console: 'what the console is called',
  version: 'its version',
  view: 'which part of the record, where a press leads to one',
  press: 'texts of what is pressed on each page first, such as a tab; several with |',
  name: 'texts that are somebody’s on every page, such as who is signed in; several with |',
  keep: 'texts that stay, such as the names of plans; several with |',
  truth: 'JSON file: for each address the account and its facts, as they are in the console’s database',
  cookie: 'signs in: name=value; name=value',
  profile: 'signs in: folder of a browser profile that is signed in',
  headed: 'signs in: "yes" shows the browser and waits for you',
  locale: 'language of the browser; en-US',
  zone: 'zone in which the console shows times; UTC',
  key: 'the same key gives the same stand-ins again, for another view of the same accounts; keep it to yourself',
};

export interface RecordOptions extends SignIn {
  addresses: string[];
  out: string;
  console: string;
  version: string;
  view: string;
  press: string[];
  names: string[];
  keep: string[];
  truth: string | null;
  zone: string;
  key: string | null;
  dayFirst: boolean;
}

/** What stands on the command line. Throws a mistake that says how it is called. */
export function readRecordOptions({ values, named }: Options): RecordOptions {
  const usage = `npm run fixture -- <address>… --out <folder>\n${Object.entries(USAGE)
    .map(([name, what]) => `  --${name.padEnd(8)} ${what}`)
    .join('\n')}`;
  const out = named.get('out');
  if (values.length === 0 || out === undefined) throw new Mistake(usage);
  const wrong = values.find((one) => !/^https?:\/\//.test(one) || !URL.canParse(one));
  if (wrong !== undefined) throw new Mistake(`not an address: ${wrong}`);
  if (new Set(values.map((one) => new URL(one).origin)).size > 1) throw new Mistake('all addresses must be of one console');
  const locale = named.get('locale') ?? 'en-US';
  const list = (name: string) => (named.get(name) ?? '').split('|').filter((one) => one !== '');
  return {
    addresses: values,
    out,
    console: named.get('console') ?? new URL(values[0] as string).hostname.split('.')[0] ?? 'console',
    version: named.get('version') ?? '',
    view: named.get('view') ?? 'default',
    press: list('press'),
    names: list('name'),
    keep: list('keep'),
    truth: named.get('truth') ?? null,
    cookie: named.get('cookie') ?? null,
    profile: named.get('profile') ?? null,
    headed: named.get('headed') === 'yes',
    locale,
    zone: named.get('zone') ?? 'UTC',
    key: named.get('key') ?? null,
    dayFirst: isDayFirst(locale),
  };
}

function isDayFirst(locale: string): boolean {
  try {
    const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map((part) => part.type);
    return parts.indexOf('day') < parts.indexOf('month');
  } catch {
    throw new Mistake(`--locale: a language such as en-US or ja, not "${locale}"`);
  }
}

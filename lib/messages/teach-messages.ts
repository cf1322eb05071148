import { z } from 'zod';
import type { Lang } from '@/lib/core/text';
import type { DateOrder, NumberForm } from '@/lib/formats/writing';
import { answers } from './message';
import { address, taughtSchema } from './shapes';

/** What the teaching script is given when it starts in a page. */
export interface TeachSetup<Words = unknown> {
  console: string;
  metrics: { id: string; name: string; type: string; read: boolean }[];
  words: Words;
  styles: string;
  lang: Lang;
  theme: 'auto' | 'light' | 'dark';
  locale: string;
  dates: DateOrder | undefined;
  numbers: NumberForm | undefined;
  zone: string;
  urlId: string | null;
}

/** What the script that frames the set-up steps on a console's page is given. */
export interface DockSetup {
  /** Address of the extension's page, with the pass of this tab. */
  page: string;
  words: { title: string; fold: string; unfold: string; close: string };
  styles: string;
  lang: Lang;
  theme: 'auto' | 'light' | 'dark';
}

/** A value of the taught field on another account. */
export interface TaughtElsewhere {
  account: string;
  name: string;
  value: unknown;
  problem: string | null;
}

/** What the scripts that set up ask from a page: for tabs in which a person started them, and that console only. */
export const teachMessages = {
  'teach.setup': answers<TeachSetup | null>().to(z.strictObject({ address })),
  'teach.others': answers<TaughtElsewhere[]>().to(z.strictObject({ address, field: taughtSchema })),
  'teach.save': answers<{ errors: string[] }>().to(z.strictObject({ address, field: taughtSchema })),
  /** Takes the last save in this tab back. */
  'teach.undo': answers<{ errors: string[] }>().to(z.strictObject({ address })),
  'teach.stop': answers<null>().to(z.strictObject({ address })),
  'dock.setup': answers<DockSetup | null>().to(z.strictObject({ address })),
  'dock.close': answers<null>().to(z.strictObject({ address })),
} as const;

import { z } from 'zod';
import type { TroublePart } from '@/lib/core/view/api-trouble';
import type { ConsoleFile } from '@/lib/formats/console-file';
import type { DiscoveredPage } from '@/lib/formats/discovered-page';
import { localeSchema, locatorSchema, zoneSchema } from '@/lib/formats/field-schema';
import { answers } from './message';
import { accountId, address, consoleId, metric, nothing } from './shapes';

/** One account in a dry run: what its page and its API gave, and why not. */
export interface TrialRow {
  address: string;
  accountId: string | null;
  name: string | null;
  problem: string | null;
  readings: {
    metric: string;
    value: unknown;
    shown: string | null;
    problem: string | null;
    source: 'page' | 'api';
    /** How many weeks came, from when to when; null for a value of the moment. */
    weeks: WeekSpan | null;
  }[];
  /** What is wrong with the APIs: one that could not be read (`kind`), or what is wrong with the reply of one that was. */
  apis: { api: string; kind: string | null; message: string; part: TroublePart | null }[];
}

/** Weeks that an API gave: how many, the first and the last by their first days. */
export interface WeekSpan {
  count: number;
  from: string;
  to: string;
}

/** What a mapping makes of pages; `problem`: why it makes nothing. */
export interface MappedPages {
  readings: { metric: string; value: unknown; week: string | null; problem: string | null }[];
  problems: TroublePart[];
  weeks: Record<string, WeekSpan>;
  problem: string | null;
}

/** What an API gave for one account when it was tried, or why it gave nothing. */
export interface ApiTrial extends MappedPages {
  id: string;
}

const tab = { tabId: z.number().int().nullable(), address: address.nullable() };

/** What setting up a console asks: from the settings, and from the frame on a console's page. */
export const setupMessages = {
  'addresses.guess': answers<({ origin: string; match: string; id: string; sure: boolean } | null)[]>().to(
    z.strictObject({ addresses: z.array(address).min(1).max(20) }),
  ),
  'page.discover': answers<DiscoveredPage>().to(
    z.strictObject({
      address,
      id: z.string().max(300).nullable(),
      locale: z.string().max(40).nullable(),
      zone: z.string().max(60).nullable(),
    }),
  ),
  'console.try': answers<{ errors: string[]; rows: TrialRow[] }>().to(
    z.strictObject({ console: z.unknown(), addresses: z.array(address).max(10) }),
  ),
  'reply.fetch': answers<{ pages: unknown[]; problem: string | null }>().to(
    z.strictObject({ console: z.unknown(), api: z.number().int().min(0).max(20), accountId }),
  ),
  'reply.map': answers<MappedPages>().to(
    z.strictObject({
      expression: z.string().max(50_000),
      pages: z.array(z.unknown()).max(200),
      accountId,
      next: z.string().max(2000).optional(),
      locale: localeSchema.optional(),
      zone: zoneSchema.optional(),
    }),
  ),
  'api.try': answers<ApiTrial[]>().to(z.strictObject({ console: z.unknown(), accountId })),
  'wizard.get': answers<unknown>().to(nothing),
  'wizard.put': answers<null>().to(z.strictObject({ state: z.unknown() })),
  /** `draft`: a console that is being connected; what is taught goes into it, and nothing is saved. */
  'teach.start': answers<{ problem: string | null }>().to(z.strictObject({ console: consoleId, ...tab, draft: z.unknown().optional() })),
  /** The draft with what was taught; null where nobody teaches it. */
  'teach.draft': answers<ConsoleFile | null>().to(z.strictObject({ console: consoleId })),
  /** Opens the steps on a tab's page, or on an address in a new tab. */
  'dock.open': answers<{ problem: string | null }>().to(z.strictObject(tab)),
  /** Where a frame stands: null for one that no person opened. */
  'dock.mine': answers<{ tabId: number; address: string } | null>().to(z.strictObject({ pass: z.string().max(60) })),
  /** Whether the browser lets Kido ask each of these match patterns. */
  'access.has': answers<boolean[]>().to(z.strictObject({ origins: z.array(z.string().max(500)).max(50) })),
  'settings.open': answers<null>().to(nothing),
  'drift.accept': answers<{ errors: string[] }>().to(z.strictObject({ console: consoleId, metric, locator: locatorSchema })),
} as const;

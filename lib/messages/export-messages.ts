import { z } from 'zod';
import { bodySchemas } from '@/lib/core/account/entry';
import type { AccountRequest } from '@/lib/core/account/requests';
import type { FoundNote } from '@/lib/core/view/found-note';
import type { PlannedEvent } from '@/lib/core/view/planned-event';
import type { Backup, Restored } from '@/lib/formats/backup-file';
import { answers } from './message';
import { account, entryId, nothing } from './shapes';

/** A feature request of one account, with what its size says. */
export interface RequestRow extends AccountRequest {
  name: string;
  /** Contract value as last read; null where it is not known. */
  value: number | null;
}

/** Search over all accounts, and what leaves Kido or comes back by a person's hand. */
export const exportMessages = {
  /** The store part by part; `after` is the `next` of the part before. */
  'data.backup': answers<Backup & { next: string | null }>().to(z.strictObject({ after: z.string().max(200).nullable().default(null) })),
  'data.restore': answers<Restored & { problem: string | null }>().to(
    z.strictObject({ data: z.unknown(), isLast: z.boolean().default(true) }),
  ),
  /** Address of an account's page, where it was read last. */
  'account.page': answers<string | null>().to(z.strictObject({ account })),
  /** Notes of all accounts that hold what is typed; `pieces` with `hit` set are what was looked for. */
  'notes.search': answers<FoundNote[]>().to(z.strictObject({ text: z.string().max(500) })),
  'requests.list': answers<RequestRow[]>().to(nothing),
  /** Says of some accounts' request what became of it. Answers with the entries, so that it can be undone. */
  'request.tell': answers<{ written: { account: string; id: string }[] }>().to(
    z.strictObject({ accounts: z.array(account).min(1).max(2000), told: bodySchemas.request }),
  ),
  'calendar.event': answers<PlannedEvent>().to(z.strictObject({ account, id: entryId })),
  'touchpoint.recap': answers<{ subject: string; markdown: string; html: string; mail: string }>().to(
    z.strictObject({ account, id: entryId }),
  ),
} as const;

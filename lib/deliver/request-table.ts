import type { AccountRequest } from '@/lib/core/account/requests';
import type { Lang } from '@/lib/core/text';
import { deliverWords } from '@/lib/words/deliver-words';
import { tableFile } from './table-file';

/** Feature requests with all their fields, one row for each account that asked, as CSV. */
export function requestTable(requests: (AccountRequest & { name: string; value: number | null })[], lang: Lang): string {
  const w = deliverWords(lang).tables;
  return tableFile(
    w.requestDetails,
    requests.map((one) => [
      one.name,
      one.day,
      one.text,
      one.key,
      one.situation ?? '',
      one.workaround ?? '',
      one.blocking ? w.yes : '',
      one.urgency ?? '',
      one.urgencyReason ?? '',
      one.who ?? '',
      one.affected ?? null,
      one.value,
      one.page ?? '',
      one.team ?? '',
      one.status,
      one.answer ?? '',
      one.answeredDay ?? '',
    ]),
  );
}

import type { exportMessages } from '@/lib/messages/export-messages';
import type { Handlers } from '@/lib/messages/message';
import { pageOf } from './account-name';
import { backupPart, restorePart } from './back-up';
import type { Kido } from './kido';
import { calendarEvent, recapOf } from './make-recap';
import { searchAll } from './search-notes';
import { requestRows, tellRequest } from './tell-request';
import type { Asker } from './who-asks';

/** Rows of the table of what is searched, leaves and comes back. */
export function exportHandlers(kido: Kido): Handlers<typeof exportMessages, [Asker, string]> {
  return {
    'data.backup': ({ after }) => backupPart(kido, after),
    'data.restore': ({ data, isLast }) => restorePart(kido, data, isLast),
    'notes.search': ({ text }) => searchAll(kido, text),
    'account.page': ({ account }) => pageOf(kido, account),
    'requests.list': () => requestRows(kido),
    'request.tell': (body, _, id) => tellRequest(kido, body, id),
    'calendar.event': ({ account, id }) => calendarEvent(kido, account, id),
    'touchpoint.recap': ({ account, id }) => recapOf(kido, account, id),
  };
}

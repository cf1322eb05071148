import { openMail, saveText } from '@/components/basic/files';
import { calendarFile } from '@/lib/deliver/calendar-file';
import { ask } from '@/lib/messages/ask';

/** A planned touchpoint as a calendar file. */
export async function saveCalendar(account: string, id: string): Promise<void> {
  const event = await ask('calendar.event', { account, id });
  const name = `${event.day} ${event.title}.ics`.replace(/[^\p{L}\p{N} ._-]+/gu, '');
  saveText(name, calendarFile(event, Date.now()), 'text/calendar');
}

/** A recap into the clipboard, as rich text and as Markdown: whatever it is pasted into takes what it can. */
export async function copyRecap(account: string, id: string): Promise<void> {
  const { markdown, html } = await ask('touchpoint.recap', { account, id });
  const piece = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
  await navigator.clipboard.write([new ClipboardItem({ ...piece('text/plain', markdown), ...piece('text/html', html) })]);
}

/** A recap as a new mail. */
export async function mailRecap(account: string, id: string): Promise<void> {
  openMail((await ask('touchpoint.recap', { account, id })).mail);
}

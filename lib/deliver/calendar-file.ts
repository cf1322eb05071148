import ical, { ICalCalendarMethod } from 'ical-generator';
import type { PlannedEvent } from '@/lib/core/view/planned-event';

const DAY_MS = 86_400_000;

/** A calendar file (RFC 5545) with one event of a whole day. */
export function calendarFile(event: PlannedEvent, now: number): string {
  const calendar = ical({ name: 'Kido', prodId: { company: 'Kido', product: 'Kido', language: 'EN' }, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${encodeURIComponent(event.account)}.${encodeURIComponent(event.play)}@kido`,
    sequence: event.revision,
    // The library writes whole days as they are in UTC.
    start: new Date(`${event.day}T00:00:00Z`),
    end: new Date(Date.parse(`${event.day}T00:00:00Z`) + DAY_MS),
    allDay: true,
    stamp: new Date(now),
    summary: event.title,
    description: event.agenda.map((point, at) => `${at + 1}. ${point}`).join('\n'),
    ...(event.page && /^https?:/.test(event.page) && { url: event.page }),
  });
  return calendar.toString();
}

import ical, { ICalCalendarMethod } from 'ical-generator';

/** A planned touchpoint as a calendar takes it. */
export interface CalendarEvent {
  /** The account's key and the play: a touchpoint that moves keeps its event. */
  account: string;
  play: string;
  /** Calendar day, `YYYY-MM-DD`. It has no time of day, so no zone can move it. */
  day: string;
  title: string;
  agenda: string[];
  /** Address of the account's page, if it is known. */
  page: string | null;
  /** How often it was planned anew; a later file replaces an earlier one. */
  revision: number;
}

const DAY_MS = 86_400_000;

/** A calendar file (RFC 5545) with one event of a whole day. */
export function calendarFile(event: CalendarEvent, now: number): string {
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

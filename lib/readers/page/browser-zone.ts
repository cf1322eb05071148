/** IANA zone of the browser that runs this. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A zone as a console names it; `browser` stands for the browser's own. */
export function zoneNamed(zone: string): string {
  return zone === 'browser' ? browserZone() : zone;
}

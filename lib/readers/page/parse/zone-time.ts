import { zoneOffset } from '@/lib/core/zone';

/** Minutes by which local time in a zone is ahead of UTC at an instant. */
export function offsetMinutes(ms: number, zone: string): number {
  return Math.round(zoneOffset(ms, zone) / 60_000);
}

/** Local wall time in a zone → ISO with the offset that holds there and then. `wall` is that time read as UTC, in ms. */
export function isoInZone(wall: number, zone: string): string {
  const guess = offsetMinutes(wall - offsetMinutes(wall, zone) * 60_000, zone);
  return isoWithOffset(wall, guess);
}

/** Wall time and offset → `2026-11-15T14:32:00+09:00`. */
export function isoWithOffset(wall: number, offset: number): string {
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  return `${new Date(wall).toISOString().slice(0, 19)}${sign}${two(offset / 60)}:${two(offset % 60)}`;
}

/** Instant → calendar day in a zone, `2026-11-15`. */
export function dayInZone(ms: number, zone: string): string {
  return new Date(ms + offsetMinutes(ms, zone) * 60_000).toISOString().slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })));
  return format;
}

// Offsets change on quarter hours, so one look-up per quarter hour and zone is exact and spares Intl.
const QUARTER = 900_000;
const known = new Map<string, Map<number, number>>();

/**
 * Milliseconds by which local time in an IANA zone is ahead of UTC at `ms` (epoch milliseconds UTC). The platform knows
 * the rules; no table here. Throws RangeError for an unknown zone and for a time that a Date cannot hold.
 */
export function zoneOffset(ms: number, zone: string): number {
  let byQuarter = known.get(zone);
  if (!byQuarter) known.set(zone, (byQuarter = new Map()));
  const quarter = Math.floor(ms / QUARTER);
  let offset = byQuarter.get(quarter);
  if (offset === undefined) {
    offset = readOffset(formatOf(zone).format(ms));
    if (byQuarter.size > 20_000) byQuarter.clear();
    byQuarter.set(quarter, offset);
  }
  return offset;
}

/** `11/24/2026, GMT+09:00` → ms; UTC itself is written `GMT`, local mean times carry seconds. */
function readOffset(text: string): number {
  const [, sign, hours, minutes, seconds = 0] = /GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(text) ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

let asked = 0;

/** An id as askers make it; each call another one. */
export function requestId(): string {
  asked += 1;
  return `01KA${String(asked).padStart(22, '0')}`;
}

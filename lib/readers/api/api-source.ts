/** How an API proves who asks. Secrets are named here and kept elsewhere. */
export type ApiAuth =
  | { type: 'none' }
  | { type: 'session' }
  | { type: 'bearer'; secret: string }
  | { type: 'header'; name: string; secret: string }
  | { type: 'basic'; user: string; secret: string };

/** One API to ask about an account, and how to read its reply. */
export interface ApiSource {
  id: string;
  request: { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; body?: string };
  auth: ApiAuth;
  /** `next`: JSONata on a reply that gives the next address or cursor, or nothing. */
  paging?: { next: string; param?: string; maxPages: number };
  weeks: number;
  timeoutMs: number;
  retries: number;
  refreshMinutes: number;
  /** JSONata on `{pages, body, accountId, from, to}` that gives readings. */
  map: string;
}

export type ApiProblemKind =
  | 'refused'
  | 'signedOut'
  | 'rateLimited'
  | 'server'
  | 'timeout'
  | 'unreachable'
  | 'malformed'
  | 'mapping'
  | 'noSecret';

/** Why an API gave no readings. Never holds a secret, a header or a body. */
export class ApiProblem extends Error {
  constructor(
    readonly kind: ApiProblemKind,
    message: string,
    readonly host: string,
    readonly status: number | null = null,
    readonly tries = 1,
  ) {
    super(message);
    this.name = 'ApiProblem';
  }
}

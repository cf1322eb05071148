export type ApiProblemKind =
  | 'refused'
  | 'signedOut'
  | 'rateLimited'
  | 'server'
  | 'timeout'
  | 'unreachable'
  | 'malformed'
  | 'mapping'
  | 'noSecret'
  /** The secret was set for another origin. */
  | 'otherOrigin'
  /** The secret holds what no header may hold. */
  | 'badSecret'
  /** The browser does not let Kido ask this host. */
  | 'noAccess'
  /** The API sends on to another address; it is not followed. */
  | 'redirected'
  | 'tooLarge'
  /** Pages, pauses and tries together took too long. */
  | 'tooLong';

/** Why an API gave no readings. Never holds a secret, a header or a body. The message is for logs; people are told by the kind. */
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

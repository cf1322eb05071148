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

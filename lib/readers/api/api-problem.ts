/** Why an API gave no readings. A closed list: whoever words a problem goes by these, with host, status and tries. */
export const apiProblemKinds = [
  'refused',
  'signedOut',
  'rateLimited',
  'server',
  'timeout',
  'tooLong',
  'unreachable',
  'redirected',
  'malformed',
  'tooLarge',
  'mapping',
  'noAccess',
  'noSecret',
  'badSecret',
  'otherOrigin',
  'unknownAccount',
  'otherAccount',
  'noId',
] as const;
export type ApiProblemKind = (typeof apiProblemKinds)[number];

/** Why an API gave no readings. Never holds a secret, a header or a body. The message is for logs; people read the kind. */
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

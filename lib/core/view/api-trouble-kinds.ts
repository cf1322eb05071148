/** Why an API gave nothing. A closed list: each has its words. */
export const apiTroubleKinds = [
  'refused',
  'signedOut',
  'rateLimited',
  'server',
  'timeout',
  'unreachable',
  'malformed',
  'mapping',
  'noSecret',
  'redirected',
  'noAccess',
  'otherOrigin',
  'badSecret',
  'tooLarge',
  'tooLong',
] as const;
export type ApiTroubleKind = (typeof apiTroubleKinds)[number];

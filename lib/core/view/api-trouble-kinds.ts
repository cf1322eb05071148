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
  'unknownAccount',
  'otherAccount',
  'noId',
  'part',
] as const;
export type ApiTroubleKind = (typeof apiTroubleKinds)[number];

export function isApiTroubleKind(kind: string): kind is ApiTroubleKind {
  return (apiTroubleKinds as readonly string[]).includes(kind);
}

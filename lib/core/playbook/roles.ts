/** What a play can be for the engine. Ids are the playbook's own; what a play is for is said by its role. */
export const playRoles = ['handoff', 'kickoff', 'briefing', 'measurement', 'onDemand', 'completion'] as const;
export type PlayRole = (typeof playRoles)[number];

/** What a metric can be for the engine. */
export const metricRoles = [
  'contractDate',
  'contractValue',
  'seats',
  'csmOwner',
  'projectOwner',
  'shortTermSuccess',
  'setupDone',
  'setupTotal',
] as const;
export type MetricRole = (typeof metricRoles)[number];

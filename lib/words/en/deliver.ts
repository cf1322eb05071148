import type { WordsOf } from '../words-of';

export const words = {
  lang: 'en',
  handover: {
    title: 'Handover to adoption',
    onboarded: 'Onboarded',
    criteria: 'Criteria on that day',
    quote: 'In the customer’s words',
    open: 'Still open',
    none: 'nothing',
    next: 'Next',
    values: 'Latest values',
    unknown: 'unknown',
  },
  recap: {
    meeting: 'Meeting',
    with: 'With',
    actions: 'Next actions',
    requests: 'Your requests',
    blockers: 'Open points',
    due: 'by {day}',
    owners: { us: 'us', customer: 'you', third: 'third party' },
  },
  hook: {
    items: { done: 'done', open: 'open again', skipped: 'left out', blocked: 'blocked' },
    onboarded: 'Onboarded',
    judged: 'Not onboarded yet',
    request: 'Request',
    answer: 'answered',
  },
  tables: {
    touchpoints: ['Account id', 'Account', 'Day', 'Touchpoint', 'Type', 'Minutes', 'Attendees', 'Outcome', 'Mood', 'Notes', 'Author'],
    tasks: ['Account id', 'Account', 'Day', 'Kind', 'Text', 'Owner', 'Due'],
    requests: ['Account id', 'Account', 'Day', 'Request', 'Blocks onboarding'],
    requestDetails: [
      'Account',
      'Day',
      'Request',
      'Group',
      'Situation and job',
      'Workaround today',
      'Blocks onboarding',
      'Urgency',
      'Why',
      'Who asked',
      'Users affected',
      'Contract value',
      'Page',
      'Product team',
      'Status',
      'Answer',
      'Answered on',
    ],
    task: 'task',
    blocker: 'blocker',
    yes: 'yes',
  },
};

/** Words of what leaves Kido. */
export type DeliverWords = WordsOf<typeof words>;

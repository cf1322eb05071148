import type { Text } from '@/lib/core/text';

/** Words of a recap that no playbook gives. */
export const recapWords = {
  meeting: { en: 'Meeting', ja: 'お打ち合わせ' } satisfies Text,
};

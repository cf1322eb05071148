import { frozenCriteria } from '@/lib/core/view/judgement-view';
import type { Written } from '@/lib/core/view/sent-view';
import type { Kido } from './kido';

/**
 * Says that an account is onboarded, with the criteria as they stand.
 * @throws Error unless criteria and the customer's word are both there
 */
export function judge({ keeper }: Kido, account: string, id: string, tab: number | null): Promise<Written> {
  return keeper.write(
    account,
    id,
    ({ assessment, setting }) => {
      if (!assessment.judgement.ready) throw new Error('criteria and the customer’s word are both needed');
      const { quote } = assessment.judgement;
      const { id: playbook, version } = setting.playbook;
      const body = {
        day: assessment.today,
        onboarded: true,
        playbook: { id: playbook, version },
        criteria: frozenCriteria(assessment, setting),
        ...(quote && { quote: quote.text, who: quote.who }),
      };
      return [{ kind: 'judgement', body }];
    },
    tab,
  );
}

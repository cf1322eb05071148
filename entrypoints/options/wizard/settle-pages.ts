import type { DiscoveredPage } from '@/lib/formats/discovered-page';
import type { ToldWriting } from '@/lib/formats/writing';
import { settleWriting } from '@/lib/readers/page/language/settle';
import { addressesOf, UNKNOWN, type WizardState } from './wizard-state';

/**
 * Settles how a console is written from all example pages together and from what a person said, and puts it into the draft.
 * What stays open is open in the draft as well, so that such values are unknown.
 */
export function withWriting(
  state: WizardState,
  pages: DiscoveredPage[],
  told: ToldWriting,
): Pick<WizardState, 'settled' | 'told' | 'draft'> {
  const addresses = addressesOf(state.addresses);
  const settled = settleWriting(
    pages.map((page, at) => ({ account: page.accountId ?? state.ids[at] ?? addresses[at] ?? '', ...page.writing })),
    told,
  );
  const { numbers: _, ...draft } = state.draft;
  const named = draft.zone === 'browser' ? settled.zone : null;
  return {
    settled,
    told,
    draft: {
      ...draft,
      locale: settled.locale || UNKNOWN,
      dates: settled.dates,
      ...(settled.numbers !== null && { numbers: settled.numbers }),
      ...(named !== null && { zone: named }),
    },
  };
}

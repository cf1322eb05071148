import { tell } from '../phrase';
import { nameOf, type ViewSetting } from './evidence-line';
import type { PanelView } from './panel-view';

/** A field that can no longer be read. `page`: only this account has been seen since, so its scope is open. */
export interface Drift {
  metric: string;
  /** Epoch ms UTC. */
  since: number;
  scope: 'console' | 'account' | 'page';
}

/** What the panel of an account says of fields that can no longer be read; null where there is nothing to say. */
export function driftView(drifts: Drift[], s: ViewSetting): PanelView['drift'] {
  if (drifts.length === 0) return null;
  const { drift, comma, lang } = s.words;
  const scope = drifts.some((one) => one.scope === 'console')
    ? 'console'
    : drifts.every((one) => one.scope === 'account')
      ? 'account'
      : 'page';
  const names = drifts.map((one) => nameOf(one.metric, s)).join(comma);
  return { title: tell(drift.title, { n: drifts.length }, lang), text: tell(drift.text, { names, scope: drift.scopes[scope] }) };
}

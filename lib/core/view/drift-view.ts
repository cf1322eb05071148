import { inLang } from '../text';
import type { ViewSetting } from './evidence-line';
import type { PanelView } from './panel-view';

/** A field that can no longer be read. `page`: only this account has been seen since, so its scope is open. */
export interface Drift {
  metric: string;
  since: number;
  scope: 'console' | 'account' | 'page';
}

const scopes = {
  en: {
    console: 'This concerns all accounts of the console.',
    account: 'Other accounts show it: here it may be empty.',
    page: 'No other account has been seen since: it may be empty here, or stand elsewhere.',
  },
  ja: {
    console: 'コンソール全体で読み取れません。',
    account: '他のアカウントでは読み取れています。空欄かもしれません。',
    page: '他のアカウントは未確認です。空欄か、場所が変わった可能性があります。',
  },
};

/** What the panel of an account says of fields that can no longer be read; null where there is nothing to say. */
export function driftView(drifts: Drift[], s: ViewSetting): PanelView['drift'] {
  if (drifts.length === 0) return null;
  const names = drifts.map(
    (drift) => inLang(s.playbook.metrics.find((metric) => metric.id === drift.metric)?.name, s.lang) ?? drift.metric,
  );
  const scope = drifts.some((drift) => drift.scope === 'console')
    ? 'console'
    : drifts.every((drift) => drift.scope === 'account')
      ? 'account'
      : 'page';
  if (s.lang === 'ja')
    return {
      title: `読み取れなくなった項目：${drifts.length}件`,
      text: `${names.join('、')}。${scopes.ja[scope]}${scope === 'account' ? '' : '修正案は設定にあります。'}`,
    };
  return {
    title: `${drifts.length} ${drifts.length === 1 ? 'field' : 'fields'} can no longer be read`,
    text: `${names.join(', ')}. ${scopes.en[scope]}${scope === 'account' ? '' : ' The settings propose how to mend it.'}`,
  };
}

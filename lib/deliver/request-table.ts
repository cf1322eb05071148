import type { AccountRequest } from '@/lib/core/account/requests';
import { inLang, type Lang } from '@/lib/core/text';
import { tableFile } from './table-file';

const heads = {
  en: [
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
  ja: [
    'アカウント',
    '日付',
    '要望',
    'グループ',
    '背景・業務',
    '代替手段',
    '完了を妨げるか',
    '緊急度',
    '理由',
    '要望者',
    '影響人数',
    '契約額',
    '画面',
    '担当',
    '状態',
    '回答',
    '回答日',
  ],
};

/** Feature requests with all their fields, one row for each account that asked, as CSV. */
export function requestTable(requests: (AccountRequest & { name: string; value: number | null })[], lang: Lang): string {
  return tableFile(
    inLang(heads, lang),
    requests.map((one) => [
      one.name,
      one.day,
      one.text,
      one.key,
      one.situation ?? '',
      one.workaround ?? '',
      one.blocking ? (lang === 'ja' ? 'はい' : 'yes') : '',
      one.urgency ?? '',
      one.urgencyReason ?? '',
      one.who ?? '',
      one.affected ?? null,
      one.value,
      one.page ?? '',
      one.team ?? '',
      one.status,
      one.answer ?? '',
      one.answeredDay ?? '',
    ]),
  );
}

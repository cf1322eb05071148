import { LANGUAGES, languageOf, WordTable } from './languages';

/** What a word answers where yes or no, a state or a time is asked. */
type Answer = 'yes' | 'no' | 'never';

/** Yes and no; words of states (switched on, done); never. By language, in lower case. */
const ANSWERS: Record<string, [yes: string, no: string, on: string, off: string, never: string]> = {
  en: [
    'yes|y|true|on|1|✓|✔|☑|✅|○|◯',
    'no|n|false|off|0|×|✗|✘|☐|❌',
    'enabled|active|activated|complete|completed|done|connected|alive',
    'disabled|inactive|deactivated|incomplete|not done|disconnected|not connected|not active|not enabled',
    'never|never logged in|not yet',
  ],
  ja: [
    'はい|オン|あり|有|有り',
    'いいえ|オフ|なし|無|無し',
    '有効|完了|済|済み|接続済み|稼働中',
    '無効|未完了|未|未接続|停止',
    '未ログイン|ログインなし|ログイン履歴なし|一度もなし|まだ|まだです',
  ],
  de: [
    'ja|wahr|an|ein',
    'nein|falsch|aus',
    'aktiv|aktiviert|eingeschaltet|erledigt|abgeschlossen|verbunden',
    'inaktiv|nicht aktiv|deaktiviert|ausgeschaltet|nicht erledigt|nicht abgeschlossen|nicht verbunden',
    'nie|niemals|noch nie|noch nicht|nie angemeldet',
  ],
  fr: [
    'oui|vrai',
    'non|faux',
    'actif|active|activé|activée|terminé|terminée|fait|connecté|connectée',
    'inactif|inactive|désactivé|désactivée|non terminé|non connecté|non connectée|déconnecté',
    'jamais|pas encore|jamais connecté',
  ],
  es: [
    'sí|si|verdadero',
    'no|falso',
    'activo|activa|activado|activada|habilitado|habilitada|completado|completada|hecho|conectado',
    'inactivo|inactiva|desactivado|desactivada|deshabilitado|deshabilitada|incompleto|desconectado|no conectado',
    'nunca|jamás|aún no|todavía no',
  ],
  it: [
    'sì|si|vero',
    'no|falso',
    'attivo|attiva|attivato|attivata|abilitato|abilitata|completato|completata|fatto|connesso',
    'inattivo|inattiva|non attivo|disattivato|disattivata|disabilitato|disabilitata|incompleto|non completato|disconnesso',
    'mai|non ancora',
  ],
  pt: [
    'sim|verdadeiro',
    'não|falso',
    'ativo|ativa|ativado|ativada|habilitado|habilitada|concluído|concluída|feito|conectado',
    'inativo|inativa|desativado|desativada|desabilitado|desabilitada|incompleto|não concluído|desconectado',
    'nunca|jamais|ainda não',
  ],
  nl: [
    'ja|waar|aan',
    'nee|onwaar|uit',
    'actief|ingeschakeld|geactiveerd|voltooid|gereed|klaar|verbonden',
    'inactief|niet actief|uitgeschakeld|gedeactiveerd|niet voltooid|onvoltooid|niet verbonden',
    'nooit|nog niet|nog nooit',
  ],
  sv: [
    'ja|sant|på',
    'nej|falskt|av',
    'aktiv|aktivt|aktiverad|aktiverat|klar|klart|slutförd|slutfört|ansluten',
    'inaktiv|inaktivt|inaktiverad|inaktiverat|ej klar|inte klar|ej slutförd|inte ansluten|frånkopplad',
    'aldrig|inte än|ännu inte',
  ],
  da: [
    'ja|sandt|til',
    'nej|falsk|fra',
    'aktiv|aktivt|aktiveret|slået til|færdig|fuldført|forbundet|tilsluttet',
    'inaktiv|inaktivt|deaktiveret|slået fra|ikke færdig|ikke fuldført|ikke forbundet',
    'aldrig|ikke endnu|endnu ikke',
  ],
  nb: [
    'ja|sann|på',
    'nei|usann|av',
    'aktiv|aktivert|slått på|ferdig|fullført|tilkoblet',
    'inaktiv|deaktivert|slått av|ikke ferdig|ikke fullført|frakoblet',
    'aldri|ikke ennå|ennå ikke',
  ],
  fi: [
    'kyllä|tosi|päällä',
    'ei|epätosi|pois|pois päältä',
    'aktiivinen|käytössä|valmis|yhdistetty',
    'ei aktiivinen|ei käytössä|kesken|ei valmis|ei yhdistetty',
    'ei koskaan|ei vielä',
  ],
  pl: [
    'tak|prawda',
    'nie|fałsz',
    'aktywny|aktywna|aktywne|włączony|włączona|włączone|ukończone|ukończono|zakończone|gotowe|połączono|połączony',
    'nieaktywny|nieaktywna|nieaktywne|wyłączony|wyłączona|wyłączone|nieukończone|niezakończone|niepołączony|rozłączony',
    'nigdy|jeszcze nie',
  ],
  ko: [
    '예|네|있음|참|켜짐|켬',
    '아니요|아니오|거짓|꺼짐|끔',
    '사용|활성|활성화|활성화됨|사용 중|완료|완료됨|연결됨',
    '사용 안 함|비활성|비활성화|비활성화됨|미사용|미완료|연결 안 됨|연결되지 않음',
    '로그인 안 함|로그인 기록 없음|한 번도 없음|아직 없음',
  ],
  'zh-Hans': [
    '是|有|真|开|打开',
    '否|无|没有|假|关|关闭',
    '启用|已启用|激活|已激活|活跃|完成|已完成|已连接',
    '禁用|已禁用|停用|已停用|未启用|未激活|不活跃|未完成|未连接',
    '从未|从不|从未登录|尚未登录|还没有|尚未',
  ],
  'zh-Hant': [
    '是|有|真|開|開啟',
    '否|無|沒有|假|關|關閉',
    '啟用|已啟用|活躍|完成|已完成|已連線|已連接',
    '停用|已停用|未啟用|不活躍|未完成|未連線|未連接',
    '從未|從不|從未登入|尚未登入|尚未|還沒有',
  ],
};

/** Words that are something else altogether where their language is not the page's: prepositions, a month, a name. */
const ONLY_AT_HOME = 'mai|an|ein|aus|aan|uit|waar|på|av|til|fra|pois|sann|sant|y|n|fait|feito|hecho|fatto|klar|klaar|tosi'.split('|');

interface Tables {
  /** Yes and no alone. */
  plain: WordTable<Answer>;
  /** With states. */
  wide: WordTable<Answer>;
}

const made = new Map<string, Tables>();

function tablesOf(language: string): Tables {
  let tables = made.get(language);
  if (!tables) {
    tables = { plain: new WordTable(), wide: new WordTable() };
    const lists = ANSWERS[language] ?? [];
    for (const [at, answer] of (['yes', 'no', 'yes', 'no', 'never'] as const).entries())
      for (const word of lists[at]?.split('|') ?? []) {
        tables.wide.add(word, answer);
        if (at === 0 || at === 1 || at === 4) tables.plain.add(word, answer);
      }
    made.set(language, tables);
  }
  return tables;
}

function allTables(): Tables {
  let tables = made.get('*');
  if (!tables) {
    tables = { plain: new WordTable(), wide: new WordTable() };
    for (const word of ONLY_AT_HOME)
      for (const table of [tables.plain, tables.wide]) for (const one of ['yes', 'no'] as const) table.add(word, one);
    for (const language of new Set(LANGUAGES.map(languageOf))) {
      tables.plain.addAll(tablesOf(language).plain);
      tables.wide.addAll(tablesOf(language).wide);
    }
    made.set('*', tables);
  }
  return tables;
}

/**
 * What a text answers: in the language given, in English, else in every language that knows it. Null where it answers
 * nothing, or one thing here and another there (`nie` is never in German and no in Polish).
 * @param which `plain` for yes and no alone, `wide` with states such as `enabled`
 */
export function answerOf(text: string, locale: string, which: 'plain' | 'wide'): Answer | null {
  const own = tablesOf(languageOf(locale))[which].get(text);
  return own !== undefined ? own : (allTables()[which].get(text) ?? null);
}

/** Whether a word answers one thing in one language and another in the next, and the language given settles nothing. */
export function isOpenAnswer(text: string, locale: string): boolean {
  return (
    tablesOf(languageOf(locale)).plain.get(text) === undefined &&
    allTables().plain.get(text) === null &&
    !ONLY_AT_HOME.includes(text.toLowerCase())
  );
}

/**
 * Words that the platform's language data lacks, of all languages together: none of them means two things at the place
 * where it is looked for. In lower case, without dots.
 */
const set = (words: string) => new Set(words.split(' '));

/** Before a date, between its parts and before its time; a full date was found when they are looked for. */
export const DATE_JOINERS = set(
  'at on of the de del d den der dem am um le la à a las el los il lo al alle ore dia o em os às as op om kl klo klockan ' +
    'klokken kello godz godzina r roku dnia v ve г р о в у m ob',
);

/** After an hour: `14:32 Uhr`, `14 h`. */
export const CLOCK_WORDS = set("uhr h hs hrs hours heure heures hora horas ora ore uur u godz godzin klo kl tunti o'clock oclock t");

/** The half of the day that a word names, by its first hour. Only those that some browsers' data have and others lack. */
export const HALVES: Record<string, 0 | 12> = { am: 0, pm: 12, 오전: 0, 오후: 12, 午前: 0, 午後: 12, 上午: 0, 下午: 12 };

/** Endings of a day's number: `1st`, `1er`, `1º` (which folds to `1o`), `1:e`. */
export const ORDINAL = '(?:st|nd|rd|th|er|re|ère|ers|e|o|a|ste|de|:e|:a|일|日|號|号)?(?![\\p{L}\\p{M}])';

/** One of something, as in `vor einer Stunde`. */
export const ONES = set('a an one ein eine einer einem einen un une una uno um uma een één en ett et ei 한 yksi');

/** What makes a time about so long, by language; in another the same word may point ahead (`over 3 dagen`). */
export const ABOUT: Record<string, Set<string>> = {
  en: set('about around almost over nearly'),
  ja: set('約 およそ'),
  de: set('etwa ungefähr ca circa rund fast über'),
  fr: set('environ presque'),
  es: set('aproximadamente alrededor de casi unos unas'),
  it: set('circa quasi'),
  pt: set('aproximadamente cerca de quase'),
  nl: set('ongeveer circa bijna ruim'),
  sv: set('ungefär cirka ca nästan'),
  da: set('cirka ca omkring næsten'),
  nb: set('omtrent cirka ca nesten'),
  fi: set('noin lähes'),
  pl: set('około ok prawie'),
  ko: set('약'),
  'zh-Hans': set('约 大约'),
  'zh-Hant': set('約 大約'),
};

/** Between a part and its whole: `6 von 8`. */
export const OF = 'of|out of|von|aus|sur|de|di|su|van|av|af|z|ze|из|iz';
/** What stands between the two numbers of a pair. */
export const PAIR_WORDS = `/|(?<![\\p{L}])(?:${OF})(?![\\p{L}])`;
/** After the whole, which here comes first: `8件中6件`, `8개 중 6개`. */
export const AMONG = '中|중';

/** What is counted, in figures that discovery finds: `38 Benutzer`. */
export const COUNTED = new RegExp(
  `^(?:${[
    'users?|seats?|members?|people|licen[cs]es?|logins?|reports?|exports?|invites?|invitations?|steps?|days?|times?|items?|events?',
    'sessions?|projects?|tickets?|accounts?|active|total|名|人|件|回|席|日|個|本|社|ユーザー?|シート|ステップ|時間',
    'benutzer|nutzer|anmeldungen|pl[aä]tze|sitze|lizenzen|mitglieder|tage|schritte|berichte|konten|utilisateurs?|si[eè]ges?|connexions?',
    'membres?|jours?|[eé]tapes?|rapports?|usuarios?|asientos?|licencias?|miembros?|d[ií]as?|pasos?|informes?|utenti|posti|licenze|membri',
    'giorni|passaggi|usu[aá]rios?|lugares|licen[cç]as?|membros?|passos|etapas|gebruikers?|plaatsen|licenties|leden|dagen|stappen',
    'anv[aä]ndare|platser|licenser|medlemmar|dagar|steg|brugere|pladser|medlemmer|dage|trin|brukere|lisenser|dager|k[aä]ytt[aä]j[aä][aä]',
    'p[aä]iv[aä][aä]|u[zż]ytkownik[oó]w|licencji|dni|krok[oó]w|명|개|건|회|일|석|사용자|人|个|個|次|天|名|位|用户|使用者|席位|步',
  ].join('|')})$`,
  'iu',
);

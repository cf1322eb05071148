/** A test by its file and the name it has there. */
type Test = [file: string, name: string];

/** A sentence of PRIVACY.md: held by tests, or no promise of Kido's, with the reason. */
export type Row = { says: string; heldBy: Test[] } | { says: string; explains: string };

const ERASE = 'tests/actions/erase.test.ts';
const GATE = 'tests/actions/gate.test.ts';
const NOTHING_MORE = 'tests/actions/nothing-more.test.ts';
const PROMISES = 'tests/build/privacy.test.ts';
const SET_UP = 'tests/actions/set-up.test.ts';

const access: Test = [
  'tests/e2e/resilience.test.ts',
  'is not there at install; given by a click it reaches open tabs; taken back the panel goes',
];
const ownTabs: Test = [
  'tests/actions/apis.test.ts',
  'reads accounts in tabs of its own and writes nothing anywhere, whatever a page’s script says there',
];
const inMemory: Test = [NOTHING_MORE, 'is kept in memory while the browser runs, with what was seen, and on no disk'];
const neverRead: Test = ['tests/page/never-read.test.ts', '%s is never read'];
const oneDoor: Test = [PROMISES, 'asks the network in one place, by what people configured'];
const onlyWhatIsLogged: Test = ['tests/actions/outbox-rows.test.ts', 'is nothing for readings: they stay here'];
const eraseAccount: Test = [ERASE, 'takes all that is kept of it on disk and in memory, and leaves the others'];
const eraseWords: Test = [ERASE, 'rewrites what names them, at once also in what is shown, and leaves all else'];
const ownAccountOnly: Test = [SET_UP, 'is filed under the account only where the page on which it was picked is that account’s'];

/** Every sentence, in the order of PRIVACY.md, without its marks of emphasis. */
export const rows: Row[] = [
  { says: 'Nothing is read at install.', heldBy: [access, [PROMISES, 'is installed with access to no page: %s']] },
  { says: "Kido asks for a console's host only when you press Allow access for that console.", heldBy: [access] },
  {
    says: "It reads only pages whose address matches that console's patterns.",
    heldBy: [
      ['tests/page/locate.test.ts', 'pages of other addresses are not looked at'],
      [GATE, 'knows no console on another port, on a host without access, or after access was taken back'],
    ],
  },
  { says: 'Take access back ends it at once.', heldBy: [access, [SET_UP, 'pages lose their panel when access is taken back']] },
  {
    says: "What is read: the account's id and name, the fields that the console's description names, and what the configured API answers about that account.",
    heldBy: [
      [NOTHING_MORE, 'than the fields that the console’s description names'],
      ['tests/actions/apis.test.ts', 'stores what is news under the account that was asked about, whatever the tab shows by then'],
    ],
  },
  {
    says: 'When fields that used to be read are gone, the page is looked at as a whole once, to propose where they stand now; of that only the labels are kept, not the values.',
    heldBy: [
      [NOTHING_MORE, 'than the label, when it is looked at as a whole because fields are gone; and it is looked at once'],
      ['tests/store/settings.test.ts', 'holds no value that a page showed'],
    ],
  },
  {
    says: 'What is never read: password fields, and fields for card numbers and one-time codes, by whatever way a description points at them.',
    heldBy: [neverRead, ['tests/page/never-read.test.ts', 'a password stays one when a button shows it as plain text']],
  },
  {
    says: 'Nothing of a private window is taken.',
    heldBy: [
      ['tests/components/ask-hosts.test.ts', 'is closed to what does not come with it'],
      [GATE, 'lets in nothing from %s'],
    ],
  },
  {
    says: 'While you connect a console, and when you check a taught value, Kido opens the accounts that you named, or opened before, in background tabs, looks at them once and closes them.',
    heldBy: [ownTabs, [SET_UP, 'proves a field on other accounts that were opened before, and writes nothing there']],
  },
  {
    says: 'Nothing that was seen there is written to disk: it is kept in memory while the browser runs, and so are your choices until you save them.',
    heldBy: [ownTabs, inMemory],
  },
  {
    says: "Where it stays: in this browser, in the extension's own IndexedDB.",
    heldBy: [[PROMISES, 'stores what is read and logged in its database, and only settings beside it']],
  },
  {
    says: 'Settings lie in its settings storage, with the names of accounts on which a field could no longer be read, and no value.',
    heldBy: [[PROMISES, 'stores what is read and logged in its database, and only settings beside it']],
  },
  { says: 'There is no Kido server, no account, no telemetry.', heldBy: [oneDoor] },
  {
    says: 'Pages and web sites cannot read any of it, and the part of Kido that runs in pages cannot read the database.',
    heldBy: [
      [PROMISES, 'puts nothing into a page that reaches the store: %s'],
      ['tests/actions/settings.test.ts', 'is how to read, and nothing of APIs or secrets'],
      ['tests/actions/settings.test.ts', 'a view is about one account and holds no other'],
    ],
  },
  {
    says: 'What leaves: requests to the APIs that you configured and, where you set up a webhook, what you log, to the address that you gave it.',
    heldBy: [
      oneDoor,
      [
        'tests/actions/deliver-webhook.test.ts',
        'is a POST of JSON without cookies that follows no redirect, with a key of the entry and webhook',
      ],
      ['tests/actions/outbox.test.ts', 'sends nothing without access to the host, and no secret of another origin'],
    ],
  },
  {
    says: 'Readings are not sent to webhooks; a judgement that you state holds the line of each criterion.',
    heldBy: [onlyWhatIsLogged, ['tests/actions/log.test.ts', 'freezes the criteria with the playbook that judged, and the words']],
  },
  {
    says: "Of an account's page the address is sent without what may be a secret in it.",
    heldBy: [['tests/actions/visit.test.ts', 'keeps origin and path of the address, nothing that may be a secret']],
  },
  {
    says: 'No request follows a redirect.',
    heldBy: [
      ['tests/actions/apis.test.ts', 'follows no redirect'],
      [
        'tests/actions/deliver-webhook.test.ts',
        'is a POST of JSON without cookies that follows no redirect, with a key of the entry and webhook',
      ],
    ],
  },
  {
    says: 'Secrets belong to the address for which you typed them and are sent to no other, whatever file is imported.',
    heldBy: [
      ['tests/actions/apis.test.ts', 'goes to the origin for which it was typed'],
      ['tests/actions/apis.test.ts', 'goes nowhere else, also not where an imported file of the same name sends it'],
    ],
  },
  {
    says: "They stay in the extension's IndexedDB, are never exported, and are never shown again.",
    heldBy: [
      ['tests/actions/export.test.ts', 'never holds a secret'],
      ['tests/actions/settings.test.ts', 'go in and never come out; each belongs to the origin for which it was typed'],
    ],
  },
  {
    says: "Text you select on a page is taken only when you choose Kido in the context menu, and is filed under an account only if it was picked on that account's page.",
    heldBy: [
      ownAccountOnly,
      ['tests/e2e/notes.test.ts', 'text picked on a page goes to the account that was open there, and to no other by itself'],
    ],
  },
  {
    says: 'What a page can see: that an element named kido-panel (while teaching, kido-teach; while setting up, kido-dock) is there, not what is in it.',
    heldBy: [['tests/components/what-a-page-sees.test.ts', '%s is an element without anything in it']],
  },
  {
    says: "What you type goes into pages of Kido's own, which the page cannot listen to.",
    heldBy: [
      ['tests/components/panel.test.tsx', 'asks for reasons and days in a frame, and has no field to type in itself'],
      ['tests/e2e/baits.test.ts', 'hears what is typed in a frame of its own, and the page hears none of it'],
    ],
  },
  {
    says: 'A press counts only when the panel could be seen where it was pressed.',
    heldBy: [
      ['tests/page/press-guard.test.ts', 'what was not to be seen as the button went down is not pressed as it comes up'],
      ['tests/e2e/baits.test.ts', 'cannot be made unseen by styles on the host'],
    ],
  },
  {
    says: 'Other extensions that you gave access to the console can read the panel.',
    explains: 'a limit of browsers, told so that nobody relies on more',
  },
  {
    says: 'Files that you save leave by your own hand; a backup that is made by itself, once a week, only after you switched it on.',
    heldBy: [
      ['tests/actions/weekly-backup.test.ts', 'is not made before a person has switched it on'],
      ['tests/actions/weekly-backup.test.ts', 'is not made twice in one week: an alarm that came too early is set anew'],
    ],
  },
  {
    says: 'A backup holds all notes and readings in plain text.',
    heldBy: [['tests/store/backup.test.ts', 'brings everything back into an empty store, as it was']],
  },
  {
    says: 'Erasing: an account can be erased everywhere: entries, search, requests, drafts, what waits for webhooks.',
    heldBy: [eraseAccount, [ERASE, 'takes it out of what is noted of its console’s fields, and leaves what others have lost']],
  },
  {
    says: "So can one person's words in it; a draft that names the person, and quotes of nobody named, are told to you instead.",
    heldBy: [
      eraseWords,
      [ERASE, 'leaves a draft that names them as it is, and tells it'],
      ['tests/store/erase.test.ts', 'of nobody named are not guessed at, but told'],
    ],
  },
  {
    says: "A mark stays, so that a backup does not bring it back; it holds when and by whom it was erased, and neither the account's name nor the person's.",
    heldBy: [
      ['tests/store/erase.test.ts', 'does not come back with a backup, and says how much was left out'],
      ['tests/store/erase.test.ts', 'do not come back with a backup from before'],
      [NOTHING_MORE, 'says when, how much and by whom, and neither whose it was nor what'],
    ],
  },
  {
    says: 'Taking back an entry does not erase it.',
    heldBy: [['tests/actions/log.test.ts', 'taking a taking-back back restores']],
  },
  {
    says: 'Removing a console offers to forget its secrets, its access and its accounts.',
    heldBy: [
      ['tests/actions/remove-console.test.ts', 'takes its secrets with it where that was asked, and only these'],
      ['tests/actions/remove-console.test.ts', 'gives the access back where that was asked, save to what another console needs'],
      ['tests/actions/remove-console.test.ts', 'takes its accounts with it where that was asked, and no account of another'],
    ],
  },
  { says: 'Removing the extension removes everything.', explains: 'browsers do that with the storage of an extension' },
  {
    says: '日本語: 許可したコンソールのアカウントページだけを読み取り、値と記録はこのブラウザーの中だけに保存します。',
    heldBy: [access, [PROMISES, 'stores what is read and logged in its database, and only settings beside it']],
  },
  { says: 'パスワード欄は読み取りません。', heldBy: [neverRead] },
  { says: '設定したAPIと、ご自身で登録したWebhook（記録した内容のみ）以外には、何も送りません。', heldBy: [oneDoor, onlyWhatIsLogged] },
  { says: 'アカウント単位、または人物単位で完全に消去できます。', heldBy: [eraseAccount, eraseWords] },
];

/** One account of the sample console, as its database holds it. All companies are invented. */
export interface SampleAccount {
  id: string;
  name: string;
  plan: string;
  csm: string;
  /** Calendar days; null is missing. */
  contractDate: string | null;
  renewalDate: string | null;
  lastLogin: string | null;
  seats: number | null;
  activeUsers: number | null;
  /** What the API counts; differs from the page for some. */
  apiActiveUsers: number | null;
  loggedInUsers: number | null;
  intendedUsers: number | null;
  adminSetup: boolean | null;
  dataImported: boolean | null;
  integrations: boolean | null;
  tickets30d: number | null;
  urgentTickets: number | null;
  /** How this account's people write: language of numbers, and whether the last login is told as `3 days ago`. */
  locale: 'en-US' | 'de' | 'ja';
  relative: boolean;
  weeks: { week: string; activeUsers: number | null; coreActions: number }[];
  users: Record<string, number>;
  features: Record<string, number>;
  stalled: boolean;
}

const DAY = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

type Course = 'grows' | 'stops' | 'never' | 'falls' | 'steady' | 'new';

const names: [string, Course, Partial<SampleAccount>?][] = [
  ['Bright Harbor Schools', 'stops'],
  ['株式会社青葉システムズ', 'grows', { locale: 'ja' }],
  ['Juniper Foods', 'grows'],
  ['Halden Components', 'falls'],
  ['Ostrava Print Works', 'steady'],
  ['一般社団法人 東日本地域医療連携推進機構 デジタル活用支援センター', 'never', { locale: 'ja' }],
  ['Nordwind Logistik GmbH', 'steady', { locale: 'de', seats: 1234 }],
  ['Cobalt & Sons', 'grows', { relative: true }],
  ['Mirai Kensetsu', 'stops', { locale: 'ja', relative: true }],
  ['Peregrine Travel', 'grows', { activeUsers: 42, apiActiveUsers: 37, seats: 110 }],
  ['Lumen Dental Group', 'new'],
  ['Atlas Fitness', 'falls'],
  ['Quarry Lane Legal', 'steady', { seats: 1480 }],
  ['有限会社みどり工房', 'stops', { locale: 'ja' }],
  ['Tidewater Insurance', 'grows'],
  ['Half Empty LLC', 'steady', { activeUsers: null, lastLogin: null, seats: null, loggedInUsers: null }],
  ['Sable Robotics', 'grows'],
  ['Orchard Public Library', 'never'],
  ['Vega Textiles', 'stops'],
  ['Fernhill Estates', 'steady'],
  ['サンライズ物流', 'grows', { locale: 'ja', relative: true }],
  ['Copperfield Media', 'grows'],
  ['Bayside <b>Clinic</b>', 'steady'],
  ['Zephyr Air Services', 'falls', { relative: true }],
  ['Marlow Interiors', 'new'],
  ['Kestrel Security', 'stops'],
  ['Okanogan Orchards', 'grows', { activeUsers: 88, apiActiveUsers: 88 }],
  ['Delta Nine Games', 'never'],
  ['Wren Publishing', 'steady', { contractDate: null }],
  ['Summit Outdoor', 'grows'],
];

/** The 30 accounts as they stand on `today` (epoch ms): the same for the same day. */
export function sampleAccounts(today: number): SampleAccount[] {
  return names.map(([name, course, special], index) => ({ ...make(name, course, index, today), ...special }));
}

function make(name: string, course: Course, index: number, today: number): SampleAccount {
  const random = seeded(index + 1);
  const seats = 20 + Math.floor(random() * 12) * 10;
  const age = course === 'new' ? 6 + (index % 5) : 35 + Math.floor(random() * 70);
  const weeksIn = Math.floor(age / 7);
  const monday = Math.floor(today / DAY) * DAY - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  const weeks = Array.from({ length: 26 }, (_, back) => {
    const into = weeksIn - back - 1;
    const share = into < 0 ? 0 : shareIn(course, into, back, random);
    return {
      week: iso(monday - (back + 1) * 7 * DAY),
      activeUsers: Math.round(seats * share),
      coreActions: Math.round(seats * share * (6 + random() * 3)),
    };
  });
  const active = weeks[0]?.activeUsers ?? 0;
  const idle = course === 'stops' ? 12 + (index % 6) : course === 'never' ? null : course === 'falls' ? 3 : index % 3;
  const started = course !== 'never' && course !== 'new';
  const people = Array.from(
    { length: 6 },
    (_, at) =>
      [
        ['Sato', 'Mika', 'Ivan', 'Noor', 'Elena', 'Tom'][at] as string,
        Math.round((started ? 40 : 0) / (at + 1) ** (course === 'steady' ? 0.3 : 1.6)),
      ] as const,
  );
  return {
    id: `ACC-${1001 + index}`,
    name,
    plan: ['Standard', 'Business', 'Enterprise'][index % 3] as string,
    csm: ['Maya Lindqvist', '森 健一', 'Priya Nair'][index % 3] as string,
    contractDate: iso(today - age * DAY),
    renewalDate: iso(today - age * DAY + 365 * DAY),
    lastLogin: idle === null ? 'never' : iso(today - idle * DAY),
    seats,
    activeUsers: active,
    apiActiveUsers: null,
    loggedInUsers: Math.round(seats * (course === 'never' ? 0 : course === 'new' ? 0.1 : 0.45 + random() * 0.4)),
    intendedUsers: seats,
    adminSetup: started,
    dataImported: started && course !== 'stops',
    integrations: course === 'grows' || course === 'steady',
    tickets30d: Math.floor(random() * 5),
    urgentTickets: course === 'falls' ? 3 : 0,
    locale: 'en-US',
    relative: false,
    weeks,
    users: Object.fromEntries(people),
    features: { Reports: started ? 30 : 0, Exports: started ? 9 : 0, Automations: course === 'grows' ? 12 : 0 },
    stalled: course === 'stops' || course === 'never' || course === 'falls',
  };
}

function shareIn(course: Course, into: number, back: number, random: () => number): number {
  if (course === 'never') return 0;
  if (course === 'stops') return back < 2 ? 0.02 : Math.min(0.5, 0.12 * (into + 1));
  if (course === 'falls') return Math.max(0.05, 0.6 - 0.15 * Math.max(0, 4 - back));
  if (course === 'steady') return 0.55 + random() * 0.05;
  return course === 'new' ? 0.1 : Math.min(0.85, 0.15 + 0.1 * into + random() * 0.03);
}

/** Mulberry32: small, seeded, good enough for sample data. Public domain (Tommy Ettinger, 2017). */
function seeded(seed: number): () => number {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

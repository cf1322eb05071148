import type { ProblemCode } from '../account/problem';
import { tell } from '../phrase';
import { inLang } from '../text';
import type { ApiTroubleKind } from './api-trouble-kinds';
import type { ViewSetting } from './evidence-line';
import type { PanelView } from './panel-view';
import { showMoment } from './show';
import type { ViewWords } from './view-words';

/** What is wrong with an API, as data: no secret, no header, no body. */
export interface ApiTrouble {
  kind: ApiTroubleKind;
  message: string;
  host: string;
  status: number | null;
  tries: number;
  /** Epoch ms UTC. */
  at: number;
  /** Of a reply that was read in part: what is wrong with the rest. */
  parts?: TroublePart[];
}

/** One thing that is wrong with a reply; `metric` null where it is about all of it, `detail` what was seen. */
export interface TroublePart {
  code: ProblemCode;
  metric: string | null;
  detail: string;
}

/** Troubles that only a change of settings ends. */
const IN_SETTINGS: ApiTroubleKind[] = ['refused', 'mapping', 'noSecret', 'noAccess', 'otherOrigin', 'badSecret'];

/** @param apiAt epoch ms at which the API last gave something; null where it never did */
export function apiTroubleView(trouble: ApiTrouble, apiAt: number | null, s: ViewSetting): PanelView['problem'] {
  if (trouble.parts) return partView(trouble, trouble.parts, s);
  const { api, gap } = s.words;
  const text = [
    apiAt === null ? '' : tell(api.still, { time: showMoment(apiAt, s) }),
    api.pageGoesOn,
    IN_SETTINGS.includes(trouble.kind) ? api.checkSettings : '',
  ];
  const tries = tell(api.tries, { n: trouble.tries }, s.words.lang);
  const last = tell(api.last, { time: showMoment(trouble.at, s) });
  return {
    kind: trouble.kind,
    title: api.titles[trouble.kind],
    text: text.filter(Boolean).join(gap),
    detail: [trouble.host, trouble.status === null ? trouble.message : String(trouble.status), tries, last].join(' · '),
  };
}

/** One thing that is wrong with a reply, as people read it: `Active users: fewer weeks than before (3 < 12)`. */
export function partText(
  { code, metric, detail }: TroublePart,
  nameOf: (metric: string) => string,
  words: Pick<ViewWords, 'api' | 'problems'>,
): string {
  const { api, problems } = words;
  const plain = tell(problems[code], { detail });
  const what = detail === '' || code === 'unknown' ? plain : tell(api.seen, { what: plain, detail });
  return metric === null ? what : tell(api.about, { metric: nameOf(metric), what });
}

const MOST_PARTS = 4;

/** What came is shown; what did not is named. */
function partView({ kind, host, at }: ApiTrouble, parts: TroublePart[], s: ViewSetting): PanelView['problem'] {
  const nameOf = (id: string) => inLang(s.playbook.metrics.find((one) => one.id === id)?.name, s.lang) ?? id;
  const lines = parts.slice(0, MOST_PARTS).map((part) => partText(part, nameOf, s.words));
  const more = parts.length > MOST_PARTS ? [`+ ${parts.length - MOST_PARTS}`] : [];
  return {
    kind,
    title: s.words.api.titles[kind],
    text: [...lines, ...more].join(s.words.comma),
    detail: [host, showMoment(at, s)].join(' · '),
  };
}

import type { ProblemCode } from '../account/problem';
import { tell } from '../phrase';
import { type ApiTroubleKind, isApiTroubleKind } from './api-trouble-kinds';
import { nameOf, type ViewSetting } from './evidence-line';
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

/** Kind of the trouble with a reply that was read in part. */
export const PART = 'part';

/** Troubles that only a change of settings ends. */
const IN_SETTINGS: ApiTroubleKind[] = ['refused', 'mapping', 'noSecret', 'noAccess', 'otherOrigin', 'badSecret'];

/** Why an API could not be read, by its kind; null for a kind that is not known. */
export function troubleTitle(kind: string, { api }: ViewWords): string | null {
  return isApiTroubleKind(kind) ? api.titles[kind] : null;
}

/** One thing that is wrong with a reply, as people read it: `Active users: fewer weeks than before (3 < 12)`. */
export function partText({ code, metric, detail }: TroublePart, named: (metric: string) => string, { api, problems }: ViewWords): string {
  const problem = tell(problems[code], { detail });
  const what = detail === '' || problem.includes(detail) ? problem : tell(api.withDetail, { problem, detail });
  return metric === null ? what : tell(api.about, { name: named(metric), what });
}

/** What is wrong with an API, as the panel tells it. @param apiAt epoch ms at which it last gave something; null where it never did */
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

const MOST_PARTS = 4;

/** What came is shown; what did not is named. */
function partView({ kind, host, at }: ApiTrouble, parts: TroublePart[], s: ViewSetting): PanelView['problem'] {
  const lines = parts.slice(0, MOST_PARTS).map((part) => partText(part, (metric) => nameOf(metric, s), s.words));
  const more = parts.length > MOST_PARTS ? [`+ ${parts.length - MOST_PARTS}`] : [];
  return {
    kind,
    title: s.words.api.titles.part,
    text: [...lines, ...more].join(s.words.api.between),
    detail: [host, showMoment(at, s)].join(' · '),
  };
}

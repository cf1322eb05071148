import { tell } from '../phrase';
import type { ApiTroubleKind } from './api-trouble-kinds';
import type { ViewSetting } from './evidence-line';
import type { PanelView } from './panel-view';
import { showMoment } from './show';

/** What is wrong with an API, as data: no secret, no header, no body. */
export interface ApiTrouble {
  kind: ApiTroubleKind;
  message: string;
  host: string;
  status: number | null;
  tries: number;
  /** Epoch ms UTC. */
  at: number;
}

/** Troubles that only a change of settings ends. */
const IN_SETTINGS: ApiTroubleKind[] = ['refused', 'mapping', 'noSecret', 'noAccess', 'otherOrigin', 'badSecret'];

/** @param apiAt epoch ms at which the API last gave something; null where it never did */
export function apiTroubleView(trouble: ApiTrouble, apiAt: number | null, s: ViewSetting): PanelView['problem'] {
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

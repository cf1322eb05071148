import { type WorkCalendar, workCalendar } from '../business-days';
import { metricOf, playOf } from './by-role';
import type { Item, Metric, Play, Playbook } from './playbook-schema';
import type { PlayRole } from './roles';

/** A checklist item with the play it belongs to, and a number of its own among all items. */
export interface PlayItem {
  item: Item;
  play: Play;
  at: number;
}

/** A playbook with its names looked up once, for many accounts. */
export class PlaybookIndex {
  readonly metrics: ReadonlyMap<string, Metric>;
  /** Metric → its place in the playbook. */
  readonly places: ReadonlyMap<string, number>;
  readonly plays: ReadonlyMap<string, Play>;
  readonly items: ReadonlyMap<string, PlayItem>;
  /** Plays with their items, in playbook order. */
  readonly lists: { play: Play; items: PlayItem[] }[];
  readonly calendar: WorkCalendar;
  /** Metrics of the weekly measurement. */
  readonly weekly: Metric[];
  /** Criteria that values decide; what the customer says is judged apart. */
  readonly quantitative: Playbook['criteria'];
  /** The metric that holds the contract date; null where none does. */
  readonly contractMetric: string | null;
  private readonly roles = new Map<PlayRole, Play | null>();
  private readonly playPlaces: ReadonlyMap<Play, number>;

  constructor(readonly playbook: Playbook) {
    this.metrics = new Map(playbook.metrics.map((metric) => [metric.id, metric]));
    this.plays = new Map(playbook.plays.map((play) => [play.id, play]));
    this.places = new Map(playbook.metrics.map((metric, at) => [metric.id, at]));
    this.playPlaces = new Map(playbook.plays.map((play, at) => [play, at]));
    const items = new Map<string, PlayItem>();
    for (const play of playbook.plays) for (const item of play.items) items.set(item.id, { item, play, at: items.size });
    this.items = items;
    this.lists = playbook.plays.map((play) => ({ play, items: play.items.map((item) => items.get(item.id) as PlayItem) }));
    this.calendar = workCalendar(playbook.calendar);
    this.weekly = playbook.metrics.filter((metric) => metric.weekly);
    this.quantitative = playbook.criteria.filter((criterion) => !criterion.qualitative);
    this.contractMetric = metricOf(playbook, 'contractDate')?.id ?? null;
  }

  /** The play that has a role here; null where none has. */
  playOf(role: PlayRole): Play | null {
    let play = this.roles.get(role);
    if (play === undefined) this.roles.set(role, (play = playOf(this.playbook, role)));
    return play;
  }

  /** The place of one of this playbook's plays among them. */
  placeOf(play: Play): number {
    return this.playPlaces.get(play) as number;
  }
}

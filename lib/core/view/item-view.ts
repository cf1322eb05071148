import type { ItemState } from '../conditions/situation';
import { formatDay } from '../day';
import { tell } from '../phrase';
import { inLang } from '../text';
import { evidenceLine, nameOf, type ViewSetting } from './evidence-line';
import type { EvidenceLine, ItemView } from './panel-view';
import { showDay, showShortDay } from './show';

/** One checklist row. */
export function itemView(item: ItemState, s: ViewSetting): ItemView {
  const { words } = s;
  const day = item.state === 'done' ? item.doneDay() : item.dueDay;
  const late = item.lateDays > 0;
  const when =
    item.state === 'skipped'
      ? ''
      : late
        ? tell(words.late, { n: item.lateDays }, words.lang)
        : day === null
          ? ''
          : item.state === 'done'
            ? showShortDay(formatDay(day), s)
            : showDay(formatDay(day), s);
  return {
    id: item.id,
    play: item.play,
    name: inLang(item.name, s.lang),
    state: item.state,
    by: item.how,
    unknown: item.condition === null && item.state === 'open',
    required: item.required,
    when,
    late,
    lines: lines(item, s),
    mark: item.mark,
    weight: weight(item),
  };
}

function lines(item: ItemState, s: ViewSetting): EvidenceLine[] {
  const { words } = s;
  const evidence = item.evidence();
  const read = evidence.length ? evidenceLine(evidence, s) : null;
  if (item.state === 'blocked') {
    const cause = item.cause && s.playbook.causes[item.cause];
    const owner = item.owner && s.playbook.owners[item.owner];
    const until = item.untilDay ? `→ ${showShortDay(item.untilDay, s)}` : '';
    const parts = [words.blocked, owner ? inLang(owner, s.lang) : '', cause ? inLang(cause, s.lang) : '', until];
    return [{ icon: 'blocked', parts: parts.filter(Boolean) }];
  }
  if (item.state === 'skipped') {
    const reason = typeof item.reason === 'object' ? inLang(item.reason, s.lang) : (item.reason ?? '');
    return [{ icon: null, parts: [words.skipped, reason].filter(Boolean) }];
  }
  if (item.state === 'done') return item.how === 'condition' ? [{ icon: null, parts: [words.byReading, ...(read?.parts ?? [])] }] : [];
  if (item.fellBackFrom)
    return [{ icon: 'back', parts: [tell(words.unticked, { day: showShortDay(item.fellBackFrom, s) }), ...(read?.parts ?? [])] }];
  if (item.waitsFor.length)
    return [{ icon: null, parts: [tell(words.waitsFor, { names: item.waitsFor.map((id) => nameOf(id, s)).join(', ') })] }];
  if (item.condition === null && read) return [read];
  return [];
}

function weight(item: ItemState): number {
  if (item.state === 'blocked') return 0;
  if (item.state === 'open') return item.lateDays > 0 ? 1 : item.fellBackFrom ? 2 : item.dueDay === null ? 4 : 3;
  return item.state === 'done' ? 5 : 6;
}

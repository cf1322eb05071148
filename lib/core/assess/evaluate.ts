import type { Account } from '../account/fold-account';
import type { Playbook } from '../playbook/playbook-schema';
import { resolveSegment } from '../playbook/resolve-segment';
import { CompiledPlaybook } from './compiled-playbook';
import { Evaluation } from './evaluation';

const compiled = new WeakMap<Playbook, Map<string, CompiledPlaybook>>();

/** The playbook compiled for these segments, once per playbook and set of segments. */
function compiledFor(playbook: Playbook, ids: string[]): CompiledPlaybook {
  let bySegments = compiled.get(playbook);
  if (!bySegments) compiled.set(playbook, (bySegments = new Map()));
  const name = ids.join(' ');
  let book = bySegments.get(name);
  if (!book) {
    const segments = playbook.segments.filter((segment) => ids.includes(segment.id));
    bySegments.set(name, (book = new CompiledPlaybook(segments.length ? resolveSegment(playbook, segments) : playbook)));
  }
  return book;
}

/** What an assessment stands on: segments first, since they decide which rules apply. */
export function evaluate(playbook: Playbook, account: Account, now: number, zone: string): { m: Evaluation; segments: string[] } {
  const base = new Evaluation(compiledFor(playbook, []), account, now, zone);
  if (playbook.segments.length === 0) return { m: base, segments: [] };
  const segments = playbook.segments.filter((one) => base.test(one.when).truth(base, 0) === true).map((one) => one.id);
  return { m: segments.length ? new Evaluation(compiledFor(playbook, segments), account, now, zone) : base, segments };
}

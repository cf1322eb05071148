/** A part of an expression as JSONata parses it; only what is looked at here. */
interface Part {
  type?: string;
  value?: unknown;
  steps?: Part[];
  lhs?: unknown;
}

/** What can be told of a mapping without running it. */
export interface MappingParts {
  /** Whether it looks at `pages`, all of them; one that does not speaks of a page. */
  usesPages: boolean;
  /** Metrics that it names, each with whether by week; those that are worked out are not among them. */
  names: { metric: string; weekly: boolean }[];
  /** Metrics whose weeks it takes from `body`: from one page only, where it looks at `pages` besides. */
  weeksOfBody: string[];
}

const MOST_PARTS = 100_000;

/** Looks through an expression's syntax tree. @param ast as `expression.ast()` gives it */
export function mappingParts(ast: unknown): MappingParts {
  const parts: MappingParts = { usesPages: false, names: [], weeksOfBody: [] };
  const open: unknown[] = [ast];
  const known = new Set<unknown>();
  while (open.length > 0 && known.size < MOST_PARTS) {
    const part = open.pop();
    if (part === null || typeof part !== 'object' || known.has(part)) continue;
    known.add(part);
    if (startsAt(part as Part, 'pages')) parts.usesPages = true;
    if (startsAt(part as Part, 'body')) parts.weeksOfBody.push(...weeksIn(part as Part));
    const reading = readingIn(part as Part);
    if (reading) parts.names.push(reading);
    open.push(...Object.values(part));
  }
  return parts;
}

function startsAt({ type, steps = [] }: Part, name: string): boolean {
  if (type !== 'path') return false;
  // `$.pages` and `$$.pages` are `pages` as well.
  const first = steps[0]?.type === 'variable' ? steps[1] : steps[0];
  return first?.type === 'name' && first.value === name;
}

function weeksIn({ steps = [] }: Part): string[] {
  return steps.flatMap((step) => {
    const reading = readingIn(step);
    return reading?.weekly ? [reading.metric] : [];
  });
}

/** `{"metric": "seats", "value": …}`: pairs of key and value. */
function readingIn({ type, value, lhs }: Part): { metric: string; weekly: boolean } | null {
  const pairs = (type === 'unary' && value === '{' ? lhs : null) as [Part, Part][] | null;
  if (!Array.isArray(pairs)) return null;
  const member = (name: string) => pairs.find(([key]) => key?.type === 'string' && key.value === name)?.[1];
  const metric = member('metric');
  return metric?.type === 'string' && typeof metric.value === 'string' && metric.value !== ''
    ? { metric: metric.value, weekly: member('week') !== undefined }
    : null;
}

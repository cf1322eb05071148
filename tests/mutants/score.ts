/** What Stryker's report says of one mutant, as far as it is read here; lines and columns count from 1. */
export interface Mutant {
  status: string;
  mutatorName: string;
  replacement?: string;
  location: { start: { line: number; column: number }; end: { line: number; column: number } };
}

/** A report, or the results of a run that may still be going on: path → mutants. */
export interface Report {
  files: Record<string, { source: string; mutants: Mutant[] }>;
}

const KILLED = ['Killed', 'Timeout'];
const ALIVE = ['Survived', 'NoCoverage'];

/** Mutants that count: `tested` of them, of which the tests `killed` some; `hung` of these only ran out of time. Ignored ones and such as do not run are left out. */
export function count(report: Report): { killed: number; hung: number; tested: number } {
  const all = Object.values(report.files).flatMap((file) => file.mutants);
  const killed = all.filter(({ status }) => KILLED.includes(status)).length;
  const hung = all.filter(({ status }) => status === 'Timeout').length;
  return { killed, hung, tested: killed + all.filter(({ status }) => ALIVE.includes(status)).length };
}

/** The 95 % interval (Wilson) of a share of which a sample was seen. */
export function interval(killed: number, tested: number): { low: number; high: number } {
  const z = 1.959964;
  const share = killed / tested;
  const base = 1 + z ** 2 / tested;
  const middle = (share + z ** 2 / (2 * tested)) / base;
  const half = (z / base) * Math.sqrt((share * (1 - share)) / tested + z ** 2 / (4 * tested ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** One line for each mutant that no test noticed: where, what stood there, what stands there in the mutant. */
export function survivors(report: Report): string[] {
  return Object.entries(report.files).flatMap(([path, { source, mutants }]) =>
    mutants
      .filter(({ status }) => ALIVE.includes(status))
      .sort((one, other) => one.location.start.line - other.location.start.line)
      .map(({ location, replacement, mutatorName, status }) => {
        const was = short(textAt(source, location));
        const note = status === 'NoCoverage' ? '  (no test comes here)' : '';
        return `${path}:${location.start.line}:${location.start.column}  ${was}  →  ${short(replacement ?? mutatorName)}${note}`;
      }),
  );
}

function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines.map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined)).join('\n');
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { type Group, readGroups } from './groups';
import { count, interval, type Report, survivors } from './score';

const HELP = `npm run mutants                          all mutants of all groups; goes on where it was stopped
npm run mutants -- --sample 200          200 mutants of each group, drawn by lot, with the 95 % interval
  --seed 2            other lots
  --groups core,api   these groups only
  --files a.ts,b.ts   these files only
  --score             only tells what is known
  --fresh             forgets what is known`;

const PLACE = '.stryker';
const FILES_A_RUN = 8;

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    groups: { type: 'string' },
    files: { type: 'string' },
    score: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const size = options.sample === undefined ? null : Number(options.sample);
if (options.help || (size !== null && !(size > 0))) {
  console.log(HELP);
  process.exit(options.help ? 0 : 1);
}

const mode = size === null ? 'full' : 'sample';
const names = options.groups?.split(',');
const only = options.files?.split(',');
const groups = readGroups()
  .filter(({ name }) => !names || names.includes(name))
  .map((group) => ({ ...group, files: group.files.filter((file) => !only || only.includes(file)) }))
  .filter(({ files }) => !only || files.length > 0);

const reportPath = (group: Group) => `${PLACE}/${mode}-${group.name}.json`;
const populationPath = (group: Group) => `${PLACE}/${mode}-${group.name}-population.json`;
const donePath = `${PLACE}/done.json`;
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
/** What was run → the state of the sources then. */
const readDone = (): Record<string, string> => (existsSync(donePath) ? readJson(donePath) : {});

if (options.fresh) rmSync(PLACE, { recursive: true, force: true });
mkdirSync(PLACE, { recursive: true });
if (!options.score) for (const group of groups.filter(({ files }) => files.length > 0)) await run(group);
tell();

/** A sample in one go; all mutants some files at a time, since Stryker writes down nothing of a run that is stopped. */
async function run(group: Group): Promise<void> {
  const state = stateOfSources();
  for (const files of batches(group)) {
    if (size === null && readDone()[files.join()] === state && existsSync(reportPath(group))) continue;
    await stryker(group, files);
    writeFileSync(donePath, JSON.stringify({ ...readDone(), [size === null ? files.join() : reportPath(group)]: state }, null, 1));
  }
}

function batches({ files }: Group): string[][] {
  if (size !== null) return [files];
  return Array.from({ length: Math.ceil(files.length / FILES_A_RUN) }, (_, at) => files.slice(at * FILES_A_RUN, (at + 1) * FILES_A_RUN));
}

async function stryker(group: Group, files: string[]): Promise<void> {
  console.log(`${group.name}: ${files.length} ${files.length === 1 ? 'file' : 'files'}`);
  process.env.KIDO_MUTANTS_SAMPLE = size === null ? '' : String(size);
  process.env.KIDO_MUTANTS_SEED = options.seed;
  process.env.KIDO_MUTANTS_POPULATION = populationPath(group);
  const runner = new Stryker({ configFile: '.stryker.config.mjs', mutate: files, incrementalFile: reportPath(group) });
  const results = await runner.runMutationTest();
  if (size !== null && results.length > size) throw new Error('Stryker tested more mutants than were drawn: see sample-reporter.mjs');
}

/** Changes with every source and test, so that nothing is passed over that might come out otherwise. */
function stateOfSources(): string {
  const hash = createHash('sha256');
  const paths = ['lib', 'components', 'entrypoints', 'public', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs|json)$/.test(entry.name))
      .map((entry) => `${entry.parentPath ?? folder}/${entry.name}`)
      .filter((path) => !/\/e2e\/|node_modules/.test(path)),
  );
  for (const path of [...paths, 'package-lock.json', '.stryker.config.mjs'].sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function tell(): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const left: string[] = [];
  const state = stateOfSources();
  console.log(`\n${['', 'mutants', 'tested', 'killed', 'by time-out', 'score', '95 %', 'goal'].map((word) => word.padEnd(16)).join('')}`);
  for (const group of groups) {
    if (!existsSync(reportPath(group))) {
      console.log(`${group.name.padEnd(16)}${group.files.length ? 'not run yet' : 'no files'}`);
      continue;
    }
    const report = of(group, readJson(reportPath(group)));
    const { killed, hung, tested } = count(report);
    const all: number = size === null ? tested : readJson(populationPath(group)).population;
    const { low, high } = interval(killed, tested);
    const range = size === null ? howFar(group, state) : `${percent(low)}–${percent(high)}`;
    const goal = `${percent(group.goal)}${killed / tested < group.goal ? ', not reached' : ''}`;
    console.log(
      [group.name, all, tested, killed, hung, percent(killed / tested), range, goal].map((cell) => String(cell).padEnd(16)).join(''),
    );
    left.push(...survivors(report));
    if (size !== null && readDone()[reportPath(group)] !== state) console.log('  (of older sources)');
  }
  writeFileSync(`${PLACE}/survivors.txt`, `${left.join('\n')}\n`);
  console.log(`\n${left.length} mutants no test noticed: ${PLACE}/survivors.txt`);
}

/** How much of a group was run with the sources as they are now. */
function howFar({ files }: Group, state: string): string {
  const done = Object.entries(readDone()).flatMap(([batch, then]) => (then === state ? batch.split(',') : []));
  const ready = files.filter((file) => done.includes(file)).length;
  return ready === files.length ? 'all' : `${ready} of ${files.length} files`;
}

function of({ files }: Group, report: Report): Report {
  return { files: Object.fromEntries(Object.entries(report.files).filter(([path]) => files.includes(path))) };
}

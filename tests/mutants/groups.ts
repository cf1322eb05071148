import { readdirSync } from 'node:fs';

/** A part of Kido whose tests are measured; `goal` is the share of its mutants that they should kill. */
export interface Group {
  name: string;
  goal: number;
  files: string[];
}

const CORE_GOAL = 0.85;
const GOAL = 0.75;
const NO_LOGIC = /\/(?:view\/(?:timeline-)?words|sample-data)\.ts$|\.d\.ts$/;
const PAGE = /^lib\/readers\/page\/(?:parse\/.+|locate[^/]*|find-[^/]*|element-text|fold-text|match-address|read-fields)\.ts$/;

const groups: [name: string, goal: number, path: RegExp][] = [
  ['core', CORE_GOAL, /^lib\/core\//],
  ['keeper', CORE_GOAL, /^lib\/keeper\//],
  ['actions', CORE_GOAL, /^lib\/actions\//],
  ['messages', CORE_GOAL, /^lib\/messages\//],
  ['store', GOAL, /^lib\/store\//],
  ['page', GOAL, PAGE],
  ['api', GOAL, /^lib\/readers\/api\//],
];

/** The groups with the source files that they have now. */
export function readGroups(): Group[] {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .map((path) => `lib/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !NO_LOGIC.test(path))
    .sort();
  return groups.map(([name, goal, path]) => ({ name, goal, files: files.filter((file) => path.test(file)) }));
}

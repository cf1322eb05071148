import { cpus } from 'node:os';
import { findChromium } from '@/lib/cli/find-browser';
import { benchPage } from './page';
import type { Result } from './result';
import { benchRules } from './rules';
import { benchSearch } from './search';
import { benchVisit } from './visit';

// Ratios within one run, so that the machine cancels out. Figures for the README come from here.
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${findChromium()}\n`);
const results: Result[] = [...(await benchVisit()), ...(await benchRules()), ...(await benchPage()), ...(await benchSearch())];
for (const { name, value, goal, holds } of results) console.log(`${holds ? 'ok  ' : 'MISS'} ${value.padStart(8)}  ${name} (goal: ${goal})`);

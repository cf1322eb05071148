import { assessCommand } from './assess-command';
import { discoverCommand } from './discover-command';
import { mapCommand } from './map-command';
import { Mistake } from './options';
import { readCommand } from './read-command';
import { scoreCommand } from './score-command';

const commands: Record<string, (args: string[]) => Promise<void>> = {
  read: readCommand,
  assess: assessCommand,
  discover: discoverCommand,
  score: scoreCommand,
  map: mapCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];

try {
  if (!command) throw new Mistake(`kido ${Object.keys(commands).join(' | ')}`);
  await command(args);
} catch (error) {
  console.error(error instanceof Mistake ? error.message : error);
  process.exitCode = 1;
}

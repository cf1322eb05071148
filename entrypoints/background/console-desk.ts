import { parseConsole } from '@/lib/formats/console-file';
import { readConsoles, writeConsole } from '@/lib/settings/settings-store';
import { registerPages } from './registration';
import { tellAll } from './tell-all';

/** Checks and keeps a console; every page of it learns of the change. Answers with what is wrong with it. */
export async function saveConsole(console: unknown): Promise<{ errors: string[] }> {
  const parsed = parseConsole(console);
  if (!parsed.console) return { errors: parsed.errors };
  const { id } = parsed.console;
  if ((await readConsoles()).some((one) => one.locked && one.console.id === id))
    return { errors: [`id: "${id}" is fixed by your company`] };
  await writeConsole(parsed.console);
  await registerPages();
  await tellAll();
  return { errors: [] };
}

import { type ConsoleDemands, consoleDemands } from '@/lib/formats/console-demands';
import { type ConsoleFile, parseConsole } from '@/lib/formats/console-file';
import type { Locator } from '@/lib/formats/field-schema';
import { accessChanged } from './announce-settings';
import type { Kido } from './kido';
import { forgetDrift } from './note-drift';

/** Checks and keeps a console; every page of it learns of the change. Answers with what is wrong with it. */
export async function saveConsole(kido: Kido, data: unknown): Promise<{ errors: string[]; console: ConsoleFile | null }> {
  const parsed = parseConsole(data);
  if (!parsed.console) return { errors: parsed.errors, console: null };
  const { id } = parsed.console;
  if ((await kido.settings.console(id))?.locked) return { errors: [`id: "${id}" is fixed by your company`], console: null };
  await kido.settings.putConsole(parsed.console);
  await accessChanged(kido);
  return { errors: [], console: parsed.console };
}

/** Keeps a console whose fields a person has changed: what was noted of their drift is over. */
export async function changeConsole(kido: Kido, data: unknown): Promise<{ errors: string[] }> {
  const { errors, console } = await saveConsole(kido, data);
  if (console) await forgetDrift(kido, console.id);
  return { errors };
}

/** Takes a proposal: the new way to find a field comes first, the old ones stay behind it. */
export async function acceptProposal(
  kido: Kido,
  { console: id, metric, locator }: { console: string; metric: string; locator: Locator },
): Promise<{ errors: string[] }> {
  const known = await kido.settings.console(id);
  if (!known || known.locked) return { errors: [known ? 'fixed by your company' : 'no such console'] };
  // Half of a console may still be as it was.
  const fields = known.console.fields.map((field) =>
    field.metric === metric ? { ...field, find: [locator, ...field.find].slice(0, MOST_WAYS) } : field,
  );
  return changeConsole(kido, { ...known.console, fields });
}

/** What a console's file would do, and what it changes in the one of its id: told before anything of it is kept. */
export async function demandsOf(kido: Kido, data: unknown): Promise<{ errors: string[]; demands: ConsoleDemands | null }> {
  const { console, errors } = parseConsole(data);
  if (!console) return { errors, demands: null };
  const before = (await kido.settings.console(console.id))?.console ?? null;
  return { errors: [], demands: consoleDemands(console, before) };
}

const MOST_WAYS = 4;

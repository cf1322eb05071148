import { readFileSync } from 'node:fs';
import { readJson } from '@/lib/formats/read-json';
import { Mistake } from './options';

/** Reads a file as text. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Mistake(`${path}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (error as Error).message}`);
  }
}

/** Reads a JSON file; a mistake in it is told with its line. */
export function readJsonFile(path: string): unknown {
  const { data, error } = readJson(readText(path));
  if (error !== null) throw new Mistake(`${path}: ${error}`);
  return data;
}

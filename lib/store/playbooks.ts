import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { database } from './database';

/**
 * Publishes a playbook version.
 * @throws Error when that version exists with another content: versions are never edited
 */
export async function publishPlaybook(playbook: Playbook): Promise<void> {
  const tx = (await database()).transaction('playbooks', 'readwrite', { durability: 'strict' });
  const known = await tx.store.get([playbook.id, playbook.version]);
  if (known && JSON.stringify(known) !== JSON.stringify(playbook)) {
    await tx.done;
    throw new Error(`version: ${playbook.id} ${playbook.version} exists; a version is never edited, publish ${playbook.version + 1}`);
  }
  await tx.store.put(playbook);
  await tx.done;
}

/** A playbook by id and version. */
export async function playbookOf(id: string, version: number): Promise<Playbook | undefined> {
  return (await database()).get('playbooks', [id, version]);
}

/** All playbook versions, newest first. */
export async function playbooks(): Promise<Playbook[]> {
  return (await (await database()).getAll('playbooks')).sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1));
}

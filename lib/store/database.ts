import { type IDBPDatabase, openDB } from 'idb';
import type { KidoDatabase } from './rows';
import { StoreProblem, storeProblem } from './store-problem';
import { DATABASE_VERSION, upgrade } from './upgrade';

export type Database = IDBPDatabase<KidoDatabase>;

let open: Promise<Database> | null = null;

/**
 * The one database, owned by the background. An opening that failed is tried again by the next call.
 * @throws StoreProblem `newer`, `blocked` or `failed`
 */
export function database(): Promise<Database> {
  if (open) return open;
  const opening = start(() => {
    if (open === opening) open = null;
  });
  open = opening;
  return opening;
}

function start(forget: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    let reason: unknown = null;
    const open = async () =>
      openDB<KidoDatabase>('kido', DATABASE_VERSION, {
        upgrade: async (db, from, _, tx) => {
          try {
            await upgrade(db, from, tx);
          } catch (error) {
            // Half an upgrade must not be taken for a whole one; the opening fails with its end.
            reason = error;
            tx.done.catch(() => undefined);
            tx.abort();
          }
        },
        blocked() {
          isLate = true;
          forget();
          reject(new StoreProblem('blocked', 'an older version of Kido still holds the store'));
        },
        blocking(_, __, event) {
          // A later version waits for this connection to end; whoever asks next opens it again.
          forget();
          (event.target as IDBDatabase).close();
        },
        terminated: forget,
      });
    open().then(
      // Whoever waited was told already; the next call has a connection of its own.
      (db) => (isLate ? db.close() : resolve(db)),
      (error) => {
        forget();
        const problem = storeProblem(reason ?? error);
        reject(problem instanceof StoreProblem ? problem : new StoreProblem('failed', 'the store cannot be opened', { cause: problem }));
      },
    );
  });
}

/** The keys of one account's entries in the index `byAccount`, oldest first. */
export function ofAccount(account: string): IDBKeyRange {
  return IDBKeyRange.bound([account], [account, []]);
}

/** Closes the database; the next call opens it again. */
export async function closeDatabase(): Promise<void> {
  const closing = open;
  open = null;
  (await closing?.catch(() => null))?.close();
}

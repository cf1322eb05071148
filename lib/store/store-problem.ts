/**
 * Why the store cannot be used, for words to be found for it. `newer`: a later version of Kido wrote it. `blocked`: an
 * older one that still runs holds it. `failed`: the browser could not open it. `erased`: the account was erased.
 * `full`: the disk has no room.
 */
export type StoreProblemCode = 'newer' | 'blocked' | 'failed' | 'erased' | 'full';

/** A problem of the store. The message is for logs; people are told by the code. */
export class StoreProblem extends Error {
  constructor(
    readonly code: StoreProblemCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreProblem';
  }
}

/** What the browser said, as a problem of the store; anything unknown stays as it is. */
export function storeProblem(error: unknown): unknown {
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  if (name === 'VersionError') return new StoreProblem('newer', 'the store is of a later version of Kido', { cause: error });
  if (name === 'QuotaExceededError') return new StoreProblem('full', 'the disk has no room', { cause: error });
  return error;
}

import type { z } from 'zod';

/** One question: the schema that its body must fit, and the type of the answer. */
export interface Message<Schema extends z.ZodType = z.ZodType, Reply = unknown> {
  schema: Schema;
  /** Never there: it carries the type, so that question and answer are told in one place. */
  reply?: { of: Reply };
}

/** A table of messages: what one kind of asker may ask. */
export type Table = Record<string, Message>;

/** What is sent with a question. */
export type Asked<T extends Table, K extends keyof T> = z.input<T[K]['schema']>;
/** What a handler is given: checked, defaults filled in. */
export type Heard<T extends Table, K extends keyof T> = z.output<T[K]['schema']>;
export type Reply<T extends Table, K extends keyof T> = T[K] extends Message<z.ZodType, infer R> ? R : never;

/** A handler for every question of a table; one that is forgotten does not compile. */
export type Handlers<T extends Table, Context extends unknown[]> = {
  [K in keyof T]: (body: Heard<T, K>, ...context: Context) => Promise<Reply<T, K>>;
};

/** `answers<Reply>().to(schema)`: one row of a table. */
export const answers = <R>() => ({ to: <S extends z.ZodType>(schema: S): Message<S, R> => ({ schema }) });

/** Answers travel as values, so that a failure keeps its words on the way. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: string };

/** What the background says of an account that was erased. */
export const ERASED = 'erased';

/** What the background says of a page that shows no record: its address alone is no account. */
export const NO_ACCOUNT = 'no account';

/** What the background says when the disk, or the browser's share of it, is full. */
export const DISK_FULL = 'disk full';

// The only way from the window to the family: typed calls, and an error that carries the sentence to show.
import { commands, type Told } from './bindings';

export type Calls = typeof commands;
export type * from './bindings';

/** What a call throws when it was refused: ids of sentences in the catalog. */
export class Refused extends Error {
  constructor(readonly told: Told) {
    super(told.message);
  }
}

type Answered<T> = Promise<{ status: 'ok'; data: T } | { status: 'error'; error: Told }>;

let calls: Calls = commands;

/** The calls of the real window, or a component test's own. */
export const family = (): Calls => calls;

/** Puts other calls in the place of the real ones; for component tests. */
export function answerWith(others: Partial<Calls>): void {
  calls = { ...commands, ...others };
}

/** Waits for an answer: the view, or `Refused`. */
export async function ask<T>(answer: Answered<T>): Promise<T> {
  const said = await answer;
  if (said.status === 'error') throw new Refused(said.error);
  return said.data;
}

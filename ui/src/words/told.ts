import { words } from './words';

/** What a refused call carries: ids of sentences, and the bound that was passed where there is one. */
interface Told {
  readonly message: string;
  readonly advice: string;
  readonly bound: number | null;
}

/** What happened, and what is safe. */
export function whatHappened(told: Told): string {
  return words(told.message, bound(told));
}

/** What to do next. */
export function whatNext(told: Told): string {
  return words(told.advice, bound(told));
}

/** Both in one breath, for the line under a field. */
export function inOneBreath(told: Told): string {
  return `${whatHappened(told)} ${whatNext(told)}`;
}

const bound = (told: Told) => ({ bound: told.bound ?? 0 });

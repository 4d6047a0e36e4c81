import type { Owner, StepRow, StepWords } from '../../ipc/client';

/** The most steps a ritual may have, as the core holds it. */
export const mostSteps = 20;

/** A step while it is being written; the key keeps its field when the order changes. */
export interface Step {
  readonly key: number;
  who: Owner;
  words: string;
}

let made = 0;

export function newStep(who: Owner, words = ''): Step {
  made += 1;
  return { key: made, who, words };
}

export function stepsOf(rows: readonly (StepRow | StepWords)[]): Step[] {
  return rows.map(({ who, words }) => newStep(who, words));
}

/** What is kept of them: a step left blank was only begun. */
export function saidOf(steps: readonly Step[]): StepWords[] {
  return steps.filter((step) => step.words.trim() !== '').map(({ who, words }) => ({ who, words }));
}

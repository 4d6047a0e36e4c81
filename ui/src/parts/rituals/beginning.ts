import type { Idea, Owner, RitualRow } from '../../ipc/client';
import type { Someone } from '../../state/someone';
import { words, type Day } from '../../words';
import { newStep, stepsOf, type Step } from './steps';
import { howOf, type When } from './when';

/** What the form holds when it opens. */
export interface Beginning {
  title: string;
  meaning: string;
  steps: Step[];
  when: When;
  at: number | null;
}

/** Begins with a ritual that is changed, with an idea, or with nothing but today. */
export function beginningOf(row: RitualRow | null, idea: Idea | null, writer: Owner, people: readonly Someone[], today: Day): Beginning {
  if (row) {
    const { starts_on, how, ends_on } = row.recurrence;
    return { title: row.title, meaning: row.meaning, steps: stepsOf(row.steps), when: { starts_on, how, ends_on }, at: row.at };
  }
  if (idea?.what.kind === 'ritual') {
    const steps = idea.what.steps.map((step) => newStep(whoOf(step.who, writer, people), words(step.message)));
    return { title: words(idea.id), meaning: '', steps, when: { starts_on: today, how: idea.what.how, ends_on: null }, at: null };
  }
  return { title: '', meaning: '', steps: [], when: { starts_on: today, how: howOf('weekly', today), ends_on: null }, at: null };
}

/** In an idea the first is whoever writes it down; which of the two begins is theirs to change. */
function whoOf(who: 'first' | 'second' | 'both', writer: Owner, people: readonly Someone[]): Owner {
  if (people.length < 2) return writer;
  const first = writer === 'both' ? people[0]?.id : writer.one;
  const second = people.find((person) => person.id !== first)?.id;
  const id = who === 'first' ? first : second;
  return who === 'both' || id === undefined ? 'both' : { one: id };
}

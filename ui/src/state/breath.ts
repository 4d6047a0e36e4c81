/** The parts of one breath, in their order. */
export const parts = ['in', 'hold', 'out', 'rest'] as const;
export type Part = (typeof parts)[number];

/** How long each part of a breath lasts, in seconds. A pause of none is left out. */
export type Pace = Readonly<Record<Part, number>>;

/**
 * Six breaths a minute, the way out longer than the way in: what people found most relaxing in Van Diest and others, 2014,
 * doi:10.1007/s10484-014-9253-x. Without pauses, because holding the breath is hard for some.
 */
export const calm: Pace = { in: 4, hold: 0, out: 6, rest: 0 };

/** The shortest and the longest each part may be. */
export const bounds: Readonly<Record<Part, readonly [least: number, most: number]>> = {
  in: [2, 8],
  hold: [0, 8],
  out: [2, 12],
  rest: [0, 8],
};

/** One moment of a breath. */
export interface Moment {
  part: Part;
  /** Which second of the part it is, from one. */
  second: number;
  /** How far the flower is open: 0 closed, 1 open. */
  opened: number;
}

/** Where a breath is after so many milliseconds of breathing at this pace. */
export function breathAt(pace: Pace, ms: number): Moment {
  const whole = parts.reduce((sum, part) => sum + pace[part], 0);
  let into = (Math.max(0, ms) / 1000) % whole;
  for (const part of parts) {
    if (into < pace[part]) return { part, second: Math.floor(into) + 1, opened: openedIn(part, into / pace[part]) };
    into -= pace[part];
  }
  return { part: 'in', second: 1, opened: 0 };
}

function openedIn(part: Part, share: number): number {
  // Slow at both ends, as a breath is.
  const eased = (1 - Math.cos(Math.PI * share)) / 2;
  return { in: eased, hold: 1, out: 1 - eased, rest: 0 }[part];
}

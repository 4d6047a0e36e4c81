/** What tells the time and calls back; the window's own unless a test says otherwise. */
export interface Clock {
  now(): number;
  every(milliseconds: number, what: () => void): () => void;
}

/** The window's own. It goes on while the computer sleeps, so that a lid closed for an hour counts as an hour. */
export const windowClock: Clock = {
  now: () => Date.now(),
  every(milliseconds, what) {
    const timer = setInterval(what, milliseconds);
    return () => clearInterval(timer);
  },
};

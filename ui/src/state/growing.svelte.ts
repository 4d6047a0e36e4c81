/** How many rows are there with the screen: as many as a window of usual height shows; a taller one has the rest a frame later. */
const first = 8;

/** How many more come at a time; few enough that a key or a press between them is not felt to wait. */
const more = 30;

/** A long list as it grows: its beginning is there with its screen, the rest follows once that was painted. */
export class Growing {
  #reach = $state(first);

  /** Grows to so many rows, for as long as the part of the screen that makes it is there; anew for all she looks for. */
  constructor(all: () => number, sought: () => unknown = () => null) {
    // Before the rows of what she looks for now are made, not after.
    $effect.pre(() => {
      sought();
      this.begin();
    });
    $effect(() => {
      if (this.#reach < all()) return afterPaint(() => (this.#reach += more));
    });
  }

  /** How many rows may be shown. */
  get reach(): number {
    return this.#reach;
  }

  /** Goes back to its beginning, and at least to the row at `upTo`. */
  begin(upTo = 0): void {
    this.#reach = Math.max(first, upTo + 1);
  }
}

/** Waits until what stands on the screen was painted. Returns a function that stops waiting. */
function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(act)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

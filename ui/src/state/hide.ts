const presses = 3;
const within = 5000;

/** Empties the window at once: the next frame shows nothing, whatever happens after. */
export function blank(): void {
  document.documentElement.style.visibility = 'hidden';
  document.body.replaceChildren();
}

/** Blanks first, then does the rest: drops keys, closes the window. */
export function hideNow(then: () => void): void {
  blank();
  then();
}

/**
 * Shift alone, pressed and released three times within five seconds with no other key between, hides everything.
 * Returns a function that stops listening.
 */
export function listenForShift(then: () => void, clock: () => number = () => performance.now()): () => void {
  let begun: number[] = [];
  let pressedAt: number | null = null;

  const forget = () => {
    begun = [];
    pressedAt = null;
  };

  const down = (event: KeyboardEvent) => {
    if (event.key === 'Shift' && event.repeat) return;
    const alone = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey && pressedAt === null;
    if (alone) pressedAt = clock();
    else forget();
  };

  const up = (event: KeyboardEvent) => {
    if (event.key !== 'Shift') return;
    if (pressedAt === null) return forget();
    begun.push(pressedAt);
    pressedAt = null;
    begun = begun.slice(-presses);
    const first = begun[0];
    if (begun.length === presses && first !== undefined && clock() - first <= within) {
      forget();
      hideNow(then);
    }
  };

  // Capture, so that nothing on the way can keep a key from reaching this.
  const options = { capture: true } as const;
  window.addEventListener('keydown', down, options);
  window.addEventListener('keyup', up, options);
  // Shift and a click selects; a window left with Shift down never sees it released.
  window.addEventListener('pointerdown', forget, options);
  window.addEventListener('blur', forget);
  return () => {
    window.removeEventListener('keydown', down, options);
    window.removeEventListener('keyup', up, options);
    window.removeEventListener('pointerdown', forget, options);
    window.removeEventListener('blur', forget);
  };
}

/**
 * Puts the focus on the screen's title, so that a screen reader begins there. A screen whose view is still
 * on its way has no title yet: then it waits a little. Returns a function that stops waiting.
 */
export function focusTitle(root: HTMLElement, patience = 3000): () => void {
  const find = () => root.querySelector<HTMLElement>('[data-screen-title]');
  const title = find();
  if (title) {
    title.focus({ preventScroll: true });
    return () => {};
  }
  const watch = new MutationObserver(() => {
    const late = find();
    // She may have begun something in the meantime: her focus is hers.
    if (late && !root.contains(document.activeElement)) late.focus({ preventScroll: true });
    if (late) stop();
  });
  const timer = setTimeout(() => stop(), patience);
  const stop = () => {
    watch.disconnect();
    clearTimeout(timer);
  };
  watch.observe(root, { childList: true, subtree: true });
  return stop;
}

/**
 * Sees to it that whoever uses the keyboard is never nowhere: when what had the focus is gone, and nothing else has taken
 * it, the title of the screen has it. Returns a function that stops.
 */
export function keepFocus(root: HTMLElement): () => void {
  /** What has the focus, or had it when it was taken away; null once she left it herself. */
  let last: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const came = ({ target }: FocusEvent) => (last = target as Element);
  const left = ({ target }: FocusEvent) => {
    if ((target as Element).isConnected) last = null;
  };
  const settle = () => {
    const isNowhere = !document.activeElement || document.activeElement === document.body;
    if (!isNowhere || !last || last.isConnected || document.querySelector('[role$=dialog]')) return;
    last = null;
    focusTitle(root);
  };
  // A sheet that closes gives the focus back a moment later, by itself.
  const watch = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(settle, 150);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', came);
  document.addEventListener('focusout', left);
  return () => {
    watch.disconnect();
    clearTimeout(timer);
    document.removeEventListener('focusin', came);
    document.removeEventListener('focusout', left);
  };
}

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

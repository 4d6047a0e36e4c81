/** What was pressed, and where. */
export interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/**
 * The page a key turns to, from nought; null where it turns none. Page Up and Page Down turn beside the pages, and with Alt from
 * anywhere; Home and End go to the first and the last one.
 */
export function turnedTo({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed, isBeside: boolean, at: number, pages: number): number | null {
  if (ctrlKey || metaKey || shiftKey || !(altKey || isBeside)) return null;
  const near: Record<string, number> = { PageUp: at - 1, PageDown: at + 1 };
  const ends: Record<string, number> = altKey ? {} : { Home: 0, End: pages - 1 };
  const to = near[key] ?? ends[key] ?? at;
  return to === at || to < 0 || to >= pages ? null : to;
}

/** Whether what shows the page still has something of it below, or above, for this key. */
export function canScroll({ scrollTop, scrollHeight, clientHeight }: Pick<Element, 'scrollTop' | 'scrollHeight' | 'clientHeight'>, key: string): boolean {
  const isBack = key === 'PageUp' || key === 'Home';
  return isBack ? scrollTop > 1 : scrollTop + clientHeight < scrollHeight - 1;
}

/** What stands behind the door and over it: read when it is first needed, so that the door itself is soon there. */
export const later = {
  help: () => import('../screens/Help.svelte'),
  nextHour: () => import('../screens/NextHour.svelte'),
  inside: () => import('../screens/Inside.svelte'),
  welcome: () => import('../screens/Welcome.svelte'),
  lost: () => import('../screens/Lost.svelte'),
  repair: () => import('../parts/bundles/Repair.svelte'),
  otherFamilies: () => import('../parts/door/OtherFamilies.svelte'),
};

const touches = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/**
 * Reads it all at the first touch of the window, one after the other, Help now first: by the time of a press it is there.
 * A door that nobody touches holds none of it.
 */
export function readAtATouch(): void {
  const begin = () => {
    for (const touch of touches) window.removeEventListener(touch, begin, true);
    setTimeout(() => void readAll());
  };
  for (const touch of touches) window.addEventListener(touch, begin, true);
}

async function readAll(): Promise<void> {
  for (const read of Object.values(later)) await read();
}

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

/** Reads all of it once the first picture is on the screen, Help now before the rest: by the time of a press it is there. */
export function readAhead(): void {
  requestAnimationFrame(() => setTimeout(() => void Promise.all(Object.values(later).map((read) => read()))));
}

/** How far the plant has grown, from 0 to 1, with so many keepsakes: quickly at first, and never full. */
export function growthOf(keepsakes: number): number {
  return 1 - 0.82 * 0.86 ** keepsakes;
}

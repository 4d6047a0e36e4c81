/** Whether two typings are the same words: white space around and doubled inside does not count, as at the door. */
export function sameWords(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

const plain = (text: string) => text.trim().split(/\s+/u).join(' ');

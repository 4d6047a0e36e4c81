/**
 * Puts a text onto the clipboard once it is there; answers whether it could be put there. Browsers allow it only in answer to a
 * press, so that the place is asked for at once and the words may come later.
 */
export async function copyText(text: Promise<string>): Promise<boolean> {
  try {
    const words = text.then((copied) => new Blob([copied], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': words })]);
    return true;
  } catch {
    // What was refused is told by whoever asked for the words.
    await text;
    return navigator.clipboard?.writeText(await text).then(() => true, () => false) ?? false;
  }
}

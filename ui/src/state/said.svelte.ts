/** The one line at the foot of the screen: what was just done, and how to undo it. A newer one takes its place. */
export class Said {
  #text = $state<string | null>(null);
  #undo = $state.raw<(() => void) | undefined>(undefined);

  get text(): string | null {
    return this.#text;
  }

  get undo(): (() => void) | undefined {
    return this.#undo;
  }

  say(text: string, undo?: () => void): void {
    this.#text = text;
    this.#undo = undo;
  }

  clear(): void {
    this.#text = null;
    this.#undo = undefined;
  }
}

/** What came from another computer: what is on the screen is read again, and nothing that is being written is touched. */
export class News {
  #readers: (() => void)[] = [];
  readonly #first: () => Promise<void>;

  /** `first` is read before anything else. */
  constructor(first: () => Promise<void>) {
    this.#first = first;
  }

  /** Has this read again each time; answers with how to stop. */
  reads(read: () => void): () => void {
    this.#readers.push(read);
    return () => {
      this.#readers = this.#readers.filter((other) => other !== read);
    };
  }

  /** Something came. */
  async came(): Promise<void> {
    await this.#first();
    for (const read of this.#readers) read();
  }
}

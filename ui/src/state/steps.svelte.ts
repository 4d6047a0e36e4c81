/** Steps one after another, each of which may be passed over. */
export class Steps {
  #at = $state(0);
  readonly count: number;

  constructor(count: number) {
    this.count = count;
  }

  get at(): number {
    return this.#at;
  }

  readonly isFirst: boolean = $derived.by(() => this.#at === 0);
  readonly isLast: boolean = $derived.by(() => this.#at === this.count - 1);

  go(at: number): void {
    this.#at = Math.min(this.count - 1, Math.max(0, at));
  }

  next(): void {
    this.go(this.#at + 1);
  }

  back(): void {
    this.go(this.#at - 1);
  }
}

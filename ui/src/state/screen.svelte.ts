/** Where she can be once she is in, in the order of the navigation. */
export const places = ['today', 'milestones', 'rituals', 'goals', 'letters', 'shelf', 'pages', 'shared', 'settings'] as const;
/** Knowing more is no name among the others: she comes to it from the next hour and from a letter. */
export type Place = (typeof places)[number] | 'knowing';

/** Which screen is shown. Kept in memory alone: no address, no history, nothing to go back to after locking. */
export class Screen {
  #place = $state<Place>('today');
  #about = $state<string | null>(null);
  #celebration = $state<string | null>(null);

  get place(): Place {
    return this.#place;
  }

  /** The one thing a screen was opened about, such as a milestone's id. */
  get about(): string | null {
    return this.#about;
  }

  go(place: Place, about: string | null = null): void {
    this.#place = place;
    this.#about = about;
  }

  /** The celebration that fills the window; null by day. */
  get celebration(): string | null {
    return this.#celebration;
  }

  /** Lets a celebration fill the window. */
  celebrate(id: string): void {
    this.#celebration = id;
  }

  /** From a celebration back to today. */
  backToToday(): void {
    this.#celebration = null;
    this.go('today');
  }
}

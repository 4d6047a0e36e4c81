/** Somebody she wrote down for hard moments. */
export interface OwnPerson {
  name: string;
  number: string;
  good_for?: string | null;
}

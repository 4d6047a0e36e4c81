/** Somebody she wrote down for hard moments. */
export interface OwnPerson {
  name: string;
  number: string;
  good_for?: string | null;
  /** Words she wrote for them while well, to be sent by hand. */
  to_send?: readonly string[];
}

import type { PersonColor, PersonPattern } from '../../components/person';

/** What the door card knows of a person before anything is opened. */
export interface DoorPerson {
  id: string;
  name: string;
  /** When her plate should show something else than the first letter of her name. */
  initial?: string | undefined;
  color: PersonColor;
  pattern?: PersonPattern | undefined;
  here: boolean;
}

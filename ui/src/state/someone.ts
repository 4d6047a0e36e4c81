import type { PersonColor } from '../components/person';
import type { HereView, PersonView } from '../ipc/client';

/** A person as the parts draw her. */
export interface Someone {
  id: string;
  name: string;
  color: PersonColor;
  here: boolean;
}

/** A person of a view, as the parts draw her. */
export function someone(person: PersonView, here = person.here): Someone {
  return { id: person.id, name: person.name, color: person.colour, here };
}

/** Nobody here, and nothing open. */
export const nobody: HereView = {
  here: [],
  mine_is_open: [],
  ours_is_open: false,
  together: false,
  newcomer: null,
  idle_minutes: null,
  can_undo: false, put_back: false,
};

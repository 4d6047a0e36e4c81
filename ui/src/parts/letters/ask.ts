import { words } from '../../words';

/** What is asked about before a letter, or a line about one, is deleted. */
export type Ask = 'draft' | 'forget' | 'opened' | 'waiting';

/** The question for it, in the catalog's words. */
export function question(ask: Ask): { title: string; text: string; yes: string } {
  const gone = words('letters-delete-opened-text');
  switch (ask) {
    case 'draft':
      return { title: words('letters-delete-draft-title'), text: words('letters-delete-draft-text'), yes: words('letters-delete') };
    case 'forget':
      return { title: words('letters-forget-title'), text: words('letters-forget-text'), yes: words('letters-forget') };
    case 'opened':
      return { title: words('letters-delete-opened-title'), text: gone, yes: words('letters-delete') };
    case 'waiting':
      return { title: words('letters-delete-waiting-title'), text: gone, yes: words('letters-delete') };
  }
}

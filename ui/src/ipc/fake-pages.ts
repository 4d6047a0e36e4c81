// The pages' calls as the core answers them, over a few made-up pieces; for tests and for building the screen without the core.
import type { Calls, Choice, LaidOutView, PieceId, PieceRow, PiecesView, Signer } from './client';
import { refusal } from './fake';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const [ana, mira] = [{ one: 'a' }, { one: 'm' }];
const row = (id: PieceId, owner: PieceRow['owner'], on: string | null, preview: string): PieceRow => ({ id, owner, on, preview });

export const pieceRows: PieceRow[] = [
  row({ kind: 'ritual', ritual: 'r' }, 'both', null, 'Tea on the back step'),
  row({ kind: 'ritual_line', ritual: 'r', day: '2026-11-15', who: 'a' }, ana, '2026-11-15', 'We talked about the summer, and nobody left the table.'),
  row({ kind: 'milestone', milestone: 'm1' }, ana, '2026-11-07', 'First night feed handed over'),
  row({ kind: 'milestone', milestone: 'm2' }, mira, '2026-11-22', 'I asked for help first'),
  row({ kind: 'milestone', milestone: 'm3' }, mira, '2026-11-11', 'A whole afternoon at the sea'),
  row({ kind: 'goal', goal: 'g1' }, 'both', null, 'Evening walks'),
  row({ kind: 'goal', goal: 'g2' }, 'both', null, 'Family therapy'),
  row({ kind: 'seen', keepsake: 'k' }, 'both', '2026-11-19', 'You came to get me and didn’t ask why.'),
  row({ kind: 'signatures' }, 'both', null, ''),
];

/** A page in no more than its frame, for where no real one is laid out. */
const sheet = '<svg xmlns="http://www.w3.org/2000/svg" width="595pt" height="842pt" viewBox="0 0 595 842"><path fill="#fff" d="M0 0H595V842H0Z"/><path stroke="#23302b" stroke-width="14" d="M52 60H160"/><path stroke="#8a958f" stroke-width="4" d="M52 86H330M52 200H280M52 226H260M308 200H540M308 226H500M52 330H450M52 400H280M308 400H520"/><path stroke="#2f6b57" stroke-width="16" d="M60 150H76M130 150H146M200 150H216M350 150H366M480 150H496"/><path stroke="#23302b" d="M52 754H283M313 754H544"/></svg>';

/** Answers for two people who are both here, or for one of them alone; `laid` goes into every layout. */
export function fakePages(passphrases: Record<string, string>, laid: Partial<LaidOutView> = {}) {
  const asked: { name: string; with: unknown }[] = [];
  const signed = new Map<string, string>();
  const isOn = ({ whole, pieces, without }: Choice) => ({ id }: PieceRow) => {
    const isIn = (ids: readonly PieceId[]) => ids.some((one) => JSON.stringify(one) === JSON.stringify(id));
    return whole.includes(id.kind) ? !isIn(without) : isIn(pieces);
  };
  const part = (choice: Choice, person: string) =>
    pieceRows.filter(isOn(choice)).filter(({ owner }) => owner === 'both' || owner.one === person);
  const signers = (choice: Choice): Signer[] =>
    Object.keys(passphrases).flatMap((person) => {
      const own = part(choice, person);
      if (signed.get(person) !== JSON.stringify(own)) signed.delete(person);
      return own.length === 0 ? [] : [{ person, pieces: own.length, has_signed: Object.keys(passphrases).length === 1 || signed.has(person) }];
    });
  const calls: Partial<Calls> = {
    pageSize: () => ok('a4' as const),
    pieces: (_, { find, only }): ReturnType<Calls['pieces']> => {
      const rows = pieceRows.filter((one) => one.preview.toLowerCase().includes(find.toLowerCase()) && (!only || one.id.kind === only));
      const kinds = [...new Set(rows.map((one) => one.id.kind))];
      const view: PiecesView = { groups: kinds.map((kind) => ({ kind, count: rows.filter((one) => one.id.kind === kind).length, rows: rows.filter((one) => one.id.kind === kind), more: false })), more_together: false };
      return ok(view);
    },
    layOutPage: (choice) => {
      asked.push({ name: 'layOutPage', with: choice });
      return ok({ pages: 2, missing: [], more_missing: 0, is_empty: false, signers: signers(choice), ...laid });
    },
    pagePicture: () => ok(sheet),
    pageText: () => ok('Our month'),
    stopPage: async () => void asked.push({ name: 'stopPage', with: null }),
    signPage: (choice, person, passphrase) => {
      if (passphrase === null) return refusal('needs-her-passphrase');
      if (passphrase !== passphrases[person]) return refusal('wrong-words');
      asked.push({ name: 'signPage', with: choice });
      signed.set(person, JSON.stringify(part(choice, person)));
      return ok(signers(choice));
    },
    savePage: (choice, _size, _language, place) => (asked.push({ name: 'savePage', with: choice }), ok(`${place}/Twinflower page 2026-11-22.pdf`)),
    printPage: (choice) => (asked.push({ name: 'printPage', with: choice }), ok(null)),
    copyPage: () => ok('Our month'),
  };
  return { calls, asked };
}

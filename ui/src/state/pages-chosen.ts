import type { Choice, Paper, PieceId, PieceKind, PieceRow } from '../ipc/client';

/** Names a piece within its paper. */
export const keyOf = (id: PieceId) => JSON.stringify(id);

/** What is ticked: all of a kind but some, and single pieces. Never edited in place. */
export class Chosen {
  constructor(
    private readonly whole: ReadonlySet<PieceKind> = new Set(),
    private readonly pieces: ReadonlyMap<string, PieceId> = new Map(),
    private readonly without: ReadonlyMap<string, PieceId> = new Map(),
  ) {}

  get isEmpty(): boolean {
    return this.whole.size === 0 && this.pieces.size === 0;
  }

  has(id: PieceId): boolean {
    return this.whole.has(id.kind) ? !this.without.has(keyOf(id)) : this.pieces.has(keyOf(id));
  }

  /** Whether all of a kind is ticked, with none of it left out. */
  hasAll(kind: PieceKind, rows: readonly PieceRow[], more: boolean): boolean {
    const all = rows.every((row) => this.has(row.id));
    return all && (!more || (this.whole.has(kind) && this.leftOut(kind).length === 0));
  }

  /** Ticks one, or unticks it. */
  with(id: PieceId, ticked: boolean): Chosen {
    const isWhole = this.whole.has(id.kind);
    const some = new Map(isWhole ? this.without : this.pieces);
    if (ticked === isWhole) some.delete(keyOf(id));
    else some.set(keyOf(id), id);
    return isWhole ? new Chosen(this.whole, this.pieces, some) : new Chosen(this.whole, some, this.without);
  }

  /** Ticks all of a kind, or none of it. */
  withAll(kind: PieceKind, ticked: boolean): Chosen {
    const whole = new Set(this.whole);
    if (ticked) whole.add(kind);
    else whole.delete(kind);
    const others = (some: ReadonlyMap<string, PieceId>) => new Map([...some].filter(([, id]) => id.kind !== kind));
    return new Chosen(whole, others(this.pieces), others(this.without));
  }

  /** What is asked of the core. */
  of(paper: Paper): Choice {
    return { paper, whole: [...this.whole], pieces: [...this.pieces.values()], without: [...this.without.values()] };
  }

  private leftOut(kind: PieceKind): PieceId[] {
    return [...this.without.values()].filter((id) => id.kind === kind);
  }
}

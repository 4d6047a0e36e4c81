//! Choosing: pieces in groups of their kind, as many as one view holds, and what a choice keeps of them.

use super::papers::Piece;
use crate::views::{Choice, LookingForPieces, MOST_ROWS, PieceGroup, PieceId, PieceKind};
use std::collections::BTreeSet;

/// Groups what she looks for by its kind. All groups share the rows of one view, and each keeps some.
///
/// A row is one short line: the most rows of one view are far below its bytes.
pub(super) fn groups(pieces: Vec<Piece>, look: &LookingForPieces) -> Vec<PieceGroup> {
    let find = look.find.trim().to_lowercase();
    let holds = |piece: &Piece| piece.view.texts().iter().any(|text| text.to_lowercase().contains(&find));
    let mut groups: Vec<PieceGroup> = Vec::new();
    for piece in pieces.into_iter().filter(|piece| find.is_empty() || holds(piece)) {
        let kind = piece.row.id.kind();
        if look.only.is_some_and(|only| only != kind) {
            continue;
        }
        match groups.iter_mut().find(|group| group.kind == kind) {
            Some(group) => group.rows.push(piece.row),
            None => groups.push(PieceGroup { kind, count: 0, rows: vec![piece.row], more: false }),
        }
    }
    cut(&mut groups);
    groups
}

/// Keeps of what is offered what was chosen.
pub(super) fn keep(pieces: &mut Vec<Piece>, choice: &Choice) {
    let whole: BTreeSet<PieceKind> = choice.whole.iter().copied().collect();
    let [chosen, without] =
        [&choice.pieces, &choice.without].map(|ids| ids.iter().copied().collect::<BTreeSet<PieceId>>());
    pieces.retain(|Piece { row, .. }| {
        (whole.contains(&row.id.kind()) || chosen.contains(&row.id)) && !without.contains(&row.id)
    });
}

/// Cuts the longest groups first, so that short ones stay whole.
fn cut(groups: &mut [PieceGroup]) {
    let mut shortest_first: Vec<&mut PieceGroup> = groups.iter_mut().collect();
    shortest_first.sort_by_key(|group| group.rows.len());
    let (mut rows, mut left) = (MOST_ROWS, shortest_first.len());
    for group in shortest_first {
        group.count = group.rows.len() as u32;
        group.rows.truncate(rows / left);
        group.more = group.rows.len() < group.count as usize;
        (rows, left) = (rows - group.rows.len(), left - 1);
    }
}

//! What stands on a laid-out page, and whether all of it does: a reader of the PDF cannot tell, because it drops what is off
//! the page.

use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};

/// How far ink may be off before it counts, in points: less than can be seen or printed.
const TOLERANCE: f64 = 0.05;

/// Counts the texts and pictures of which a part is off the page.
pub(crate) fn off_page(page: &Frame) -> usize {
    count(page, page.size(), Transform::identity())
}

fn count(frame: &Frame, page: Size, to_page: Transform) -> usize {
    let off = |at: Point, corners: [Point; 2]| {
        let to_page = to_page.pre_concat(Transform::translate(at.x, at.y));
        usize::from(corners.into_iter().any(|corner| is_off(corner.transform(to_page), page)))
    };
    let of_one = |(at, one): &(Point, FrameItem)| match one {
        FrameItem::Group(group) => {
            let to_group = Transform::translate(at.x, at.y).pre_concat(group.transform);
            count(&group.frame, page, to_page.pre_concat(to_group))
        }
        FrameItem::Text(text) => {
            let ink = text.bbox();
            // What leaves no ink, as a space, is nowhere.
            if ink.min.x > ink.max.x { 0 } else { off(*at, [ink.min, ink.max]) }
        }
        FrameItem::Image(_, size, _) => off(*at, [Point::zero(), size.to_point()]),
        _ => 0,
    };
    frame.items().map(of_one).sum()
}

fn is_off(point: Point, page: Size) -> bool {
    let is_on = |place: Abs, most: Abs| (-TOLERANCE..=most.to_pt() + TOLERANCE).contains(&place.to_pt());
    !(is_on(point.x, page.x) && is_on(point.y, page.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts;
    use crate::world::{PageWorld, Templates};
    use typst::foundations::Bytes;
    use typst_layout::PagedDocument;

    fn off_page_of(page: &str) -> usize {
        let (templates, fonts) = (Templates::of(page), fonts::inside());
        let world = PageWorld { templates: &templates, fonts: &fonts, sheet: Bytes::new(*b"{}"), photo: None };
        let document: PagedDocument = typst::compile(&world).output.unwrap();
        document.pages().iter().map(|page| off_page(&page.frame)).sum()
    }

    #[test]
    fn what_leaves_the_page_on_any_side_is_found_and_what_touches_its_edge_is_not() {
        let page = "#set page(width: 200pt, height: 200pt, margin: 0pt)\n#set text(font: \"Fraunces\")\n";
        assert_eq!(off_page_of(&format!("{page}#v(20pt) within   it")), 0);
        for off in ["dx: 300pt", "dx: 190pt", "dx: -9pt", "dy: -30pt", "dy: 195pt", "dy: 900pt"] {
            assert_eq!(off_page_of(&format!("{page}#place({off})[word]")), 1, "{off}");
        }
        assert_eq!(off_page_of(&format!("{page}#rotate(-90deg, origin: top + left)[word]")), 1, "turned");
        assert_eq!(off_page_of(&format!("{page}#box(width: 40pt)[{}]", "m".repeat(60))), 1, "too long for its line");
        assert_eq!(off_page_of(&format!("{page}#image(\"flower.svg\", width: 50pt)")), 0);
        assert_eq!(off_page_of(&format!("{page}#image(\"flower.svg\", width: 300pt)")), 1, "a picture");
    }
}

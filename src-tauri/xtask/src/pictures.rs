//! The pictures of the screens that a person can leaf through.

use std::fs;

use crate::place;
use crate::trouble::Trouble;

/// Takes the old pictures away, so that none stays of a screen that is no more.
pub fn clear() -> Result<(), Trouble> {
    let folder = place::pictures();
    fs::create_dir_all(&folder)
        .map_err(|error| Trouble::new(format!("{} could not be made: {error}.", folder.display())))?;
    for name in names() {
        let picture = folder.join(name);
        fs::remove_file(&picture)
            .map_err(|error| Trouble::new(format!("{} could not be taken away: {error}.", picture.display())))?;
    }
    Ok(())
}

/// Writes the page that shows them all.
pub fn list() -> Result<(), Trouble> {
    let page = place::pictures().join("README.md");
    fs::write(&page, page_of(&names()))
        .map_err(|error| Trouble::new(format!("{} could not be written: {error}.", page.display())))
}

fn names() -> Vec<String> {
    let Ok(entries) = fs::read_dir(place::pictures()) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".png"))
        .collect();
    names.sort();
    names
}

fn page_of(names: &[String]) -> String {
    let mut page = String::from(
        "# The screens\n\nTaken in the real window, of made-up people, by `cargo xtask test --pictures`, which also writes this page.\n",
    );
    for name in names {
        let title = name.trim_end_matches(".png").replace('-', " ");
        page.push_str(&format!("\n## {title}\n\n![{title}]({name})\n"));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::page_of;

    #[test]
    fn the_page_shows_every_picture_under_its_name() {
        let page = page_of(&["the-door.png".to_owned()]);
        assert!(page.ends_with("## the door\n\n![the door](the-door.png)\n"));
    }
}

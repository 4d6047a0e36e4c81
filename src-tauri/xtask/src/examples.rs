//! Examples in the documentation: whether there are any, which cargo finds out only by building everything once more.

use std::fs;
use std::io;
use std::path::Path;

/// Tells whether any Rust file below these folders holds an example. One too many is told rather than one too few.
pub fn are_in(folders: &[&Path]) -> io::Result<bool> {
    for folder in folders {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let found = if path.is_dir() {
                are_in(&[&path])?
            } else {
                path.extension().is_some_and(|name| name == "rs") && holds_one(&fs::read_to_string(&path)?)
            };
            if found {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// An example stands between fences that do not say `text`, or is indented by four spaces.
fn holds_one(source: &str) -> bool {
    let mut is_in_a_fence = false;
    for line in source.lines().map(str::trim_start) {
        let Some(said) = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")) else { continue };
        match said.trim().strip_prefix("```") {
            Some(kind) if !is_in_a_fence && kind != "text" => return true,
            Some(_) => is_in_a_fence = !is_in_a_fence,
            None if !is_in_a_fence && said.starts_with("     ") => return true,
            None => (),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::holds_one;

    #[test]
    fn a_fence_without_a_word_and_an_indented_line_are_examples() {
        assert!(holds_one("/// Adds.\n///\n/// ```\n/// assert!(true);\n/// ```\nfn add() {}\n"));
        assert!(holds_one("//! ```should_panic\n//! ```\n"));
        assert!(holds_one("    ///     assert!(true);\n"));
    }

    #[test]
    fn a_drawing_and_code_that_is_no_documentation_are_not() {
        assert!(!holds_one("//! ```text\n//!     a → b\n//! ```\n//! Words.\nlet fence = \"```\";\n// ```\n"));
    }
}

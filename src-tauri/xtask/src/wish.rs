//! What `test` was asked to try.

use crate::trouble::Trouble;

/// A part that can be tried alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Rust,
    Ui,
    Window,
}

/// The words after `test`.
pub struct Wish {
    only: Option<Part>,
    pictures: bool,
    filters: Vec<String>,
}

impl Wish {
    pub fn from_words(words: &[String]) -> Result<Self, Trouble> {
        let mut wish = Self { only: None, pictures: false, filters: Vec::new() };
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            match word.as_str() {
                "--only" => wish.only = Some(part(rest.next())?),
                "--pictures" => wish.pictures = true,
                _ if word.starts_with('-') => {
                    return Err(Trouble::new(format!("`test` does not know {word}.")));
                }
                _ => wish.filters.push(word.clone()),
            }
        }
        if wish.pictures && !wish.includes(Part::Window) {
            return Err(Trouble::new("--pictures renews what the stories of the window come to, so it needs these."));
        }
        Ok(wish)
    }

    /// A name picks Rust tests, unless `--only ui` says otherwise.
    pub fn includes(&self, part: Part) -> bool {
        match self.only {
            Some(only) => only == part,
            None => part != Part::Ui || self.is_unfiltered(),
        }
    }

    pub fn is_unfiltered(&self) -> bool {
        self.filters.is_empty()
    }

    pub fn filters(&self) -> &[String] {
        &self.filters
    }

    pub fn renews_pictures(&self) -> bool {
        self.pictures
    }

    /// What this wish leaves untried.
    pub fn left_out(&self) -> Vec<&'static str> {
        let mut left_out = Vec::new();
        if !self.includes(Part::Rust) {
            left_out.push("the Rust tests outside the window, and Rust's format and lints");
        } else if !self.is_unfiltered() {
            left_out.push("Rust's format and lints, and every test without the name that was given");
        }
        if !self.includes(Part::Ui) {
            left_out.push("the user interface by itself");
        }
        if !self.includes(Part::Window) {
            left_out.push("the stories in the real window");
        } else if !cfg!(target_os = "linux") {
            left_out.push("the stories in the real window, which can be driven on Linux only");
        }
        left_out
    }
}

fn part(word: Option<&String>) -> Result<Part, Trouble> {
    match word.map(String::as_str) {
        Some("rust") => Ok(Part::Rust),
        Some("ui") => Ok(Part::Ui),
        Some("window") => Ok(Part::Window),
        _ => Err(Trouble::new("--only wants one of: rust, ui, window.")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Wish};

    fn wish(line: &str) -> Wish {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Wish::from_words(&words).expect("all of these are known")
    }

    #[test]
    fn without_a_word_everything_is_tried() {
        let wish = wish("");
        assert!(wish.includes(Part::Rust) && wish.includes(Part::Ui) && wish.includes(Part::Window));
    }

    #[test]
    fn a_name_leaves_the_user_interface_out_and_says_so() {
        let wish = wish("letters");
        assert!(!wish.includes(Part::Ui));
        assert!(wish.left_out().contains(&"the user interface by itself"));
    }

    #[test]
    fn a_part_alone_is_tried_alone() {
        let wish = wish("--only window");
        assert!(wish.includes(Part::Window) && !wish.includes(Part::Rust) && !wish.includes(Part::Ui));
    }
}

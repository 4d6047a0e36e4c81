//! A page as plain text, made of the same worded sheet that the templates read: it says what the page says.

use crate::text::BREAK;
use serde_json::Value;

/// Writes a worded sheet as headings and lists.
pub(crate) fn text(sheet: &Value) -> String {
    let mut page = Plain(String::new());
    match sheet["layout"].as_str() {
        Some("keepsake") => page.keepsake(sheet),
        Some("ritual_card") => page.card(sheet),
        Some("spare_words") => page.spare_words(sheet),
        _ => page.days(sheet),
    }
    if sheet["layout"] != "spare_words" {
        page.heading(string(&sheet["foot"]));
    }
    page.0.replace(BREAK, "")
}

struct Plain(String);

impl Plain {
    fn days(&mut self, sheet: &Value) {
        self.line(string(&sheet["title"]));
        let about = ["people", "span", "aside"].map(|part| string(&sheet[part]));
        self.line(&about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
        for section in list(&sheet["sections"]) {
            self.heading(string(&section["heading"]));
            for strip in list(&section["strips"]) {
                self.entry(&[paragraphs(&strip["title"]), string(&strip["alt"]).to_owned()].join(". "));
            }
            for part in list(&section["parts"]) {
                self.heading(string(&part["heading"]));
                list(&part["rows"]).iter().for_each(|row| self.row(row, sheet));
            }
            list(&section["rows"]).iter().for_each(|row| self.row(row, sheet));
            self.line(string(&section["after"]));
        }
        self.signatures(sheet);
    }

    fn keepsake(&mut self, sheet: &Value) {
        let of = &sheet["keepsake"];
        self.title(&of["title"], sheet);
        self.line(string(&of["day"]));
        if of["photo"] == true {
            self.line(string(&of["photo_alt"]));
        }
        self.line(&paragraphs(&of["why"]));
        for (heading, quotes) in [("said_heading", "said"), ("letter_heading", "letter")] {
            if !list(&of[quotes]).is_empty() {
                self.heading(string(&of[heading]));
            }
            for one in list(&of[quotes]) {
                self.entry(&quoted(&paragraphs(&one["words"]), sheet));
                self.under(string(&one["by"]));
            }
        }
        if !list(&of["rite"]).is_empty() {
            self.heading(string(&of["rite_heading"]));
            self.line(&paragraphs(&of["rite"]));
        }
        self.signatures(sheet);
    }

    fn card(&mut self, sheet: &Value) {
        let of = &sheet["card"];
        self.title(&of["title"], sheet);
        self.line(&paragraphs(&of["when"]));
        self.line(&paragraphs(&of["why"]));
        if !list(&of["steps"]).is_empty() {
            self.heading(string(&of["heading"]));
        }
        for step in list(&of["steps"]) {
            self.row(step, sheet);
        }
    }

    fn spare_words(&mut self, sheet: &Value) {
        let of = &sheet["spare"];
        self.line(string(&sheet["title"]));
        self.line(string(&of["lead"]));
        self.line("");
        for (at, word) in (1..).zip(list(&of["words"])) {
            self.line(&format!("{at}. {}", string(word)));
        }
        self.heading("");
        for told in list(&of["told"]) {
            self.line(string(told));
        }
    }

    fn signatures(&mut self, sheet: &Value) {
        for name in list(&sheet["signatures"]) {
            self.line(string(name));
        }
    }

    /// A row of two: what it is about, and the words.
    fn row(&mut self, row: &Value, sheet: &Value) {
        let words = paragraphs(&row["words"]);
        let words = if row["quoted"] == true { quoted(&words, sheet) } else { words };
        let parts = [paragraphs(&row["first"]), words];
        self.entry(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": "));
        self.under(&paragraphs(&row["under"]));
    }

    fn title(&mut self, hers: &Value, sheet: &Value) {
        let title = if list(hers).is_empty() { string(&sheet["title"]).to_owned() } else { paragraphs(hers) };
        self.line(&title);
    }

    fn heading(&mut self, text: &str) {
        if !text.is_empty() {
            self.0.push('\n');
        }
        self.line(text);
    }

    fn entry(&mut self, text: &str) {
        self.line(&format!("- {}", text.replace('\n', "\n  ")));
    }

    fn under(&mut self, text: &str) {
        if !text.is_empty() {
            self.line(&format!("  {}", text.replace('\n', "\n  ")));
        }
    }

    fn line(&mut self, text: &str) {
        if !text.is_empty() {
            self.0.push_str(text);
            self.0.push('\n');
        }
    }
}

fn quoted(words: &str, sheet: &Value) -> String {
    format!("{}{words}{}", string(&sheet["quote"][0]), string(&sheet["quote"][1]))
}

fn paragraphs(of: &Value) -> String {
    list(of).iter().map(|paragraph| string(&paragraph["text"])).collect::<Vec<_>>().join("\n")
}

fn list(of: &Value) -> &[Value] {
    of.as_array().map_or(&[], Vec::as_slice)
}

fn string(of: &Value) -> &str {
    of.as_str().unwrap_or_default()
}

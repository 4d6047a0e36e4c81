//! Taking it along: a locked copy, and two files to read, with her own and what is shared and nothing else.

use std::collections::BTreeMap;
use std::path::Path;
use twinflower_core::Error;
use twinflower_core::domain::letter::Until;
use twinflower_core::use_cases::{LetterWords, MilestoneWords};
use twinflower_core::vault::Passphrase;
use twinflower_tests::home::{ANAS_PASSPHRASE, Home};

fn milestone(title: &str, why: &str) -> MilestoneWords {
    MilestoneWords { title: title.to_owned(), why: why.to_owned(), reached_on: None, counted: None }
}

fn anas() -> Passphrase {
    Passphrase::typed(ANAS_PASSPHRASE)
}

fn read(stick: &Path, ending: &str) -> String {
    std::fs::read_to_string(stick.join(format!("twinflower-2026-11-22.{ending}"))).unwrap()
}

#[test]
fn she_takes_her_own_and_what_is_shared_and_nothing_of_the_others() {
    let (mut home, ana, mira) = Home::with_both();
    home.alone(mira);
    home.family.add_milestone(&milestone("Mira's own", ""), home.now).unwrap();
    let letter = LetterWords { to: ana, title: String::new(), words: "not before spring".to_owned() };
    let id = home.family.keep_letter(None, &letter, home.now).unwrap().id;
    home.family.seal_letter(id, Until::Day(home.now.today + chrono::Days::new(100)), home.now).unwrap();
    home.together(ana, mira);
    home.family.add_milestone(&milestone("of both שלום", ""), home.now).unwrap();
    home.alone(ana);
    home.family.add_milestone(&milestone("Ana's own 🌷", "née"), home.now).unwrap();

    let stick = tempfile::tempdir().unwrap();
    let wrong = Passphrase::typed("not her words at all today");
    assert_eq!(home.family.leave(stick.path(), &wrong, &BTreeMap::new(), home.now), Err(Error::WrongWords));
    assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 0);
    let made = home.family.leave(stick.path(), &anas(), &BTreeMap::new(), home.now).unwrap();
    assert_eq!(made.files.len(), 3);
    for ending in ["json", "html"] {
        let text = read(stick.path(), ending).replace("&#39;", "'");
        for hers in ["Ana's own 🌷", "née", "of both שלום"] {
            assert!(text.contains(hers), "{hers} is in the {ending}");
        }
        assert!(!text.contains("Mira's own"), "what is the other's own is not in the {ending}");
        assert!(!text.contains("not before spring"), "nor a letter whose moment has not come");
    }
    let again = home.family.leave(stick.path(), &anas(), &BTreeMap::new(), home.now).unwrap();
    assert!(again.files.iter().all(|file| !made.files.contains(file)), "nothing is written over");
    assert!(made.files.iter().all(|file| ["recover", "sober"].iter().all(|word| !file.contains(word))));
}

#[test]
fn what_she_wrote_stays_words_on_the_page_and_never_becomes_a_part_of_it() {
    let (mut home, _) = Home::with_ana();
    let title = "<script>alert(1)</script>\"'&amp;";
    home.family.add_milestone(&milestone(title, "<img src=x onerror=y>"), home.now).unwrap();
    let stick = tempfile::tempdir().unwrap();
    let labels =
        BTreeMap::from([("milestones".to_owned(), "<b>".to_owned()), ("language".to_owned(), "\"><x".to_owned())]);
    home.family.leave(stick.path(), &anas(), &labels, home.now).unwrap();
    let page = read(stick.path(), "html");
    for part in ["<script", "<img", "<b>", "<x", "http://", "https://"] {
        assert!(!page.contains(part), "{part}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp;"));
    assert!(page.contains("default-src 'none'"));
    let json: serde_json::Value = serde_json::from_str(&read(stick.path(), "json")).unwrap();
    assert_eq!(json["sections"][0]["entries"][0]["title"], title);
}

//! Questions to the page, answered in it by `page.js`.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::session::Session;
use super::trouble::Trouble;

const ANSWERS: &str = include_str!("page.js");

/// Calls one of the functions in `page.js`.
pub(super) fn ask(session: &Session, question: &str, arguments: Value) -> Result<Value, Trouble> {
    let script = format!("{ANSWERS}\nreturn answers[arguments[0]](...arguments[1]);");
    session.script(&script, vec![json!(question), arguments])
}

/// The content of the window as a PNG.
pub(super) fn picture(session: &Session) -> Result<Vec<u8>, Trouble> {
    ask(session, "paintForAWhile", json!([]))?;
    session.picture()
}

/// Lets axe-core look at the page; one line for each kind of finding.
pub(super) fn axe(session: &Session) -> Result<Value, Trouble> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    if session.script("return typeof window.axe === 'object'", vec![])? != Value::Bool(true) {
        let axe = fs::read_to_string(&file).map_err(|error| {
            Trouble::new(format!("axe-core is not in {}: {error}. `npm ci` in ui/ brings it.", file.display()))
        })?;
        session.script(&axe, vec![])?;
    }
    let found = session.script_with_answer(
        r#"
        const done = arguments[arguments.length - 1];
        const line = (finding) => `${finding.id} (${finding.impact}): ${finding.help}\n`
            + finding.nodes.map((node) => `  ${node.target.join(' ')}  ${node.html.slice(0, 160)}`).join('\n');
        window.axe.run(document, { resultTypes: ['violations'] }).then(
            (result) => done(result.violations.map(line)),
            (error) => done(String(error)),
        );
        "#,
        vec![],
    )?;
    answered_with_a_list(found, "axe-core")
}

/// Everything the page keeps in the web view.
pub(super) fn storage(session: &Session) -> Result<Value, Trouble> {
    let script = format!(
        "{ANSWERS}\nconst done = arguments[arguments.length - 1]; storage().then(done, (error) => done(String(error)));"
    );
    answered_with_a_list(session.script_with_answer(&script, vec![])?, "the storage")
}

fn answered_with_a_list(found: Value, who: &str) -> Result<Value, Trouble> {
    if found.is_array() { Ok(found) } else { Err(Trouble::new(format!("No answer about {who}: {found}."))) }
}

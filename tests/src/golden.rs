//! What earlier versions wrote and is kept in `fixtures/golden`: how it is looked at, and how it is compared.

use serde_json::{Map, Value, json};
use twinflower_core::{Error, Result};

use crate::home::Home;

/// Everything that those who are here can see.
pub fn seen(home: &Home) -> Result<Value> {
    let (family, now) = (&home.family, home.now);
    let mut seen = json!({
        "milestones": family.milestones("", now)?,
        "rituals": family.rituals(now)?,
        "goals": family.goals("")?,
        "shared": family.shared()?,
        "shelf": family.shelf()?,
    });
    let rituals = family.rituals(now)?.rows;
    if let Some(ritual) = rituals.first() {
        seen["memory_lane"] = json!(family.memory_lane(ritual.id, None)?);
    }
    let lanes = rituals.iter().map(|ritual| Ok(json!(family.memory_lane(ritual.id, None)?)));
    seen["memory_lanes"] = Value::Array(lanes.collect::<Result<_>>()?);
    let said = family.goals("")?.rows.into_iter().map(|row| Ok(json!(family.goal_check_ins(row.id, now.today)?)));
    seen["check_ins"] = Value::Array(said.collect::<Result<_>>()?);
    // A celebration waits, or is opened by whoever may.
    let waiting = family.celebrations(now)?.rows;
    let waiting = waiting.into_iter().map(|row| Ok(json!(family.waiting_celebration(row.id, now)?)));
    seen["celebrations"] = Value::Array(waiting.collect::<Result<_>>()?);
    seen["photos"] = Value::Object(photos(home)?);
    match family.me() {
        Ok(me) => {
            seen["me"] = json!(me);
            seen["letters"] = json!(family.letters(now)?);
            let opened = family.letters(now)?.opened.into_iter().map(|row| Ok(json!(family.read_letter(row.id)?)));
            seen["opened"] = Value::Array(opened.collect::<Result<_>>()?);
            seen["contacts"] = json!(family.contacts()?);
            seen["next_hour"] = json!(family.next_hour()?);
            seen["drafts"] = json!(family.drafts()?);
        }
        Err(Error::Closed | Error::NeedsHerPassphrase) => (),
        Err(other) => return Err(other),
    }
    Ok(seen)
}

/// The hash of every photo: the photo itself would make a long file.
fn photos(home: &Home) -> Result<Map<String, Value>> {
    let family = &home.family;
    let hash = |photo: String| json!(blake3::hash(photo.as_bytes()).to_hex().as_str());
    let mut photos = Map::new();
    for ritual in family.rituals(home.now)?.rows {
        for day in family.memory_lane(ritual.id, None)?.rows {
            for whose in &day.photos {
                let name = format!("{} {} {}", ritual.id, day.day, json!(whose));
                photos.insert(name, hash(family.occurrence_photo(ritual.id, day.day, *whose)?));
            }
        }
    }
    for row in family.shelf()?.rows.into_iter().filter(|row| row.has_photo) {
        photos.insert(row.id.to_string(), hash(family.keepsake_photo(row.id)?));
    }
    if family.me().is_ok() {
        for row in family.next_hour()?.reasons.into_iter().filter(|row| row.has_photo) {
            photos.insert(row.id.to_string(), hash(family.reason_photo(row.id)?));
        }
    }
    Ok(photos)
}

/// Tells where something is missing or another: what a later version adds beside it is welcome.
pub fn differs(expected: &Value, actual: &Value, at: &str) -> Option<String> {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => expected.iter().find_map(|(name, value)| {
            let at = format!("{at}.{name}");
            actual.get(name).map_or(Some(format!("{at} is missing")), |actual| differs(value, actual, &at))
        }),
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            let mut pairs = expected.iter().zip(actual).enumerate();
            pairs.find_map(|(index, (expected, actual))| differs(expected, actual, &format!("{at}[{index}]")))
        }
        _ => (expected != actual).then(|| format!("{at}: {actual} in place of {expected}")),
    }
}

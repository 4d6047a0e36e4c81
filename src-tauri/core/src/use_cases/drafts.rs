//! Words that were not finished when the window closed: kept sealed in their own space, on this computer only.

use super::family::{Family, In};
use crate::domain::words::Words;
use crate::views::DraftRow;
use crate::{Error, Result};
use std::collections::BTreeMap;

/// The most unfinished texts that are kept at once.
const MOST_DRAFTS: usize = 40;

const DRAFTS: &str = "drafts";

impl Family {
    /// Lists the unfinished words of the space that is in front: her own, or the shared one while both are here.
    pub fn drafts(&self) -> Result<Vec<DraftRow>> {
        let (which, _) = self.where_new_things_go()?;
        Ok(self.read_drafts(which)?.into_iter().map(|(field, text)| DraftRow { field, text }).collect())
    }

    /// Keeps the unfinished words of one field; empty words let go of what was kept.
    pub fn keep_draft(&mut self, field: &str, text: &str) -> Result<()> {
        let (which, _) = self.where_new_things_go()?;
        let mut drafts = self.read_drafts(which)?;
        match Words::optional(text)? {
            Some(words) => drafts.insert(field.chars().take(100).collect(), words.as_str().to_owned()),
            None => drafts.remove(field),
        };
        while drafts.len() > MOST_DRAFTS {
            drafts.pop_first();
        }
        let plain = serde_json::to_vec(&drafts).expect("texts under texts are JSON");
        let ((), ink) = self.compose(which, |pen| Ok(pen.local(DRAFTS, &plain)))?;
        self.commit_for_good(vec![(which, ink)]).map(|_| ())
    }

    fn read_drafts(&self, which: In) -> Result<BTreeMap<String, String>> {
        let Some(plain) = self.space(which)?.local(self.store()?, DRAFTS)? else { return Ok(BTreeMap::new()) };
        serde_json::from_slice(&plain).map_err(|_| Error::DamagedStore("the drafts"))
    }
}

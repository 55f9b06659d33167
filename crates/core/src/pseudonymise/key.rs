//! The key: who is who.

use std::collections::{BTreeMap, BTreeSet};

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uurwerk_model::{Diagnostic, Diagnostics};

/// Which name stands for which; kept apart from the documents, it is what makes them names again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Ids of staff.
    pub(super) ids: BTreeMap<String, String>,
    /// Names of staff.
    pub(super) names: BTreeMap<String, String>,
    /// Other texts that are replaced whole: the school's name, reasons.
    pub(super) texts: BTreeMap<String, String>,
    /// Hashes of schools.
    schools: BTreeMap<String, String>,
}

impl Key {
    /// Reads a key.
    ///
    /// # Errors
    /// UW0531 when it is none.
    pub fn parse(json: &str) -> Result<Self, Diagnostics> {
        serde_json::from_str(json).map_err(|fault| {
            let fault = Diagnostic::error("UW0531", "").with("detail", fault.to_string());
            Diagnostics(vec![fault])
        })
    }

    /// The key as it is kept in a file.
    pub fn to_json(&self) -> String {
        // Maps from texts to texts cannot fail to serialise.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// How many people it knows.
    pub fn people(&self) -> usize {
        self.ids.len()
    }

    /// Gives everything in a school that has no other name yet one.
    pub(super) fn learn(&mut self, school: &Value, dice: u64) {
        let whole = school.to_string();
        let mut people: Vec<(&str, &str)> = school["staff"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|person| Some((person["id"].as_str()?, person["name"].as_str()?)))
            .collect();
        people.shuffle(&mut Xoshiro256PlusPlus::seed_from_u64(dice));
        let mut ids = Fresh::new("P", &self.ids, &whole);
        for (id, _) in &people {
            ids.name(&mut self.ids, id);
        }
        let mut names = Fresh::new("Persoon ", &self.names, &whole);
        for (_, name) in &people {
            names.name(&mut self.names, name);
        }
        let mut schools = Fresh::new("School ", &self.texts, &whole);
        for text in [&school["name"], &school["origin"]] {
            if let Some(text) = text.as_str() {
                schools.name(&mut self.texts, text);
            }
        }
        let mut reasons = Fresh::new("Reden ", &self.texts, &whole);
        for person in school["staff"].as_array().into_iter().flatten() {
            for wish in person["wishes"].as_array().into_iter().flatten() {
                if let Some(reason) = wish["reason"].as_str() {
                    reasons.name(&mut self.texts, reason);
                }
            }
        }
    }

    pub(super) fn pair(&mut self, hash: &str, hidden: &str) {
        self.schools.insert(hash.to_owned(), hidden.to_owned());
    }

    pub(super) fn hidden(&self, hash: &str) -> Option<&str> {
        self.schools.get(hash).map(String::as_str)
    }

    pub(super) fn original(&self, hidden: &str) -> Option<&str> {
        let mut pairs = self.schools.iter();
        pairs.find_map(|(hash, other)| (other == hidden).then_some(hash.as_str()))
    }
}

/// Names that are not taken: neither given before nor written anywhere in the document.
struct Fresh<'d> {
    stem: &'static str,
    taken: BTreeSet<String>,
    document: &'d str,
    next: u32,
}

impl<'d> Fresh<'d> {
    fn new(stem: &'static str, given: &BTreeMap<String, String>, document: &'d str) -> Self {
        Self {
            stem,
            taken: given.values().cloned().collect(),
            document,
            next: 0,
        }
    }

    fn name(&mut self, given: &mut BTreeMap<String, String>, text: &str) {
        if text.is_empty() || given.contains_key(text) {
            return;
        }
        loop {
            self.next += 1;
            let other = format!("{}{:04}", self.stem, self.next);
            if !self.taken.contains(&other) && !self.document.contains(&other) {
                given.insert(text.to_owned(), other);
                return;
            }
        }
    }
}

//! Qualifications: those of GPU008, and what people teach today without one.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{Graad, Qualification, QualificationLevel, SubjectId};

use super::lessons::Source;
use super::loads::Taught;
use crate::notes::Notes;

/// The graden of a person's qualifications by subject and level.
pub(super) type Cells = BTreeMap<(SubjectId, QualificationLevel), BTreeSet<Graad>>;

/// The qualifications of GPU008, by person.
pub(super) fn qualifications(source: &Source<'_>, notes: &mut Notes) -> BTreeMap<String, Cells> {
    let said = source.profile.qualification_level;
    let level = said.unwrap_or(QualificationLevel::Required);
    let mut all: BTreeMap<String, Cells> = BTreeMap::new();
    let mut unknown = BTreeSet::new();
    for (teacher, name) in &source.export.qualifications {
        let meant = source.subjects.qualified(name);
        if meant.is_empty() {
            unknown.insert(name.as_str());
        }
        for (subject, graden) in meant {
            let cells = all.entry(teacher.clone()).or_default();
            cells.entry((subject, level)).or_default().extend(graden);
        }
    }
    notes.all("UW3055", "/staff", unknown);
    if said.is_none() {
        notes.all("UW3054", "/staff", all.keys().cloned());
    }
    all
}

/// Adds what people teach today without a qualification, at the lowest level.
pub(super) fn add_taught(
    all: &mut BTreeMap<String, Cells>,
    taught: &BTreeMap<String, Vec<Taught>>,
    notes: &mut Notes,
) {
    for (name, lessons) in taught {
        let cells = all.entry(name.clone()).or_default();
        for one in lessons {
            let Some(graad) = one.graad else { continue };
            let of_subject = cells
                .iter()
                .filter(|((subject, _), _)| *subject == one.subject);
            if of_subject
                .map(|(_, graden)| graden)
                .any(|g| g.contains(&graad))
            {
                continue;
            }
            let what = format!("{name} {} {} ({})", one.subject, graad.0, one.lesson);
            notes.add("UW3056", "/staff", what);
            let other = (one.subject.clone(), QualificationLevel::Other);
            cells.entry(other).or_default().insert(graad);
        }
    }
}

/// As the school document lists them.
pub(super) fn listed(cells: Cells) -> Vec<Qualification> {
    let mut listed = Vec::new();
    for ((subject, level), graden) in cells {
        listed.push(Qualification {
            subject,
            graden: graden.into_iter().collect(),
            level,
        });
    }
    listed
}

//! Staff: the people of GPU004 and of the lessons, with what else the files say about them.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{Graad, Lesson, Task, Teacher, TeacherId, Wish, WishTarget};

use super::lessons::{Lessons, Source};
use super::loads::{Load, Taught, contract, tasks, taught};
use super::profile::TeacherProfile;
use super::qualified::{Cells, add_taught, listed, qualifications};
use super::records::{RequestKind, TeacherRow};
use crate::notes::Notes;

/// The members of staff; `graad` tells in which graad a lesson counts.
pub(super) fn staff(
    source: &Source<'_>,
    lessons: &Lessons,
    graad: impl Fn(&Lesson) -> Option<Graad>,
    notes: &mut Notes,
) -> Vec<Teacher> {
    let mut known = KnownAbout {
        taught: taught(source, lessons, graad),
        tasks: tasks(source, lessons, notes),
        qualifications: qualifications(source, notes),
        wishes: wishes(source, notes),
    };
    add_taught(&mut known.qualifications, &known.taught, notes);
    names(source, lessons, notes)
        .into_iter()
        .map(|(name, row)| known.person(name, row, source, notes))
        .collect()
}

/// The people of GPU004, then those whom only lessons name.
fn names<'a>(
    source: &Source<'a>,
    lessons: &Lessons,
    notes: &mut Notes,
) -> Vec<(String, Option<&'a TeacherRow>)> {
    let mut names: Vec<(String, Option<&TeacherRow>)> = Vec::new();
    let mut seen = BTreeSet::new();
    for row in &source.export.teachers {
        if row.name == "?" {
            notes.add("UW3066", "/staff", "?");
        } else if seen.insert(row.name.clone()) {
            names.push((row.name.clone(), Some(row)));
        }
    }
    for given in &lessons.allocation {
        let name = given.teacher.to_string();
        if seen.insert(name.clone()) {
            notes.add("UW3067", "/staff", name.clone());
            names.push((name, None));
        }
    }
    names
}

/// What the files say about people beside their row in GPU004, by name.
struct KnownAbout {
    taught: BTreeMap<String, Vec<Taught>>,
    tasks: BTreeMap<String, Vec<(Task, Load)>>,
    qualifications: BTreeMap<String, Cells>,
    wishes: BTreeMap<String, Vec<Wish>>,
}

impl KnownAbout {
    fn person(
        &mut self,
        name: String,
        row: Option<&TeacherRow>,
        source: &Source<'_>,
        notes: &mut Notes,
    ) -> Teacher {
        let unsaid = TeacherProfile::default();
        let defaults = &source.profile.staff;
        let said = source.profile.teacher.get(&name).unwrap_or(&unsaid);
        let is_starter = source.profile.starters.contains(&name);
        if said.experience.is_none() && said.starter.is_none() && !is_starter {
            notes.add("UW3039", "/staff", name.clone());
        }
        if said.statute.is_none() {
            notes.add("UW3078", "/staff", name.clone());
        }
        let tasks = self.tasks.remove(&name).unwrap_or_default();
        let taught = self.taught.get(&name).map_or(&[][..], Vec::as_slice);
        let contract = said.contract.unwrap_or_else(|| {
            notes.add("UW3077", "/staff", name.clone());
            let target = row.and_then(|r| r.target);
            let load = Load::sum(taught, &tasks);
            contract(&name, load, target, defaults.margin_hours, notes)
        });
        let experience = if is_starter { 1 } else { defaults.experience };
        let qualifications = self.qualifications.remove(&name).unwrap_or_default();
        Teacher {
            contract,
            statute: said.statute.unwrap_or(defaults.statute),
            experience: said.experience.unwrap_or(experience),
            starter: said.starter.or(is_starter.then_some(true)),
            qualifications: listed(qualifications),
            wishes: self.wishes.remove(&name).unwrap_or_default(),
            previous: Vec::new(),
            rights: Vec::new(),
            tasks: tasks.into_iter().map(|(task, _)| task).collect(),
            half_days_max: said.half_days_max,
            sites: Vec::new(),
            mentor: said.mentor.unwrap_or(false),
            evaluator: said.evaluator.as_deref().map(TeacherId::from),
            name: row.map_or_else(|| name.clone(), |r| full_name(r, &name)),
            id: TeacherId::from(name),
        }
    }
}

fn full_name(row: &TeacherRow, name: &str) -> String {
    let parts = [row.first_name.as_str(), row.surname.as_str()];
    let full = parts.join(" ").trim().to_owned();
    if full.is_empty() {
        name.to_owned()
    } else {
        full
    }
}

/// Wishes of teachers about places of the week; other time requests have no field.
fn wishes(source: &Source<'_>, notes: &mut Notes) -> BTreeMap<String, Vec<Wish>> {
    let mut wishes: BTreeMap<String, Vec<Wish>> = BTreeMap::new();
    for request in source.export.requests.iter().filter(|r| r.value != 0) {
        let Some(slot) = source.week.slot((request.day, request.period)) else {
            continue;
        };
        if request.kind != RequestKind::Teacher {
            let what = format!("{} {}.{}", request.name, slot.day, slot.period);
            notes.add("UW3059", "/lessons", what);
            continue;
        }
        wishes.entry(request.name.clone()).or_default().push(Wish {
            on: WishTarget::Slot(slot),
            value: request.value,
            reason: None,
        });
    }
    wishes
}

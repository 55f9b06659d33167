//! Subjects: `WISK1`, `WISK2` and `WISK3` of Untis are one subject, taught in three graden; the value
//! factor of a subject (4.545 of 100 a week) is its noemer (22).

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{Graad, Noemer, Subject, SubjectId};

use super::naming::{code, kind, matches, suffix};
use super::profile::Profile;
use super::records::Export;
use super::weights::{Raw, Weight, own_noemer, table, weight};
use crate::notes::Notes;

/// The subjects of the school and how to find them by their name in Untis.
pub(super) struct Subjects {
    pub list: Vec<Subject>,
    pub noemers: Vec<Noemer>,
    known: BTreeMap<String, Known>,
    stems: BTreeMap<String, SubjectId>,
    /// What the profile says about names that no lesson teaches.
    aliases: BTreeMap<String, SubjectId>,
    suffixed: bool,
}

struct Known {
    id: SubjectId,
    /// The graad that the name ends in.
    graad: Option<Graad>,
    /// Whether its hours count in nobody's load.
    weightless: bool,
}

impl Subjects {
    /// `graad_of` tells the graad of a class.
    pub fn new(
        export: &Export,
        profile: &Profile,
        graad_of: impl Fn(&str) -> Option<Graad>,
        notes: &mut Notes,
    ) -> Self {
        let mut raw = gather(export, profile, graad_of);
        let suffixed = profile
            .graad_suffix
            .unwrap_or_else(|| digits_are_graden(&raw));
        if !suffixed {
            raw.iter_mut().for_each(|r| r.suffix = None);
        }
        let noemers = table(&raw, profile, notes);
        Self::merged(&raw, noemers, suffixed, profile, notes)
    }

    fn merged(
        raw: &[Raw],
        noemers: Vec<Noemer>,
        suffixed: bool,
        profile: &Profile,
        notes: &mut Notes,
    ) -> Self {
        let names: BTreeSet<&str> = raw.iter().map(|r| r.name.as_str()).collect();
        let mut groups: BTreeMap<&str, Vec<&Raw>> = BTreeMap::new();
        for r in raw {
            let said = profile.subject.get(&r.name).and_then(|s| s.id.as_deref());
            let shared = r.suffix.as_ref().map(|(stem, _)| stem.as_str());
            let shared = shared
                .filter(|stem| !names.contains(stem) && own_noemer(r, &noemers, profile).is_none());
            let id = said.or(shared).unwrap_or(&r.name);
            groups.entry(id).or_default().push(r);
        }
        let mut subjects = Self {
            list: Vec::new(),
            noemers,
            known: BTreeMap::new(),
            stems: BTreeMap::new(),
            aliases: BTreeMap::new(),
            suffixed,
        };
        let mut merged = Vec::new();
        for (id, members) in groups {
            let alone = members.len() == 1
                && !profile
                    .subject
                    .values()
                    .any(|s| s.id.as_deref() == Some(id));
            let id = if alone { &members[0].name } else { id };
            if !alone {
                let names: Vec<&str> = members.iter().map(|m| m.name.as_str()).collect();
                merged.push(format!("{id} ({})", names.join(" ")));
            }
            subjects.add(SubjectId::from(id), &members, profile);
        }
        for (name, said) in &profile.subject {
            let id = said.id.as_deref().map(SubjectId::from);
            if let Some(id) = id.filter(|id| subjects.list.iter().any(|s| s.id == *id)) {
                subjects.aliases.insert(name.clone(), id);
            }
        }
        notes.all("UW3040", "/subjects", merged);
        let unsaid = raw.iter().filter(|r| {
            profile
                .subject
                .get(&r.name)
                .is_none_or(|s| s.kind.is_none())
        });
        let typed = |r: &Raw| format!("{} {}", r.name, code(r.kind));
        notes.all("UW3076", "/subjects", unsaid.map(typed));
        subjects
    }

    fn add(&mut self, id: SubjectId, members: &[&Raw], profile: &Profile) {
        for member in members {
            let known = Known {
                id: id.clone(),
                graad: member.suffix.as_ref().map(|(_, graad)| *graad),
                weightless: member.weight == Weight::Nothing
                    && own_noemer(member, &self.noemers, profile).is_none(),
            };
            self.known.insert(member.name.clone(), known);
            if let Some((stem, _)) = &member.suffix {
                self.stems.entry(stem.clone()).or_insert_with(|| id.clone());
            }
        }
        let first = members[0];
        let long = members
            .iter()
            .map(|m| &m.long)
            .find(|long| !long.is_empty());
        let noemer = members
            .iter()
            .find_map(|m| own_noemer(m, &self.noemers, profile));
        self.list.push(Subject {
            name: long.cloned().unwrap_or_else(|| id.to_string()),
            id,
            kind: first.kind,
            noemer,
        });
    }

    /// The subject of a name in Untis.
    pub fn id(&self, name: &str) -> Option<&SubjectId> {
        self.known.get(name).map(|k| &k.id)
    }

    /// The graad that a name in Untis ends in.
    pub fn graad(&self, name: &str) -> Option<Graad> {
        self.known.get(name).and_then(|k| k.graad)
    }

    /// Whether the hours of this subject count in nobody's load.
    pub fn weightless(&self, name: &str) -> bool {
        self.known.get(name).is_some_and(|k| k.weightless)
    }

    /// Lesson hours of a full-time job for a subject in a graad.
    pub fn noemer(&self, id: &SubjectId, graad: Option<Graad>) -> Option<u16> {
        let subject = self.list.iter().find(|s| s.id == *id)?;
        let cell = |n: &&Noemer| Some(n.graad) == graad && n.kind == subject.kind;
        subject
            .noemer
            .or_else(|| self.noemers.iter().find(cell).map(|n| n.hours))
    }

    /// The subjects and graden that a name in a qualification means: `?` stands for one letter, `*`
    /// for any; a stem such as `WISK` for the subject in every graad.
    pub fn qualified(&self, name: &str) -> Vec<(SubjectId, Vec<Graad>)> {
        let all = || vec![Graad(1), Graad(2), Graad(3)];
        if name.contains(['?', '*']) {
            let hits = self.known.iter().filter(|(known, _)| matches(name, known));
            return hits
                .map(|(_, k)| (k.id.clone(), k.graad.map_or_else(all, |g| vec![g])))
                .collect();
        }
        if let Some(known) = self.known.get(name) {
            return vec![(known.id.clone(), known.graad.map_or_else(all, |g| vec![g]))];
        }
        if let Some(id) = self.aliases.get(name).or_else(|| self.stems.get(name)) {
            return vec![(id.clone(), all())];
        }
        // `INM3` where only `INM2` is taught: the same subject in another graad.
        suffix(name)
            .filter(|_| self.suffixed)
            .and_then(|(stem, graad)| Some(vec![(self.stems.get(&stem)?.clone(), vec![graad])]))
            .unwrap_or_default()
    }
}

fn gather(
    export: &Export,
    profile: &Profile,
    graad_of: impl Fn(&str) -> Option<Graad>,
) -> Vec<Raw> {
    let mut taught: BTreeMap<&str, BTreeMap<Graad, u32>> = BTreeMap::new();
    for row in export.lessons.values().flatten() {
        if row.subject.is_empty() {
            continue;
        }
        let graden = taught.entry(&row.subject).or_default();
        for graad in row.classes.iter().filter_map(|c| graad_of(c)) {
            *graden.entry(graad).or_default() += u32::from(row.hours);
        }
    }
    let make = |name: &str, long: &str, factor: Option<i64>| Raw {
        name: name.to_owned(),
        long: long.to_owned(),
        weight: weight(factor),
        kind: profile
            .subject
            .get(name)
            .and_then(|s| s.kind)
            .unwrap_or_else(|| kind(name, long)),
        suffix: suffix(name),
        taught: taught.get(name).cloned().unwrap_or_default(),
    };
    let mut raw: Vec<Raw> = Vec::new();
    let mut seen = BTreeSet::new();
    for row in &export.subjects {
        // A subject that no lesson teaches is no part of the school.
        if taught.contains_key(row.name.as_str()) && seen.insert(row.name.as_str()) {
            raw.push(make(&row.name, &row.long, row.factor));
        }
    }
    for name in taught.keys().filter(|name| !seen.contains(*name)) {
        raw.push(make(name, name, None));
    }
    raw
}

/// Whether nearly every hour (19 of 20) of the subjects that end in a digit is given in that graad.
fn digits_are_graden(raw: &[Raw]) -> bool {
    let (mut agree, mut all) = (0, 0);
    for r in raw {
        if let Some((_, graad)) = &r.suffix {
            agree += r.taught.get(graad).copied().unwrap_or(0);
            all += r.taught.values().sum::<u32>();
        }
    }
    all > 0 && agree * 20 >= all * 19
}

//! Subjects: `WISK1`, `WISK2` and `WISK3` of Untis are one subject, taught in three graden; the value
//! factor of a subject (4.545 of 100 a week) is its noemer (22).

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{FTE, Graad, Noemer, Subject, SubjectId, SubjectKind};

use super::notes::Notes;
use super::profile::Profile;
use super::records::Export;

/// The subjects of the school and how to find them by their name in Untis.
pub(super) struct Subjects {
    pub list: Vec<Subject>,
    pub noemers: Vec<Noemer>,
    known: BTreeMap<String, Known>,
    stems: BTreeMap<String, SubjectId>,
    suffixed: bool,
}

struct Known {
    id: SubjectId,
    /// The graad that the name ends in.
    graad: Option<Graad>,
    /// Whether its hours count in nobody's load.
    weightless: bool,
}

/// What Untis says an hour of a subject weighs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Unsaid,
    Nothing,
    Noemer(u16),
}

struct Raw {
    name: String,
    long: String,
    weight: Weight,
    kind: SubjectKind,
    suffix: Option<(String, Graad)>,
    /// Graden in which it is taught, with hours.
    taught: BTreeMap<Graad, u32>,
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
        if let Some(id) = self.stems.get(name) {
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

/// `WISK2` -> (`WISK`, graad 2).
fn suffix(name: &str) -> Option<(String, Graad)> {
    let stem = name.strip_suffix(['1', '2', '3'])?;
    let graad = name.as_bytes().last()? - b'0';
    let lettered = stem.chars().last().is_some_and(char::is_alphabetic);
    (stem.chars().count() >= 2 && lettered).then(|| (stem.to_owned(), Graad(graad)))
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

/// A factor is a week's share of a full-time job in percent; 1 is what Untis writes when none was set.
fn weight(factor: Option<i64>) -> Weight {
    match factor {
        Some(0) => Weight::Nothing,
        Some(f) if (160_000..=9_999_999).contains(&f) => {
            // 100 / 4.545 = 22.002, rounded to nearest; a noemer must divide a full-time job exactly.
            let noemer = (10_000_000 + f / 2) / f;
            match u16::try_from(noemer) {
                Ok(n) if FTE % noemer == 0 => Weight::Noemer(n),
                _ => Weight::Unsaid,
            }
        }
        _ => Weight::Unsaid,
    }
}

/// The noemer of a subject where the table does not already say it.
fn own_noemer(raw: &Raw, table: &[Noemer], profile: &Profile) -> Option<u16> {
    let said = profile.subject.get(&raw.name).and_then(|s| s.noemer);
    if said.is_some() {
        return said;
    }
    let Weight::Noemer(noemer) = raw.weight else {
        return None;
    };
    let same = |g: &Graad| {
        table
            .iter()
            .any(|n| n.graad == *g && n.kind == raw.kind && n.hours == noemer)
    };
    let agrees = match &raw.suffix {
        Some((_, graad)) => same(graad),
        None => !raw.taught.is_empty() && raw.taught.keys().all(same),
    };
    (!agrees).then_some(noemer)
}

/// The usual noemers, corrected by what most hours of a cell weigh in Untis, then by the profile.
fn table(raw: &[Raw], profile: &Profile, notes: &mut Notes) -> Vec<Noemer> {
    let kinds = [
        SubjectKind::General,
        SubjectKind::Technical,
        SubjectKind::Practical,
        SubjectKind::Art,
        SubjectKind::Religion,
    ];
    let mut table = Vec::new();
    let mut corrected = Vec::new();
    for graad in [Graad(1), Graad(2), Graad(3)] {
        for kind in kinds {
            let usual = match (graad.0, kind) {
                (1, _) => 22,
                (_, SubjectKind::Practical) => 29,
                (2, _) => 21,
                _ => 20,
            };
            let mut hours = most_common(raw, graad, kind).unwrap_or(usual);
            if hours != usual {
                corrected.push(format!("{} {} {hours}", graad.0, code(kind)));
            }
            let said = profile
                .noemer
                .iter()
                .find(|n| n.graad == graad && n.kind == kind);
            hours = said.map_or(hours, |n| n.hours);
            table.push(Noemer { graad, kind, hours });
        }
    }
    notes.all("UW3041", "/noemers", corrected);
    let unsaid: Vec<String> = raw
        .iter()
        .filter(|r| r.weight == Weight::Unsaid)
        .map(|r| r.name.clone())
        .collect();
    notes.all("UW3042", "/subjects", unsaid);
    table
}

/// The noemer of most hours in a cell of the table, as Untis weighs them.
fn most_common(raw: &[Raw], graad: Graad, kind: SubjectKind) -> Option<u16> {
    let mut hours: BTreeMap<u16, u32> = BTreeMap::new();
    for r in raw.iter().filter(|r| r.kind == kind) {
        if let Weight::Noemer(noemer) = r.weight {
            *hours.entry(noemer).or_default() += r.taught.get(&graad).copied().unwrap_or(0);
        }
    }
    let (noemer, hours) = hours.into_iter().max_by_key(|(n, h)| (*h, *n))?;
    (hours > 0).then_some(noemer)
}

/// The type of a subject by its name: Dutch and French words of the common general subjects,
/// practice, religion and art; anything else is technical.
fn kind(name: &str, long: &str) -> SubjectKind {
    const RELIGION: [&str; 6] = ["godsd", "zedenl", "relig", "morale", "levensbesch", "islam"];
    const ART: [&str; 2] = ["kunst", "artist"];
    const GENERAL: [&str; 27] = [
        "aardr",
        "biolog",
        "chem",
        "duits",
        "econom",
        "engels",
        "esthet",
        "frans",
        "français",
        "fysica",
        "geschied",
        "histoire",
        "informatica",
        "latijn",
        "lich.opv",
        "lichamelijke",
        "mathém",
        "mavo",
        "muz",
        "natuurw",
        "nederl",
        "plast",
        "wetensch",
        "wisk",
        "sport",
        "ict",
        "spaans",
    ];
    let lower = long.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    if name.starts_with("PV") || lower.starts_with("pv ") || lower.starts_with("praktijk") {
        SubjectKind::Practical
    } else if has(&RELIGION) {
        SubjectKind::Religion
    } else if has(&GENERAL) && !lower.starts_with("toeg") {
        SubjectKind::General
    } else if has(&ART) {
        SubjectKind::Art
    } else {
        SubjectKind::Technical
    }
}

/// The type as Flemish law abbreviates it.
fn code(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::General => "AV",
        SubjectKind::Technical => "TV",
        SubjectKind::Practical => "PV",
        SubjectKind::Art => "KV",
        SubjectKind::Religion => "LBV",
    }
}

/// Whether a pattern with `?` (one letter) and `*` (any number) fits a name.
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), name.chars().collect());
    // fits[j]: the pattern read so far fits the first j letters.
    let mut fits: Vec<bool> = (0..=name.len()).map(|j| j == 0).collect();
    for p in pattern {
        let mut next = vec![p == '*' && fits[0]];
        for (j, c) in name.iter().enumerate() {
            next.push(match p {
                '*' => fits[j + 1] || next[j],
                '?' => fits[j],
                _ => fits[j] && p == *c,
            });
        }
        fits = next;
    }
    fits.last().copied().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_are_noemers() {
        // 454500 hundred-thousandths are 4.545 percent of a full-time week.
        for (factor, noemer) in [(454_500, 22), (476_200, 21), (500_000, 20), (344_800, 29)] {
            assert!(weight(Some(factor)) == Weight::Noemer(noemer), "{factor}");
        }
        assert!(weight(Some(0)) == Weight::Nothing);
        assert!(weight(Some(100_000)) == Weight::Unsaid);
        assert!(weight(None) == Weight::Unsaid);
    }

    #[test]
    fn wildcards_fit() {
        assert!(matches("WISK?", "WISK1") && !matches("WISK?", "WISK"));
        assert!(matches("*", "") && matches("P*2", "PVH2") && !matches("P*2", "PVH3"));
    }

    #[test]
    fn kinds_come_from_names() {
        assert_eq!(kind("PVH2", "PV Hout"), SubjectKind::Practical);
        assert_eq!(kind("GODS1", "Godsdienst"), SubjectKind::Religion);
        assert_eq!(kind("WISK1", "Wiskunde"), SubjectKind::General);
        assert_eq!(kind("TWET", "Toeg.Wetensch."), SubjectKind::Technical);
    }
}

//! What an hour of a subject weighs: the value factors of Untis as noemers (an hour that is 4.545
//! percent of a week is one of 22), and the table of noemers that they amount to.

use std::collections::BTreeMap;

use uurwerk_model::{FTE, Graad, Noemer, SubjectKind};

use super::naming::code;
use super::profile::Profile;
use crate::notes::Notes;

/// What Untis says an hour of a subject weighs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Unsaid,
    Nothing,
    Noemer(u16),
}

/// A subject as Untis has it.
pub(super) struct Raw {
    pub name: String,
    pub long: String,
    pub weight: Weight,
    pub kind: SubjectKind,
    /// The name without the graad at its end, and that graad.
    pub suffix: Option<(String, Graad)>,
    /// Graden in which it is taught, with hours.
    pub taught: BTreeMap<Graad, u32>,
}

/// A factor is a week's share of a full-time job in percent; 1 is what Untis writes when none was set.
pub(super) fn weight(factor: Option<i64>) -> Weight {
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
pub(super) fn own_noemer(raw: &Raw, table: &[Noemer], profile: &Profile) -> Option<u16> {
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
    // What the profile says about a cell goes before what Untis says about a subject.
    let settled = |g: &Graad| {
        let mut said = profile.noemer.iter();
        same(g) || said.any(|n| n.graad == *g && n.kind == raw.kind)
    };
    let agrees = match &raw.suffix {
        Some((_, graad)) => settled(graad),
        None => !raw.taught.is_empty() && raw.taught.keys().all(settled),
    };
    (!agrees).then_some(noemer)
}

/// The usual noemers, corrected by what most hours of a cell weigh in Untis, then by the profile.
pub(super) fn table(raw: &[Raw], profile: &Profile, notes: &mut Notes) -> Vec<Noemer> {
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
}

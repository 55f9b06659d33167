//! What the name of a subject tells: its graad, its type; and the wildcards of qualifications.

use uurwerk_model::{Graad, SubjectKind};

/// `WISK2` -> (`WISK`, graad 2).
pub(super) fn suffix(name: &str) -> Option<(String, Graad)> {
    let stem = name.strip_suffix(['1', '2', '3'])?;
    let graad = name.as_bytes().last()? - b'0';
    let lettered = stem.chars().last().is_some_and(char::is_alphabetic);
    (stem.chars().count() >= 2 && lettered).then(|| (stem.to_owned(), Graad(graad)))
}

/// The type of a subject by its name: Dutch and French words of the common general subjects,
/// practice, religion and art; anything else is technical.
pub(crate) fn kind(name: &str, long: &str) -> SubjectKind {
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
pub(super) fn code(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::General => "AV",
        SubjectKind::Technical => "TV",
        SubjectKind::Practical => "PV",
        SubjectKind::Art => "KV",
        SubjectKind::Religion => "LBV",
    }
}

/// Whether a pattern with `?` (one letter) and `*` (any number) fits a name.
pub(super) fn matches(pattern: &str, name: &str) -> bool {
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

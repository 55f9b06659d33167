//! The dated figures of law and memorandum, from `data/figures.toml`.
//!
//! They are read while the program is compiled, so a default costs nothing and a name that the file does not have is
//! an error of compilation, never one at a school.

use crate::SubjectKind;

const TEXT: &str = include_str!("../data/figures.toml");

/// The value of a figure, in the unit that the file states.
///
/// # Panics
/// For a name that the file does not have, or without a value: in a constant, compilation ends there.
///
/// ```
/// const RATIO: i64 = uurwerk_model::figure("mentor-ratio");
/// assert_eq!(RATIO, 20); // starters per full-time mentor, memo 2.1
/// ```
pub const fn figure(name: &str) -> i64 {
    let text = TEXT.as_bytes();
    let mut line = 0;
    while line < text.len() {
        if text[line] == b'[' && stands_at(text, line + 1, name.as_bytes()) {
            let end = line + 1 + name.len();
            if end < text.len() && text[end] == b']' {
                return value_after(text, next_line(text, end));
            }
        }
        line = next_line(text, line);
    }
    panic!("no figure of that name in data/figures.toml")
}

/// The noemer of law: the least lesson hours of a full-time job, by graad (1 to 3) and type of subject.
///
/// # Panics
/// For a graad that there is not.
pub const fn usual_noemer(graad: u8, kind: SubjectKind) -> u16 {
    const AV: [i64; 3] = [
        figure("noemer-1-av"),
        figure("noemer-2-av"),
        figure("noemer-3-av"),
    ];
    const TV: [i64; 3] = [
        figure("noemer-1-tv"),
        figure("noemer-2-tv"),
        figure("noemer-3-tv"),
    ];
    const PV: [i64; 3] = [
        figure("noemer-1-pv"),
        figure("noemer-2-pv"),
        figure("noemer-3-pv"),
    ];
    const KV: [i64; 3] = [
        figure("noemer-1-kv"),
        figure("noemer-2-kv"),
        figure("noemer-3-kv"),
    ];
    const LBV: [i64; 3] = [
        figure("noemer-1-lbv"),
        figure("noemer-2-lbv"),
        figure("noemer-3-lbv"),
    ];
    let by_graad = match kind {
        SubjectKind::General => AV,
        SubjectKind::Technical => TV,
        SubjectKind::Practical => PV,
        SubjectKind::Art => KV,
        SubjectKind::Religion => LBV,
    };
    // Noemers are below 100.
    by_graad[graad as usize - 1] as u16
}

const fn stands_at(text: &[u8], at: usize, word: &[u8]) -> bool {
    let mut i = 0;
    while i < word.len() {
        if at + i >= text.len() || text[at + i] != word[i] {
            return false;
        }
        i += 1;
    }
    true
}

const fn next_line(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at] != b'\n' {
        at += 1;
    }
    at + 1
}

/// The number of the first line of a table, which is its value.
const fn value_after(text: &[u8], line: usize) -> i64 {
    assert!(stands_at(text, line, b"value = "), "the value comes first");
    let (mut at, mut value) = (line + 8, 0);
    while at < text.len() && text[at].is_ascii_digit() {
        value = 10 * value + (text[at] - b'0') as i64;
        at += 1;
    }
    assert!(
        at > line + 8 && at < text.len() && text[at] == b'\n',
        "a value is a whole number"
    );
    value
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// The tables of the file, read line by line and in no way like above.
    fn tables() -> BTreeMap<&'static str, BTreeMap<&'static str, &'static str>> {
        let mut tables: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        let mut current = "";
        for line in TEXT
            .lines()
            .filter(|l| !l.is_empty() && !l.starts_with('#'))
        {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                current = name;
                let again = tables.insert(name, BTreeMap::new());
                assert!(again.is_none(), "{name} stands there twice");
            } else {
                let (key, value) = line.split_once(" = ").unwrap();
                tables
                    .get_mut(current)
                    .unwrap()
                    .insert(key, value.trim_matches('"'));
            }
        }
        tables
    }

    #[test]
    fn every_figure_has_its_source_and_date() {
        for (name, table) in tables() {
            let value: i64 = table["value"].parse().unwrap();
            assert_eq!(value, figure(name), "{name}");
            assert!(
                table["unit"].len() > 3 && table["source"].len() > 10,
                "{name}"
            );
            let parts: Vec<u32> = table["date"]
                .split('-')
                .map(|p| p.parse().unwrap())
                .collect();
            assert!(
                (1990..=2100).contains(&parts[0]) && parts.len() <= 3,
                "{name}"
            );
            assert!(
                parts.get(1).is_none_or(|month| (1..=12).contains(month)),
                "{name}"
            );
            assert!(
                table.get("confirmed").is_none_or(|word| *word == "false"),
                "{name}"
            );
        }
        assert!(tables().len() > 60);
    }

    #[test]
    fn plage_is_one_hour_and_loads_are_whole() {
        use SubjectKind::{Art, General, Practical, Religion, Technical};
        let kinds = [
            (General, "av"),
            (Technical, "tv"),
            (Practical, "pv"),
            (Art, "kv"),
            (Religion, "lbv"),
        ];
        for graad in 1..=3 {
            for (kind, name) in kinds {
                let noemer = usual_noemer(graad, kind);
                assert_eq!(
                    figure(&format!("noemer-{graad}-{name}-most")),
                    i64::from(noemer) + 1
                );
                assert!(crate::FteUnits::of_hours(1, noemer).is_some());
            }
        }
    }

    #[test]
    #[should_panic(expected = "no figure")]
    fn an_unknown_figure_is_refused() {
        figure("mentor-rati");
    }
}

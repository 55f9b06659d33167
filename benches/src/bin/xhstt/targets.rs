//! What is aimed at: the cost that the median of three seeds should not exceed on two cores.

use uurwerk_engine::Cost;

/// Any soft cost.
const ANY: i64 = i64::MAX;

/// Hard and soft cost.
type Target = (i64, i64);

/// Name, then what is aimed at after 60 s and after 600 s.
const TARGETS: &[(&str, Target, Target)] = &[
    ("AU-BG-98", (0, 600), (0, 250)),
    ("BR-SA-00", (0, 8), (0, 5)),
    ("BR-SM-00", (0, 60), (0, 52)),
    ("BrazilInstance1_XHSTT-v2014", (0, 42), (0, 41)),
    ("DK-FG-12", (0, 2200), (0, 1450)),
    ("ES-SS-08", (0, 450), (0, 345)),
    ("GR-PA-08", (0, 6), (0, 3)),
    ("IT-I4-96", (0, 40), (0, 30)),
    ("NL-KP-03", (0, 1000), (0, 450)),
    ("NL-KP-05", (0, 1500), (0, 800)),
    ("UK-SP-06", (18, ANY), (4, ANY)),
    ("US-WS-09", (0, 400), (0, 150)),
];

/// Instances that have solutions without any cost, and on how many of them the median should be one after 60 s and after 600 s.
pub const SOLVABLE: &[&str] = &[
    "AU-SA-96",
    "ArtificialSudoku4x4_XHSTT2014A",
    "Artificialhdtt4_XHSTT2014A",
    "FI-PB-98",
    "FI-WP-06",
    "GR-H1-97",
    "KS-PR-11",
    "ZA-LW-09",
];

/// On how many of `SOLVABLE` the median should be 0.
pub fn solved(limit: u32) -> Option<usize> {
    match limit {
        60 => Some(6),
        600 => Some(SOLVABLE.len()),
        _ => None,
    }
}

/// The most that an instance should cost with a limit in seconds: what is aimed at for it, or feasibility where the best known is feasible.
pub fn target(instance: &str, limit: u32, best: Option<Cost>) -> Option<Cost> {
    let pick = |short, long| match limit {
        60 => Some(short),
        600 => Some(long),
        _ => None,
    };
    let found = TARGETS.iter().find(|(name, ..)| *name == instance);
    let (hard, soft) = match found {
        Some((_, short, long)) => pick(*short, *long)?,
        None if SOLVABLE.contains(&instance) => pick((0, 0), (0, 0))?,
        None => pick((0, ANY), (0, ANY)).filter(|_| best.is_some_and(|best| best.hard == 0))?,
    };
    Some(Cost { hard, soft })
}

/// A target in words.
pub fn words(target: Cost) -> String {
    match target {
        Cost { hard: 0, soft: ANY } => "hard 0".to_owned(),
        Cost { hard, soft: ANY } => format!("hard {hard}"),
        Cost { hard: 0, soft } => soft.to_string(),
        Cost { hard, soft } => format!("({hard}, {soft})"),
    }
}

/// Whether a cost meets a target, or by how much it misses it.
pub fn verdict(cost: Cost, target: Cost) -> String {
    if cost <= target {
        "met".to_owned()
    } else if cost.hard > target.hard {
        format!("missed by {} hard", cost.hard - target.hard)
    } else {
        format!("missed by {}", cost.soft - target.soft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_compared_hard_before_soft() {
        let uk = target("UK-SP-06", 60, None).unwrap();
        assert_eq!(
            (
                words(uk),
                verdict(
                    Cost {
                        hard: 18,
                        soft: 9999
                    },
                    uk
                )
            ),
            ("hard 18".to_owned(), "met".to_owned())
        );
        assert_eq!(verdict(Cost { hard: 20, soft: 0 }, uk), "missed by 2 hard");
        let br = target("BR-SA-00", 600, None).unwrap();
        assert_eq!(verdict(Cost { hard: 0, soft: 7 }, br), "missed by 2");
        assert_eq!(target("Other", 60, Some(Cost { hard: 2, soft: 0 })), None);
        assert_eq!(
            target("Other", 60, Some(Cost { hard: 0, soft: 5 })).map(words),
            Some("hard 0".to_owned())
        );
        assert_eq!(target("BR-SA-00", 10, None), None);
    }
}

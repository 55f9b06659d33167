//! What would have to give: for every way out of a conflict the least deviation that is enough, at the weight of its
//! rule, and whether the whole school then has a solution as far as is known.

use std::collections::BTreeSet;

use uurwerk_model::{Repair, Standing};

use super::demand::Key;
use super::find::{Found, find};
use super::oracle::{Lenient, Oracle};
use super::words;

/// Repairs of which it is looked at whether they are enough for the whole school.
const TRIED: usize = 12;

/// The smallest repairs of a least conflict: each gives up one demand, as little as is enough for the others, cheapest
/// first.
pub fn repairs(oracle: &mut Oracle, keys: &BTreeSet<Key>, core: &BTreeSet<Key>) -> Vec<Repair> {
    let mut found: Vec<(i64, Lenient)> = Vec::new();
    for key in core {
        let mut rest = core.clone();
        rest.remove(key);
        for lenient in ways(oracle, *key) {
            if let Some((cost, _)) = oracle
                .least_cost(&rest, lenient)
                .filter(|(cost, _)| *cost > 0)
            {
                found.push((cost, lenient));
            }
        }
    }
    found.sort_by_key(|(cost, lenient)| (*cost, lenient.key, lenient.unqualified));
    let mut repairs = Vec::new();
    for (at, (cost, lenient)) in found.into_iter().enumerate() {
        let standing = if at < TRIED {
            standing(oracle, keys, lenient.key)
        } else {
            Standing::Unknown
        };
        repairs.push(Repair {
            cost,
            gives: words::concession(oracle, lenient, cost / lenient.weight),
            standing,
        });
    }
    // What leaves another contradiction standing comes after what does not.
    repairs.sort_by_key(|repair| (repair.standing == Standing::Contradicted, repair.cost));
    repairs
}

/// How the rest of the school stands without a demand.
fn standing(oracle: &mut Oracle, keys: &BTreeSet<Key>, key: Key) -> Standing {
    let mut rest = keys.clone();
    rest.remove(&key);
    match find(oracle, &rest) {
        Found::Contradiction(..) => Standing::Contradicted,
        Found::Possible => Standing::Solvable,
        Found::Nothing => Standing::Unknown,
    }
}

/// The ways to give a demand up.
fn ways(oracle: &Oracle, key: Key) -> Vec<Lenient> {
    let way = |rule: &str, unqualified| Lenient {
        key,
        weight: oracle.weight(rule),
        unqualified,
    };
    match key {
        Key::Staffed(_) => vec![way("A1", false), way("Q1", true)],
        Key::TeacherLock(_) => vec![way("K1", false)],
        Key::Load(rule, _) | Key::LoadClass(rule, _) => {
            vec![way(oracle.problem.rules[rule].rule.id, false)]
        }
        Key::Placed(_) => vec![way("X0", false)],
        Key::Available(_) => vec![way("X4", false)],
        Key::Roomed(_) => vec![way("X6", false)],
        Key::Lock(_) => vec![way("K2", false)],
        Key::HalfDays(_) => vec![way("G4", false)],
        Key::Meeting(_) => vec![way("M9", false)],
        Key::Observed(_) => vec![way("M10", false)],
        Key::Team(_) => vec![way("C1", false)],
    }
}

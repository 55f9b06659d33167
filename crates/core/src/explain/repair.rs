//! What would have to give: for every way out of a conflict the least deviation that is enough, at the weight of its
//! rule; and, where another contradiction remains in the school, what else would have to give.

use std::collections::BTreeSet;

use uurwerk_model::{Repair, Standing};

use super::demand::Key;
use super::find::{Found, find, is_whole};
use super::oracle::{Answer, Lenient, Oracle};
use super::{shrink, words};

/// Repairs of which it is looked at whether they are enough for the whole school.
const TRIED: usize = 12;
/// Repairs that are completed when another contradiction remains, and contradictions that one may have to resolve.
const COMPLETED: usize = 3;
const DEEPEST: usize = 4;

/// A way out and what it costs.
type Way = (i64, Lenient);

/// The smallest repairs of a least conflict: each gives up one demand, as little as is enough for the others, and no
/// more than one while that solves the school; cheapest first, those that leave a contradiction last.
pub fn repairs(oracle: &mut Oracle, keys: &BTreeSet<Key>, core: &BTreeSet<Key>) -> Vec<Repair> {
    let found = ways_out(oracle, core);
    let mut repairs = Vec::new();
    let mut completed = 0;
    for (at, way) in found.into_iter().enumerate() {
        let mut ways = vec![way];
        let mut standing = Standing::Unknown;
        if at < TRIED {
            standing = match for_the_school(oracle, keys, way.1) {
                Some(cost) => {
                    ways = vec![(cost, way.1)];
                    Standing::Solvable
                }
                None => stand(oracle, keys, &ways),
            };
            if standing == Standing::Contradicted && completed < COMPLETED {
                completed += 1;
                standing = complete(oracle, keys, &mut ways);
            }
        }
        let concession =
            |(cost, lenient): &Way| words::concession(oracle, *lenient, cost / lenient.weight);
        repairs.push(Repair {
            cost: ways.iter().map(|(cost, _)| cost).sum(),
            gives: ways.iter().map(concession).collect(),
            standing,
        });
    }
    repairs.sort_by_key(|repair| (repair.standing == Standing::Contradicted, repair.cost));
    repairs
}

/// The ways out of a least conflict, cheapest first.
fn ways_out(oracle: &mut Oracle, core: &BTreeSet<Key>) -> Vec<Way> {
    let mut found: Vec<Way> = Vec::new();
    for key in core {
        let mut rest = core.clone();
        rest.remove(key);
        for lenient in ways(oracle, *key) {
            let cost = oracle.least_cost(&rest, lenient);
            found.extend(cost.filter(|cost| *cost > 0).map(|cost| (cost, lenient)));
        }
    }
    found.sort_by_key(|(cost, lenient)| (*cost, lenient.key, lenient.unqualified));
    found
}

fn without(keys: &BTreeSet<Key>, ways: &[Way]) -> BTreeSet<Key> {
    let mut rest = keys.clone();
    ways.iter()
        .for_each(|(_, lenient)| _ = rest.remove(&lenient.key));
    rest
}

/// What a way out costs in the whole school, where that can be asked and it is enough.
fn for_the_school(oracle: &mut Oracle, keys: &BTreeSet<Key>, lenient: Lenient) -> Option<i64> {
    if !is_whole(oracle) {
        return None;
    }
    let mut rest = keys.clone();
    rest.remove(&lenient.key);
    oracle.least_cost(&rest, lenient).filter(|cost| *cost > 0)
}

/// How the school stands without some demands.
fn stand(oracle: &mut Oracle, keys: &BTreeSet<Key>, ways: &[Way]) -> Standing {
    let rest = without(keys, ways);
    if is_whole(oracle) {
        return match oracle.ask(&rest) {
            Answer::Possible => Standing::Solvable,
            Answer::Impossible => Standing::Contradicted,
            Answer::Unknown => Standing::Unknown,
        };
    }
    match find(oracle, &rest) {
        Found::Contradiction(..) => Standing::Contradicted,
        Found::Possible => Standing::Solvable,
        Found::Nothing => Standing::Unknown,
    }
}

/// Adds the cheapest way out of every contradiction that remains.
fn complete(oracle: &mut Oracle, keys: &BTreeSet<Key>, ways: &mut Vec<Way>) -> Standing {
    while ways.len() < DEEPEST && !oracle.is_over() {
        let rest = without(keys, ways);
        match find(oracle, &rest) {
            Found::Possible => return Standing::Solvable,
            Found::Nothing => return Standing::Unknown,
            Found::Contradiction(seeds, _) => {
                let core = shrink::shrink(oracle, &seeds);
                match ways_out(oracle, &core.keys).into_iter().next() {
                    Some(way) => ways.push(way),
                    None => return Standing::Contradicted,
                }
            }
        }
    }
    stand(oracle, keys, ways)
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
        Key::Away(_) => vec![way("C7", false)],
        Key::BestRoom(_) => vec![way("G8", false)],
        Key::Near(_) => vec![way("G9", false)],
        Key::Ways(_) => vec![way("G6", false)],
        Key::Changes(_) => vec![way("G7", false)],
    }
}

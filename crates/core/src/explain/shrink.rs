//! From demands that contradict each other to a least set of them: QuickXplain (Junker 2004), which halves the set and so
//! asks few questions when the conflict is small, and then the proof, one question for every demand that is left.

use std::collections::BTreeSet;

use super::demand::Key;
use super::oracle::{Answer, Oracle};

/// Demands that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Core {
    /// The demands.
    pub keys: BTreeSet<Key>,
    /// Whether it is proved that any one fewer can hold together.
    pub minimal: bool,
}

/// Makes contradicting demands few. What was not settled in time stays in, and is not called minimal.
///
/// Asks about `2 k log(n / k) + 2 k` questions for `k` of `n` demands.
pub fn shrink(oracle: &mut Oracle, keys: &BTreeSet<Key>) -> Core {
    let all: Vec<Key> = keys.iter().copied().collect();
    let mut kept: BTreeSet<Key> = explain(oracle, &BTreeSet::new(), false, &all)
        .into_iter()
        .collect();
    // The proof, which also takes out what an unsettled question left in.
    let mut minimal = true;
    for key in kept.clone() {
        let mut rest = kept.clone();
        rest.remove(&key);
        match oracle.ask(&rest) {
            Answer::Possible => (),
            Answer::Impossible => kept = rest,
            Answer::Unknown => minimal = false,
        }
    }
    Core {
        keys: kept,
        minimal,
    }
}

/// The demands of `rest` that contradict each other under `ground`, as few as possible; the ground has just been
/// changed or not.
fn explain(oracle: &mut Oracle, ground: &BTreeSet<Key>, changed: bool, rest: &[Key]) -> Vec<Key> {
    if changed && oracle.ask(ground) == Answer::Impossible {
        return Vec::new();
    }
    if let [_] | [] = rest {
        return rest.to_vec();
    }
    let (first, second) = rest.split_at(rest.len() / 2);
    let with = |more: &[Key]| -> BTreeSet<Key> { ground.iter().chain(more).copied().collect() };
    let from_second = explain(oracle, &with(first), true, second);
    let mut from_first = explain(oracle, &with(&from_second), !from_second.is_empty(), first);
    from_first.extend(from_second);
    from_first
}

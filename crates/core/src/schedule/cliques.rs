//! Pupils without their names: for each class, the fewest resources such that two blocks share one
//! exactly when they need the same pupils.
//!
//! The different ways in which blocks take a class are the nodes of a graph, those that share pupils
//! are joined, and each resource is a clique; every edge lies in one. This is greedy edge clique
//! cover (Kellerman 1973). A class that is never divided has one clique; parts that always go
//! together need none of their own; and there are never more cliques than edges, while the product
//! of all partitions may explode.

use std::collections::BTreeMap;

use uurwerk_model::WeekSet;

/// How a block takes a class: each group is a part of a partition, or (`None`) the whole class.
pub(crate) type Pattern = Vec<Option<(usize, usize)>>;

/// The same with the weeks in which it does. Of any weeks that meet, some lie in the others, so that a clique has a week in
/// common.
pub(crate) type Taking = (Pattern, WeekSet);

/// The cliques of each block of a class, and how many there are.
pub(crate) fn cover(blocks: &[Taking]) -> (Vec<Vec<usize>>, usize) {
    let mut nodes: BTreeMap<&Taking, usize> = BTreeMap::new();
    for pattern in blocks {
        let next = nodes.len();
        nodes.entry(pattern).or_insert(next);
    }
    let mut patterns = vec![None; nodes.len()];
    for (pattern, node) in &nodes {
        patterns[*node] = Some(*pattern);
    }
    let patterns: Vec<&Taking> = patterns.into_iter().flatten().collect();
    let cliques = cliques(&patterns);
    let of_block = |pattern: &Taking| -> Vec<usize> {
        let node = nodes[pattern];
        let holds = |(at, clique): (usize, &Vec<usize>)| clique.contains(&node).then_some(at);
        cliques.iter().enumerate().filter_map(holds).collect()
    };
    (blocks.iter().map(of_block).collect(), cliques.len())
}

fn cliques(patterns: &[&Taking]) -> Vec<Vec<usize>> {
    let count = patterns.len();
    let joined = |a: usize, b: usize| share_pupils(patterns[a], patterns[b]);
    let mut covered = vec![vec![false; count]; count];
    let mut cliques = Vec::new();
    // Two different ways before a way with itself, which nearly always lies in a clique by then.
    let different = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
    for (a, b) in different.chain((0..count).map(|a| (a, a))) {
        if covered[a][b] || !joined(a, b) {
            continue;
        }
        let mut clique = vec![a, b];
        clique.dedup();
        for other in 0..count {
            if !clique.contains(&other) && clique.iter().all(|member| joined(*member, other)) {
                clique.push(other);
            }
        }
        for x in &clique {
            for y in &clique {
                covered[*x][*y] = true;
            }
        }
        cliques.push(clique);
    }
    cliques
}

fn share_pupils((a, in_a): &Taking, (b, in_b): &Taking) -> bool {
    let apart = |a: &Option<(usize, usize)>, b: &Option<(usize, usize)>| match (a, b) {
        (Some(a), Some(b)) => a.0 == b.0 && a.1 != b.1,
        _ => false,
    };
    in_a.meets(*in_b) && a.iter().any(|a| b.iter().any(|b| !apart(a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uurwerk_model::Recurrence;

    /// Blocks of every week.
    fn weekly(patterns: impl IntoIterator<Item = Pattern>) -> Vec<Taking> {
        let takings = patterns.into_iter().map(|pattern| (pattern, WeekSet::ALL));
        takings.collect()
    }

    fn every_second(phase: u8) -> WeekSet {
        let phase = Some(phase);
        Recurrence { every: 2, phase }.weeks()
    }

    #[test]
    fn what_alternates_shares_nothing() {
        let whole = |weeks| (vec![None], weeks);
        let (a, b) = (every_second(0), every_second(1));
        let (of_block, count) = cover(&[whole(WeekSet::ALL), whole(a), whole(b)]);
        assert_eq!(count, 2);
        assert_eq!(of_block[0].len(), 2);
        assert_ne!(of_block[1], of_block[2]);
        assert_eq!(cover(&[whole(WeekSet::ALL), whole(a)]).1, 1);
    }

    #[test]
    fn an_undivided_class_is_one_resource() {
        assert_eq!(cover(&weekly([vec![None], vec![None]])).1, 1);
    }

    #[test]
    fn parts_that_always_go_together_cost_nothing() {
        // One linked set of both parts of partition 0, and lessons of the whole class.
        let both = vec![Some((0, 0)), Some((0, 1))];
        assert_eq!(cover(&weekly([vec![None], both])).1, 1);
    }

    #[test]
    fn halves_are_two_resources_and_the_whole_class_is_in_both() {
        let (of_block, count) = cover(&weekly([
            vec![None],
            vec![Some((0, 0))],
            vec![Some((0, 1))],
        ]));
        assert_eq!(count, 2);
        assert_eq!(of_block[0], [0, 1]);
        assert_ne!(of_block[1], of_block[2]);
    }

    #[test]
    fn many_partitions_do_not_explode() {
        // 6 partitions of 4 parts: the product is 4096, the edges between parts are 15 * 16 = 240.
        let parts = (0..6).flat_map(|p| (0..4).map(move |q| vec![Some((p, q))]));
        assert!(cover(&weekly(parts)).1 <= 240);
    }

    proptest! {
        #[test]
        fn a_resource_is_shared_exactly_when_pupils_are(
            blocks in prop::collection::vec(
                (prop::collection::vec(prop::option::of((0..3_usize, 0..3_usize)), 1..3), 0..3_u8), 1..12)
        ) {
            let in_weeks = |(pattern, weeks)| match weeks {
                2 => (pattern, WeekSet::ALL),
                phase => (pattern, every_second(phase)),
            };
            let blocks: Vec<Taking> = blocks.into_iter().map(in_weeks).collect();
            let (of_block, _) = cover(&blocks);
            for (a, x) in blocks.iter().zip(&of_block) {
                for (b, y) in blocks.iter().zip(&of_block) {
                    prop_assert_eq!(share_pupils(a, b), x.iter().any(|r| y.contains(r)));
                }
            }
        }
    }
}

//! The lessons that make the difference between a plan and a cheaper allocation.
//!
//! Two good allocations differ in much that does not matter. Changes are taken back as long as the cheaper allocation
//! stays as cheap: first whole groups of people who only exchange among themselves, then single lessons, then two.

use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;
use uurwerk_model::{Move, TeacherIx};

use crate::allocate::{Aim, Study};

/// Most allocations looked at.
const LOOKS: usize = 400;

/// An allocation near the plan.
pub(super) struct Near {
    /// What every rule measures on it, in the order of the catalogue.
    pub deviations: Vec<i64>,
    /// Where it differs from the plan.
    pub moves: Vec<Move>,
}

/// The allocation `other` with all taken back that is not needed for its value.
pub(super) fn nearest(
    study: &Study,
    aim: &Aim,
    plan: usize,
    other: usize,
    stop: &(dyn Fn() -> bool + Sync),
) -> Near {
    let before = &study.known(plan).holders;
    let mut holders = study.known(other).holders.clone();
    let judge = study.judge(aim);
    let best = judge.value(&holders);
    let mut left = LOOKS;
    let mut try_back = |holders: &mut Vec<Option<TeacherIx>>, posts: &[usize]| {
        if left == 0 || stop() {
            return;
        }
        left -= 1;
        let mut back = holders.clone();
        posts.iter().for_each(|post| back[*post] = before[*post]);
        let value = judge.value(&back);
        if value.is_some() && value <= best {
            *holders = back;
        }
    };
    for group in groups(before, &holders) {
        try_back(&mut holders, &group);
    }
    for post in changed(before, &holders) {
        try_back(&mut holders, &[post]);
    }
    for first in changed(before, &holders) {
        for second in changed(before, &holders) {
            let meet = before[first] == holders[second] || before[second] == holders[first];
            if first < second && meet && holders[first] != before[first] {
                try_back(&mut holders, &[first, second]);
            }
        }
    }
    let allocation = study.named(&holders);
    let known = study.measured(&allocation);
    Near {
        deviations: known.deviations,
        moves: between(study, before, &holders),
    }
}

/// The posts whose holders differ.
fn changed(before: &[Option<TeacherIx>], after: &[Option<TeacherIx>]) -> Vec<usize> {
    let pairs = before.iter().zip(after).enumerate();
    pairs
        .filter(|(_, (before, after))| before != after)
        .map(|(post, _)| post)
        .collect()
}

/// The changed posts of people who exchange among themselves, smallest group first.
fn groups(before: &[Option<TeacherIx>], after: &[Option<TeacherIx>]) -> Vec<Vec<usize>> {
    let number = |holder: Option<TeacherIx>| holder.map_or(0, |teacher| teacher.at() + 1);
    let all = before
        .iter()
        .chain(after)
        .map(|holder| number(*holder) + 1)
        .max();
    let mut sets = UnionFind::<usize>::new(all.unwrap_or(0));
    let changed = changed(before, after);
    for post in &changed {
        sets.union(number(before[*post]), number(after[*post]));
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for post in changed {
        groups
            .entry(sets.find(number(before[post])))
            .or_default()
            .push(post);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    groups.sort_by_key(Vec::len);
    groups
}

/// The differences by name, in the order of the lessons.
fn between(study: &Study, before: &[Option<TeacherIx>], after: &[Option<TeacherIx>]) -> Vec<Move> {
    let (school, facts) = (study.school(), study.facts());
    let id = |holder: Option<TeacherIx>| holder.map(|t| school.teacher(t).id.clone());
    let moves = changed(before, after).into_iter().map(|post| Move {
        lesson: school.lesson(facts.posts[post].lesson).id.clone(),
        position: facts.posts[post].position as u8,
        from: id(before[post]),
        to: id(after[post]),
    });
    moves.collect()
}

/// The differences between two known allocations.
pub(super) fn all(study: &Study, plan: usize, other: usize) -> Vec<Move> {
    between(
        study,
        &study.known(plan).holders,
        &study.known(other).holders,
    )
}

//! X1, X2, X4, W2: nobody in two places, nobody where they cannot be, few where they would not.

use uurwerk_model::{Group, Lesson};

use crate::case::Case;
use crate::rules::Params;
use crate::week::meet;

/// X1: things attended beyond the first, over teachers and periods.
pub(crate) fn x1_teachers(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for teacher in 0..case.school.staff.len() {
        for period in 0..case.week.periods.len() {
            sum += (case.week.at_once(teacher, period) - 1).max(0);
        }
    }
    sum
}

/// X2: pairs of blocks that take the same pupils of a class at the same time.
pub(crate) fn x2_classes(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for class in 0..case.school.classes.len() {
        for period in 0..case.week.periods.len() {
            let running: Vec<_> = case
                .week
                .blocks
                .iter()
                .filter(|b| b.periods.contains(&period))
                .filter(|b| case.lessons[b.lesson].classes.contains(&class))
                .collect();
            for (i, a) in running.iter().enumerate() {
                for b in &running[..i] {
                    let same_week = meet(a.weeks, b.weeks);
                    sum += i64::from(same_week && clash(case, class, a.lesson, b.lesson));
                }
            }
        }
    }
    sum
}

/// Whether two lessons (or two blocks of one) share pupils of a class.
pub(super) fn clash(case: &Case, class: usize, a: usize, b: usize) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = (case.lessons[a].lesson, case.lessons[b].lesson);
    if a.link.is_some() && a.link == b.link {
        return false;
    }
    share_pupils(case, class, a, b)
}

/// Whether two lessons are for some pupils of a class in common: not when they are for different parts of one partition.
pub(super) fn share_pupils(case: &Case, class: usize, a: &Lesson, b: &Lesson) -> bool {
    let id = &case.school.classes[class].id;
    let disjoint = |x: &Group, y: &Group| match (&x.part, &y.part) {
        (Some(x), Some(y)) => x.partition == y.partition && x.part != y.part,
        _ => false,
    };
    let of = |groups: &[Group]| -> Vec<Group> {
        groups.iter().filter(|g| g.class == *id).cloned().collect()
    };
    let others = of(&b.groups);
    of(&a.groups)
        .iter()
        .any(|x| others.iter().any(|y| !disjoint(x, y)))
}

/// X4: periods in which somebody is busy and never available.
pub(crate) fn x4_available(case: &Case, _: &Params) -> i64 {
    over_busy(case, |wish| i64::from(wish == -3))
}

/// W2: strength of the wishes against periods in which somebody is busy.
pub(crate) fn w2_wishes_about_time(case: &Case, _: &Params) -> i64 {
    over_busy(case, |wish| match wish {
        -2 => 2,
        -1 => 1,
        _ => 0,
    })
}

fn over_busy(case: &Case, value: impl Fn(i8) -> i64) -> i64 {
    let mut sum = 0;
    for teacher in 0..case.school.staff.len() {
        for period in 0..case.week.periods.len() {
            if case.week.at_once(teacher, period) > 0 {
                sum += value(case.week.wish[teacher][period]);
            }
        }
    }
    sum
}

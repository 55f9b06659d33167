//! G6, G7: time for the way from one building to another, and few ways at all.

use uurwerk_model::Room;

use super::clash::share_pupils;
use crate::case::Case;
use crate::rules::Params;
use crate::week::{Block, attends};

/// G6: pairs of blocks on one day, one after another for a teacher or for the same pupils of a class, with fewer minutes
/// between them than the way takes from the one room to the other.
pub(crate) fn g6_ways(case: &Case, params: &Params) -> i64 {
    let is_late = |first: &Block, second: &Block| -> bool {
        let (Some(left), Some(come)) = (first.periods.last(), second.periods.first()) else {
            return false;
        };
        let (left, come) = (&case.week.periods[*left], &case.week.periods[*come]);
        let (Some(from), Some(to)) = (room_of(case, first), room_of(case, second)) else {
            return false;
        };
        left.day == come.day && come.start - left.end < minutes(case, params, from, to)
    };
    teachers(case, &is_late) + classes(case, &is_late)
}

/// G7: blocks of one half-day that follow each other without a period between, in different rooms, for the same pupils of
/// a class; and for a teacher, each as often as the number says.
pub(crate) fn g7_changes(case: &Case, params: &Params) -> i64 {
    let changes = |first: &Block, second: &Block| {
        let (Some(left), Some(come)) = (first.periods.last(), second.periods.first()) else {
            return false;
        };
        let (Some(Some(from)), Some(Some(to))) = (first.rooms.first(), second.rooms.first()) else {
            return false;
        };
        let halves = [left, come].map(|p| case.week.periods[*p].half);
        left + 1 == *come && halves[0] == halves[1] && from != to
    };
    classes(case, &changes) + params.get("teachers") * teachers(case, &changes)
}

/// The room of the first need.
fn room_of<'a>(case: &Case<'a>, block: &Block) -> Option<&'a Room> {
    let first = block.rooms.first().copied().flatten();
    first.map(|room| &case.school.rooms[room])
}

/// What the school says of the way between two names, in either direction.
fn said(case: &Case, a: &str, b: &str) -> Option<i64> {
    for way in &case.school.travel {
        let ends = (way.from.as_str(), way.to.as_str());
        if ends == (a, b) || ends == (b, a) {
            return Some(i64::from(way.minutes));
        }
    }
    None
}

/// Minutes of the way from one room to another.
fn minutes(case: &Case, params: &Params, from: &Room, to: &Room) -> i64 {
    let mut between_buildings = false;
    if let (Some(a), Some(b)) = (&from.building, &to.building) {
        if a == b {
            return 0;
        }
        between_buildings = true;
        if let Some(minutes) = said(case, a.as_str(), b.as_str()) {
            return minutes;
        }
    }
    if let (Some(a), Some(b)) = (&from.site, &to.site)
        && a != b
    {
        return said(case, a.as_str(), b.as_str()).unwrap_or(params.get("sites"));
    }
    if between_buildings {
        params.get("minutes")
    } else {
        0
    }
}

/// Over all teachers: pairs of blocks of theirs, the second after the first, that are wrong.
fn teachers(case: &Case, wrong: &dyn Fn(&Block, &Block) -> bool) -> i64 {
    let mut sum = 0;
    for (teacher, _) in case.staff() {
        let there = |block: &&Block| {
            let mut jobs = case.jobs.iter();
            jobs.any(|job| {
                job.teacher == Some(teacher)
                    && job.lesson == block.lesson
                    && attends(job, &case.lessons[job.lesson], block.block)
            })
        };
        let own: Vec<&Block> = case.week.blocks.iter().filter(there).collect();
        for first in &own {
            for second in &own {
                sum += i64::from(is_after(first, second) && wrong(first, second));
            }
        }
    }
    sum
}

/// Over all classes: pairs of blocks that need the same pupils, the second after the first, that are wrong.
fn classes(case: &Case, wrong: &dyn Fn(&Block, &Block) -> bool) -> i64 {
    let mut sum = 0;
    for class in 0..case.school.classes.len() {
        let there = |block: &&Block| case.lessons[block.lesson].classes.contains(&class);
        let own: Vec<&Block> = case.week.blocks.iter().filter(there).collect();
        for first in &own {
            for second in &own {
                let (a, b) = (
                    case.lessons[first.lesson].lesson,
                    case.lessons[second.lesson].lesson,
                );
                let found = is_after(first, second)
                    && share_pupils(case, class, a, b)
                    && wrong(first, second);
                sum += i64::from(found);
            }
        }
    }
    sum
}

/// Whether the second begins after the last period of the first.
fn is_after(first: &Block, second: &Block) -> bool {
    match (first.periods.last(), second.periods.first()) {
        (Some(left), Some(come)) => come > left,
        _ => false,
    }
}

//! X0, X5, K2, G1: every block has a place, the settled one, beside its links, spread over the week.

use std::collections::BTreeMap;

use uurwerk_model::Lock;

use crate::case::{Case, ceil};
use crate::rules::Params;
use crate::week::{Block, place_of};

/// X0: blocks without a start, or not inside one half-day.
pub(crate) fn x0_placed(case: &Case, _: &Params) -> i64 {
    case.week.blocks.iter().filter(|b| !b.whole).count() as i64
}

/// X5: blocks of linked lessons that do not all start together.
pub(crate) fn x5_linked(case: &Case, _: &Params) -> i64 {
    let mut starts: BTreeMap<(&str, usize), Vec<Option<usize>>> = BTreeMap::new();
    for block in &case.week.blocks {
        if let Some(link) = &case.lessons[block.lesson].lesson.link {
            let key = (link.as_str(), block.block);
            starts.entry(key).or_default().push(block.start);
        }
    }
    let apart = |starts: &&Vec<Option<usize>>| starts.iter().any(|s| *s != starts[0]);
    starts.values().filter(apart).count() as i64
}

/// K2: locks on times and rooms that do not hold.
pub(crate) fn k2_locks(case: &Case, _: &Params) -> i64 {
    let find = |lesson: &uurwerk_model::LessonId, block: u8| {
        let is_it = |b: &&Block| {
            case.lessons[b.lesson].lesson.id == *lesson && b.block == usize::from(block)
        };
        case.week.blocks.iter().find(is_it)
    };
    let mut broken = 0;
    for lock in &case.school.locks {
        let holds = match lock {
            Lock::Teacher(_) => true,
            Lock::Time(lock) => {
                let wanted = place_of(case.school, &lock.start.day, &lock.start.period);
                let start = find(&lock.lesson, lock.block).and_then(|b| b.start);
                start.is_some() && start == wanted
            }
            Lock::Room(lock) => {
                let block = find(&lock.lesson, lock.block);
                let room = block.and_then(|b| *b.rooms.get(usize::from(lock.need))?);
                room.is_some_and(|r| case.school.rooms[r].id == lock.room)
            }
        };
        broken += i64::from(!holds);
    }
    broken
}

/// G1: blocks of a lesson on one day above an even share.
pub(crate) fn g1_spread(case: &Case, _: &Params) -> i64 {
    let days = case.week.days();
    let mut sum = 0;
    for (lesson, taught) in case.lessons.iter().enumerate() {
        let share = ceil(taught.lengths.len() as i64, days.max(1) as i64);
        for day in 0..days {
            let starts_here = |b: &&Block| {
                b.lesson == lesson && b.start.is_some_and(|s| case.week.periods[s].day == day)
            };
            let count = case.week.blocks.iter().filter(starts_here).count() as i64;
            sum += (count - share).max(0);
        }
    }
    sum
}

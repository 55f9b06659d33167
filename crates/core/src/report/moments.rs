//! Which moment each teacher of a round gets with a class, and when it is talked over: F2 and F5 say how many get one;
//! this deals them out.

use uurwerk_model::{LessonIx, School, WeekSet};

use crate::rules::occupancy::Running;
use crate::rules::rounds::Asking;

/// A period in which a teacher can ask a class, in one of the lessons that they have together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub slot: usize,
    pub lesson: LessonIx,
    pub weeks: WeekSet,
}

/// The periods of a teacher with the lessons that are given in them.
pub(super) fn moments(
    asking: &Asking,
    runs: &[Running],
    slots: Vec<(usize, WeekSet)>,
) -> Vec<Moment> {
    let moment = |(slot, weeks): (usize, WeekSet)| {
        let held = |run: &&Running| asking.held.iter().any(|(lesson, _)| *lesson == run.lesson);
        let mut there = runs.iter().filter(held);
        let run = there.find(|run| run.slots.contains(&slot) && run.weeks == weeks)?;
        let lesson = run.lesson;
        Some(Moment {
            slot,
            lesson,
            weeks,
        })
    };
    slots.into_iter().filter_map(moment).collect()
}

/// A day of the week for each of those who have lessons on these days (as bits), for as many as can be: a day comes
/// `weeks` times, and no more than `most` get one.
pub(super) fn deal(days: &[u32], of_week: usize, weeks: usize, most: usize) -> Vec<Option<usize>> {
    let mut on: Vec<Vec<usize>> = vec![Vec::new(); of_week];
    for who in 0..days.len() {
        let held: usize = on.iter().map(Vec::len).sum();
        if held < most {
            seat(who, days, weeks, &mut on, &mut vec![false; of_week]);
        }
    }
    let day = |who: usize| on.iter().position(|day| day.contains(&who));
    (0..days.len()).map(day).collect()
}

/// Finds somebody a day, where need be by moving others to another one (an augmenting path).
fn seat(who: usize, days: &[u32], weeks: usize, on: &mut [Vec<usize>], seen: &mut [bool]) -> bool {
    for day in 0..on.len() {
        if days[who] & 1 << day == 0 || std::mem::replace(&mut seen[day], true) {
            continue;
        }
        if on[day].len() < weeks {
            on[day].push(who);
            return true;
        }
        for at in 0..on[day].len() {
            if seat(on[day][at], days, weeks, on, seen) {
                on[day][at] = who;
                return true;
            }
        }
    }
    false
}

/// The next of these lessons on a later day, and how many school days that takes.
pub(super) fn next(school: &School, asked: Moment, given: &[Moment]) -> Option<(usize, Moment)> {
    let of_week = school.document().grid.days.len();
    let of_cycle = of_week * usize::from(WeekSet::CYCLE);
    let day = |slot: usize| school.slots()[slot].day.at();
    let days = |moment: &Moment| -> Vec<usize> {
        let weeks = moment.weeks.iter();
        let day = day(moment.slot);
        weeks.map(|week| week * of_week + day).collect()
    };
    let waits = given.iter().flat_map(|next| {
        let pairs = days(&asked).into_iter().flat_map(|from| {
            let ahead = move |to: usize| (to + of_cycle - from - 1) % of_cycle + 1;
            days(next).into_iter().map(ahead)
        });
        pairs.map(|wait| (wait, *next)).collect::<Vec<_>>()
    });
    waits.min_by_key(|(wait, next)| (*wait, next.slot))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::f2_pupils_asked::most;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_many_as_hall_says(
            days in prop::collection::vec(0..16_u32, 0..9),
            weeks in 1..4_usize,
            limit in 0..9_usize,
        ) {
            let dealt = deal(&days, 4, weeks, limit);
            let all = dealt.iter().flatten().count();
            prop_assert_eq!(all, most(&days, 4, weeks).min(limit));
            for day in 0..4 {
                prop_assert!(dealt.iter().filter(|d| **d == Some(day)).count() <= weeks);
            }
            for (own, day) in days.iter().zip(dealt) {
                prop_assert!(day.is_none_or(|day| own & 1 << day != 0));
            }
        }
    }
}

//! M17, M18: lessons that the mentor can watch, and what was watched is talked over (memo 2.1).

use uurwerk_model::{MentorPair, ProtectedSlot};

use super::protected::{meetings, observations};
use crate::case::Case;
use crate::rules::Params;
use crate::week::{attends, place_of, weeks_of};

/// M17: observations without a conversation of the pair within `days` school days.
pub(crate) fn m17_debriefs(case: &Case, params: &Params) -> i64 {
    let days = params.get("days");
    let mut sum = 0;
    for pair in &case.school.mentoring.pairs {
        let talks = meetings(case, pair);
        for watched in observations(case, pair) {
            let soon = talks.iter().any(|talk| is_soon(case, watched, talk, days));
            sum += i64::from(!soon);
        }
    }
    sum
}

/// Whether a conversation follows an observation soon enough, in every week in which that is.
fn is_soon(case: &Case, watched: &ProtectedSlot, talk: &ProtectedSlot, days: i64) -> bool {
    let place = |slot: &ProtectedSlot| place_of(case.school, &slot.day, &slot.period);
    let (Some(first), Some(then)) = (place(watched), place(talk)) else {
        return false;
    };
    // What stands earlier in the week is in the week after.
    let later = usize::from(then < first);
    let (seen, told) = (weeks_of(watched.weeks), weeks_of(talk.weeks));
    let mut weeks = (0..4).filter(|week| seen[*week]);
    follows(case, first, then, days) && weeks.all(|week| told[(week + later) % 4])
}

fn places(case: &Case, slots: Vec<&ProtectedSlot>) -> Vec<usize> {
    let slots = slots.into_iter();
    let place = |slot: &ProtectedSlot| place_of(case.school, &slot.day, &slot.period);
    slots.filter_map(place).collect()
}

/// Whether a period comes later on the day of another, or on one of the next school days, round the week; the same
/// day a week later does not.
pub(super) fn follows(case: &Case, first: usize, then: usize, days: i64) -> bool {
    let week = case.school.grid.days.len() as i64;
    let day = |place: usize| case.week.periods[place].day as i64;
    match (day(then) - day(first)).rem_euclid(week) {
        0 => then > first,
        ahead => ahead <= days,
    }
}

/// M18: periods below `least` in which the starter teaches and the mentor is free, or watches just that.
pub(crate) fn m18_observable(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for pair in &case.school.mentoring.pairs {
        sum += (params.get("least") - open(case, pair)).max(0);
    }
    sum
}

fn open(case: &Case, pair: &MentorPair) -> i64 {
    let find = |id: &uurwerk_model::TeacherId| case.school.staff.iter().position(|t| t.id == *id);
    let (Some(mentor), Some(starter)) = (find(&pair.mentor), find(&pair.starter)) else {
        return 0;
    };
    let watched = places(case, observations(case, pair));
    let can = |place: &usize| {
        teaches(case, starter, *place) && (is_free(case, mentor, *place) || watched.contains(place))
    };
    (0..case.week.periods.len()).filter(can).count() as i64
}

/// Whether somebody attends nothing then, and is not unavailable.
pub(super) fn is_free(case: &Case, teacher: usize, place: usize) -> bool {
    case.week.at_once(teacher, place) == 0 && case.week.wish[teacher][place] > -3
}

/// The same in some weeks of four.
pub(super) fn is_free_in(case: &Case, teacher: usize, place: usize, weeks: [bool; 4]) -> bool {
    let busy = |week: usize| weeks[week] && case.week.in_week(teacher, place, week) > 0;
    !(0..4).any(busy) && case.week.wish[teacher][place] > -3
}

/// Whether somebody teaches then, in a position that counts.
pub(super) fn teaches(case: &Case, teacher: usize, place: usize) -> bool {
    case.counting(teacher).any(|job| {
        let mut blocks = case.week.blocks.iter().filter(|b| b.lesson == job.lesson);
        let taught = &case.lessons[job.lesson];
        blocks.any(|b| b.periods.contains(&place) && attends(job, taught, b.block))
    })
}

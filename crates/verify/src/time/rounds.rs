//! F2, F5, F6: moments in which pupils, teams and people are asked how it goes (memo 3.1.3).

use uurwerk_model::Round;

use super::support::is_free;
use crate::case::Case;
use crate::rules::Params;
use crate::week::attends;

/// Periods with the weeks of four in which they are meant.
type Moments = Vec<(usize, [bool; 4])>;

/// The teachers who ask a class, each with the periods in which that can be, and with all in which the class is taught.
fn askings(case: &Case, round: &Round, class: usize) -> Vec<(Moments, Moments)> {
    let mut all = Vec::new();
    if !round.classes.is_empty() && !round.classes.contains(&case.school.classes[class].id) {
        return all;
    }
    for id in &round.teachers {
        let Some(teacher) = case.school.staff.iter().position(|t| t.id == *id) else {
            continue;
        };
        let of_class = |lesson: usize| case.lessons[lesson].classes.contains(&class);
        let jobs: Vec<_> = case
            .counting(teacher)
            .filter(|j| of_class(j.lesson))
            .collect();
        if jobs.is_empty() {
            continue;
        }
        let (mut open, mut taught) = (Vec::new(), Vec::new());
        for period in 0..case.week.periods.len() {
            for block in &case.week.blocks {
                let there = jobs.iter().any(|job| {
                    let lesson = &case.lessons[job.lesson];
                    job.lesson == block.lesson && attends(job, lesson, block.block)
                });
                if there && block.periods.contains(&period) {
                    taught.push((period, block.weeks));
                    if has_room(case, round, &block.rooms, period) {
                        open.push((period, block.weeks));
                    }
                }
            }
        }
        all.push((open, taught));
    }
    all
}

/// Whether a lesson is in a room of the round, or one of those is empty then.
fn has_room(case: &Case, round: &Round, own: &[Option<usize>], period: usize) -> bool {
    if round.rooms.is_empty() {
        return true;
    }
    let rooms = case.school.rooms.iter().enumerate();
    let mut rooms = rooms.filter(|(_, room)| round.rooms.contains(&room.id));
    rooms.any(|(room, _)| {
        let mut blocks = case
            .week
            .blocks
            .iter()
            .filter(|b| b.periods.contains(&period));
        own.contains(&Some(room)) || blocks.all(|b| !b.rooms.contains(&Some(room)))
    })
}

/// F2: teachers who find no moment to ask a class, after as many as possible got one.
///
/// Plainly: every day of every week of the round is a moment, each week takes so many, and teachers who are in the way
/// of another look for a moment elsewhere.
pub(crate) fn f2_pupils_asked(case: &Case, params: &Params) -> i64 {
    let in_week = params.get("week").max(0) as usize;
    let mut sum = 0;
    for round in &case.school.rounds {
        // Both included; a year has 52.
        let (from, to) = (usize::from(round.weeks.from), usize::from(round.weeks.to));
        let weeks = if to < from {
            to + 53 - from
        } else {
            to + 1 - from
        };
        for class in 0..case.school.classes.len() {
            let askings = askings(case, round, class);
            let mut moments = vec![None; case.week.days() * weeks];
            let mut placed = 0;
            for who in 0..askings.len() {
                let mut tried = vec![false; moments.len()];
                placed += i64::from(seat(case, &askings, who, &mut moments, &mut tried));
            }
            // Any of them may be left out; the days are alike in all weeks, so what remains fits evenly.
            let most = (weeks * in_week) as i64;
            sum += askings.len() as i64 - placed.min(most);
        }
    }
    sum
}

/// Finds a moment for somebody, moving others on where that helps.
fn seat(
    case: &Case,
    askings: &[(Moments, Moments)],
    who: usize,
    moments: &mut Vec<Option<usize>>,
    tried: &mut Vec<bool>,
) -> bool {
    for moment in 0..moments.len() {
        let day = moment % case.week.days();
        let mut open = askings[who].0.iter();
        if tried[moment] || !open.any(|(p, _)| case.week.periods[*p].day == day) {
            continue;
        }
        tried[moment] = true;
        let moves_on = match moments[moment] {
            None => true,
            Some(other) => seat(case, askings, other, moments, tried),
        };
        if moves_on {
            moments[moment] = Some(who);
            return true;
        }
    }
    false
}

/// F5: teachers who, whenever they ask a class, see it again too late.
pub(crate) fn f5_talked_over(case: &Case, params: &Params) -> i64 {
    let of_week = case.week.days() as i64;
    // The days of a cycle of four weeks.
    let days = |moments: &Moments| -> Vec<i64> {
        let day = |period: usize| case.week.periods[period].day as i64;
        let each = moments.iter().flat_map(|(period, weeks)| {
            let weeks = (0..4).filter(|week| weeks[*week]);
            weeks
                .map(|week| week as i64 * of_week + day(*period))
                .collect::<Vec<_>>()
        });
        each.collect()
    };
    let mut sum = 0;
    for round in &case.school.rounds {
        for class in 0..case.school.classes.len() {
            for (open, taught) in askings(case, round, class) {
                let (open, taught) = (days(&open), days(&taught));
                let wait = |asked: &i64| {
                    let ahead = |then: &i64| (then - asked - 1).rem_euclid(4 * of_week) + 1;
                    taught.iter().map(ahead).min()
                };
                let least = open.iter().filter_map(wait).min();
                sum += i64::from(least.is_some_and(|days| days > params.get("days")));
            }
        }
    }
    sum
}

/// F6: teams that are never free together, and people who are never free.
pub(crate) fn f6_moments(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for round in &case.school.rounds {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for team in case
            .school
            .teams
            .iter()
            .filter(|t| round.teams.contains(&t.id))
        {
            let members = case.staff().filter(|(_, t)| team.members.contains(&t.id));
            groups.push(members.map(|(at, _)| at).collect());
        }
        let alone = case.staff().filter(|(_, t)| round.people.contains(&t.id));
        groups.extend(alone.map(|(at, _)| vec![at]));
        for group in groups {
            let mut periods = 0..case.week.periods.len();
            let meets = periods.any(|p| group.iter().all(|who| is_free(case, *who, p)));
            sum += i64::from(!meets);
        }
    }
    sum
}

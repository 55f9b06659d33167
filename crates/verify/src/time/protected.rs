//! M9, M10, C1, O3: protected time, counted only where the people really are free for it (memo 1.1,
//! 2.1, 3.2).

use uurwerk_model::{MentorPair, ProtectedKind, ProtectedSlot, Recurrence, Role, TeacherId, Team};

use crate::case::{Case, Job};
use crate::rules::Params;
use crate::week::{attends, covers, place_of, serves, weeks_of};

/// M9: meetings of mentor and starter that are missing.
pub(crate) fn m9_meetings(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for pair in &case.school.mentoring.pairs {
        let valid = often_enough(meetings(case, pair), pair.weeks);
        sum += (i64::from(pair.meetings) - valid).max(0);
    }
    sum
}

/// M10: observations that are missing: the mentor free while the starter teaches that lesson.
pub(crate) fn m10_observations(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for pair in &case.school.mentoring.pairs {
        let valid = often_enough(observations(case, pair), pair.weeks);
        sum += (i64::from(pair.observations) - valid).max(0);
    }
    sum
}

/// The meetings of a pair for which both are free.
pub(super) fn meetings<'a>(case: &Case<'a>, pair: &MentorPair) -> Vec<&'a ProtectedSlot> {
    let people = [&pair.mentor, &pair.starter];
    of_kind(case, ProtectedKind::Meeting)
        .filter(|slot| slot.people.iter().eq(people))
        .filter(|slot| people.iter().all(|who| is_free_for(case, slot, who)))
        .collect()
}

/// The observations of a pair that can happen.
pub(super) fn observations<'a>(case: &Case<'a>, pair: &MentorPair) -> Vec<&'a ProtectedSlot> {
    of_kind(case, ProtectedKind::Observation)
        .filter(|slot| slot.people.iter().eq([&pair.mentor, &pair.starter]))
        .filter(|slot| is_free_for(case, slot, &pair.mentor))
        .filter(|slot| teaches_then(case, slot, &pair.starter))
        .collect()
}

/// C1: meetings of teams that are missing.
pub(crate) fn c1_teams(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for team in &case.school.teams {
        let valid = often_enough(team_slots(case, team), team.weeks);
        sum += (i64::from(team.meetings) - valid).max(0);
    }
    sum
}

/// How many of them come in enough weeks for those that are asked for.
fn often_enough(slots: Vec<&ProtectedSlot>, asked: Recurrence) -> i64 {
    let slots = slots.into_iter();
    slots.filter(|slot| serves(slot.weeks, asked)).count() as i64
}

/// The meetings of a team that can happen: all who are named are members and free, and they are enough.
pub(super) fn team_slots<'a>(case: &Case<'a>, team: &Team) -> Vec<&'a ProtectedSlot> {
    let enough = match team.quorum {
        Some(quorum) => usize::from(quorum),
        None => team.members.len(),
    };
    of_kind(case, ProtectedKind::Team)
        .filter(|slot| slot.team.as_ref() == Some(&team.id))
        .filter(|slot| slot.people.iter().all(|who| team.members.contains(who)))
        .filter(|slot| {
            team.members
                .iter()
                .filter(|who| slot.people.contains(who))
                .count()
                >= enough
        })
        .filter(|slot| slot.people.iter().all(|who| is_free_for(case, slot, who)))
        .collect()
}

/// O3: co-taught blocks that do not stand in the plan as protected time of lead and co-teacher.
pub(crate) fn o3_co_teaching(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for co in case.jobs.iter().filter(|j| j.role == Role::Co) {
        let lead = case
            .jobs
            .iter()
            .find(|j| j.lesson == co.lesson && j.role == Role::Lead);
        let taught = &case.lessons[co.lesson];
        for block in case.week.blocks.iter().filter(|b| b.lesson == co.lesson) {
            if !attends(co, taught, block.block) {
                continue;
            }
            let stands = of_kind(case, ProtectedKind::CoTeaching).any(|slot| {
                let place = place_of(case.school, &slot.day, &slot.period);
                slot.lesson.as_ref() == Some(&taught.lesson.id)
                    && place.is_some()
                    && place == block.start
                    && usize::from(slot.length) == taught.lengths[block.block]
                    && weeks_of(slot.weeks) == block.weeks
                    && is_pair(case, slot, lead, co)
            });
            sum += i64::from(!stands);
        }
    }
    sum
}

pub(super) fn of_kind<'a>(
    case: &Case<'a>,
    kind: ProtectedKind,
) -> impl Iterator<Item = &'a ProtectedSlot> {
    let plan = case.plan;
    plan.protected.iter().filter(move |slot| slot.kind == kind)
}

fn is_pair(case: &Case, slot: &ProtectedSlot, lead: Option<&Job>, co: &Job) -> bool {
    let id = |job: &Job| job.teacher.map(|t| &case.school.staff[t].id);
    match (lead.and_then(id), id(co)) {
        (Some(lead), Some(co)) => slot.people.iter().eq([lead, co]),
        _ => false,
    }
}

/// One period in which the person attends nothing but this, and is not unavailable.
pub(super) fn is_free_for(case: &Case, slot: &ProtectedSlot, who: &TeacherId) -> bool {
    let place = place_of(case.school, &slot.day, &slot.period);
    let teacher = case.school.staff.iter().position(|t| t.id == *who);
    match (place, teacher) {
        (Some(place), Some(teacher)) => {
            slot.length == 1
                && alone(case, teacher, place, weeks_of(slot.weeks))
                && case.week.wish[teacher][place] > -3
        }
        _ => false,
    }
}

/// Whether there is one thing only in each of these weeks.
fn alone(case: &Case, teacher: usize, place: usize, weeks: [bool; 4]) -> bool {
    let things = case.week.things[teacher][place];
    (0..4).all(|week| !weeks[week] || things[week] == 1)
}

/// Whether the person teaches the lesson of the slot (counting) in its period.
pub(super) fn teaches_then(case: &Case, slot: &ProtectedSlot, who: &TeacherId) -> bool {
    let Some(place) = place_of(case.school, &slot.day, &slot.period) else {
        return false;
    };
    case.jobs.iter().any(|job| {
        let taught = &case.lessons[job.lesson];
        let is_theirs = job.teacher.is_some_and(|t| case.school.staff[t].id == *who);
        let is_it = Some(&taught.lesson.id) == slot.lesson.as_ref();
        is_it && is_theirs && job.counts() && {
            let mut blocks = case.week.blocks.iter().filter(|b| b.lesson == job.lesson);
            let weeks = weeks_of(slot.weeks);
            blocks.any(|b| {
                b.periods.contains(&place)
                    && attends(job, taught, b.block)
                    && covers(b.weeks, weeks)
            })
        }
    })
}

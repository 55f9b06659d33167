//! C4, M11, M12, M16, O1, O2, O4: people who could meet, because all of them are free at some time (memo 2.1 to 2.3).

use std::collections::BTreeSet;

use super::protected::team_slots;
use super::support::{follows, is_free, is_free_in, teaches};
use crate::case::Case;
use crate::rules::Params;
use crate::week::{attends, phases};

/// The subjects with years that a teacher gives, in positions that count.
fn courses<'a>(case: &Case<'a>, teacher: usize) -> BTreeSet<(&'a str, u8)> {
    let mut courses = BTreeSet::new();
    for job in case.counting(teacher) {
        let taught = &case.lessons[job.lesson];
        let years = taught.classes.iter().map(|c| case.school.classes[*c].year);
        if let Some(year) = years.max() {
            courses.insert((taught.lesson.subject.as_str(), year));
        }
    }
    courses
}

fn share_a_course(case: &Case, a: usize, b: usize) -> bool {
    a != b && !courses(case, a).is_disjoint(&courses(case, b))
}

fn meet(case: &Case, a: usize, b: usize) -> bool {
    let mut periods = 0..case.week.periods.len();
    periods.any(|p| is_free(case, a, p) && is_free(case, b, p))
}

/// C4: pairs of teachers of one course who are never free together.
pub(crate) fn c4_parallel(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for b in 0..case.school.staff.len() {
        for a in 0..b {
            sum += i64::from(share_a_course(case, a, b) && !meet(case, a, b));
        }
    }
    sum
}

/// O4: teachers without a team that meets or could, and without a colleague of a course to meet.
pub(crate) fn o4_exchange(case: &Case, _: &Params) -> i64 {
    let team_of = |who: usize| {
        let id = &case.school.staff[who].id;
        case.school.teams.iter().any(|team| {
            let members = || case.staff().filter(|(_, t)| team.members.contains(&t.id));
            let enough = team.quorum.map_or(members().count(), usize::from);
            let free = |p| {
                members()
                    .filter(move |(at, _)| is_free(case, *at, p))
                    .count()
            };
            let mut periods = 0..case.week.periods.len();
            team.members.contains(id)
                && (team_slots(case, team)
                    .iter()
                    .any(|slot| slot.people.contains(id))
                    || periods.any(|p| is_free(case, who, p) && free(p) >= enough))
        })
    };
    let mut sum = 0;
    for who in 0..case.school.staff.len() {
        let mut others = 0..case.school.staff.len();
        let alone = case.counting(who).next().is_some()
            && !team_of(who)
            && !others.any(|other| share_a_course(case, who, other) && meet(case, who, other));
        sum += i64::from(alone);
    }
    sum
}

/// M16: starters with courses who are never free together with anybody of one of these.
pub(crate) fn m16_not_alone(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for (starter, _) in case.starters() {
        if courses(case, starter).is_empty() {
            continue;
        }
        let mut others = 0..case.school.staff.len();
        let company =
            others.any(|other| share_a_course(case, starter, other) && meet(case, starter, other));
        sum += i64::from(!company);
    }
    sum
}

/// The pairs as places in the staff: mentor, starter.
fn pairs(case: &Case) -> Vec<(usize, usize)> {
    let find = |id: &uurwerk_model::TeacherId| case.school.staff.iter().position(|t| t.id == *id);
    let pairs = case.school.mentoring.pairs.iter();
    pairs
        .filter_map(|pair| Some((find(&pair.mentor)?, find(&pair.starter)?)))
        .collect()
}

fn each_once(people: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut all = Vec::new();
    for who in people {
        if !all.contains(&who) {
            all.push(who);
        }
    }
    all
}

/// M11: starters of each group who miss the best time at which its mentor is free.
pub(crate) fn m11_exchange(case: &Case, params: &Params) -> i64 {
    let pairs = pairs(case);
    let starters = each_once(pairs.iter().map(|(_, starter)| *starter));
    let size = params.get("size").max(1);
    // As few groups as possible, then as even as possible.
    let count = crate::case::ceil(starters.len() as i64, size).max(1);
    let even = crate::case::ceil(starters.len() as i64, count).max(1) as usize;
    let mut sum = 0;
    for group in starters.chunks(even) {
        if group.len() < 2 {
            continue;
        }
        let cares = |mentor: usize| {
            let own = |(m, s): &&(usize, usize)| *m == mentor && group.contains(s);
            pairs.iter().filter(own).count()
        };
        let mut mentor = pairs[0].0;
        for (candidate, _) in &pairs {
            if cares(*candidate) > cares(mentor) {
                mentor = *candidate;
            }
        }
        let mut least = group.len();
        for weeks in phases(case.school.mentoring.exchange) {
            for period in 0..case.week.periods.len() {
                if is_free_in(case, mentor, period, weeks) {
                    let there = |who: &&usize| is_free_in(case, **who, period, weeks);
                    least = least.min(group.len() - group.iter().filter(there).count());
                }
            }
        }
        sum += least as i64;
    }
    sum
}

/// M12: mentors who miss the best time for all of them.
pub(crate) fn m12_intervision(case: &Case, _: &Params) -> i64 {
    let mentors = each_once(pairs(case).iter().map(|(mentor, _)| *mentor));
    if mentors.len() < 2 {
        return 0;
    }
    let mut least = mentors.len();
    for weeks in phases(case.school.mentoring.intervision) {
        for period in 0..case.week.periods.len() {
            let busy = |who: &&usize| !is_free_in(case, **who, period, weeks);
            least = least.min(mentors.iter().filter(busy).count());
        }
    }
    least as i64
}

/// O2: periods below `least` in which a starter is free while somebody gives a lesson of the starter's subjects or
/// classes.
pub(crate) fn o2_peers(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (starter, _) in case.starters() {
        let own: Vec<usize> = case.counting(starter).map(|job| job.lesson).collect();
        if own.is_empty() {
            continue;
        }
        let is_near = |lesson: usize| {
            let other = &case.lessons[lesson];
            own.iter().map(|o| &case.lessons[*o]).any(|taught| {
                taught.lesson.subject == other.lesson.subject
                    || taught.classes.iter().any(|c| other.classes.contains(c))
            })
        };
        let is_seen = |period: usize| {
            case.jobs.iter().any(|job| {
                let of_other = job.teacher.is_some_and(|t| t != starter);
                of_other && job.counts() && is_near(job.lesson) && runs(case, job, period)
            })
        };
        let open =
            (0..case.week.periods.len()).filter(|p| is_free(case, starter, *p) && is_seen(*p));
        sum += (params.get("least") - open.count() as i64).max(0);
    }
    sum
}

fn runs(case: &Case, job: &crate::case::Job, period: usize) -> bool {
    let mut blocks = case.week.blocks.iter().filter(|b| b.lesson == job.lesson);
    let taught = &case.lessons[job.lesson];
    blocks.any(|b| b.periods.contains(&period) && attends(job, taught, b.block))
}

/// O1: teachers whom nobody experienced could watch and talk to within `days` school days.
pub(crate) fn o1_visits(case: &Case, params: &Params) -> i64 {
    let periods = 0..case.week.periods.len();
    let mut visitors = Vec::new();
    for (at, teacher) in case.staff() {
        let experienced = i64::from(teacher.experience) >= params.get("experience");
        if experienced && !crate::case::is_starter(teacher) {
            visitors.push(at);
        }
    }
    let mut sum = 0;
    for teacher in 0..case.school.staff.len() {
        let taught: Vec<usize> = periods
            .clone()
            .filter(|p| teaches(case, teacher, *p))
            .collect();
        let seen = taught.iter().any(|lesson| {
            visitors.iter().filter(|v| **v != teacher).any(|visitor| {
                let talk = |then: usize| {
                    follows(case, *lesson, then, params.get("days"))
                        && is_free(case, teacher, then)
                        && is_free(case, *visitor, then)
                };
                is_free(case, *visitor, *lesson) && periods.clone().any(talk)
            })
        });
        sum += i64::from(!taught.is_empty() && !seen);
    }
    sum
}

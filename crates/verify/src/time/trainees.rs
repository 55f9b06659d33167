//! T1 to T5, T7: trainees who teach in the morning, are watched, and learn in the afternoon (memo 3.1.1).

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{HalfDay, Role, TeacherId, TraineeGroup, TraineeKind};

use super::support::{is_free, teaches};
use crate::case::{Case, Job, is_starter};
use crate::rules::Params;
use crate::week::{Block, attends};

fn place_in_staff(case: &Case, id: &TeacherId) -> Option<usize> {
    case.school.staff.iter().position(|t| t.id == *id)
}

fn interns<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a TraineeGroup> {
    let groups = case.school.trainees.iter();
    groups.filter(|g| g.kind == TraineeKind::Internship)
}

fn people(case: &Case, group: &TraineeGroup) -> Vec<usize> {
    let members = group.members.iter();
    members.filter_map(|id| place_in_staff(case, id)).collect()
}

/// The periods of one half of the days on which a group comes, day by day in the order of the grid.
fn halves(case: &Case, group: &TraineeGroup, half: HalfDay) -> Vec<Vec<usize>> {
    let mut at = 0;
    let mut all = Vec::new();
    for day in &case.school.grid.days {
        let comes = group.days.is_empty() || group.days.contains(&day.id);
        let mut own = Vec::new();
        for period in &day.periods {
            if comes && period.half_day == half {
                own.push(at);
            }
            at += 1;
        }
        all.push(own);
    }
    all
}

/// Whether a job is somebody's practice.
fn is_practice(job: &Job, teacher: usize) -> bool {
    job.role == Role::Trainee && job.teacher == Some(teacher)
}

/// The placed blocks in which somebody practises.
fn practised<'c>(case: &'c Case, teacher: usize) -> Vec<&'c Block> {
    let mut found = Vec::new();
    for block in &case.week.blocks {
        let there = case.jobs.iter().any(|job| {
            job.lesson == block.lesson
                && is_practice(job, teacher)
                && attends(job, &case.lessons[job.lesson], block.block)
        });
        if there {
            found.push(block);
        }
    }
    found
}

fn practises(case: &Case, teacher: usize, period: usize) -> bool {
    let mut blocks = practised(case, teacher).into_iter();
    blocks.any(|b| b.periods.contains(&period))
}

/// T1: periods of practice outside the mornings on which the group comes.
pub(crate) fn t1_mornings(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for group in interns(case) {
        let mornings = halves(case, group, HalfDay::Morning).concat();
        for member in people(case, group) {
            let periods = 0..case.week.periods.len();
            let late = periods.filter(|p| practises(case, member, *p) && !mornings.contains(p));
            sum += late.count() as i64;
        }
    }
    sum
}

/// T2: members who practise beyond those who are free to watch, period by period.
pub(crate) fn t2_watched_by_peers(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for group in interns(case) {
        let members = people(case, group);
        if members.len() < 2 {
            continue;
        }
        for period in 0..case.week.periods.len() {
            let mut unseen = 0_i64;
            for member in &members {
                unseen += i64::from(practises(case, *member, period));
                unseen -= i64::from(is_free(case, *member, period));
            }
            sum += unseen.max(0);
        }
    }
    sum
}

/// T3: periods that the mentor lacks to watch each member `least` times, one of them at a time; lessons of the mentor are
/// watched anyway.
pub(crate) fn t3_watched_by_mentor(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for group in interns(case) {
        let Some(mentor) = group.mentor.as_ref().and_then(|m| place_in_staff(case, m)) else {
            continue;
        };
        // For each member what is still wanted, and the periods that could give it.
        let mut wanted = Vec::new();
        for member in people(case, group) {
            let mut seen = 0;
            let mut open = BTreeSet::new();
            for block in practised(case, member) {
                let together = case.counting(mentor).any(|job| {
                    job.lesson == block.lesson
                        && attends(job, &case.lessons[job.lesson], block.block)
                });
                if together {
                    seen += block.periods.len() as i64;
                } else {
                    let free = block.periods.iter().copied();
                    open.extend(free.filter(|p| is_free(case, mentor, *p)));
                }
            }
            let lacking = (params.get("least") - seen).max(0);
            wanted.push((lacking as usize, open));
        }
        let all: usize = wanted.iter().map(|(lacking, _)| lacking).sum();
        sum += (all - flow(&wanted)) as i64;
    }
    sum
}

/// How many periods can be handed out, each to one who can use it and wants more: shortest chains of handing on, one
/// after the other, until there is none.
fn flow(wanted: &[(usize, BTreeSet<usize>)]) -> usize {
    let mut owner: BTreeMap<usize, usize> = BTreeMap::new();
    loop {
        let has = |who: usize| owner.values().filter(|o| **o == who).count();
        let mut queue: Vec<usize> = (0..wanted.len())
            .filter(|w| has(*w) < wanted[*w].0)
            .collect();
        // Through which period, and from whom, each person was reached.
        let mut reached: BTreeMap<usize, Option<(usize, usize)>> =
            queue.iter().map(|who| (*who, None)).collect();
        let mut end = None;
        let mut next = 0;
        while next < queue.len() && end.is_none() {
            let who = queue[next];
            next += 1;
            for period in &wanted[who].1 {
                match owner.get(period) {
                    None => {
                        end = Some((who, *period));
                        break;
                    }
                    Some(other) if !reached.contains_key(other) => {
                        reached.insert(*other, Some((who, *period)));
                        queue.push(*other);
                    }
                    Some(_) => {}
                }
            }
        }
        let Some((mut who, mut period)) = end else {
            return owner.len();
        };
        // The last of the chain takes the free period, and gives the one it had to who asked for it.
        loop {
            owner.insert(period, who);
            match reached.get(&who) {
                Some(Some((before, handed))) => (who, period) = (*before, *handed),
                _ => break,
            }
        }
    }
}

/// T4: afternoons without a period in which all members are free, and groups whose mentor is free with them in none.
pub(crate) fn t4_afternoon_talk(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for group in interns(case) {
        let members = people(case, group);
        let mut met = Vec::new();
        let mut days = 0;
        for afternoon in halves(case, group, HalfDay::Afternoon) {
            if afternoon.is_empty() {
                continue;
            }
            days += 1;
            let all_free = |p: &usize| members.iter().all(|m| is_free(case, *m, *p));
            let common: Vec<usize> = afternoon.into_iter().filter(all_free).collect();
            sum += i64::from(common.is_empty());
            met.extend(common);
        }
        if let Some(mentor) = group.mentor.as_ref().and_then(|m| place_in_staff(case, m))
            && days > 0
        {
            sum += i64::from(!met.iter().any(|p| is_free(case, mentor, *p)));
        }
    }
    sum
}

/// T5: common free periods that afternoons lack.
pub(crate) fn t5_prepare_together(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for group in interns(case) {
        let members = people(case, group);
        for afternoon in halves(case, group, HalfDay::Afternoon) {
            let asked = params.get("least").min(afternoon.len() as i64);
            let all_free = |p: &&usize| members.iter().all(|m| is_free(case, *m, **p));
            let common = afternoon.iter().filter(all_free).count() as i64;
            sum += (asked - common).max(0);
        }
    }
    sum
}

/// T7: of a lesson together, a lesson to watch and a period to prepare with somebody experienced, those that people in
/// training on the job lack.
pub(crate) fn t7_in_service(case: &Case, params: &Params) -> i64 {
    let periods = || 0..case.week.periods.len();
    let mut sum = 0;
    let groups = case.school.trainees.iter();
    for group in groups.filter(|g| g.kind == TraineeKind::InService) {
        let mentor = group.mentor.as_ref().and_then(|m| place_in_staff(case, m));
        for member in people(case, group) {
            let own = case.jobs.iter().filter(|j| j.teacher == Some(member));
            let subjects: BTreeSet<&str> = own
                .map(|job| case.lessons[job.lesson].lesson.subject.as_str())
                .collect();
            if subjects.is_empty() {
                continue;
            }
            let mut colleagues = Vec::new();
            for (at, person) in case.staff() {
                let experienced = i64::from(person.experience) >= params.get("experience");
                let mut taught = case.counting(at);
                let shares = taught
                    .any(|j| subjects.contains(case.lessons[j.lesson].lesson.subject.as_str()));
                let by_right = experienced && !is_starter(person) && shares;
                if at != member && (by_right || Some(at) == mentor) {
                    colleagues.push(at);
                }
            }
            let together = case
                .week
                .blocks
                .iter()
                .filter(|b| b.start.is_some())
                .any(|block| {
                    let there = |job: &&Job| {
                        job.lesson == block.lesson
                            && attends(job, &case.lessons[job.lesson], block.block)
                    };
                    let present = || case.jobs.iter().filter(there);
                    present().any(|j| j.teacher == Some(member))
                        && present().any(|j| {
                            j.counts() && j.teacher.is_some_and(|t| colleagues.contains(&t))
                        })
                });
            let any = |wanted: &dyn Fn(usize, usize) -> bool| {
                periods()
                    .any(|p| is_free(case, member, p) && colleagues.iter().any(|c| wanted(*c, p)))
            };
            sum += i64::from(!together)
                + i64::from(!any(&|colleague, p| teaches(case, colleague, p)))
                + i64::from(!any(&|colleague, p| is_free(case, colleague, p)));
        }
    }
    sum
}

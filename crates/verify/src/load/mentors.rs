//! M2, M3, M4, M5, M14, M15, V1, U1: facts about mentors, responsibility and tasks (memo 1.1 and 2.1, law).

use std::collections::BTreeMap;

use uurwerk_model::{BudgetKind, FTE, Graad, SubjectId, TaskKind, Teacher};

use crate::case::{Case, hours22};
use crate::rules::Params;

/// Mentees and mentoring work of a teacher.
fn mentoring(case: &Case, teacher: &Teacher) -> (i64, i64) {
    let pairs = case.school.mentoring.pairs.iter();
    let mentees = pairs.filter(|pair| pair.mentor == teacher.id).count() as i64;
    let mut load = 0;
    for task in &teacher.tasks {
        if task.kind == TaskKind::Mentoring {
            load += task.load.0;
        }
    }
    (mentees, load)
}

fn is_mentor(case: &Case, teacher: &Teacher) -> bool {
    let named = teacher.tasks.iter().any(|t| t.kind == TaskKind::Mentoring);
    named || mentoring(case, teacher).0 > 0
}

/// M2: hours that mentors are short of what their mentees ask.
pub(crate) fn m2_mentor_time(case: &Case, params: &Params) -> i64 {
    let short = |(_, teacher): (usize, &Teacher)| {
        let (mentees, load) = mentoring(case, teacher);
        hours22((mentees * FTE / params.get("ratio").max(1) - load).max(0))
    };
    case.staff().map(short).sum()
}

/// M3: mentees beyond the hours, or beyond the span.
pub(crate) fn m3_mentees(case: &Case, params: &Params) -> i64 {
    let many = |(_, teacher): (usize, &Teacher)| {
        let (mentees, load) = mentoring(case, teacher);
        let beyond_hours = mentees - params.get("ratio") * load / FTE;
        beyond_hours.max(mentees - params.get("span")).max(0)
    };
    case.staff().map(many).sum()
}

/// M4: mentor hours beyond need and slack, or need without any hours.
pub(crate) fn m4_no_filler(case: &Case, params: &Params) -> i64 {
    let off = |(_, teacher): (usize, &Teacher)| {
        let (mentees, load) = mentoring(case, teacher);
        let need = hours22(mentees * FTE / params.get("ratio").max(1));
        if hours22(load.max(0)) == 0 {
            need
        } else {
            (hours22(load) - need - params.get("slack")).max(0)
        }
    };
    case.staff().map(off).sum()
}

/// M5: mentors with too few years, or who did not agree.
pub(crate) fn m5_profile(case: &Case, params: &Params) -> i64 {
    let unfit = |(_, t): &(usize, &Teacher)| {
        let fit = i64::from(t.experience) >= params.get("years") && t.mentor;
        is_mentor(case, t) && !fit
    };
    case.staff().filter(unfit).count() as i64
}

/// The two of every pair.
fn pairs<'a>(case: &'a Case) -> Vec<(&'a Teacher, &'a Teacher)> {
    let staff: BTreeMap<_, _> = case.school.staff.iter().map(|t| (&t.id, t)).collect();
    let pairs = case.school.mentoring.pairs.iter();
    let known = pairs.filter_map(|p| Some((*staff.get(&p.mentor)?, *staff.get(&p.starter)?)));
    known.collect()
}

/// M14: pairs in which one evaluates the other.
pub(crate) fn m14_confidant(case: &Case, _: &Params) -> i64 {
    let judging = |(a, b): &(&Teacher, &Teacher)| {
        a.evaluator.as_ref() == Some(&b.id) || b.evaluator.as_ref() == Some(&a.id)
    };
    pairs(case).into_iter().filter(judging).count() as i64
}

/// M15: pairs without a subject or graad in common.
pub(crate) fn m15_match(case: &Case, _: &Params) -> i64 {
    let subjects = |t: &Teacher| -> Vec<SubjectId> {
        t.qualifications.iter().map(|q| q.subject.clone()).collect()
    };
    let graden = |t: &Teacher| -> Vec<Graad> {
        t.qualifications
            .iter()
            .flat_map(|q| q.graden.clone())
            .collect()
    };
    let mut apart = 0;
    for (mentor, starter) in pairs(case) {
        let own = subjects(starter);
        let subject = subjects(mentor).iter().any(|s| own.contains(s));
        let own = graden(starter);
        let graad = graden(mentor).iter().any(|g| own.contains(g));
        apart += i64::from(!subject && !graad);
    }
    apart
}

/// V1: responsibilities of teachers with too few years.
pub(crate) fn v1_responsibility(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (_, teacher) in case.staff() {
        if i64::from(teacher.experience) >= params.get("years") {
            continue;
        }
        sum += i64::from(is_mentor(case, teacher));
        let coordination = |kind: TaskKind| kind == TaskKind::Coordination;
        sum += i64::from(teacher.tasks.iter().any(|task| coordination(task.kind)));
        for class in &case.school.classes {
            let hard = i64::from(class.difficulty) >= params.get("threshold");
            sum += i64::from(hard && class.titularis.as_ref() == Some(&teacher.id));
        }
    }
    sum
}

/// U1: hours of tasks paid from the package, or by no line, above a part of it.
pub(crate) fn u1_bpt(case: &Case, params: &Params) -> i64 {
    let mut package = 0;
    let mut lines = Vec::new();
    for line in &case.school.budget {
        if line.kind == BudgetKind::Ordinary || line.kind == BudgetKind::Bpt {
            package += i64::from(line.hours);
            lines.push(&line.id);
        }
    }
    let mut units = 0;
    for task in case.school.staff.iter().flat_map(|t| &t.tasks) {
        if task
            .budget_line
            .as_ref()
            .is_none_or(|line| lines.contains(&line))
        {
            units += task.load.0;
        }
    }
    if package == 0 {
        return 0;
    }
    (hours22(units) - package * params.get("percent") / 100).max(0)
}

//! S4, S5, P2, P3, P4, P6, T6: classes, sites, marking, pupils and trainees of a teacher (memo 2.2, 3.1.1).

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{FTE, Lesson, Role, SchoolDocument};

use crate::case::{Case, ceil, is_starter, part_pupils};
use crate::rules::Params;

/// S4: different classes of a starter above the most.
pub(crate) fn s4_classes(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.starters() {
        let most = if teacher.experience <= 1 {
            "year_1"
        } else {
            "year_2"
        };
        sum += (classes(case, at).len() as i64 - params.get(most)).max(0);
    }
    sum
}

/// The classes that a teacher sees in counting positions.
fn classes(case: &Case, teacher: usize) -> BTreeSet<usize> {
    let mut classes = BTreeSet::new();
    for job in case.counting(teacher) {
        classes.extend(case.lessons[job.lesson].classes.iter().copied());
    }
    classes
}

/// S5: different sites of a starter's lessons above the most.
pub(crate) fn s5_sites(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, _) in case.starters() {
        let mut sites = BTreeSet::new();
        for job in case.counting(at) {
            sites.extend(site(case.school, case.lessons[job.lesson].lesson));
        }
        sum += (sites.len() as i64 - params.get("max")).max(0);
    }
    sum
}

/// Where a lesson must be: the only site of all rooms that suit its first need of which that can be said.
fn site<'a>(school: &'a SchoolDocument, lesson: &Lesson) -> Option<&'a str> {
    for need in &lesson.rooms {
        let mut sites: BTreeSet<Option<&str>> = BTreeSet::new();
        for room in &school.rooms {
            if need.kind.as_ref() == Some(&room.kind) || need.any_of.contains(&room.id) {
                sites.insert(room.site.as_ref().map(|site| site.as_str()));
            }
        }
        if sites.len() == 1
            && let Some(Some(site)) = sites.first()
        {
            return Some(site);
        }
    }
    None
}

/// P2: marking above a share of the most, in whole hours.
pub(crate) fn p2_marking(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        let mut minutes = 0;
        for job in case.counting(at) {
            minutes += job.hours * case.lessons[job.lesson].pupils * params.get("minutes");
        }
        let most = params.get("max") * 60 * teacher.contract.target.0 / FTE;
        sum += ceil((minutes - most).max(0), 60);
    }
    sum
}

/// P3: pupils above a share of the most; of each class the most in one lesson.
pub(crate) fn p3_pupils(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        let mut most: BTreeMap<usize, i64> = BTreeMap::new();
        for job in case.counting(at) {
            for class in &case.lessons[job.lesson].classes {
                let here = in_lesson(case, job.lesson, *class);
                most.entry(*class)
                    .and_modify(|m| *m = here.max(*m))
                    .or_insert(here);
            }
        }
        let known: i64 = most.values().sum();
        sum += (known - ceil(params.get("max") * teacher.contract.target.0, FTE)).max(0);
    }
    sum
}

/// P4: contacts with parents above a share of the most; a pupil of the own class is several.
pub(crate) fn p4_parents(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        let mut contacts = 0;
        for (c, class) in case.school.classes.iter().enumerate() {
            let with = case.counting(at).map(|job| job.lesson);
            let with = with.filter(|lesson| case.lessons[*lesson].classes.contains(&c));
            let most = with.map(|lesson| in_lesson(case, lesson, c)).max();
            let own = class.titularis.as_ref() == Some(&teacher.id);
            contacts += most.unwrap_or(0) * if own { params.get("own") } else { 1 };
        }
        sum += (contacts - ceil(params.get("max") * teacher.contract.target.0, FTE)).max(0);
    }
    sum
}

/// How many pupils of a class are in a lesson.
fn in_lesson(case: &Case, lesson: usize, class: usize) -> i64 {
    let class = &case.school.classes[class];
    let mut sum = 0;
    for group in &case.lessons[lesson].lesson.groups {
        if group.class == class.id {
            let part = group
                .part
                .as_ref()
                .and_then(|part| part_pupils(class, part));
            sum += part.unwrap_or(i64::from(class.pupils));
        }
    }
    sum
}

/// P6: hours of a titularis short with the own class, and class-hours short of the mean.
pub(crate) fn p6_own_class(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        for (c, class) in case.school.classes.iter().enumerate() {
            if class.titularis.as_ref() == Some(&teacher.id) {
                let own = case.counting(at);
                let own = own.filter(|job| case.lessons[job.lesson].classes.contains(&c));
                let hours: i64 = own.map(|job| job.hours).sum();
                sum += (params.get("own") - hours).max(0);
            }
        }
        let own = case.counting(at);
        let hours = own.map(|job| job.hours * case.lessons[job.lesson].classes.len() as i64);
        let asked = params.get("mean") * classes(case, at).len() as i64;
        sum += (asked - hours.sum::<i64>()).max(0);
    }
    sum
}

/// T6: hours of trainees in the lessons that somebody leads, beyond what they can carry: none for a starter.
pub(crate) fn t6_hosts(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, person) in case.staff() {
        let mut hosted = 0;
        for lead in case.counting(at).filter(|job| job.role == Role::Lead) {
            let same = case.jobs.iter().filter(|job| job.lesson == lead.lesson);
            let trainees = same.filter(|job| job.role == Role::Trainee);
            hosted += trainees.map(|job| job.hours).sum::<i64>();
        }
        let most = if is_starter(person) {
            0
        } else {
            params.get("most")
        };
        sum += (hosted - most).max(0);
    }
    sum
}

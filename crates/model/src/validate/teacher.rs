//! Staff: contracts that can be kept, rights and qualifications that fit them, names that exist.

use std::collections::BTreeSet;

use super::{Check, Known};
use crate::{Diagnostic, FteUnits, Teacher, TeacherIx};

pub(super) fn check(check: &mut Check) {
    let staff = &check.document.staff;
    check.ids("/staff", staff.iter().map(|t| t.id.as_str()));
    let room_sites: BTreeSet<&str> = check
        .document
        .rooms
        .iter()
        .filter_map(|r| r.site.as_ref())
        .map(|s| s.as_str())
        .collect();
    for (at, teacher) in staff.iter().enumerate() {
        let place = format!("/staff/{at}");
        uw0103_references(check, &place, teacher, &room_sites);
        uw0120_contract_in_order(check, &place, teacher);
        uw0121_negative_amount(check, &place, teacher);
        uw0122_tasks_above_contract(check, &place, teacher);
        uw0124_right_above_contract(check, &place, teacher);
        uw0125_empty_right(check, &place, teacher);
        uw0126_nothing_to_teach(check, &place, TeacherIx::from(at));
        uw0128_qualification_twice(check, &place, teacher);
        uw0129_own_evaluator(check, &place, teacher);
        uw0130_never_available(check, &place, TeacherIx::from(at));
        uw0131_right_without_qualification(check, &place, teacher);
    }
}

fn uw0103_references(check: &mut Check, place: &str, teacher: &Teacher, sites: &BTreeSet<&str>) {
    let school = check.school;
    for (i, qualification) in teacher.qualifications.iter().enumerate() {
        let subject = &qualification.subject;
        let at = format!("{place}/qualifications/{i}/subject");
        check.known(
            school.subject_ix(subject).into(),
            at,
            subject.as_str(),
            "subjects",
        );
    }
    for (i, previous) in teacher.previous.iter().enumerate() {
        let at = format!("{place}/previous/{i}");
        let subject = &previous.subject;
        check.known(
            school.subject_ix(subject).into(),
            format!("{at}/subject"),
            subject.as_str(),
            "subjects",
        );
        if let Some(class) = &previous.class {
            check.known(
                school.class_ix(class).into(),
                format!("{at}/class"),
                class.as_str(),
                "classes",
            );
        }
    }
    for (i, right) in teacher.rights.iter().enumerate() {
        for (j, subject) in right.subjects.iter().enumerate() {
            let at = format!("{place}/rights/{i}/subjects/{j}");
            check.known(
                school.subject_ix(subject).into(),
                at,
                subject.as_str(),
                "subjects",
            );
        }
    }
    for (i, task) in teacher.tasks.iter().enumerate() {
        if let Some(line) = &task.budget_line {
            let at = format!("{place}/tasks/{i}/budget_line");
            check.known(school.budget_line(line).into(), at, line.as_str(), "budget");
        }
    }
    for (i, site) in teacher.sites.iter().enumerate() {
        let known = sites.get(site.as_str()).into();
        check.known(known, format!("{place}/sites/{i}"), site.as_str(), "rooms");
    }
    if let Some(evaluator) = &teacher.evaluator {
        let known: Known = school.teacher_ix(evaluator).into();
        check.known(
            known,
            format!("{place}/evaluator"),
            evaluator.as_str(),
            "staff",
        );
    }
}

fn uw0120_contract_in_order(check: &mut Check, place: &str, teacher: &Teacher) {
    let c = teacher.contract;
    if !(c.min <= c.target && c.target <= c.max) {
        check.add(
            Diagnostic::error("UW0120", format!("{place}/contract"))
                .with("teacher", teacher.id.as_str())
                .with("min", c.min.to_string())
                .with("target", c.target.to_string())
                .with("max", c.max.to_string()),
        );
    }
}

fn uw0121_negative_amount(check: &mut Check, place: &str, teacher: &Teacher) {
    let c = teacher.contract;
    let contract = [("min", c.min), ("target", c.target), ("max", c.max)];
    let contract = contract.map(|(name, amount)| (format!("contract/{name}"), amount));
    let tasks = teacher.tasks.iter().enumerate();
    let tasks = tasks.map(|(i, task)| (format!("tasks/{i}/load"), task.load));
    for (field, amount) in contract.into_iter().chain(tasks) {
        if amount < FteUnits::ZERO {
            let fault = Diagnostic::error("UW0121", format!("{place}/{field}"));
            check.add(fault.with("value", amount.to_string()));
        }
    }
}

fn uw0122_tasks_above_contract(check: &mut Check, place: &str, teacher: &Teacher) {
    if teacher.task_load() > teacher.contract.max {
        check.add(
            Diagnostic::error("UW0122", format!("{place}/tasks"))
                .with("teacher", teacher.id.as_str())
                .with("tasks", teacher.task_load().to_string())
                .with("max", teacher.contract.max.to_string()),
        );
    }
}

fn uw0124_right_above_contract(check: &mut Check, place: &str, teacher: &Teacher) {
    for (i, right) in teacher.rights.iter().enumerate() {
        if right.volume > teacher.contract.max {
            check.add(
                Diagnostic::error("UW0124", format!("{place}/rights/{i}/volume"))
                    .with("teacher", teacher.id.as_str())
                    .with("volume", right.volume.to_string())
                    .with("max", teacher.contract.max.to_string()),
            );
        }
    }
}

fn uw0125_empty_right(check: &mut Check, place: &str, teacher: &Teacher) {
    for (i, right) in teacher.rights.iter().enumerate() {
        if right.volume <= FteUnits::ZERO {
            let fault = Diagnostic::error("UW0125", format!("{place}/rights/{i}/volume"));
            check.add(fault.with("value", right.volume.to_string()));
        }
    }
}

/// A teacher without any qualification can only do tasks and what is locked: a contract whose
/// minimum lies above both can never be kept. A lower minimum is fine (a mentor without lessons).
fn uw0126_nothing_to_teach(check: &mut Check, place: &str, ix: TeacherIx) {
    let teacher = check.school.teacher(ix);
    if !teacher.qualifications.is_empty() {
        return;
    }
    let locked: FteUnits = check
        .held(ix)
        .into_iter()
        .map(|(lesson, position)| check.school.position_load(lesson, position))
        .sum();
    let settled = teacher.task_load() + locked;
    if teacher.contract.min > settled {
        check.add(
            Diagnostic::error("UW0126", format!("{place}/qualifications"))
                .with("teacher", teacher.id.as_str())
                .with("min", teacher.contract.min.to_string())
                .with("settled", settled.to_string()),
        );
    }
}

fn uw0128_qualification_twice(check: &mut Check, place: &str, teacher: &Teacher) {
    let mut seen = BTreeSet::new();
    for (i, qualification) in teacher.qualifications.iter().enumerate() {
        for graad in &qualification.graden {
            if !seen.insert((&qualification.subject, *graad)) {
                check.add(
                    Diagnostic::warning("UW0128", format!("{place}/qualifications/{i}"))
                        .with("teacher", teacher.id.as_str())
                        .with("subject", qualification.subject.as_str())
                        .with("graad", i64::from(graad.0)),
                );
            }
        }
    }
}

fn uw0129_own_evaluator(check: &mut Check, place: &str, teacher: &Teacher) {
    if teacher.evaluator.as_ref() == Some(&teacher.id) {
        let fault = Diagnostic::error("UW0129", format!("{place}/evaluator"));
        check.add(fault.with("teacher", teacher.id.as_str()));
    }
}

fn uw0130_never_available(check: &mut Check, place: &str, ix: TeacherIx) {
    let teacher = check.school.teacher(ix);
    let free = check.school.slots().len() - check.school.unavailable(ix).len();
    if free == 0 && teacher.contract.min > teacher.task_load() {
        let fault = Diagnostic::error("UW0130", format!("{place}/wishes"));
        check.add(fault.with("teacher", teacher.id.as_str()));
    }
}

fn uw0131_right_without_qualification(check: &mut Check, place: &str, teacher: &Teacher) {
    for (i, right) in teacher.rights.iter().enumerate() {
        let fits = |q: &crate::Qualification| {
            (right.subjects.is_empty() || right.subjects.contains(&q.subject))
                && (right.graden.is_empty() || q.graden.iter().any(|g| right.graden.contains(g)))
        };
        let is_general = right.subjects.is_empty() && right.graden.is_empty();
        if !is_general && !teacher.qualifications.iter().any(fits) {
            let fault = Diagnostic::warning("UW0131", format!("{place}/rights/{i}"));
            check.add(fault.with("teacher", teacher.id.as_str()));
        }
    }
}

//! The budget of uren-leraar: lines that hold what is charged to them and pay for what they may.

use std::collections::BTreeMap;

use super::Check;
use crate::{BudgetKind, BudgetLineId, Diagnostic, SubjectKind};

/// One lesson hour at noemer 22 in units: the coin of tasks, whose hours have no noemer of their own.
const HOUR: i64 = 6_090;

pub(super) fn check(check: &mut Check) {
    let budget = &check.document.budget;
    check.ids("/budget", budget.iter().map(|b| b.id.as_str()));
    uw0163_overdrawn(check);
    uw0164_not_religion(check);
}

/// Uren-leraar charged to each line: lesson hours of counting positions, and tasks rounded up.
fn charged(check: &Check) -> BTreeMap<BudgetLineId, i64> {
    let mut charged: BTreeMap<BudgetLineId, i64> = BTreeMap::new();
    for lesson in &check.document.lessons {
        let Some(line) = &lesson.budget_line else {
            continue;
        };
        let counting = lesson.positions.iter().filter(|p| p.role.counts());
        let hours: i64 = counting
            .map(|p| i64::from(p.hours.unwrap_or(lesson.hours)))
            .sum();
        *charged.entry(line.clone()).or_default() += hours;
    }
    let tasks = check.document.staff.iter().flat_map(|t| &t.tasks);
    let mut units: BTreeMap<BudgetLineId, i64> = BTreeMap::new();
    for task in tasks {
        if let Some(line) = &task.budget_line {
            *units.entry(line.clone()).or_default() += task.load.0;
        }
    }
    for (line, units) in units {
        *charged.entry(line).or_default() += (units.max(0) + HOUR - 1) / HOUR;
    }
    charged
}

fn uw0163_overdrawn(check: &mut Check) {
    let charged = charged(check);
    for (at, line) in check.document.budget.iter().enumerate() {
        let used = charged.get(&line.id).copied().unwrap_or(0);
        if used > i64::from(line.hours) {
            check.add(
                Diagnostic::warning("UW0163", format!("/budget/{at}/hours"))
                    .with("line", line.name.as_str())
                    .with("n", used)
                    .with("hours", i64::from(line.hours)),
            );
        }
    }
}

/// Hours of a religion line pay lessons of religion or ethics, nothing else.
fn uw0164_not_religion(check: &mut Check) {
    let school = check.school;
    let is_religion_line = |id: &Option<BudgetLineId>| {
        let line = id.as_ref().and_then(|id| school.budget_line(id));
        line.is_some_and(|line| line.kind == BudgetKind::Religion)
    };
    for (at, lesson) in check.document.lessons.iter().enumerate() {
        let subject = school
            .subject_ix(&lesson.subject)
            .map(|ix| school.subject(ix));
        if is_religion_line(&lesson.budget_line)
            && subject.is_some_and(|s| s.kind != SubjectKind::Religion)
        {
            let fault = Diagnostic::error("UW0164", format!("/lessons/{at}/budget_line"));
            check.add(fault.with("item", lesson.id.as_str()));
        }
    }
    for (at, teacher) in check.document.staff.iter().enumerate() {
        for (i, task) in teacher.tasks.iter().enumerate() {
            if is_religion_line(&task.budget_line) {
                let place = format!("/staff/{at}/tasks/{i}/budget_line");
                check.add(Diagnostic::error("UW0164", place).with("item", task.name.as_str()));
            }
        }
    }
}

//! The budget of uren-leraar: lines that suffice for the lessons and tasks of the school.

use uurwerk_model::{BudgetKind, BudgetLine, FTE, Lesson, Teacher};

/// The line of ordinary lessons.
pub(super) const ORDINARY: &str = "GEW";
/// The earmarked line of religion and ethics.
pub(super) const RELIGION: &str = "LBV";
/// The line of support for starters.
pub(super) const ONBOARDING: &str = "AANV";
/// The line of hours that are no lessons.
pub(super) const BPT: &str = "BPT";

/// The lines with the hours that lessons and tasks take, and a small reserve.
pub(super) fn lines(lessons: &[Lesson], staff: &[Teacher]) -> Vec<BudgetLine> {
    let lesson_hours = |id: &str| -> u32 {
        let own = lessons
            .iter()
            .filter(|l| l.budget_line.as_ref().is_some_and(|b| b.as_str() == id));
        own.flat_map(|l| l.positions.iter().map(|p| p.hours.unwrap_or(l.hours)))
            .map(u32::from)
            .sum()
    };
    let task_hours = |id: &str| -> u32 {
        let tasks = staff.iter().flat_map(|t| &t.tasks);
        let own = tasks.filter(|t| t.budget_line.as_ref().is_some_and(|b| b.as_str() == id));
        let load: i64 = own.map(|t| t.load.0).sum();
        // Counted at 22 hours for a full-time job; parts of an hour are paid as a whole one.
        u32::try_from((load * 22 + FTE - 1) / FTE).unwrap_or_default()
    };
    let line = |id: &str, name: &str, kind, reserve: u32| {
        let hours = lesson_hours(id) + task_hours(id);
        BudgetLine {
            id: id.into(),
            name: name.to_owned(),
            kind,
            hours: hours + hours * reserve / 100 + 1,
        }
    };
    vec![
        line(ORDINARY, "gewone uren-leraar", BudgetKind::Ordinary, 2),
        line(RELIGION, "uren levensbeschouwing", BudgetKind::Religion, 0),
        line(ONBOARDING, "aanvangsbegeleiding", BudgetKind::Onboarding, 5),
        line(BPT, "bijzondere pedagogische taken", BudgetKind::Bpt, 0),
    ]
}

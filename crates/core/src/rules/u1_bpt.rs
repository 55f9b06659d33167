//! Hours that are no lessons stay a small part of the package (BPT).
//!
//! The package is the hours of the budget's lines for ordinary hours and BPT; without such lines there is nothing to
//! measure. Deviation: hours at noemer 22 of tasks that one of those lines pays, or none, together rounded up, above
//! `percent` of the package, rounded down, in hours.
//! Source: law (Codex Secundair Onderwijs, art. 212): more needs the consent of the local committee.

use uurwerk_model::{BudgetKind, BudgetLine, Finding, Mode, figure};

use super::telling::Telling;
use super::{Body, Modes, Param, Rule, Setting, Source};
use crate::allocate::whole_hours;
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "U1",
    source: Source::Law("Codex Secundair Onderwijs, art. 212"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Measure),
    weight: 10,
    params: &[Param {
        name: "percent",
        default: figure("bpt-percent"),
        min: 0,
        max: 100,
    }],
    body: Body::Fact(measure),
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let school = case.school;
    let lines = school.document().budget.iter();
    let package: i64 = lines
        .filter(|l| is_package(l))
        .map(|l| i64::from(l.hours))
        .sum();
    let tasks = school.staff().iter().flat_map(|t| &t.tasks);
    let own = tasks.filter(|task| {
        let line = task.budget_line.as_ref();
        line.is_none_or(|id| school.budget_line(id).is_some_and(is_package))
    });
    let used = whole_hours(own.map(|task| task.load.0).sum());
    let most = package * setting.param("percent") / 100;
    if package == 0 || used <= most {
        return Vec::new();
    }
    let finding = Telling::of(school, "finding-U1", used - most);
    vec![finding.with("hours", used).with("max", most).done()]
}

fn is_package(line: &BudgetLine) -> bool {
    matches!(line.kind, BudgetKind::Ordinary | BudgetKind::Bpt)
}

#[cfg(test)]
mod tests {
    use super::super::mentors::testing::mia;
    use uurwerk_model::{BudgetKind, BudgetLine};

    #[test]
    fn tasks_above_three_percent_count_unless_another_line_pays() {
        let line = |id: &str, kind, hours| BudgetLine {
            id: id.into(),
            name: id.into(),
            kind,
            hours,
        };
        let lines = || {
            vec![
                line("all", BudgetKind::Ordinary, 150),
                line("start", BudgetKind::Onboarding, 9),
            ]
        };
        let tiny = |by: Option<&str>| {
            let by = by.map(Into::into);
            mia(9, Some(6), 1).with(|school| {
                school.budget = lines();
                school.staff[0].tasks[0].budget_line = by;
            })
        };
        assert_eq!(tiny(None).deviation("U1", &[]), 2); // 6 hours; 3 % of 150 are 4
        assert_eq!(tiny(Some("all")).deviation("U1", &[]), 2);
        assert_eq!(tiny(Some("start")).deviation("U1", &[]), 0);
        assert_eq!(mia(9, Some(6), 1).deviation("U1", &[]), 0); // no budget, no package
    }
}

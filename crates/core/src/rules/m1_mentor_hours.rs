//! Mentors have hours.
//!
//! Needed: starters / `ratio` full-time equivalents; available: the mentoring tasks of the staff.
//! Deviation: what is short, in hours at noemer 22, rounded up.
//! Source: memo 2.1 (one full-time mentor for about twenty starters).

use uurwerk_model::{FTE, Finding, FteUnits, Message, Mode, TaskKind, figure};

use super::{Body, Modes, Param, Rule, Setting, Source};
use crate::allocate::{STARTER_YEARS, whole_hours};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M1",
    source: Source::Memo("2.1"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Measure),
    weight: 10,
    params: &[Param {
        name: "ratio",
        default: figure("mentor-ratio"),
        min: 1,
        max: 100,
    }],
    body: Body::Fact(measure),
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let staff = case.school.staff();
    let starters = staff.iter().filter(|t| t.is_starter(STARTER_YEARS)).count() as i64;
    let needed = starters * FTE / setting.param("ratio");
    let tasks = staff.iter().flat_map(|t| &t.tasks);
    let mentoring = tasks.filter(|task| task.kind == TaskKind::Mentoring);
    let available: i64 = mentoring.map(|task| task.load.0).sum();
    let deviation = whole_hours(needed - available);
    if deviation == 0 {
        return Vec::new();
    }
    let message = Message::new("finding-M1")
        .with("n", deviation)
        .with("starters", starters)
        .with("available", FteUnits(available).to_string())
        .with("needed", FteUnits(needed).to_string());
    vec![Finding {
        deviation,
        message,
        people: Vec::new(),
        classes: Vec::new(),
        lessons: Vec::new(),
    }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tiny::Tiny;

    #[test]
    fn three_starters_ask_for_three_twentieths() {
        let tiny = |mentor_hours| {
            let mut tiny = Tiny::new()
                .class("1A", 1, 0)
                .lesson("L1", "WIS", &["1A"], 4);
            for id in ["ann", "bob", "cas"] {
                tiny = tiny.teacher(id, 1, [0, 8, 22], &["WIS"]);
            }
            tiny.teacher("dre", 9, [0, 8, 22], &["WIS"]).with(|school| {
                school.staff[3].tasks.push(uurwerk_model::Task {
                    name: "mentor".into(),
                    kind: TaskKind::Mentoring,
                    load: crate::tiny::hours(mentor_hours),
                    budget_line: None,
                });
            })
        };
        // 3 / 20 of 22 hours is 3.3 hours.
        assert_eq!(tiny(1).deviation("M1", &[]), 3); // 2.3, rounded up
        assert_eq!(tiny(4).deviation("M1", &[]), 0);
    }
}

//! Mentors have hours.
//!
//! Needed: starters / `ratio` full-time equivalents; available: the mentoring tasks of the staff.
//! Deviation: what is short, in hours at noemer 22, rounded up.
//! Source: memo 2.1 (one full-time mentor for about twenty starters).

use uurwerk_model::{FTE, Finding, FteUnits, Message, Mode, TaskKind};

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
        default: 20,
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

//! A guard against burn-out: several burdens at once.
//!
//! Four burdens of a teacher, each in points from 0 to 100 with 50 at its limit: work against the fair share of B1 (with
//! its usual minutes), preparations (limits of P1), graden (one for starters, two for others) and hours in hard classes
//! (limits of D1; the last for everybody else). A burden is `min(100, 50 x amount / limit)`, rounded down, and 100 for
//! any amount above a limit of 0. The index is the mean of the four, rounded down. Deviation of a teacher: points above
//! `threshold`. Measured on what is decided; the rules behind the burdens are what steers. It is about a load on paper
//! and says nothing about a person.
//! Source: memo 2.2 ("mechanismen die nieuwe leraren beschermen tegen een burn-out").

use uurwerk_model::{Finding, Mode, TeacherIx, figure};

use super::b1_workload::{Workload, minutes};
use super::telling::Telling;
use super::{Body, Modes, Param, Rule, Setting, Source};
use crate::allocate::{Facts, Staffing, TeacherLoad};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "P7",
    source: Source::Memo("2.2"),
    unit: "unit-points",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[
        minutes("contact", figure("minutes-contact")),
        minutes("repeat", figure("minutes-repeat")),
        minutes("prep", figure("minutes-prep")),
        minutes("starter_prep", figure("minutes-prep-starter")),
        minutes("marking", figure("minutes-marking")),
        Param {
            name: "hard",
            default: figure("hard-threshold"),
            min: 0,
            max: 100,
        },
        Param {
            name: "threshold",
            default: figure("risk-threshold"),
            min: 0,
            max: 100,
        },
    ],
    body: Body::Fact(measure),
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let facts = Facts::of(case.school);
    let staffing = Staffing::of(&facts, case.allocation);
    let work = Workload::of(&facts, setting);
    let threshold = setting.param("threshold");
    let findings = facts.teachers().filter_map(|teacher| {
        let burdens = burdens(
            &facts,
            &work,
            &staffing.load(teacher),
            setting.param("hard"),
        );
        let index = burdens.iter().sum::<i64>() / 4;
        (index > threshold).then(|| {
            let finding = Telling::of(case.school, "finding-P7", index - threshold);
            let finding = finding.teacher("teacher", teacher).with("index", index);
            let names = ["work", "preparations", "graden", "hard"]
                .into_iter()
                .zip(burdens);
            let finding = names.fold(finding, |all, (name, points)| all.with(name, points));
            finding.with("max", threshold).done()
        })
    });
    findings.collect()
}

fn burdens(facts: &Facts, work: &Workload, load: &TeacherLoad, hard: i64) -> [i64; 4] {
    let [preps, graden, hours] = limits(facts, load.teacher);
    let hard = load.sum(|post| i64::from(post.difficulty >= hard) * post.hours);
    [
        points(work.work(load), work.fair(load.teacher)),
        points(load.distinct(|post| post.prep), preps),
        points(load.distinct(|post| post.graad), graden),
        points(hard, hours),
    ]
}

/// The limits of preparations, graden and hours in hard classes.
fn limits(facts: &Facts, teacher: TeacherIx) -> [i64; 3] {
    const FIRST: [i64; 3] = [
        figure("preparations-year-1"),
        figure("graden-most"),
        figure("hard-hours-year-1"),
    ];
    const SECOND: [i64; 3] = [
        figure("preparations-year-2"),
        figure("graden-most"),
        figure("hard-hours-year-2"),
    ];
    const LATER: [i64; 3] = [
        figure("preparations-year-2"),
        figure("graden-most"),
        figure("hard-hours-later"),
    ];
    const OTHERS: [i64; 3] = [figure("preparations-others"), 2, figure("hard-hours-later")];
    match (
        facts.is_starter(teacher),
        facts.school.teacher(teacher).experience,
    ) {
        (true, 0..=1) => FIRST,
        (true, 2) => SECOND,
        (true, _) => LATER,
        (false, _) => OTHERS,
    }
}

fn points(amount: i64, limit: i64) -> i64 {
    match limit {
        0 => 100 * i64::from(amount > 0),
        _ => (50 * amount / limit).min(100),
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn burdens_at_once_raise_the_index() {
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 80)
                .class("3A", 3, 0)
                .teacher("ann", experience, [0, 8, 22], &["WIS"])
                .teacher("bob", 9, [0, 8, 22], &["WIS"])
                .lesson("L1", "WIS", &["1A"], 4)
                .lesson("L2", "WIS", &["3A"], 4)
        };
        let both = [("L1", "ann"), ("L2", "ann")];
        // The school: two lessons of 340 minutes, two preparations of 120 more: 920, and a half is 460.
        // A starter has 680 + 2 x 4 x 75 = 1280: 100 points. Two of three preparations: 33. Two graden: 100. Hard: 100.
        // (100 + 33 + 100 + 100) / 4 = 83.
        assert_eq!(tiny(1).deviation("P7", &both), 23);
        // An expert: 920 of 460: 100. Two of five: 20. Two of two: 50. Four of eight hours: 25. In all 195 / 4 = 48.
        assert_eq!(tiny(9).deviation("P7", &both), 0);
    }
}

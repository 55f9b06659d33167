//! Starters get no leftovers.
//!
//! A block is all that a teacher has of one subject in one year (leerjaar). Deviation of a starter: hours that the
//! largest block of the counting positions is short of `percent` of all hours, rounded up. Measured on what is decided
//! and not steered: the largest of several sums is no sum that a linear model could charge.
//! Source: memo 2.2 (new courses "in een klasdynamiek die vaak complex is").

use std::collections::BTreeMap;

use uurwerk_model::{Finding, Mode, figure};

use super::telling::Telling;
use super::{Body, Modes, Param, Rule, Setting, Source};
use crate::allocate::{Facts, Staffing, ceil_div};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S6",
    source: Source::Memo("2.2"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Measure),
    weight: 2,
    params: &[Param {
        name: "percent",
        default: figure("coherence-percent"),
        min: 1,
        max: 100,
    }],
    body: Body::Fact(measure),
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let facts = Facts::of(case.school);
    let staffing = Staffing::of(&facts, case.allocation);
    let percent = setting.param("percent");
    let starters = facts.teachers().filter(|t| facts.is_starter(*t));
    let findings = starters.filter_map(|teacher| {
        let load = staffing.load(teacher);
        let mut blocks: BTreeMap<_, i64> = BTreeMap::new();
        for post in load.posts {
            if let Some(prep) = post.prep {
                let block = blocks.entry((post.subject, facts.preps[prep].year));
                *block.or_default() += post.hours;
            }
        }
        let largest = blocks.into_values().max().unwrap_or(0);
        let hours = load.sum(|post| post.hours);
        let deviation = ceil_div((percent * hours - 100 * largest).max(0), 100);
        (deviation > 0).then(|| {
            let finding = Telling::of(case.school, "finding-S6", deviation);
            let finding = finding.teacher("teacher", teacher).with("largest", largest);
            finding.with("hours", hours).with("percent", percent).done()
        })
    });
    findings.collect()
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn the_largest_block_should_be_half() {
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 0)
                .class("1B", 1, 0)
                .class("2A", 2, 0)
                .teacher("ann", experience, [0, 7, 22], &["WIS", "NED"])
                .lesson("L1", "WIS", &["1A"], 3)
                .lesson("L2", "WIS", &["2A"], 3)
                .lesson("L3", "NED", &["2A"], 3)
                .lesson("L4", "WIS", &["1B"], 3)
        };
        let all = ["L1", "L2", "L3", "L4"].map(|l| (l, "ann"));
        assert_eq!(tiny(1).deviation("S6", &all[..3]), 2); // 3 of 9 hours; 4.5 asked
        assert_eq!(tiny(1).deviation("S6", &all), 0); // 6 of 12
        assert_eq!(tiny(9).deviation("S6", &all[..3]), 0);
    }
}

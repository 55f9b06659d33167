//! M17: what was watched is talked over soon.
//!
//! deviation = per pair the valid observations without a valid conversation of the pair later that day or on the next
//! `days` school days (observations); the week repeats, so Monday follows Friday; the
//! conversation comes in every week in which there is an observation. One conversation may serve several
//! observations. Source: memorandum 2.1 (constructive feedback).
//!
//! No constraint: conversations are moved, or added, when the timetable stands (`schedule::debrief`).

use uurwerk_model::{Finding, Mode};

use super::guarded::pair;
use super::openings::{Openings, talk_after};
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M17",
    source: Source::Memo("2.1"),
    unit: "unit-observations",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 30,
    params: &[Param {
        name: "days",
        default: 2,
        min: 0,
        max: 10,
    }],
    body: Body::Time {
        draft: |_, _| {},
        measure,
        known: Known::Unless(|school| !school.document().mentoring.pairs.is_empty()),
    },
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let days = setting.param("days") as usize;
    let mut findings = Vec::new();
    for entry in &school.document().mentoring.pairs {
        let Some([mentor, starter]) = pair(school, entry) else {
            continue;
        };
        let talks = openings.talks(entry);
        let late = openings.observed(entry);
        let late =
            late.filter(|(at, slot)| talk_after(school, (*at, slot.weeks), days, &talks).is_none());
        let late = late.count() as i64;
        if late > 0 {
            let finding = Telling::of(school, "finding-M17", late).teacher("mentor", mentor);
            findings.push(finding.teacher("starter", starter).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::ProtectedKind::{Meeting, Observation};
    use uurwerk_model::Recurrence;

    use super::super::testing::{Sample, deviation};

    #[test]
    fn the_talk_is_in_the_weeks_of_the_observation() {
        let mut sample = Sample::new(5); // days of 4 periods
        let lesson = sample.lesson(&[1], &["A"], "starter");
        sample.pair("mentor", "starter", 1, 1);
        let people = ["mentor", "starter"];
        let mut case = sample.placed(&[(lesson, 0, Some(16))]);
        let mut late = |talk, phase| {
            case.clear()
                .protect(Observation, &people, Some(lesson), 16)
                .protect(Meeting, &people, None, talk);
            for (slot, phase) in case.timetable.protected.iter_mut().zip([0, phase]) {
                slot.weeks = Recurrence {
                    every: 2,
                    phase: Some(phase),
                };
            }
            deviation("M17", &case)
        };
        assert_eq!((late(17, 0), late(17, 1)), (0, 1));
        assert_eq!((late(0, 0), late(0, 1)), (1, 0)); // the Monday after is in the other week
    }

    #[test]
    fn a_talk_follows_within_two_days() {
        let mut sample = Sample::new(5); // days of 4 periods
        let lesson = sample.lesson(&[1], &["A"], "starter");
        sample.pair("mentor", "starter", 1, 1);
        let people = ["mentor", "starter"];
        // Observed on the fourth day, period 2 (slot 13): that day's slots 14 and 15, the fifth day (16 to 19) and, the week
        // being round, the first (0 to 3) are soon enough; earlier that day and the second day are not.
        let mut case = sample.placed(&[(lesson, 0, Some(13))]);
        assert_eq!(deviation("M17", &case), 0); // nothing to talk over
        for (talk, expected) in [(12, 1), (14, 0), (19, 0), (0, 0), (3, 0), (4, 1), (11, 1)] {
            case.clear()
                .protect(Observation, &people, Some(lesson), 13)
                .protect(Meeting, &people, None, talk);
            assert_eq!(deviation("M17", &case), expected, "slot {talk}");
        }
        case.clear().protect(Observation, &people, Some(lesson), 13);
        assert_eq!(deviation("M17", &case), 1);
    }
}

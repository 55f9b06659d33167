//! M9: mentor and starter have time to talk.
//!
//! deviation = per pair max(0, meetings - valid protected meetings) (meetings); valid: both are free of
//! lessons and of every other protected slot, and available, in weeks that serve those of the pair. Source: memorandum
//! 2.1.

use uurwerk_engine::{AssignTime, CostFunction, Kind};
use uurwerk_model::{Finding, Mode, ProtectedKind};

use super::guarded::{Guarded, is_of, pair};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::{Draft, Purpose};

/// The rule.
pub static RULE: Rule = Rule {
    id: "M9",
    source: Source::Memo("2.1"),
    unit: "unit-meetings",
    modes: Modes {
        memo: Mode::Hard,
        strict: Mode::Hard,
        law: Mode::Measure,
    },
    weight: 20,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

fn draft(setting: &Setting, draft: &mut Draft) {
    let school = draft.school;
    let mut events = Vec::new();
    for (at, entry) in school.document().mentoring.pairs.iter().enumerate() {
        if let Some(people) = pair(school, entry) {
            let meetings =
                (0..entry.meetings).map(|_| draft.meeting(Purpose::Meeting(at), &people));
            events.extend(meetings);
        }
    }
    let kind = Kind::AssignTime(AssignTime { events });
    draft.charge(setting, 1, CostFunction::Step, kind);
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(guarded)) = (case.school, Guarded::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for entry in &school.document().mentoring.pairs {
        let Some(people) = pair(school, entry) else {
            continue;
        };
        let valid = guarded
            .slots(ProtectedKind::Meeting)
            .filter(|slot| is_of(school, slot, &people) && slot.weeks.serves(entry.weeks))
            .filter(|slot| guarded.is_free(slot, &people))
            .count() as i64;
        let lacking = i64::from(entry.meetings) - valid;
        if lacking > 0 {
            let finding = Telling::of(school, "finding-M9", lacking);
            let finding = finding.teacher("mentor", people[0]);
            findings.push(finding.teacher("starter", people[1]).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::ProtectedKind::Meeting;

    use super::super::testing::{Sample, deviation};

    #[test]
    fn both_must_be_free_and_able_to_come() {
        let mut sample = Sample::new(2);
        let lesson = sample.lesson(&[1], &["A"], "starter");
        sample.pair("mentor", "starter", 0, 1);
        sample.wish("mentor", 2, -3);
        let mut case = sample.placed(&[(lesson, 0, Some(0))]);
        assert_eq!(deviation("M9", &case), 1);
        // Slot 0: the starter teaches; 2: the mentor cannot; 1: fine.
        for (slot, expected) in [(0, 1), (2, 1), (1, 0)] {
            case.clear()
                .protect(Meeting, &["mentor", "starter"], None, slot);
            assert_eq!(deviation("M9", &case), expected, "slot {slot}");
        }
        case.protect(Meeting, &["mentor", "starter"], None, 1);
        assert_eq!(deviation("M9", &case), 1); // two at once: neither is valid
    }
}

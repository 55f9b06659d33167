//! M18: lessons of the starter that the mentor can choose from to watch.
//!
//! deviation = per pair max(0, least - periods in which the starter teaches, in a position that counts, and the mentor
//! is free) (periods); free: able to come, without lessons and protected time, but for a valid observation of this
//! starter. Source: memorandum 2.1.

use uurwerk_engine::{CostFunction, HoldMeetings, Kind, Meeting, TimeId};
use uurwerk_model::{Finding, Mode};

use super::guarded::pair;
use super::occupancy::{NEVER, aversion};
use super::openings::Openings;
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::{Draft, Purpose};

/// The rule.
pub static RULE: Rule = Rule {
    id: "M18",
    source: Source::Memo("2.1"),
    unit: "unit-periods",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Hard,
        law: Mode::Measure,
    },
    weight: 20,
    params: &[Param {
        name: "least",
        default: 2,
        min: 0,
        max: 8,
    }],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().mentoring.pairs.is_empty()),
    },
};

/// What is drafted as an observation makes the mentor busy there, and counts already.
fn draft(setting: &Setting, draft: &mut Draft) {
    let school = draft.school;
    let mut groups = Vec::new();
    for (at, entry) in school.document().mentoring.pairs.iter().enumerate() {
        let Some([mentor, starter]) = pair(school, entry) else {
            continue;
        };
        let watched = draft.periods_for(|p| matches!(p, Purpose::Observation(of, _) if of == at));
        let lacking = (setting.param("least") as usize).saturating_sub(watched);
        if lacking == 0 {
            continue;
        }
        let never = aversion(school, mentor);
        let times = (0..never.len()).filter(|s| never[*s] != NEVER);
        let watch = Meeting {
            times: times.map(|s| TimeId(s as u16)).collect(),
            free: vec![draft.teacher(mentor)],
            busy: vec![draft.teaching(starter)],
            quorum: None,
            weight: 1,
        };
        groups.push(vec![watch; lacking]);
    }
    let kind = Kind::HoldMeetings(HoldMeetings { groups });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for entry in &school.document().mentoring.pairs {
        let Some([mentor, starter]) = pair(school, entry) else {
            continue;
        };
        let lacking = setting.param("least") - openings.observable(entry).len() as i64;
        if lacking > 0 {
            let finding = Telling::of(school, "finding-M18", lacking).teacher("mentor", mentor);
            findings.push(finding.teacher("starter", starter).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::ProtectedKind::{Meeting, Observation};

    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_mentor_who_teaches_or_meets_cannot_watch() {
        let mut sample = Sample::new(2);
        let lesson = sample.lesson(&[2, 1], &["A"], "starter");
        let own = sample.lesson(&[1], &["B"], "mentor");
        sample.pair("mentor", "starter", 1, 1);
        sample.wish("mentor", 4, -3);
        // The starter teaches in 0, 1 and 4; the mentor teaches in 0 and never comes in 4: only 1 is left of two.
        let mut case = sample.placed(&[
            (lesson, 0, Some(0)),
            (lesson, 1, Some(4)),
            (own, 0, Some(0)),
        ]);
        assert_eq!(deviation("M18", &case), 1);
        case.protect(Observation, &["mentor", "starter"], Some(lesson), 1);
        assert_eq!(deviation("M18", &case), 1); // it is this period that is watched
        case.clear()
            .protect(Meeting, &["mentor", "starter"], None, 1);
        assert_eq!(deviation("M18", &case), 2);
        let case = sample.placed(&[(lesson, 0, Some(1)), (own, 0, Some(0))]);
        assert_eq!(deviation("M18", &case), 0); // 1 and 2
    }
}

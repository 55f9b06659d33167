//! G4: part-timers come on few half-days.
//!
//! deviation = per teacher max(0, half-days with a busy slot - cap) (half-days); cap = half_days_max
//! where given, else for part-timers ceil(half-days of the grid x target / FTE), else none.
//! Source: ordinary practice.

use std::collections::BTreeMap;

use uurwerk_engine::{ClusterBusyTimes, CostFunction, Kind, Limits};
use uurwerk_model::{FTE, Finding, Mode, School, TeacherIx};

use super::occupancy::{Occupancy, staff};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "G4",
    source: Source::Practice,
    unit: "unit-half-days",
    modes: Modes::always(Mode::Soft),
    weight: 5,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

/// Half-days on which a teacher comes without cost; `None` without a limit.
pub(crate) fn cap(school: &School, teacher: TeacherIx) -> Option<usize> {
    let teacher = school.teacher(teacher);
    if let Some(most) = teacher.half_days_max {
        return Some(usize::from(most));
    }
    let target = teacher.contract.target.0.max(0) as u64;
    let half_days = school.half_days().len() as u64;
    let full = FTE as u64;
    (target < full).then(|| (half_days * target).div_ceil(full) as usize)
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let mut by_cap: BTreeMap<usize, Vec<_>> = BTreeMap::new();
    for teacher in staff(draft.school) {
        if let Some(cap) = cap(draft.school, teacher) {
            by_cap.entry(cap).or_default().push(draft.teacher(teacher));
        }
    }
    for (cap, resources) in by_cap {
        let kind = Kind::ClusterBusyTimes(ClusterBusyTimes {
            resources,
            time_groups: draft.half_days().to_vec(),
            limits: Limits::at_most(cap as u32),
        });
        draft.charge(setting, 1, CostFunction::Linear, kind);
    }
}

/// Half-days too many for a teacher who is busy in these slots.
pub(crate) fn excess(school: &School, teacher: TeacherIx, busy: &[bool]) -> i64 {
    let used = school.half_days();
    let used = used.iter().filter(|half| half.iter().any(|s| busy[s.at()]));
    cap(school, teacher).map_or(0, |cap| used.count().saturating_sub(cap) as i64)
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(occupancy)) = (case.school, Occupancy::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for teacher in staff(school) {
        let excess = excess(school, teacher, &occupancy.busy(teacher));
        if excess > 0 {
            let cap = cap(school, teacher).unwrap_or_default();
            let finding = Telling::of(school, "finding-G4", excess).teacher("teacher", teacher);
            findings.push(finding.with("max", cap as i64).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn half_a_job_is_half_the_half_days() {
        let mut sample = Sample::new(2); // 4 half-days of 2 periods
        let lesson = sample.lesson(&[1, 1, 1], &["A"], "t");
        let spread = [
            (lesson, 0, Some(0)),
            (lesson, 1, Some(2)),
            (lesson, 2, Some(4)),
        ];
        assert_eq!(deviation("G4", &sample.placed(&spread)), 0); // full time: no limit
        sample.target("t", 11, 22); // ceil(4 * 11/22) = 2 half-days; 3 are used
        assert_eq!(deviation("G4", &sample.placed(&spread)), 1);
        sample.half_days_max("t", 1);
        assert_eq!(deviation("G4", &sample.placed(&spread)), 2);
    }
}

//! M11: starters can meet each other.
//!
//! The starters of the mentoring pairs, each once and in the order of the pairs, form as few groups of at most `size` as
//! is possible, of even size. A group's mentor is the one of most of its starters, the first of the pairs among equals.
//! deviation = per group of two and more the least number of its starters who are not free in a period in which its
//! mentor is; all of them when there is no such period (teachers). Free is who is free in the weeks of
//! `mentoring.exchange`, in any phase where none is said. Source: memorandum 2.1.

use uurwerk_model::{Finding, Mode, School, TeacherIx};

use super::gather::gather_in;
use super::guarded::{each_once, pairs};
use super::openings::Openings;
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M11",
    source: Source::Memo("2.1"),
    unit: "unit-teachers",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 2,
    params: &[Param {
        name: "size",
        default: 8,
        min: 2,
        max: 30,
    }],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().mentoring.pairs.is_empty()),
    },
};

/// The groups: the mentor first, then the starters.
fn groups(school: &School, size: usize) -> Vec<Vec<TeacherIx>> {
    let pairs = pairs(school);
    let starters = each_once(pairs.iter().map(|pair| pair[1]));
    if starters.len() < 2 {
        return Vec::new();
    }
    let even = starters.len().div_ceil(starters.len().div_ceil(size));
    let with_mentor = |group: &[TeacherIx]| -> Option<Vec<TeacherIx>> {
        let cares = |mentor: TeacherIx| {
            let own = pairs
                .iter()
                .filter(|[m, s]| *m == mentor && group.contains(s));
            own.count()
        };
        let most = pairs.iter().map(|[m, _]| cares(*m)).max()?;
        let mentor = pairs.iter().find(|[m, _]| cares(*m) == most)?[0];
        Some([&[mentor], group].concat())
    };
    let groups = starters.chunks(even).filter(|group| group.len() > 1);
    groups.filter_map(with_mentor).collect()
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let groups = groups(draft.school, setting.param("size") as usize);
    let weeks = draft.school.document().mentoring.exchange;
    gather_in(setting, draft, &groups, weeks);
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for group in groups(school, setting.param("size") as usize) {
        let (mentor, starters) = (group[0], &group[1..]);
        let moments = openings.moments(school.document().mentoring.exchange);
        let open = moments.filter(|(at, weeks)| openings.is_free_in(mentor, *at, *weeks));
        let absent = open.map(|(at, weeks)| openings.absent(starters, at, weeks));
        let least = absent.min().unwrap_or(starters.len()) as i64;
        if least > 0 {
            let finding =
                Telling::of(school, "finding-M11", least).with("size", starters.len() as i64);
            findings.push(finding.teacher("mentor", mentor).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn who_cannot_come_at_the_best_moment() {
        let mut sample = Sample::new(1); // 4 periods
        let a = sample.lesson(&[2], &["A"], "s");
        let b = sample.lesson(&[2], &["B"], "t");
        let own = sample.lesson(&[1], &["C"], "mentor");
        sample.pair("mentor", "s", 0, 0);
        sample.pair("mentor", "t", 0, 0);
        // s teaches 0 and 1, t 2 and 3: whenever it is, one is missing.
        let case = |t, m| sample.placed(&[(a, 0, Some(0)), (b, 0, Some(t)), (own, 0, Some(m))]);
        assert_eq!(deviation("M11", &case(2, 0)), 1);
        assert_eq!(deviation("M11", &case(0, 2)), 0); // at 3 all can come
    }

    #[test]
    fn every_second_week_is_enough_where_that_is_said() {
        let mut sample = Sample::new(1); // 4 periods
        let a = sample.lesson(&[2], &["A"], "s");
        let b = sample.lesson(&[2], &["B"], "t");
        sample.every_second(b, 0);
        sample.pair("mentor", "s", 0, 0);
        sample.pair("mentor", "t", 0, 0);
        let mut at = |exchange| {
            sample.document.mentoring.exchange = exchange;
            deviation("M11", &sample.placed(&[(a, 0, Some(0)), (b, 0, Some(2))]))
        };
        let every_second = |phase| uurwerk_model::Recurrence { every: 2, phase };
        assert_eq!(at(every_second(None)), 0); // in the B weeks t is free
        assert_eq!(at(every_second(Some(1))), 0);
        assert_eq!(at(every_second(Some(0))), 1);
        assert_eq!(at(uurwerk_model::Recurrence::default()), 1);
    }
}

//! M13: whoever meets people of other schools is free when it can be.
//!
//! A window of clock time is open to a person who is free in every period of its day that lies in it, or in the minutes
//! of travel before and after it, if only in part. deviation = per gathering the least number of its people to whom a
//! window is not open, over its windows; without people, of the mentors of the pairs (teachers). Source: memorandum 2.1.
//!
//! The search keeps the first window open, which the schools like best.

use uurwerk_engine::{AvoidUnavailableTimes, CostFunction, Kind, TimeId};
use uurwerk_model::{ClockWindow, Finding, Gathering, Mode, School, TeacherIx};

use super::guarded::pair;
use super::openings::Openings;
use super::telling::Telling;
use super::{Body, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M13",
    source: Source::Memo("2.1"),
    unit: "unit-teachers",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 2,
    params: &[],
    body: Body::Time { draft, measure },
};

/// Who goes there, each once.
fn people(school: &School, gathering: &Gathering) -> Vec<TeacherIx> {
    let named = gathering.people.iter();
    let mut people: Vec<_> = named.filter_map(|t| school.teacher_ix(t)).collect();
    if gathering.people.is_empty() {
        let pairs = school.document().mentoring.pairs.iter();
        people = pairs
            .filter_map(|entry| Some(pair(school, entry)?[0]))
            .collect();
        people.sort_unstable();
        people.dedup();
    }
    people
}

/// The periods that must be free for a window.
fn periods(school: &School, gathering: &Gathering, window: &ClockWindow) -> Vec<usize> {
    let slots = school.slots().iter().enumerate();
    let day = |at: uurwerk_model::DayIx| &school.document().grid.days[at.at()].id;
    let meant = slots.filter(|(_, slot)| {
        *day(slot.day) == window.day && window.touches(slot.start, slot.end, gathering.travel)
    });
    meant.map(|(at, _)| at).collect()
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let school = draft.school;
    for gathering in &school.document().gatherings {
        let Some(window) = gathering.windows.first() else {
            continue;
        };
        let times = periods(school, gathering, window).into_iter();
        let people = people(school, gathering).into_iter();
        let kind = Kind::AvoidUnavailableTimes(AvoidUnavailableTimes {
            resources: people.map(|t| draft.teacher(t)).collect(),
            times: times.map(|s| TimeId(s as u16)).collect(),
        });
        draft.charge(setting, 1, CostFunction::Step, kind);
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for gathering in &school.document().gatherings {
        let people = people(school, gathering);
        let absent = |window: &ClockWindow| {
            let periods = periods(school, gathering, window);
            let comes = |t: &&TeacherIx| periods.iter().all(|s| openings.is_free(**t, *s));
            people.len() - people.iter().filter(comes).count()
        };
        let least = gathering.windows.iter().map(absent).min();
        let least = least.unwrap_or_default() as i64;
        if least > 0 {
            let finding = Telling::of(school, "finding-M13", least);
            let finding = finding.with("gathering", gathering.name.as_str());
            findings.push(finding.with("all", people.len() as i64).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::{ClockTime, ClockWindow, Gathering};

    use super::super::testing::{Sample, deviation};

    #[test]
    fn the_best_window_with_the_way_there() {
        let mut sample = Sample::new(1); // periods from 08:20, every hour, of fifty minutes
        let a = sample.lesson(&[1], &["A"], "m");
        let b = sample.lesson(&[1], &["B"], "n");
        sample.pair("m", "s", 0, 0);
        sample.pair("n", "t", 0, 0);
        let window = |start, end| ClockWindow {
            day: "d0".into(),
            start: ClockTime(start),
            end: ClockTime(end),
        };
        sample.document.gatherings.push(Gathering {
            id: "g".into(),
            name: "network".to_owned(),
            people: Vec::new(),
            windows: vec![window(680, 900)], // from the last period, which starts at 680
            travel: 0,
        });
        let at = |sample: &Sample, m, n| {
            deviation("M13", &sample.placed(&[(a, 0, Some(m)), (b, 0, Some(n))]))
        };
        assert_eq!(at(&sample, 0, 1), 0);
        assert_eq!(at(&sample, 0, 3), 1);
        assert_eq!(at(&sample, 2, 1), 0);
        sample.document.gatherings[0].travel = 11;
        assert_eq!(at(&sample, 2, 1), 1); // the third ends ten minutes before
        sample.document.gatherings[0].windows.push(window(400, 500));
        assert_eq!(at(&sample, 2, 1), 0); // before the first
        assert_eq!(at(&sample, 3, 0), 1);
        sample.document.gatherings[0].people = vec!["n".into()];
        assert_eq!(at(&sample, 3, 0), 0);
    }
}

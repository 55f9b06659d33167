//! T2: students watch each other teach.
//!
//! deviation = per group of two interns and more, over all periods, max(0, members who practise - members who are
//! free): each who is free watches one who practises (periods). Source: memorandum 3.1.1.
//!
//! The search counts the blocks in which members practise against those who could come; that is the same as long as
//! they have nothing but practice, one trainee to a block.

use uurwerk_engine::{CostFunction, Kind, LimitConcurrence, Limits, TimeId};
use uurwerk_model::{Finding, Mode, School, TraineeKind};

use super::occupancy::{NEVER, aversion};
use super::openings::Openings;
use super::telling::Telling;
use super::trainees::{Trainees, practice, watchers};
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::{Draft, Work};

/// The rule.
pub static RULE: Rule = Rule {
    id: "T2",
    source: Source::Memo("3.1.1"),
    unit: "unit-periods",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 5,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().trainees.is_empty()),
    },
};

/// Groups in which somebody can watch somebody else.
fn groups(school: &School) -> impl Iterator<Item = Trainees<'_>> {
    let all = Trainees::all(school, TraineeKind::Internship).into_iter();
    all.filter(|group| group.members.len() > 1)
}

/// With `x` of `c` practising, `c - x` are free: `max(0, 2x - c)` is what is above half of `c` rounded down, and what is
/// above half of it rounded up.
fn draft(setting: &Setting, draft: &mut Draft) {
    let school = draft.school;
    for group in groups(school) {
        let own = group.members.iter();
        let mut events: Vec<_> = own
            .flat_map(|t| draft.events_with(*t, Work::Practice))
            .collect();
        events.sort_unstable();
        events.dedup();
        if events.is_empty() {
            continue;
        }
        let events = draft.event_group(events);
        let never: Vec<_> = group.members.iter().map(|t| aversion(school, *t)).collect();
        let there = |slot: usize| never.iter().filter(|own| own[slot] != NEVER).count();
        for count in 0..=group.members.len() {
            let times = (0..school.slots().len()).filter(|s| there(*s) == count);
            let times: Vec<_> = times.map(|s| TimeId(s as u16)).collect();
            if times.is_empty() {
                continue;
            }
            for most in [count / 2, count.div_ceil(2)] {
                let kind = Kind::LimitConcurrence(LimitConcurrence {
                    event_groups: vec![events],
                    times: times.clone(),
                    limits: Limits::at_most(most as u32),
                    none_is_free: true,
                });
                draft.charge(setting, 1, CostFunction::Linear, kind);
            }
        }
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let practice = practice(case);
    let mut findings = Vec::new();
    for group in groups(school) {
        let watched = watchers(&openings, &group, &practice).into_iter();
        let unseen = watched.filter(|(_, _, by)| by.is_none()).count() as i64;
        if unseen > 0 {
            let finding = Telling::of(school, "finding-T2", unseen);
            findings.push(finding.with("group", group.group.name.as_str()).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn who_is_free_watches_one_who_practises() {
        let mut sample = Sample::new(1);
        let lessons = ["x", "y", "z"].map(|trainee| {
            let lesson = sample.lesson(&[1], &["A"], "host");
            sample.practise(lesson, trainee, 1);
            lesson
        });
        sample.trainees("stage", &["x", "y"], None);
        let at = |sample: &Sample, slots: [usize; 3]| {
            let blocks = [0, 1, 2].map(|i| (lessons[i], 0, Some(slots[i])));
            deviation("T2", &sample.placed(&blocks))
        };
        assert_eq!(at(&sample, [0, 1, 2]), 0);
        assert_eq!(at(&sample, [0, 0, 2]), 2); // both practise, nobody watches
        sample.document.trainees[0].members.push("z".into());
        assert_eq!(at(&sample, [0, 0, 2]), 1); // z watches one of the two
        assert_eq!(at(&sample, [0, 0, 0]), 3);
        sample.wish("z", 0, -3);
        assert_eq!(at(&sample, [0, 0, 2]), 2);
    }
}

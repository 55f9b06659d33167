//! O5: lessons that work on a project together run at the same time, for long enough.
//!
//! deviation = projects for which there are no `length` periods (of the project) in a row, in one half-day, in each of
//! which all its lessons run (blocks). Source: memorandum 3.2.
//!
//! Where every lesson has a block of that length, the search puts the first of each at the same time; else it looks for
//! one period in which all run.

use uurwerk_engine::{CostFunction, HoldMeetings, Kind, LinkEvents, Meeting, TimeId};
use uurwerk_model::{Finding, LessonIx, Mode, Project, School, SlotIx};

use super::occupancy::running;
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "O5",
    source: Source::Memo("3.2"),
    unit: "unit-blocks",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 10,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().projects.is_empty()),
    },
};

fn lessons_of(school: &School, project: &Project) -> Vec<LessonIx> {
    let lessons = project.lessons.iter();
    lessons.filter_map(|id| school.lesson_ix(id)).collect()
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let school = draft.school;
    let mut groups = Vec::new();
    for project in &school.document().projects {
        let lessons = lessons_of(school, project);
        let first = |lesson: &LessonIx| {
            let lengths = school.blocks(*lesson).into_iter();
            let block = lengths.into_iter().position(|l| l == project.length)?;
            draft.event_of(*lesson, block)
        };
        let chosen: Option<Vec<_>> = lessons.iter().map(first).collect();
        if let Some(mut events) = chosen {
            events.sort_unstable();
            events.dedup();
            let event_groups = vec![draft.event_group(events)];
            let kind = Kind::LinkEvents(LinkEvents { event_groups });
            draft.charge(setting, 1, CostFunction::Step, kind);
        } else {
            let events: Vec<_> = lessons
                .iter()
                .map(|l| draft.events_of(*l).to_vec())
                .collect();
            groups.push(vec![Meeting {
                times: (0..school.slots().len())
                    .map(|s| TimeId(s as u16))
                    .collect(),
                free: Vec::new(),
                busy: events.iter().map(|own| draft.busy_in(own)).collect(),
                quorum: None,
                weight: 1,
            }]);
        }
    }
    let kind = Kind::HoldMeetings(HoldMeetings { groups });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let runs = running(school, timetable);
    let mut findings = Vec::new();
    for project in &school.document().projects {
        let lessons = lessons_of(school, project);
        let all_run = |slot: usize| {
            lessons.iter().all(|lesson| {
                let mut own = runs.iter().filter(|run| run.lesson == *lesson);
                own.any(|run| run.slots.contains(&slot))
            })
        };
        let begins = |start: usize| {
            let mut slots = start..start + usize::from(project.length);
            school.block_fits(SlotIx::from(start), project.length) && slots.all(all_run)
        };
        if !(0..school.slots().len()).any(begins) {
            let finding = Telling::of(school, "finding-O5", 1);
            findings.push(finding.with("project", project.name.as_str()).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::Project;

    use super::super::testing::{Sample, deviation};

    #[test]
    fn all_lessons_run_together_for_long_enough() {
        let mut sample = Sample::new(1); // two half-days of two periods
        let a = sample.lesson(&[2], &["A"], "t");
        let b = sample.lesson(&[1, 1], &["B"], "u");
        sample.document.projects.push(Project {
            id: "p".into(),
            name: "p".to_owned(),
            lessons: vec!["L0".into(), "L1".into()],
            length: 2,
        });
        let at = |sample: &Sample, slots: [usize; 3]| {
            let blocks = [
                (a, 0, Some(slots[0])),
                (b, 0, Some(slots[1])),
                (b, 1, Some(slots[2])),
            ];
            deviation("O5", &sample.placed(&blocks))
        };
        assert_eq!(at(&sample, [2, 2, 3]), 0);
        assert_eq!(at(&sample, [2, 3, 0]), 1);
        assert_eq!(at(&sample, [1, 1, 2]), 1); // over midday
        sample.document.projects[0].length = 1;
        assert_eq!(at(&sample, [2, 3, 0]), 0);
    }
}

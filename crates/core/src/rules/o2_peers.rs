//! O2: starters can watch colleagues.
//!
//! deviation = per starter max(0, least - periods in which the starter is free and somebody else teaches, in a position
//! that counts, a lesson of a subject or a class that the starter teaches too) (periods). Source: memorandum 2.2.
//!
//! When soft or hard the search keeps the starter free while one colleague teaches, chosen beforehand: the one with
//! most such lessons.

use uurwerk_engine::{CostFunction, HoldMeetings, Kind};
use uurwerk_model::{ClassIx, Finding, LessonIx, Mode, School, SubjectIx, TeacherIx};

use super::gather::meeting;
use super::occupancy::{classes_of, staff};
use super::openings::Openings;
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::allocate::STARTER_YEARS;
use crate::case::{Allocation, Case};
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "O2",
    source: Source::Memo("2.2"),
    unit: "unit-periods",
    modes: Modes::always(Mode::Measure),
    weight: 2,
    params: &[Param {
        name: "least",
        default: 1,
        min: 0,
        max: 8,
    }],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|_| true),
    },
};

/// The subjects and classes of a teacher's counting positions.
struct Field {
    subjects: Vec<SubjectIx>,
    classes: Vec<ClassIx>,
}

impl Field {
    fn all(school: &School, allocation: &Allocation) -> Vec<Self> {
        let of = |held: Vec<(LessonIx, usize)>| {
            let counts =
                |(l, p): &&(LessonIx, usize)| school.lesson(*l).positions[*p].role.counts();
            let lessons: Vec<LessonIx> = held.iter().filter(counts).map(|(l, _)| *l).collect();
            let subject = |l: &LessonIx| school.subject_ix(&school.lesson(*l).subject);
            Self {
                subjects: lessons.iter().filter_map(subject).collect(),
                classes: lessons
                    .iter()
                    .flat_map(|l| classes_of(school, *l))
                    .collect(),
            }
        };
        allocation.by_teacher(school).into_iter().map(of).collect()
    }

    fn touches(&self, school: &School, lesson: LessonIx) -> bool {
        let subject = school.subject_ix(&school.lesson(lesson).subject);
        subject.is_some_and(|s| self.subjects.contains(&s))
            || classes_of(school, lesson)
                .iter()
                .any(|c| self.classes.contains(c))
    }
}

fn starters(school: &School) -> impl Iterator<Item = TeacherIx> + '_ {
    staff(school).filter(|t| school.teacher(*t).is_starter(STARTER_YEARS))
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let (school, allocation) = (draft.school, draft.allocation);
    let fields = Field::all(school, allocation);
    let held = allocation.by_teacher(school);
    let mut groups = Vec::new();
    for starter in starters(school) {
        let field = &fields[starter.at()];
        if field.subjects.is_empty() {
            continue;
        }
        let hours = |other: &TeacherIx| -> u32 {
            let own = held[other.at()].iter();
            own.filter(|(l, p)| {
                school.lesson(*l).positions[*p].role.counts() && field.touches(school, *l)
            })
            .map(|(l, p)| u32::from(school.position_hours(*l, *p)))
            .sum()
        };
        let others = staff(school).filter(|t| *t != starter && hours(t) > 0);
        let Some(colleague) = others.max_by_key(|t| (hours(t), std::cmp::Reverse(t.at()))) else {
            continue;
        };
        let mut watch = meeting(draft, &[starter]);
        watch.busy = vec![draft.teaching(colleague)];
        groups.push(vec![watch; setting.param("least") as usize]);
    }
    let kind = Kind::HoldMeetings(HoldMeetings { groups });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let fields = Field::all(school, case.allocation);
    let mut findings = Vec::new();
    for starter in starters(school) {
        let field = &fields[starter.at()];
        if field.subjects.is_empty() {
            continue;
        }
        let is_seen = |at: usize| {
            staff(school).filter(|t| *t != starter).any(|t| {
                let here = openings.taught(t).iter().filter(|(_, slot)| *slot == at);
                here.map(|(lesson, _)| *lesson)
                    .any(|l| field.touches(school, l))
            })
        };
        let open = openings
            .slots()
            .filter(|at| openings.is_free(starter, *at) && is_seen(*at));
        let lacking = setting.param("least") - open.count() as i64;
        if lacking > 0 {
            let finding = Telling::of(school, "finding-O2", lacking);
            findings.push(finding.teacher("teacher", starter).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_starter_is_free_while_a_colleague_teaches() {
        let mut sample = Sample::new(2);
        let own = sample.lesson(&[1, 1], &["A"], "starter");
        let other = sample.lesson(&[1], &["B"], "colleague"); // the same subject
        sample.pair("mentor", "starter", 0, 0);
        let at =
            |slot| sample.placed(&[(own, 0, Some(0)), (own, 1, Some(1)), (other, 0, Some(slot))]);
        assert_eq!(deviation("O2", &at(1)), 1); // both teach
        assert_eq!(deviation("O2", &at(2)), 0);
    }
}

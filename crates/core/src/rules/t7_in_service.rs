//! T7: teachers in training have moments to learn from somebody experienced.
//!
//! Per member of a group in service who holds a position: colleagues are others, no starters and of `experience` years
//! or more, who hold a counting position in a lesson of a subject of a lesson that the member holds a position in; the
//! mentor of the group is one whatever they teach. deviation = 1 for each that the week lacks (moments): a block that the
//! member and a colleague (in a position that counts) attend; a period in which the member is free and a colleague
//! teaches; a period in which both are free. Source: memorandum 3.1.1.
//!
//! The search looks after the last two with one colleague, chosen beforehand: the mentor, else the first of the staff.

use uurwerk_engine::{CostFunction, HoldMeetings, Kind};
use uurwerk_model::{Finding, LessonIx, Mode, School, TeacherIx, TraineeKind};

use super::gather::meeting;
use super::occupancy::{attending, running, staff};
use super::openings::Openings;
use super::telling::Telling;
use super::trainees::Trainees;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::allocate::STARTER_YEARS;
use crate::case::{Allocation, Case};
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T7",
    source: Source::Memo("3.1.1"),
    unit: "unit-moments",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 10,
    params: &[Param {
        name: "experience",
        default: 5,
        min: 0,
        max: 40,
    }],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().trainees.is_empty()),
    },
};

/// A member of a group in service with the colleagues to learn from, the mentor first.
struct Learner {
    member: TeacherIx,
    colleagues: Vec<TeacherIx>,
}

fn learners(school: &School, allocation: &Allocation, experience: i64) -> Vec<Learner> {
    let held = allocation.by_teacher(school);
    let subject = |lesson: &LessonIx| school.subject_ix(&school.lesson(*lesson).subject);
    let mut learners = Vec::new();
    for group in Trainees::all(school, TraineeKind::InService) {
        for member in &group.members {
            let own: Vec<_> = held[member.at()].iter().map(|(l, _)| subject(l)).collect();
            let is_experienced = |t: &TeacherIx| {
                let person = school.teacher(*t);
                !person.is_starter(STARTER_YEARS) && i64::from(person.experience) >= experience
            };
            let shares = |t: &TeacherIx| {
                held[t.at()].iter().any(|(lesson, position)| {
                    let role = school.lesson(*lesson).positions[*position].role;
                    role.counts() && own.contains(&subject(lesson))
                })
            };
            let others = staff(school).filter(|t| t != member && Some(*t) != group.mentor);
            let others = others.filter(|t| is_experienced(t) && shares(t));
            let mentor = group.mentor.filter(|mentor| mentor != member);
            if !own.is_empty() {
                learners.push(Learner {
                    member: *member,
                    colleagues: mentor.into_iter().chain(others).collect(),
                });
            }
        }
    }
    learners
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let experience = setting.param("experience");
    let mut groups = Vec::new();
    for learner in learners(draft.school, draft.allocation, experience) {
        let Some(colleague) = learner.colleagues.first() else {
            continue;
        };
        let mut watch = meeting(draft, &[learner.member]);
        watch.busy = vec![draft.teaching(*colleague)];
        groups.push(vec![watch]);
        groups.push(vec![meeting(draft, &[learner.member, *colleague])]);
    }
    let kind = Kind::HoldMeetings(HoldMeetings { groups });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(openings), Some(timetable)) =
        (case.school, Openings::of(case), case.timetable)
    else {
        return Vec::new();
    };
    let runs = running(school, timetable);
    let mut findings = Vec::new();
    for learner in learners(school, case.allocation, setting.param("experience")) {
        let (member, colleagues) = (learner.member, &learner.colleagues);
        let together = runs.iter().any(|run| {
            let positions = &school.lesson(run.lesson).positions;
            let there = attending(school, case.allocation, run.lesson, run.block);
            let is_colleague = |(position, teacher): &(usize, TeacherIx)| {
                colleagues.contains(teacher) && positions[*position].role.counts()
            };
            there.iter().any(|(_, t)| *t == member) && there.iter().any(is_colleague)
        });
        let mut own = openings.slots().filter(|s| openings.is_free(member, *s));
        let teaches = |t: &TeacherIx, slot: usize| {
            let mut taught = openings.taught(*t).iter();
            taught.any(|(_, at)| *at == slot)
        };
        let watches = own
            .clone()
            .any(|s| colleagues.iter().any(|t| teaches(t, s)));
        let prepares = own.any(|s| colleagues.iter().any(|t| openings.is_free(*t, s)));
        for (happens, words) in [
            (together, "finding-T7-together"),
            (watches, "finding-T7-watch"),
            (prepares, "finding-T7-prepare"),
        ] {
            if !happens {
                let finding = Telling::of(school, words, 1);
                findings.push(finding.teacher("trainee", member).done());
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::TraineeKind;

    use super::super::testing::{Sample, deviation};

    #[test]
    fn moments_with_an_experienced_colleague() {
        let mut sample = Sample::new(1); // 4 periods
        let own = sample.lesson(&[1], &["A"], "x");
        let other = sample.lesson(&[1], &["B"], "colleague"); // ten years of service, the same subject
        sample.trainees("lio", &["x"], None);
        sample.document.trainees[0].kind = TraineeKind::InService;
        let at = |sample: &Sample, slot| {
            deviation(
                "T7",
                &sample.placed(&[(own, 0, Some(0)), (other, 0, Some(slot))]),
            )
        };
        assert_eq!(at(&sample, 1), 1); // they teach nothing together
        assert_eq!(at(&sample, 0), 2); // nor can x watch
        sample.co(own, "colleague", 1);
        assert_eq!(at(&sample, 1), 0);
        for slot in [2, 3] {
            sample.wish("x", slot, -3);
        }
        assert_eq!(at(&sample, 1), 1); // no time to prepare is left
        sample.document.staff[1].experience = 4;
        assert_eq!(at(&sample, 1), 3); // nobody to learn from
    }
}

//! Responsibility is for those who have experience.
//!
//! Responsibilities are mentoring (in a pair or as a task), coordination, and being the titularis of a class with a
//! difficulty of at least `threshold`. Deviation of a teacher with fewer than `years` years of service: how many of
//! these kinds are theirs, each such class by itself, in tasks.
//! Source: memo 1.1 (the system gives experienced teachers no more responsibility than beginners).

use uurwerk_model::{Finding, Mode, TaskKind, TeacherIx, figure};

use super::mentors::Mentor;
use super::telling::Telling;
use super::{Body, Modes, Param, Rule, Setting, Source};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V1",
    source: Source::Memo("1.1"),
    unit: "unit-tasks",
    modes: Modes::always(Mode::Measure),
    weight: 5,
    params: &[
        Param {
            name: "years",
            default: figure("responsibility-years"),
            min: 1,
            max: 60,
        },
        Param {
            name: "threshold",
            default: figure("hard-threshold"),
            min: 0,
            max: 100,
        },
    ],
    body: Body::Fact(measure),
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let school = case.school;
    let mentors = Mentor::all(school);
    let staff = school.staff().iter().enumerate();
    let young = staff.filter(|(_, t)| i64::from(t.experience) < setting.param("years"));
    let findings = young.filter_map(|(at, teacher)| {
        let ix = TeacherIx::from(at);
        let mentors = mentors.iter().any(|mentor| mentor.teacher == ix);
        let mut tasks = teacher.tasks.iter();
        let coordinates = tasks.any(|task| task.kind == TaskKind::Coordination);
        let hard = school.classes().iter().filter(|class| {
            let own = class.titularis.as_ref() == Some(&teacher.id);
            own && i64::from(class.difficulty) >= setting.param("threshold")
        });
        let deviation = i64::from(mentors) + i64::from(coordinates) + hard.count() as i64;
        (deviation > 0).then(|| {
            Telling::of(school, "finding-V1", deviation)
                .teacher("teacher", ix)
                .with("years", i64::from(teacher.experience))
                .with("min", setting.param("years"))
                .done()
        })
    });
    findings.collect()
}

#[cfg(test)]
mod tests {
    use super::super::mentors::testing::mia;

    #[test]
    fn mentoring_and_a_hard_class_are_two_responsibilities() {
        let tiny = |experience, difficulty| {
            mia(experience, Some(1), 1).with(|school| {
                school.classes[0].titularis = Some("mia".into());
                school.classes[0].difficulty = difficulty;
            })
        };
        assert_eq!(tiny(4, 70).deviation("V1", &[]), 2);
        assert_eq!(tiny(4, 69).deviation("V1", &[]), 1);
        assert_eq!(tiny(5, 70).deviation("V1", &[]), 0);
    }
}

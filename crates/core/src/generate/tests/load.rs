//! The hard rules about loads, from their definitions.

use std::collections::BTreeSet;

use uurwerk_model::{FteUnits, Graad, LessonIx, Lock, TaskKind, TeacherIx};

use super::*;

fn graad(sample: &Sample, lesson: usize) -> Graad {
    sample.school.graad(LessonIx::from(lesson)).unwrap()
}

fn load(sample: &Sample, lesson: usize, position: usize) -> FteUnits {
    sample
        .school
        .position_load(LessonIx::from(lesson), position)
}

#[test]
fn every_position_has_a_qualified_teacher() {
    for sample in samples() {
        for (lesson, positions) in sample.teachers.iter().enumerate() {
            for teacher in positions {
                let teacher = TeacherIx::from(teacher.expect("A1: a teacher in every position"));
                let level = sample.school.qualified(teacher, LessonIx::from(lesson));
                assert!(level.is_some(), "Q1, {}: lesson {lesson}", sample.label);
            }
        }
    }
}

#[test]
fn nobody_has_two_lessons_of_one_link_or_leads_and_co_teaches_one() {
    for sample in samples() {
        for teacher in 0..sample.school.staff().len() {
            let own = sample.of_teacher(teacher);
            let lessons: BTreeSet<usize> = own.iter().map(|(l, _)| *l).collect();
            assert_eq!(lessons.len(), own.len());
            let links = own
                .iter()
                .filter_map(|(l, _)| sample.school.lessons()[*l].link.as_ref());
            let links: Vec<_> = links.collect();
            assert_eq!(links.iter().collect::<BTreeSet<_>>().len(), links.len());
        }
    }
}

#[test]
fn loads_stay_within_contracts_and_rights_are_honoured() {
    for sample in samples() {
        for (at, teacher) in sample.school.staff().iter().enumerate() {
            let own = sample.of_teacher(at);
            let lessons: FteUnits = own.iter().map(|(l, p)| load(sample, *l, *p)).sum();
            let work = lessons + teacher.task_load();
            let contract = teacher.contract;
            assert!(contract.min <= contract.target && contract.target <= contract.max);
            assert!(
                (contract.min..=contract.max).contains(&work),
                "B4, {}: {} has {work} of {contract:?}",
                sample.label,
                teacher.id
            );
            for right in &teacher.rights {
                let counts = |lesson: usize| {
                    let subject = &sample.school.lessons()[lesson].subject;
                    (right.subjects.is_empty() || right.subjects.contains(subject))
                        && (right.graden.is_empty()
                            || right.graden.contains(&graad(sample, lesson)))
                };
                let mut volume: FteUnits = own
                    .iter()
                    .filter(|(l, _)| counts(*l))
                    .map(|(l, p)| load(sample, *l, *p))
                    .sum();
                if right.subjects.is_empty() && right.graden.is_empty() {
                    volume = volume + teacher.task_load();
                }
                assert!(
                    right.volume <= volume,
                    "R1, {}: {}",
                    sample.label,
                    teacher.id
                );
            }
        }
    }
}

#[test]
fn locks_on_teachers_hold() {
    for sample in samples() {
        for lock in &sample.school.document().locks {
            let Lock::Teacher(lock) = lock else { continue };
            let lesson = sample.school.lesson_ix(&lock.lesson).unwrap();
            let teacher = sample.school.teacher_ix(&lock.teacher).unwrap();
            let there = sample.teachers[lesson.at()][usize::from(lock.position)];
            assert_eq!(there, Some(teacher.at()), "K1, {}", sample.label);
        }
    }
}

/// S1: two subjects; S2: one graad; D1: in classes of difficulty 70 and more no hours in year 1, four
/// in year 2.
#[test]
fn starters_are_protected() {
    for sample in samples() {
        for (at, teacher) in sample.school.staff().iter().enumerate() {
            if !teacher.is_starter(2) {
                continue;
            }
            let own = sample.of_teacher(at);
            let lesson = |l: usize| &sample.school.lessons()[l];
            let subjects: BTreeSet<_> = own.iter().map(|(l, _)| &lesson(*l).subject).collect();
            assert!(subjects.len() <= 2, "S1, {}", sample.label);
            let graden: BTreeSet<_> = own.iter().map(|(l, _)| graad(sample, *l)).collect();
            assert!(graden.len() <= 1, "S2, {}", sample.label);
            let difficulty = |l: usize| {
                let classes = lesson(l).groups.iter().map(|g| &g.class);
                let classes = classes.filter_map(|c| sample.school.class_ix(c));
                classes.map(|c| sample.school.class(c).difficulty).max()
            };
            let hard = own.iter().filter(|(l, _)| difficulty(*l) >= Some(70));
            let hard: u32 = hard
                .map(|(l, p)| u32::from(sample.school.position_hours(LessonIx::from(*l), *p)))
                .sum();
            let allowed = if teacher.experience == 1 { 0 } else { 4 };
            assert!(hard <= allowed, "D1, {}: {hard} hours", sample.label);
        }
    }
}

/// M1 and M8: an hour at noemer 20 for each starter, one mentor each, who is not the evaluator and has
/// at least five years of service.
#[test]
fn every_starter_has_a_mentor_with_hours() {
    for sample in samples() {
        let school = &sample.school;
        let pairs = &school.document().mentoring.pairs;
        let starters: Vec<_> = school.staff().iter().filter(|t| t.is_starter(2)).collect();
        for starter in &starters {
            let own: Vec<_> = pairs.iter().filter(|p| p.starter == starter.id).collect();
            assert_eq!(own.len(), 1, "M8, {}", sample.label);
            let mentor = school.teacher(school.teacher_ix(&own[0].mentor).unwrap());
            assert_ne!(Some(&mentor.id), starter.evaluator.as_ref());
            assert!(mentor.experience >= 5 && mentor.mentor);
        }
        let tasks = school.staff().iter().flat_map(|t| &t.tasks);
        let available: FteUnits = tasks
            .filter(|t| t.kind == TaskKind::Mentoring)
            .map(|t| t.load)
            .sum();
        assert!(available.0 >= starters.len() as i64 * FTE / 20, "M1");
    }
}

#[test]
fn class_teachers_teach_their_class() {
    for sample in samples() {
        let mut with = 0;
        for class in sample.school.classes() {
            let Some(titularis) = &class.titularis else {
                continue;
            };
            with += 1;
            let teacher = sample.school.teacher_ix(titularis).unwrap();
            let teaches = sample.of_teacher(teacher.at()).iter().any(|(l, _)| {
                let groups = &sample.school.lessons()[*l].groups;
                groups.iter().any(|g| g.class == class.id)
            });
            assert!(teaches, "{}: {}", sample.label, class.id);
        }
        assert!(
            with * 10 >= sample.school.classes().len() * 8,
            "{}",
            sample.label
        );
    }
}

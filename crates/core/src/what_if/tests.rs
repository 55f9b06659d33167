//! The smallest change on schools small enough to know it, and locks on schools made up by chance.

use proptest::prelude::*;
use serde_json::{Value, json};
use uurwerk_model::{Hold, PlanDocument, Recurrence, ScenarioDocument, School};

use super::{Ask, Classes, changes, what_if_documents};
use crate::control::{Control, Options};
use crate::generate::{GenerateOptions, generate};
use crate::tiny::Tiny;

fn options(iterations: u64) -> Options {
    Options {
        iterations: Some(iterations),
        ..Options::default()
    }
}

fn planned(school: &School) -> PlanDocument {
    let plan = crate::plan(school, &options(20_000), &Control::UNBOUNDED);
    plan.unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn scenario(changes: Value, locks: &[Hold]) -> ScenarioDocument {
    let json = json!({
        "uurwerk": {"kind": "scenario", "version": 1}, "name": "what if", "changes": changes, "locks": locks,
    });
    ScenarioDocument::parse(&json.to_string()).unwrap_or_else(|f| panic!("{f:?}"))
}

/// Ann alone knows X besides Dot, and is full with L2, which Bob can take over.
fn chain() -> Tiny {
    Tiny::new()
        .class("1A", 1, 0)
        .class("1B", 1, 0)
        .teacher("ann", 9, [0, 4, 4], &["X", "Y"])
        .teacher("bob", 9, [0, 4, 8], &["Y"])
        .teacher("dot", 9, [0, 4, 4], &["X"])
        .lesson("L1", "X", &["1A"], 4)
        .lesson("L2", "Y", &["1B"], 4)
        .lesson("L3", "Y", &["1A"], 2)
        .lock("L1", "dot")
        .lock("L2", "ann")
        .lock("L3", "bob")
}

/// Dot leaves a school that was planned as its locks say: how many lessons change, at least and proved, and who gives which.
fn without_dot(school: &School, holders: &[(&str, &str)]) -> (u32, u32, bool) {
    // The locks of the base plan go with the scenario: here they only make it known.
    let mut free = school.document().clone();
    free.locks.clear();
    let free = School::from_document(free).unwrap_or_else(|f| panic!("{f:?}"));
    let mut base = planned(school);
    base.school.sha256 = free.hash();
    let leaves = scenario(json!([{"staff_leaves": {"teacher": "dot"}}]), &[]);
    let found = what_if_documents(
        &free,
        &base,
        &[leaves],
        &Ask::default(),
        &options(50_000),
        &Control::UNBOUNDED,
    );
    let found = found.unwrap_or_else(|failure| panic!("{failure:?}"));
    for (lesson, teacher) in holders {
        let mut all = found.plans[0].allocation.iter();
        let entry = all.find(|a| a.lesson.as_str() == *lesson);
        assert_eq!(
            entry.map(|a| a.teacher.to_string()).as_deref(),
            Some(*teacher),
            "{lesson}"
        );
    }
    let answer = found.difference.answer;
    let answer = answer.unwrap_or_else(|| panic!("a what-if has an answer"));
    (answer.changed, answer.at_least, answer.proved)
}

#[test]
fn a_chain_of_two_is_found_and_proved() {
    let holders = [("L1", "ann"), ("L2", "bob")];
    assert_eq!(without_dot(&chain().school(), &holders), (2, 2, true));
}

/// Bob is full too: what he gives up goes to Cas, and it is given while Bob takes over what Ann gave up.
#[test]
fn a_chain_of_three_is_found_and_proved() {
    let school = Tiny::new()
        .class("1A", 1, 0)
        .class("1B", 1, 0)
        .class("1C", 1, 0)
        .teacher("ann", 9, [0, 4, 4], &["X", "Y"])
        .teacher("bob", 9, [0, 4, 4], &["Y", "Z"])
        .teacher("cas", 9, [0, 4, 4], &["Z"])
        .teacher("dot", 9, [0, 4, 4], &["X"])
        .lesson("L1", "X", &["1A"], 4)
        .lesson("L2", "Y", &["1B"], 4)
        .lesson("L3", "Z", &["1C"], 4)
        .lock("L1", "dot")
        .lock("L2", "ann")
        .lock("L3", "bob");
    let holders = [("L1", "ann"), ("L2", "bob"), ("L3", "cas")];
    assert_eq!(without_dot(&school.school(), &holders), (3, 3, true));
}

/// Every second week, from the first (0) or the second (1) on.
fn in_turn(phase: u8) -> Recurrence {
    Recurrence {
        every: 2,
        phase: Some(phase),
    }
}

#[test]
fn a_chain_is_found_and_proved_where_weeks_differ() {
    let school = chain().with(|school| school.lessons[2].weeks = in_turn(1));
    let holders = [("L1", "ann"), ("L2", "bob")];
    assert_eq!(without_dot(&school.school(), &holders), (2, 2, true));
}

/// Ann gives one class a lesson in the A weeks and another at the same times in the B weeks: neither has to go.
#[test]
fn what_takes_turns_is_in_nobodys_way() {
    let school = Tiny::new()
        .class("1A", 1, 0)
        .teacher("ann", 9, [0, 4, 8], &["X"])
        .lesson("L1", "X", &["1A"], 2)
        .lesson("L2", "X", &["1A"], 2)
        .with(|school| {
            school.lessons[0].weeks = in_turn(0);
            school.lessons[1].weeks = in_turn(1);
        });
    let school = school.school();
    let mut plan = planned(&school);
    let of = |plan: &PlanDocument, id: &str| -> Vec<_> {
        let all = plan.timetable.iter().filter(|p| p.lesson.as_str() == id);
        all.cloned().collect()
    };
    let first = of(&plan, "L1");
    let second = plan.timetable.iter_mut();
    for (second, first) in second.filter(|p| p.lesson.as_str() == "L2").zip(&first) {
        (second.day, second.period) = (first.day.clone(), first.period.clone());
    }
    let harder = json!([{"class_changes": {"class": "1A", "difficulty": 10}}]);
    let found = what_if_documents(
        &school,
        &plan,
        &[scenario(harder, &[])],
        &Ask::default(),
        &options(20_000),
        &Control::UNBOUNDED,
    );
    let found = found.unwrap_or_else(|failure| panic!("{failure:?}"));
    assert_eq!(found.plans[0].timetable, plan.timetable);
    let answer = found.difference.answer.expect("a what-if has an answer");
    assert_eq!((answer.changed, answer.proved), (0, true));
}

#[test]
fn nothing_changes_when_nothing_must() {
    let school = chain().school();
    let plan = planned(&school);
    let harder = scenario(
        json!([{"class_changes": {"class": "1A", "difficulty": 10}}]),
        &[],
    );
    let found = what_if_documents(
        &school,
        &plan,
        &[harder],
        &Ask::default(),
        &options(20_000),
        &Control::UNBOUNDED,
    );
    let found = found.unwrap_or_else(|failure| panic!("{failure:?}"));
    let answer = found
        .difference
        .answer
        .unwrap_or_else(|| panic!("a what-if has an answer"));
    assert_eq!((answer.changed, answer.proved), (0, true));
    assert!(found.difference.lessons.is_empty());
}

#[test]
fn a_lock_on_what_the_scenario_breaks_is_a_fault() {
    let school = chain().school();
    let plan = planned(&school);
    let broken = scenario(
        json!([{"staff_leaves": {"teacher": "dot"}}]),
        &[Hold::Lesson("L1".into())],
    );
    let found = what_if_documents(
        &school,
        &plan,
        &[broken],
        &Ask::default(),
        &options(1_000),
        &Control::UNBOUNDED,
    );
    let Err((_, crate::PlanFailure::Input(faults))) = found else {
        panic!("it cannot stay");
    };
    assert_eq!(faults.0[0].code(), "UW0705");
}

fn small() -> &'static (School, PlanDocument) {
    static SMALL: std::sync::OnceLock<(School, PlanDocument)> = std::sync::OnceLock::new();
    SMALL.get_or_init(|| {
        let options = GenerateOptions {
            teachers: 8,
            classes: None,
            seed: 3,
        };
        let document = generate(&options).unwrap_or_else(|f| panic!("{f:?}"));
        let school = School::from_document(document).unwrap_or_else(|f| panic!("{f:?}"));
        let plan = planned(&school);
        (school, plan)
    })
}

/// What is locked, read off two plans without the code that keeps it.
fn kept(school: &School, base: &PlanDocument, plan: &PlanDocument, lock: &Hold) -> bool {
    let lessons_of = |class: &uurwerk_model::ClassId| -> Vec<String> {
        let own = school
            .lessons()
            .iter()
            .filter(|l| l.groups.iter().any(|g| g.class == *class));
        own.map(|l| l.id.to_string()).collect()
    };
    let day = |entry: &uurwerk_model::Placement, id: &uurwerk_model::DayId| entry.day == *id;
    let rows = |plan: &PlanDocument| -> Vec<String> {
        let mut rows = Vec::new();
        match lock {
            Hold::Teacher(id) => {
                let own: Vec<_> = plan
                    .allocation
                    .iter()
                    .filter(|a| a.teacher == *id)
                    .collect();
                rows.extend(own.iter().map(|a| format!("{} {}", a.lesson, a.position)));
                for a in own {
                    rows.extend(
                        plan.timetable
                            .iter()
                            .filter(|t| t.lesson == a.lesson)
                            .map(|t| format!("{} {} {} {}", t.lesson, t.block, t.day, t.period)),
                    );
                }
            }
            Hold::Lesson(_) | Hold::Class(_) => {
                let own = match lock {
                    Hold::Lesson(id) => vec![id.to_string()],
                    Hold::Class(id) => lessons_of(id),
                    _ => Vec::new(),
                };
                let is_own = |lesson: &uurwerk_model::LessonId| own.contains(&lesson.to_string());
                rows.extend(
                    plan.allocation
                        .iter()
                        .filter(|a| is_own(&a.lesson))
                        .map(|a| format!("{} {} {}", a.lesson, a.position, a.teacher)),
                );
                rows.extend(
                    plan.timetable
                        .iter()
                        .filter(|t| is_own(&t.lesson))
                        .map(|t| format!("{} {} {} {}", t.lesson, t.block, t.day, t.period)),
                );
            }
            Hold::Day(id) => {
                rows.extend(
                    plan.timetable
                        .iter()
                        .filter(|t| day(t, id))
                        .map(|t| format!("{} {} {}", t.lesson, t.block, t.period)),
                );
            }
            Hold::Slot(slot) => {
                rows.extend(
                    plan.timetable
                        .iter()
                        .filter(|t| t.start() == *slot)
                        .map(|t| format!("{} {}", t.lesson, t.block)),
                );
            }
        }
        rows.sort();
        rows
    };
    rows(base) == rows(plan)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    #[test]
    fn what_is_locked_never_differs(who in 0_usize..8, kind in 0_usize..4, target in 0_usize..1000, day in 0_usize..5) {
        let (school, base) = small();
        let staff = school.staff();
        let teacher = staff[who % staff.len()].id.to_string();
        let days = &school.document().grid.days;
        let lock = match kind {
            0 => Hold::Lesson(school.lessons()[target % school.lessons().len()].id.clone()),
            1 => Hold::Class(school.classes()[target % school.classes().len()].id.clone()),
            2 => Hold::Teacher(staff[target % staff.len()].id.clone()),
            _ => Hold::Day(days[target % days.len()].id.clone()),
        };
        let change = json!([{"availability_changes": {"teacher": teacher, "never": [{"day": days[day % days.len()].id}]}}]);
        let asked = scenario(change, std::slice::from_ref(&lock));
        let found = what_if_documents(school, base, &[asked], &Ask { steps: 1, ..Ask::default() }, &options(1_000), &Control::UNBOUNDED);
        match found {
            Ok(found) => {
                for plan in &found.plans {
                    prop_assert!(kept(school, base, plan, &lock), "{lock:?}");
                }
                // The last plan of the list is the whole school planned anew from where it stood.
                for plan in &found.plans {
                    let all = changes(base, plan, &Classes::of(&[school, &found.school]));
                    prop_assert!(found.difference.answer.as_ref().is_some_and(|a| a.changed <= all.lessons));
                }
                let counted = changes(base, &found.plans[0], &Classes::of(&[school, &found.school]));
                let answer = found.difference.answer.as_ref();
                prop_assert_eq!(answer.map(|a| a.changed), Some(counted.lessons));
                prop_assert!(answer.is_some_and(|a| a.at_least <= a.changed));
            }
            // The lock keeps somebody at a time when they can no longer come, or the school cannot be.
            Err((_, crate::PlanFailure::Input(faults))) => {
                let codes: Vec<_> = faults.iter().map(|d| d.code().to_owned()).collect();
                prop_assert!(codes.iter().all(|code| code == "UW0705" || code == "UW0130"), "{codes:?}");
            }
            Err((_, crate::PlanFailure::Conflict(_))) => (),
        }
    }
}

#[test]
fn pupils_who_get_a_day_at_a_workplace_have_no_lessons_on_it() {
    let school = chain().school();
    let mut base = planned(&school);
    let mut changed = school.document().clone();
    let day = base.timetable[0].day.clone();
    let busy = base.timetable[0].lesson.clone();
    let group = school.lessons().iter().find(|l| l.id == busy);
    let group = group.expect("a lesson of the school").groups[0].clone();
    changed.workplaces.push(uurwerk_model::Workplace {
        group: group.clone(),
        days: vec![day.clone()],
    });
    let changed = School::from_document(changed).unwrap_or_else(|f| panic!("{f:?}"));
    base.school.sha256 = changed.hash();
    let harder = scenario(
        json!([{"class_changes": {"class": "1A", "difficulty": 10}}]),
        &[],
    );
    let found = what_if_documents(
        &changed,
        &base,
        &[harder],
        &Ask::default(),
        &options(20_000),
        &Control::UNBOUNDED,
    );
    let found = found.unwrap_or_else(|failure| panic!("{failure:?}"));
    let plan = &found.plans[0];
    let out = |lesson: &uurwerk_model::LessonId| {
        let mut lessons = school.lessons().iter();
        lessons.any(|l| l.id == *lesson && l.groups.contains(&group))
    };
    let on_it = plan.timetable.iter().filter(|p| p.day == day);
    assert_eq!(on_it.filter(|p| out(&p.lesson)).count(), 0);
    assert_eq!(plan.certificate.timetable.map(|t| t.hard), Some(0));
}

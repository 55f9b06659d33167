//! Questions against every possibility tried out, and answers that can be worked out by hand.

use std::collections::BTreeSet;

use proptest::prelude::*;
use uurwerk_model::{LessonIx, Lock, RoomIx, School, SlotIx, TeacherIx, TimeLock};

use super::demand::{self, Key};
use super::oracle::{Answer, Oracle, facts_without_times};
use super::{Explained, Question, explain, shrink, why};
use crate::case::{Allocation, Case, Timetable};
use crate::control::{Control, Options};
use crate::measure::{measure, totals};
use crate::plan::plan_loads;
use crate::rules::Settings;
use crate::rules::testing::Sample;
use crate::tiny::Tiny;

/// A lesson of the random schools: length, which pupils, whether it needs the lab, and where it is locked.
type Wanted = (u8, usize, bool, Option<usize>);

fn sample(lessons: &[Wanted], away: &[Vec<usize>]) -> Option<School> {
    let mut sample = Sample::new(1);
    sample.room("lab", "lab", None);
    for (at, (length, group, lab, lock)) in lessons.iter().enumerate() {
        let group = ["A", "A/half/1", "A/half/2", "B"][*group];
        let lesson = sample.lesson(&[*length], &[group], ["t", "u"][at % 2]);
        if *lab {
            sample.need(lesson, "lab");
        }
        if let Some(slot) = lock.filter(|slot| *length == 1 || slot % 2 == 0) {
            sample.lock_time(lesson, 0, slot);
        }
    }
    for (name, slots) in ["t", "u"].iter().zip(away) {
        slots.iter().for_each(|slot| sample.wish(name, *slot, -3));
    }
    // More lessons of a class than the week has are refused at the door.
    School::from_document(sample.document).ok()
}

/// Whether any allocation with any timetable keeps every hard rule, each tried out and measured from the definitions.
fn any_way(school: &School, settings: &Settings) -> bool {
    let lessons = school.lessons().len();
    let (people, slots) = (school.staff().len(), school.slots().len());
    let rooms = school.rooms().len();
    let needs: usize = school.lessons().iter().map(|l| l.rooms.len()).sum();
    let ways = (people * slots).pow(lessons as u32) * rooms.pow(needs as u32);
    (0..ways).any(|way| {
        let mut rest = way;
        let mut allocation = Allocation::empty(school);
        let mut timetable = Timetable::empty(school);
        for lesson in 0..lessons {
            allocation.teachers[lesson][0] = Some(TeacherIx::from(rest % people));
            rest /= people;
            timetable.starts[lesson][0] = Some(SlotIx::from(rest % slots));
            rest /= slots;
            for room in &mut timetable.rooms[lesson][0] {
                *room = Some(RoomIx::from(rest % rooms));
                rest /= rooms;
            }
        }
        let case = Case {
            school,
            allocation: &allocation,
            timetable: Some(&timetable),
        };
        totals(&measure(&case, settings)).0 == 0
    })
}

/// The oracle says of all demands what trying everything out says; `impossible` looks closer where that is that they cannot be met.
fn is_answered_rightly(
    school: &School,
    impossible: impl FnOnce(&mut Oracle, &BTreeSet<Key>) -> Result<(), TestCaseError>,
) -> Result<Answer, TestCaseError> {
    let settings = Settings::of(&school.document().policy).unwrap();
    let facts = facts_without_times(school);
    let mut oracle = Oracle::of(&facts, &settings, &Control::UNBOUNDED);
    let keys = demand::all(&oracle.problem, &settings);
    let expected = match any_way(school, &settings) {
        true => Answer::Possible,
        false => Answer::Impossible,
    };
    prop_assert_eq!(oracle.ask(&keys), expected);
    if expected == Answer::Impossible {
        impossible(&mut oracle, &keys)?;
    }
    Ok(expected)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_question_is_answered_as_by_trying_everything_out(
        lessons in prop::collection::vec((1..3_u8, 0..4_usize, any::<bool>(), prop::option::weighted(0.3, 0..4_usize)), 1..4),
        away in prop::collection::vec(prop::collection::vec(0..4_usize, 0..4), 2),
    ) {
        let Some(school) = sample(&lessons, &away) else { return Ok(()) };
        let settings = Settings::of(&school.document().policy).unwrap();
        let facts = facts_without_times(&school);
        let mut oracle = Oracle::of(&facts, &settings, &Control::UNBOUNDED);
        let keys = demand::all(&oracle.problem, &settings);
        let expected = if any_way(&school, &settings) { Answer::Possible } else { Answer::Impossible };
        prop_assert_eq!(oracle.ask(&keys), expected);
        if expected == Answer::Impossible {
            let core = shrink::shrink(&mut oracle, &keys);
            prop_assert!(core.minimal);
            prop_assert_eq!(oracle.ask(&core.keys), Answer::Impossible);
            for key in &core.keys {
                let mut rest = core.keys.clone();
                rest.remove(key);
                prop_assert_eq!(oracle.ask(&rest), Answer::Possible);
            }
            let explained = explain(&school, &Control::UNBOUNDED).unwrap();
            prop_assert!(matches!(explained, Explained::Conflict(conflict) if conflict.minimal));
        } else {
            prop_assert_eq!(explain(&school, &Control::UNBOUNDED).unwrap(), Explained::Possible);
        }
    }
}

#[test]
fn a_lesson_left_out_may_still_fill_a_contract() {
    let tiny = Tiny::new()
        .class("1A", 1, 0)
        .teacher("ann", 9, [5, 10, 22], &["WIS"])
        .lesson("L1", "WIS", &["1A"], 5);
    let school = tiny.school();
    let settings = Settings::of(&school.document().policy).unwrap();
    let facts = facts_without_times(&school);
    let mut oracle = Oracle::of(&facts, &settings, &Control::UNBOUNDED);
    let mut keys = demand::all(&oracle.problem, &settings);
    keys.remove(&Key::Staffed(LessonIx(0)));
    keys.remove(&Key::Placed(LessonIx(0)));
    assert_eq!(oracle.ask(&keys), Answer::Possible);
    let only: BTreeSet<Key> = keys
        .into_iter()
        .filter(|key| matches!(key, Key::Load(..)))
        .collect();
    assert_eq!(oracle.ask(&only), Answer::Possible);
}

/// A lesson in an easy class makes up for one in a difficult class, so that the difficult one alone contradicts nothing.
#[test]
fn easy_lessons_make_up_for_difficult_ones() {
    let school = Tiny::new()
        .class("1A", 1, 0)
        .class("1B", 1, 60)
        .teacher("ann", 9, [0, 4, 8], &["WIS"])
        .lesson("L1", "WIS", &["1A"], 2)
        .lesson("L2", "WIS", &["1B"], 2)
        .mode("D2", uurwerk_model::Mode::Hard);
    let found = explain(&school.school(), &Control::UNBOUNDED).unwrap();
    assert_eq!(found, Explained::Possible);
}

/// Two contradictions: undoing one leaves the other, so that a way out gives up something of both.
#[test]
fn ways_out_go_on_until_no_contradiction_is_left() {
    let mut tiny = Tiny::new();
    for (class, subject, teacher) in [("5A", "FYS", "ann"), ("5B", "CHE", "bob")] {
        tiny = tiny
            .class(class, 5, 0)
            .teacher(teacher, 9, [0, 4, 4], &[subject])
            .lesson(subject, subject, &[class], 6);
    }
    let Explained::Conflict(conflict) = explain(&tiny.school(), &Control::UNBOUNDED).unwrap()
    else {
        panic!("6 hours for a contract of 4");
    };
    assert!(conflict.minimal);
    assert_eq!(conflict.demands.len(), 2);
    let best = &conflict.repairs[0];
    assert_eq!(best.standing, uurwerk_model::Standing::Solvable);
    // Two hours above each of the contracts, at 20 an hour.
    assert_eq!((best.cost, best.gives.len()), (80, 2));
}

#[test]
fn two_times_settled_at_once_are_the_whole_conflict() {
    let mut sample = Sample::new(2);
    let lessons = [
        sample.lesson(&[1], &["A"], "t"),
        sample.lesson(&[1], &["A"], "u"),
    ];
    sample.lesson(&[2], &["B"], "t");
    lessons
        .iter()
        .for_each(|lesson| sample.lock_time(*lesson, 0, 3));
    let school = School::from_document(sample.document).unwrap();
    let time = |lock: &Lock| matches!(lock, Lock::Time(TimeLock { block: 0, .. }));
    assert!(school.document().locks.iter().all(time));
    let Explained::Conflict(conflict) = explain(&school, &Control::UNBOUNDED).unwrap() else {
        panic!("one class at two lessons");
    };
    let pointers: Vec<&str> = conflict
        .demands
        .iter()
        .map(|d| d.pointer.as_str())
        .collect();
    assert_eq!(pointers, ["/locks/0", "/locks/1"]);
}

/// Ann and Bob could both give both lessons; what it costs to change is worked out by the definitions.
#[test]
fn why_and_why_not_cost_what_the_other_allocation_costs() {
    let school = Tiny::new()
        .class("1A", 1, 0)
        .class("1B", 1, 0)
        .teacher("ann", 9, [0, 8, 22], &["WIS", "NED"])
        .teacher("bob", 9, [0, 0, 22], &["WIS"])
        .teacher("cas", 9, [0, 0, 2], &["WIS"])
        .lesson("L1", "WIS", &["1A"], 4)
        .lesson("L2", "NED", &["1B"], 4)
        .school();
    let plan = plan_loads(&school, &Options::default(), &Control::UNBOUNDED).unwrap();
    let planned = plan.certificate.allocation.soft;
    let ask = |question, teacher: &str, target: &str| {
        let options = Options::default();
        why(
            &school,
            &plan,
            question,
            teacher,
            target,
            &options,
            &Control::UNBOUNDED,
        )
        .unwrap()
    };
    let answer = ask(Question::Why, "ann", "1A").unwrap();
    assert_eq!(answer.verdict.id, "why-best");
    // Bob for 4 hours, of which the contracts want none, and Ann 4 short; Cas cannot have 4 hours.
    let settings = Settings::of(&school.document().policy).unwrap();
    let mut other = Allocation::empty(&school);
    other.teachers = vec![vec![Some(TeacherIx(1))], vec![Some(TeacherIx(0))]];
    let case = Case {
        school: &school,
        allocation: &other,
        timetable: None,
    };
    let results = measure(&case, &settings).into_iter();
    let loads: Vec<_> = results
        .filter(|r| !r.rule.as_str().starts_with('M'))
        .collect();
    let more = totals(&loads).1 - planned;
    assert!(more > 0);
    assert_eq!(answer.choices[0].cost, Some([more, more]));
    assert!(
        answer.choices[0]
            .rules
            .iter()
            .any(|shift| shift.rule.as_str() == "B5")
    );
    assert_eq!(answer.choices[0].people.len(), 2);
    assert_eq!(answer.choices[1].verdict.id, "why-choice-impossible");
    assert!(answer.choices[1].conflict.as_ref().unwrap().minimal);
    assert_eq!(
        ask(Question::WhyNot, "bob", "L1").unwrap().choices[0].cost,
        Some([more, more])
    );
    assert_eq!(
        ask(Question::WhyNot, "bob", "L2").unwrap().verdict.id,
        "why-not-qualified"
    );
    assert_eq!(
        ask(Question::WhyNot, "cas", "1A").unwrap().verdict.id,
        "why-not-impossible"
    );
    assert_eq!(
        ask(Question::Why, "bob", "1A").unwrap().verdict.id,
        "why-not-held"
    );
    assert_eq!(
        ask(Question::Why, "ann", "L2").unwrap().verdict.id,
        "why-nobody-else"
    );
    assert_eq!(ask(Question::Why, "nobody", "1A"), None);
}

#[test]
fn lessons_that_only_fit_on_days_at_a_workplace() {
    let mut sample = Sample::new(2); // days of 4 periods
    sample.lesson(&[2, 2], &["A"], "t");
    sample.lesson(&[1], &["A"], "u");
    let group = sample.document.lessons[0].groups[0].clone();
    let days = vec!["d1".into()];
    let workplaces = &mut sample.document.workplaces;
    workplaces.push(uurwerk_model::Workplace { group, days });
    let school = School::from_document(sample.document.clone()).expect("only a warning");
    let found = explain(&school, &Control::UNBOUNDED).expect("the policy is right");
    let Explained::Conflict(conflict) = found else {
        panic!("five periods do not fit in one day of four: {found:?}");
    };
    assert!(conflict.minimal);
    let pointers: Vec<&str> = conflict.demands.iter().map(|d| &d.pointer[..]).collect();
    assert!(pointers.contains(&"/workplaces/0"), "{pointers:?}");
    // One period at school on that day is enough.
    let mut repairs = conflict.repairs.iter().flat_map(|r| &r.gives);
    let away = repairs.find(|give| give.pointer == "/workplaces/0");
    assert_eq!(away.map(|give| give.deviation), Some(1));
    for language in uurwerk_model::Language::ALL {
        let words = conflict.demands.iter().map(|d| d.message.text(language));
        assert!(words.into_iter().all(|words| !words.contains("{$")));
    }
    sample.document.workplaces.clear();
    let school = School::from_document(sample.document).expect("a valid school");
    let found = explain(&school, &Control::UNBOUNDED).expect("the policy is right");
    assert_eq!(found, Explained::Possible);
}

/// Rooms `a` and `b` in two buildings and `c` beside `b`, half an hour apart; the rules on rooms are hard.
fn school_of_rooms(lessons: &[(usize, usize, usize)], hard: &[&str]) -> Option<School> {
    let mut sample = Sample::new(1);
    for (id, building) in [("a", "one"), ("b", "two"), ("c", "two")] {
        let room = sample.room(id, "plain", None);
        sample.document.rooms[room].building = Some(building.into());
    }
    let (from, to) = ("one".into(), "two".into());
    let way = uurwerk_model::Travel {
        from,
        to,
        minutes: 30,
    };
    sample.document.travel.push(way);
    for (at, (group, needs, liked)) in lessons.iter().enumerate() {
        let group = ["A", "A/half/1", "A/half/2", "B"][*group];
        let lesson = sample.lesson(&[1], &[group], ["t", "u"][at % 2]);
        for _ in 0..*needs {
            sample.need(lesson, "plain");
        }
        let prefer = [&[][..], &["a", "b"], &["b", "a"]][*liked];
        if let Some(need) = sample.document.lessons[lesson].rooms.first_mut() {
            need.prefer = prefer.iter().map(|id| (*id).into()).collect();
        }
    }
    for rule in hard {
        let setting = uurwerk_model::RuleSetting {
            mode: Some(uurwerk_model::Mode::Hard),
            ..Default::default()
        };
        sample.document.policy.rules.insert((*rule).into(), setting);
    }
    School::from_document(sample.document).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn questions_about_rooms_are_answered_as_by_trying_everything_out(
        lessons in prop::collection::vec((0..4_usize, 0..3_usize, 0..3_usize), 2..4),
        hard in prop::sample::subsequence(vec!["G6", "G7", "G8", "G9"], 1..5),
        teachers in prop::sample::subsequence(vec![0_usize, 1, 2, 3], 1..3),
    ) {
        // At most three needs: what is tried out is 8 to the power of lessons times 3 to that of needs.
        prop_assume!(lessons.iter().map(|(_, needs, _)| needs).sum::<usize>() <= 3);
        let Some(school) = school_of_rooms(&lessons, &hard) else { return Ok(()) };
        // Few periods, so that lessons follow each other.
        let mut document = school.document().clone();
        document.grid.days[0].periods.retain(|p| teachers.iter().any(|t| p.id.as_str() == (t + 1).to_string()));
        let Ok(school) = School::from_document(document) else { return Ok(()) };
        let expected = is_answered_rightly(&school, |_, _| Ok(()))?;
        match explain(&school, &Control::UNBOUNDED).unwrap() {
            Explained::Possible => prop_assert_eq!(expected, Answer::Possible),
            Explained::Conflict(conflict) => {
                prop_assert_eq!(expected, Answer::Impossible);
                prop_assert!(conflict.minimal);
                for message in conflict.repairs.iter().flat_map(|r| &r.gives).map(|g| &g.message) {
                    for language in uurwerk_model::Language::ALL {
                        let words = message.text(language);
                        prop_assert!(!words.contains("{$") && words != message.id, "{}", words);
                    }
                }
            }
            Explained::Unknown => prop_assert!(false, "every hard rule is among the demands"),
        }
    }
}

/// One class, three lessons in a row: what a rule on rooms costs is what its definition measures.
#[test]
fn rooms_too_far_apart_are_a_conflict_with_its_price() {
    let price = |rule: &str, lessons: &[(usize, usize, usize)]| {
        let mut document = school_of_rooms(lessons, &[rule])
            .unwrap()
            .document()
            .clone();
        document.grid.days[0].periods.truncate(lessons.len());
        // Each lesson has just one room that suits.
        for (lesson, room) in document.lessons.iter_mut().zip(["a", "b", "a"]) {
            if let [need] = &mut lesson.rooms[..] {
                need.kind = None;
                need.any_of = vec![room.into()];
            }
        }
        let school = School::from_document(document).unwrap();
        match explain(&school, &Control::UNBOUNDED).unwrap() {
            Explained::Conflict(conflict) => {
                assert!(conflict.minimal);
                let gives = conflict.repairs.iter().flat_map(|r| &r.gives);
                let own = gives.filter(|g| g.rule.as_ref().is_some_and(|r| r.as_str() == rule));
                own.map(|give| (give.pointer.clone(), give.deviation)).min()
            }
            other => panic!("{other:?}"),
        }
    };
    let class = Some(("/classes/0".to_owned(), 1));
    // With a lesson in b between two in a there are two ways too many; with it first or last one.
    assert_eq!(price("G6", &[(0, 1, 0), (0, 1, 0), (0, 1, 0)]), class);
    // Noon may lie between the first lesson and the others: two periods are one morning.
    assert_eq!(price("G7", &[(0, 1, 0), (0, 1, 0)]), class);
    let lesson = Some(("/lessons/1/rooms".to_owned(), 1));
    assert_eq!(price("G8", &[(0, 1, 0), (0, 1, 1), (3, 0, 0)]), lesson);
}

//! Why the lessons that some people hold cannot all be given: the same questions, with an allocation locked.

use std::collections::BTreeSet;

use uurwerk_model::{
    Demand, LessonIx, Lock, Message, Mode, RuleId, School, TeacherIx, TeacherLock,
};

use super::demand::{self, Key};
use super::oracle::{Answer, Oracle, facts_without_times};
use super::{find, shrink, understands_all, words};
use crate::case::Allocation;
use crate::control::Control;
use crate::rules::Settings;

/// Lesson hours of the largest set that is asked about.
const LARGEST: u32 = 120;

/// The least of what contradicts each other about these lessons when an allocation stands, and whether it is proved to be the
/// least; `None` where no contradiction is seen. What people hold is told with a pointer to the lesson.
///
/// # Complexity
/// One integer programme over the lessons, then as many as [`shrink::shrink`] asks.
pub(crate) fn contradiction(
    school: &School,
    allocation: &Allocation,
    lessons: &BTreeSet<LessonIx>,
    control: &Control,
) -> Option<(Vec<Demand>, bool)> {
    let hours = |l: &LessonIx| u32::from(school.lesson(*l).hours);
    if lessons.iter().map(hours).sum::<u32>() > LARGEST {
        return None;
    }
    // A school whose locks ask more hours of somebody than there are is none, so this is counted first.
    if let Some(counted) = more_than_the_week(school, allocation, lessons, control) {
        return Some((counted, true));
    }
    let mut document = school.document().clone();
    let own = document.locks.len();
    let held = |lock: &Lock| match lock {
        Lock::Teacher(lock) => {
            let lesson = school.lesson_ix(&lock.lesson)?;
            let place = allocation.teachers[lesson.at()].get(usize::from(lock.position));
            Some((lesson, usize::from(lock.position), *place?))
        }
        _ => None,
    };
    // Locks of the school keep their places among the locks; one that does not hold is none here.
    let mut known = BTreeSet::new();
    for lock in &mut document.locks {
        let Some((lesson, position, holder)) = held(lock) else {
            continue;
        };
        known.insert((lesson, position));
        if let (Lock::Teacher(lock), Some(teacher)) = (lock, holder) {
            lock.teacher = school.teacher(teacher).id.clone();
        }
    }
    for lesson in lessons {
        for (position, holder) in allocation.teachers[lesson.at()].iter().enumerate() {
            let (Some(teacher), Ok(place)) = (holder, u8::try_from(position)) else {
                continue;
            };
            if known.insert((*lesson, position)) {
                document.locks.push(Lock::Teacher(TeacherLock {
                    lesson: school.lesson(*lesson).id.clone(),
                    position: place,
                    teacher: school.teacher(*teacher).id.clone(),
                }));
            }
        }
    }
    let rules = &mut document.policy.rules;
    rules.entry(RuleId::from("K1")).or_default().mode = Some(Mode::Hard);
    let school = School::from_document(document).ok()?;
    let settings = Settings::of(&school.document().policy).ok()?;
    let facts = facts_without_times(&school);
    let mut oracle = Oracle::of(&facts, &settings, control);
    let keys = demand::all(&oracle.problem, &settings);
    // That contracts are full is no reason here: these lessons are only a part of what people hold.
    let loads = |key: &Key| matches!(key, Key::Load(..) | Key::LoadClass(..));
    let about = find::about(&oracle, &keys, lessons);
    let focus: BTreeSet<Key> = about.into_iter().filter(|key| !loads(key)).collect();
    if oracle.ask(&focus) != Answer::Impossible {
        return None;
    }
    let core = shrink::shrink(&mut oracle, &focus);
    let mut demands = words::demands(&oracle, &core.keys);
    for demand in &mut demands {
        let lock = demand.pointer.strip_prefix("/locks/");
        let Some(at) = lock.and_then(|at| at.parse::<usize>().ok()) else {
            continue;
        };
        if let Some(Lock::Teacher(lock)) = school.document().locks.get(at).filter(|_| at >= own)
            && let Some(lesson) = school.lesson_ix(&lock.lesson)
        {
            demand.pointer = format!("/lessons/{}", lesson.at());
            demand.rule = None;
            demand.message.id = "demand-held".to_owned();
        }
    }
    Some((
        demands,
        core.minimal && understands_all(&oracle.problem, &settings),
    ))
}

/// Somebody holds more hours of these lessons than there are periods in which they can come: the fewest such lessons.
fn more_than_the_week(
    school: &School,
    allocation: &Allocation,
    lessons: &BTreeSet<LessonIx>,
    control: &Control,
) -> Option<Vec<Demand>> {
    let settings = Settings::of(&school.document().policy).ok()?;
    if !demand::is_hard(&settings, "X0") {
        return None;
    }
    let week = school.slots().len();
    for (at, held) in allocation.by_teacher(school).into_iter().enumerate() {
        let teacher = TeacherIx::from(at);
        let hours = |lesson: LessonIx, position: usize| {
            let lesson = school.lesson(lesson);
            usize::from(lesson.positions[position].hours.unwrap_or(lesson.hours))
        };
        let asked = held.iter().filter(|(lesson, _)| lessons.contains(lesson));
        let mut own: Vec<(usize, LessonIx)> = asked.map(|(l, p)| (hours(*l, *p), *l)).collect();
        own.sort_unstable_by_key(|(hours, lesson)| (std::cmp::Reverse(*hours), *lesson));
        let away = match demand::is_hard(&settings, "X4") {
            true => school.unavailable(teacher).len(),
            false => 0,
        };
        // Longest first: without any one of those taken the rest would fit.
        let (mut sum, mut taken) = (0, Vec::new());
        for (hours, lesson) in own {
            if sum > week - away.min(week) {
                break;
            }
            sum += hours;
            taken.push(lesson);
        }
        if sum <= week - away.min(week) {
            continue;
        }
        let facts = facts_without_times(school);
        let oracle = Oracle::of(&facts, &settings, control);
        let name = &school.teacher(teacher).name;
        let told = taken.iter().map(|lesson| Demand {
            pointer: format!("/lessons/{}", lesson.at()),
            rule: None,
            message: Message::new("demand-held")
                .with("lesson", facts.label(*lesson))
                .with("hours", i64::from(school.lesson(*lesson).hours))
                .with("teacher", name.clone()),
        });
        let mut demands: Vec<Demand> = told.collect();
        if sum <= week {
            demands.push(words::demand(&oracle, Key::Available(teacher)));
        }
        return Some(demands);
    }
    None
}

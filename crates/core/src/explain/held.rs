//! Why the lessons that some people hold cannot all be given: the same questions, with an allocation locked.

use std::collections::BTreeSet;

use uurwerk_model::{Demand, LessonIx, Lock, Mode, RuleId, School, TeacherLock};

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
    Some((demands, core.minimal && understands_all(&settings)))
}

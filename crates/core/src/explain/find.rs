//! Where a contradiction may be: counting first (Hall), then small parts of the school, then larger ones.
//!
//! A part is a set of lessons with everything that is demanded about them and about who can take them. It is a
//! relaxation of the school, so that a part that is impossible proves that the school is.

use std::collections::BTreeSet;

use uurwerk_model::{Demand, LessonIx, Message, RoomIx, TeacherIx};

use super::demand::{Key, lesson_of};
use super::oracle::{Answer, Oracle};
use crate::allocate::{DemandKey, shortage};
use crate::case::Allocation;
use crate::rules::occupancy::{classes_of, suits};
use crate::rules::walks::Walker;
use crate::schedule;

/// Lesson hours of the largest part that is solved as one.
const LARGEST: u32 = 200;

/// What looking for a contradiction came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// These demands cannot hold together; counting may have said why.
    Contradiction(BTreeSet<Key>, Option<Message>),
    /// All can hold together: proved for the whole school.
    Possible,
    /// Neither was shown.
    Nothing,
}

/// Looks for demands among `keys` that contradict each other.
pub fn find(oracle: &mut Oracle, keys: &BTreeSet<Key>) -> Found {
    if let Some(found) = by_counting(oracle, keys) {
        return found;
    }
    let school = oracle.problem.facts.school;
    if school.alternates() {
        // The programme takes every week for like any other: only what it says about loads holds.
        let loads: BTreeSet<Key> = keys.iter().copied().filter(|key| is_load(*key)).collect();
        return match oracle.ask(&loads) {
            Answer::Impossible => Found::Contradiction(loads, None),
            Answer::Possible | Answer::Unknown => Found::Nothing,
        };
    }
    let every: BTreeSet<LessonIx> = (0..school.lessons().len()).map(LessonIx::from).collect();
    let mut parts = parts(oracle);
    parts.sort_by_key(|part| hours(oracle, part));
    for part in parts.into_iter().filter(|part| part.len() < every.len()) {
        if oracle.is_over() {
            return Found::Nothing;
        }
        if hours(oracle, &part) > LARGEST {
            continue;
        }
        let focus = about(oracle, keys, &part);
        if oracle.ask(&focus) == Answer::Impossible {
            return Found::Contradiction(focus, None);
        }
    }
    let loads: BTreeSet<Key> = keys.iter().copied().filter(|key| is_load(*key)).collect();
    if oracle.ask(&loads) == Answer::Impossible {
        return Found::Contradiction(loads, None);
    }
    if is_whole(oracle) {
        return match oracle.ask(keys) {
            Answer::Impossible => Found::Contradiction(keys.clone(), None),
            Answer::Possible => Found::Possible,
            Answer::Unknown => Found::Nothing,
        };
    }
    Found::Nothing
}

/// Whether the whole school is small enough to be one question.
pub fn is_whole(oracle: &Oracle) -> bool {
    let lessons = oracle.problem.facts.school.lessons().iter();
    lessons.map(|lesson| u32::from(lesson.hours)).sum::<u32>() <= LARGEST * 2
}

fn is_load(key: Key) -> bool {
    matches!(
        key,
        Key::Staffed(_) | Key::TeacherLock(_) | Key::Load(..) | Key::LoadClass(..)
    )
}

fn hours(oracle: &Oracle, part: &BTreeSet<LessonIx>) -> u32 {
    let school = oracle.problem.facts.school;
    part.iter()
        .map(|l| u32::from(school.lesson(*l).hours))
        .sum()
}

/// The demands about some lessons and about everybody who could take them.
pub fn about(oracle: &Oracle, keys: &BTreeSet<Key>, part: &BTreeSet<LessonIx>) -> BTreeSet<Key> {
    let facts = oracle.problem.facts;
    let school = facts.school;
    let posts = || part.iter().flat_map(|l| facts.posts_of(*l));
    let mut people: BTreeSet<TeacherIx> = posts()
        .flat_map(|post| oracle.qualified[post.ix.at()].iter().copied())
        .collect();
    people.extend(posts().filter_map(|post| post.lock));
    let classes: BTreeSet<_> = part.iter().flat_map(|l| classes_of(school, *l)).collect();
    let document = school.document();
    let known =
        |id: &uurwerk_model::TeacherId| school.teacher_ix(id).is_some_and(|t| people.contains(&t));
    let concerned = |key: &Key| match *key {
        Key::LoadClass(_, class) => classes.contains(&class),
        Key::Meeting(at) | Key::Observed(at) => {
            let pair = &document.mentoring.pairs[at];
            known(&pair.mentor) || known(&pair.starter)
        }
        Key::Away(at) => {
            let class = school.class_ix(&document.workplaces[at].group.class);
            class.is_some_and(|class| classes.contains(&class))
        }
        Key::Ways(Walker::Class(class)) | Key::Changes(Walker::Class(class)) => {
            classes.contains(&class)
        }
        Key::Team(at) => document.teams[at].members.iter().any(known),
        key => match (key.lesson(school), key.teacher()) {
            (Some(lesson), _) => part.contains(&lesson),
            (None, Some(teacher)) => people.contains(&teacher),
            (None, None) => true,
        },
    };
    keys.iter().copied().filter(concerned).collect()
}

/// Parts of the school: the lessons of a class, of a teacher whom they cannot do without, of a set of rooms, of a
/// subject and of an independent part of the loads.
fn parts(oracle: &Oracle) -> Vec<BTreeSet<LessonIx>> {
    let facts = oracle.problem.facts;
    let school = facts.school;
    let lessons = || (0..school.lessons().len()).map(LessonIx::from);
    let with_links = |part: BTreeSet<LessonIx>| -> BTreeSet<LessonIx> {
        let links = part.iter().filter_map(|l| school.lesson(*l).link.as_ref());
        let linked = links.flat_map(|link| school.links()[link].iter().copied());
        let linked: Vec<LessonIx> = linked.collect();
        part.into_iter().chain(linked).collect()
    };
    let mut parts: BTreeSet<BTreeSet<LessonIx>> = BTreeSet::new();
    for class in (0..school.classes().len()).map(uurwerk_model::ClassIx::from) {
        parts.insert(
            lessons()
                .filter(|l| classes_of(school, *l).contains(&class))
                .collect(),
        );
    }
    for teacher in facts.teachers() {
        let bound = |l: &LessonIx| {
            facts.posts_of(*l).iter().any(|post| {
                post.lock == Some(teacher) || oracle.qualified[post.ix.at()] == [teacher]
            })
        };
        let part: BTreeSet<LessonIx> = lessons().filter(bound).collect();
        if !part.is_empty() {
            parts.insert(with_links(part));
        }
    }
    for subject in (0..school.document().subjects.len()).map(uurwerk_model::SubjectIx::from) {
        let id = &school.subject(subject).id;
        parts.insert(
            lessons()
                .filter(|l| school.lesson(*l).subject == *id)
                .collect(),
        );
    }
    let mut wanted: BTreeSet<Vec<RoomIx>> = BTreeSet::new();
    let rooms_of = |l: LessonIx| {
        let needs = school.lesson(l).rooms.iter();
        let all = || (0..school.rooms().len()).map(RoomIx::from);
        let suited = needs.map(move |need| {
            all()
                .filter(|r| suits(school, need, *r))
                .collect::<Vec<_>>()
        });
        suited.collect::<Vec<_>>()
    };
    for lesson in lessons() {
        wanted.extend(rooms_of(lesson));
    }
    for rooms in wanted {
        let within = |l: &LessonIx| {
            let mut needs = rooms_of(*l).into_iter();
            needs.any(|own| own.iter().all(|r| rooms.contains(r)))
        };
        parts.insert(lessons().filter(within).collect());
    }
    for component in &oracle.problem.components {
        let posts = component.posts.iter();
        parts.insert(posts.map(|post| facts.post(*post).lesson).collect());
    }
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

/// What counting shows: hours against contracts by flow, then periods against slots by matching.
fn by_counting(oracle: &mut Oracle, keys: &BTreeSet<Key>) -> Option<Found> {
    oracle.problem.choices = oracle.choices(keys, None);
    oracle.problem.components = oracle.problem.split();
    for component in oracle.problem.components.clone() {
        let Some(seen) = shortage(&oracle.problem, &component) else {
            continue;
        };
        let seeds: BTreeSet<Key> = seen
            .into_iter()
            .filter_map(|demand| key_of(oracle, demand))
            .collect();
        let seeds: BTreeSet<Key> = seeds.intersection(keys).copied().collect();
        if oracle.ask(&seeds) == Answer::Impossible {
            return Some(Found::Contradiction(seeds, None));
        }
    }
    let facts = oracle.problem.facts;
    let mut sole = Allocation::empty(facts.school);
    for post in &facts.posts {
        let choice = oracle.problem.choices[post.ix.at()].settled();
        sole.teachers[post.lesson.at()][post.position] = choice.flatten();
    }
    let demands = schedule::check_allocation(facts.school, oracle.settings, &sole);
    let reason = demands.first().map(|demand| demand.message.clone());
    let lessons: BTreeSet<LessonIx> = demands
        .iter()
        .filter_map(|demand| lesson_at(oracle, demand))
        .collect();
    if demands.is_empty() || lessons.is_empty() {
        return None;
    }
    let focus = about(oracle, keys, &lessons);
    (oracle.ask(&focus) == Answer::Impossible).then_some(Found::Contradiction(focus, reason))
}

fn key_of(oracle: &Oracle, demand: DemandKey) -> Option<Key> {
    let facts = oracle.problem.facts;
    Some(match demand {
        DemandKey::Post(post) => {
            let data = facts.post(post);
            let lock = data.lock.and_then(|_| {
                let locks = facts.school.document().locks.iter().enumerate();
                let mut own = locks.filter(|(_, lock)| {
                    matches!(lock, uurwerk_model::Lock::Teacher(lock)
                        if usize::from(lock.position) == data.position)
                        && lesson_of(facts.school, lock) == Some(data.lesson)
                });
                own.next().map(|(at, _)| Key::TeacherLock(at))
            });
            lock.unwrap_or(Key::Staffed(data.lesson))
        }
        DemandKey::Teacher(rule, teacher) => Key::Load(rule, teacher),
        DemandKey::Class(rule, class) => Key::LoadClass(rule, class),
    })
}

/// The lesson that a demand of the quick check points to.
fn lesson_at(oracle: &Oracle, demand: &Demand) -> Option<LessonIx> {
    let school = oracle.problem.facts.school;
    let mut steps = demand.pointer.split('/').skip(1);
    let list = steps.next()?;
    let at: usize = steps.next()?.parse().ok()?;
    match list {
        "lessons" => Some(LessonIx::from(at)),
        "locks" => lesson_of(school, school.document().locks.get(at)?),
        _ => None,
    }
}

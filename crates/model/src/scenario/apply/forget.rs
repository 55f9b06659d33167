//! Taking something out of a school with everything that speaks of it.

use crate::school::{Lock, Room, SchoolDocument, WishTarget};
use crate::{ClassId, LessonId, RoomId, TeacherId};

/// Nobody waits for this person any longer: no lock, no mentoring, no team, no training.
pub(super) fn duties_of(document: &mut SchoolDocument, teacher: &TeacherId) {
    stand_by_of(document, teacher);
    document
        .locks
        .retain(|lock| !matches!(lock, Lock::Teacher(lock) if lock.teacher == *teacher));
    let pairs = &mut document.mentoring.pairs;
    pairs.retain(|pair| pair.mentor != *teacher && pair.starter != *teacher);
    for team in &mut document.teams {
        team.members.retain(|member| member != teacher);
        let all = team.members.len();
        team.quorum = team.quorum.filter(|quorum| usize::from(*quorum) <= all);
    }
    document.teams.retain(|team| team.members.len() >= 2);
    for group in &mut document.trainees {
        group.members.retain(|member| member != teacher);
        group.mentor = group.mentor.take().filter(|mentor| mentor != teacher);
    }
    document.trainees.retain(|group| !group.members.is_empty());
    let teams: Vec<_> = document.teams.iter().map(|team| team.id.clone()).collect();
    let is_left = |team: &Option<_>| team.as_ref().is_none_or(|team| teams.contains(team));
    // Without people a gathering would be of the mentors.
    let nobody = [teacher.clone()];
    document.gatherings.retain(|gathering| {
        is_left(&gathering.team) && (gathering.team.is_some() || gathering.people != nobody)
    });
    for gathering in &mut document.gatherings {
        gathering.people.retain(|person| person != teacher);
    }
    for round in &mut document.rounds {
        round.teachers.retain(|other| other != teacher);
        round.people.retain(|other| other != teacher);
        round.teams.retain(|team| teams.contains(team));
    }
}

/// A person who is gone.
pub(super) fn teacher(document: &mut SchoolDocument, teacher: &TeacherId) {
    duties_of(document, teacher);
    document.staff.retain(|other| other.id != *teacher);
    for other in &mut document.staff {
        other.evaluator = other
            .evaluator
            .take()
            .filter(|evaluator| evaluator != teacher);
    }
    for class in &mut document.classes {
        class.titularis = class
            .titularis
            .take()
            .filter(|titularis| titularis != teacher);
    }
}

/// Lessons that are no longer given. A link of which one lesson is left is no link any longer.
pub(super) fn lessons(document: &mut SchoolDocument, gone: impl Fn(&LessonId) -> bool) {
    document.lessons.retain(|lesson| !gone(&lesson.id));
    document.visits.retain(|visit| !gone(&visit.lesson));
    for project in &mut document.projects {
        project.lessons.retain(|lesson| !gone(lesson));
    }
    document
        .projects
        .retain(|project| project.lessons.len() >= 2);
    document.locks.retain(|lock| {
        !gone(match lock {
            Lock::Teacher(lock) => &lock.lesson,
            Lock::Time(lock) => &lock.lesson,
            Lock::Room(lock) => &lock.lesson,
        })
    });
    for teacher in &mut document.staff {
        teacher
            .wishes
            .retain(|wish| !matches!(&wish.on, WishTarget::Lesson(lesson) if gone(lesson)));
    }
    let links: Vec<_> = document
        .lessons
        .iter()
        .filter_map(|l| l.link.clone())
        .collect();
    for lesson in &mut document.lessons {
        let fellows = |link: &_| links.iter().filter(|other| *other == link).count();
        lesson.link = lesson.link.take().filter(|link| fellows(link) > 1);
    }
}

/// A class that is gone, or that goes on as another.
pub(super) fn class(document: &mut SchoolDocument, class: &ClassId, heir: Option<&ClassId>) {
    document.classes.retain(|other| other.id != *class);
    // An heir goes where the class went only as far as it says so itself.
    document
        .workplaces
        .retain(|workplace| workplace.group.class != *class);
    for round in &mut document.rounds {
        // Without classes a round would be for all.
        if round.classes == [class.clone()] {
            round.teachers.clear();
        }
        round.classes.retain(|other| other != class);
    }
    for teacher in &mut document.staff {
        for wish in &mut teacher.wishes {
            if let (WishTarget::Class(on), Some(heir)) = (&mut wish.on, heir)
                && on == class
            {
                *on = heir.clone();
            }
        }
        teacher
            .wishes
            .retain(|wish| heir.is_some() || wish.on != WishTarget::Class(class.clone()));
        for previous in teacher
            .previous
            .iter_mut()
            .filter(|p| p.class.as_ref() == Some(class))
        {
            previous.class = heir.cloned();
        }
    }
}

/// A room that is gone.
pub(super) fn room(document: &mut SchoolDocument, room: &RoomId) {
    document.rooms.retain(|other| other.id != *room);
    for round in &mut document.rounds {
        round.rooms.retain(|other| other != room);
    }
    // A way to a building without rooms leads nowhere.
    let rooms = &document.rooms;
    let stands = |place: &str| {
        let building = |room: &Room| room.building.as_ref().is_some_and(|b| b.as_str() == place);
        let site = |room: &Room| room.site.as_ref().is_some_and(|s| s.as_str() == place);
        rooms.iter().any(|room| building(room) || site(room))
    };
    let travel = &mut document.travel;
    travel.retain(|way| stands(way.from.as_str()) && stands(way.to.as_str()));
    for class in &mut document.classes {
        class.home_room = class.home_room.take().filter(|home| home != room);
    }
    for need in document
        .lessons
        .iter_mut()
        .flat_map(|lesson| &mut lesson.rooms)
    {
        need.any_of.retain(|other| other != room);
        need.prefer.retain(|other| other != room);
    }
    document
        .locks
        .retain(|lock| !matches!(lock, Lock::Room(lock) if lock.room == *room));
}

/// Takes a person out of the places that need no qualification and count in no load: nobody else is asked to fill
/// them, and a lesson that is nothing but such places is not given.
fn stand_by_of(document: &mut SchoolDocument, teacher: &TeacherId) {
    let held: Vec<(LessonId, u8)> = document
        .locks
        .iter()
        .filter_map(|lock| match lock {
            Lock::Teacher(lock) if lock.teacher == *teacher => {
                Some((lock.lesson.clone(), lock.position))
            }
            _ => None,
        })
        .collect();
    let mut empty = Vec::new();
    for lesson in &mut document.lessons {
        let own = |at: usize| {
            held.iter()
                .any(|(id, position)| *id == lesson.id && usize::from(*position) == at)
        };
        let stays: Vec<bool> = lesson
            .positions
            .iter()
            .enumerate()
            .map(|(at, position)| position.role.counts() || !own(at))
            .collect();
        if stays.iter().all(|stays| *stays) {
            continue;
        }
        // The places after one that goes move up, and their locks with them.
        document.locks.retain_mut(|lock| match lock {
            Lock::Teacher(lock) if lock.lesson == lesson.id => {
                let at = usize::from(lock.position);
                let before = stays.iter().take(at).filter(|stays| **stays).count();
                lock.position = u8::try_from(before).unwrap_or(u8::MAX);
                stays.get(at).copied().unwrap_or(true)
            }
            _ => true,
        });
        let mut kept = stays.into_iter();
        lesson.positions.retain(|_| kept.next().unwrap_or(true));
        if lesson.positions.is_empty() {
            empty.push(lesson.id.clone());
        }
    }
    lessons(document, |id| empty.contains(id));
}

//! K2: what was settled about times and rooms stays settled.
//!
//! deviation = locks on a time or a room that do not hold (locks). Source: ordinary practice.

use uurwerk_engine::{
    AssignResource, AssignTime, CostFunction, Kind, PreferResources, PreferTimes, TimeId,
};
use uurwerk_model::{Finding, Lock, Mode, RoomLock, TimeLock};

use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::{Case, Timetable};
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "K2",
    source: Source::Practice,
    unit: "unit-locks",
    modes: Modes::always(Mode::Hard),
    weight: 100,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

fn draft(setting: &Setting, draft: &mut Draft) {
    for lock in &draft.school.document().locks {
        let kinds = match lock {
            Lock::Teacher(_) => None,
            Lock::Time(lock) => lock_time(draft, lock),
            Lock::Room(lock) => lock_room(draft, lock),
        };
        for kind in kinds.into_iter().flatten() {
            draft.charge(setting, 1, CostFunction::Step, kind);
        }
    }
}

/// A time there must be, and no other than this.
fn lock_time(draft: &Draft, lock: &TimeLock) -> Option<[Kind; 2]> {
    let lesson = draft.school.lesson_ix(&lock.lesson)?;
    let events = vec![draft.event_of(lesson, usize::from(lock.block))?];
    let preferred = vec![TimeId(draft.school.slot_ix(&lock.start)?.0 as u16)];
    Some([
        Kind::AssignTime(AssignTime {
            events: events.clone(),
        }),
        Kind::PreferTimes(PreferTimes {
            events,
            preferred,
            duration: None,
        }),
    ])
}

/// A room there must be, and no other than this.
fn lock_room(draft: &Draft, lock: &RoomLock) -> Option<[Kind; 2]> {
    let lesson = draft.school.lesson_ix(&lock.lesson)?;
    let event = draft.event_of(lesson, usize::from(lock.block))?;
    let demands = &draft.blocks()[event.index()].rooms;
    let demand = demands
        .iter()
        .find(|d| d.lesson == lesson && d.need == usize::from(lock.need))?;
    let preferred = vec![draft.room(draft.school.room_ix(&lock.room)?)];
    let (events, role) = (vec![event], demand.role);
    Some([
        Kind::AssignResource(AssignResource {
            events: events.clone(),
            role,
        }),
        Kind::PreferResources(PreferResources {
            events,
            role,
            preferred,
        }),
    ])
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for lock in &school.document().locks {
        let broken = match lock {
            Lock::Teacher(_) => None,
            Lock::Time(lock) => {
                let held = holds_time(case, timetable, lock);
                (!held).then_some(("finding-K2-time", &lock.lesson))
            }
            Lock::Room(lock) => {
                let held = holds_room(case, timetable, lock);
                (!held).then_some(("finding-K2-room", &lock.lesson))
            }
        };
        if let Some((message, lesson)) = broken {
            let finding = Telling::of(school, message, 1);
            findings.push(match school.lesson_ix(lesson) {
                Some(lesson) => finding.lesson("lesson", lesson).done(),
                None => finding.with("lesson", lesson.as_str()).done(),
            });
        }
    }
    findings
}

fn holds_time(case: &Case, timetable: &Timetable, lock: &TimeLock) -> bool {
    let lesson = case.school.lesson_ix(&lock.lesson);
    let starts = lesson.and_then(|l| timetable.starts.get(l.at()));
    let start = starts.and_then(|starts| *starts.get(usize::from(lock.block))?);
    start.is_some() && start == case.school.slot_ix(&lock.start)
}

fn holds_room(case: &Case, timetable: &Timetable, lock: &RoomLock) -> bool {
    let lesson = case.school.lesson_ix(&lock.lesson);
    let blocks = lesson.and_then(|l| timetable.rooms.get(l.at()));
    let rooms = blocks.and_then(|blocks| blocks.get(usize::from(lock.block)));
    let room = rooms.and_then(|rooms| *rooms.get(usize::from(lock.need))?);
    room.is_some() && room == case.school.room_ix(&lock.room)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_lock_holds_at_its_place_only() {
        let mut sample = Sample::new(2);
        let (a, b) = (
            sample.room("a", "plain", None),
            sample.room("b", "plain", None),
        );
        let lesson = sample.lesson(&[1], &["A"], "t");
        sample.need(lesson, "plain");
        sample.lock_time(lesson, 0, 3);
        sample.lock_room(lesson, 0, a);
        assert_eq!(deviation("K2", &sample.placed(&[])), 2);
        let mut case = sample.placed(&[(lesson, 0, Some(3))]);
        assert_eq!(deviation("K2", case.in_room(lesson, 0, b)), 1);
        assert_eq!(deviation("K2", case.in_room(lesson, 0, a)), 0);
    }
}

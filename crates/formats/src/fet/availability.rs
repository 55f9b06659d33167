//! When nobody, or somebody, cannot be: breaks and the not available times of teachers and students. Read before all other families, of
//! which some look through these cells.

use std::collections::BTreeMap;

use super::mapper::{Item, Mapper};
use uurwerk_engine::{
    AssignTime, AvoidClashes, EventId, Kind, Limits, PreferTimes, ResourceId, SplitEvents, TimeId,
};

/// Reads the families of this file.
pub(super) fn read(mapper: &mut Mapper, items: &[Item]) {
    let mut reason = items
        .iter()
        .find(|item| item.family() == "BasicCompulsoryTime")
        .map_or(super::IMPLIED, |item| item.origin);
    for item in items {
        match item.family() {
            "BreakTimes" => {
                let item = mapper.must_be_hard(item);
                for time in mapper.slots(&item, "Break_Time", "Day", "Hour") {
                    mapper.breaks[time.index()] = true;
                    reason = item.origin;
                }
            }
            "TeacherNotAvailableTimes" | "StudentsSetNotAvailableTimes" => {
                unavailable(mapper, item)
            }
            _ => {}
        }
    }
    place_all(mapper, reason);
}

fn unavailable(mapper: &mut Mapper, item: &Item) {
    let item = mapper.must_be_hard(item);
    let resources = mapper.points(&item);
    let times = mapper.slots(&item, "Not_Available_Time", "Day", "Hour");
    let cells = mapper.data.times();
    for &resource in &resources {
        let own = mapper
            .unavailable
            .entry(resource)
            .or_insert_with(|| vec![false; cells]);
        times.iter().for_each(|time| own[time.index()] = true);
    }
    // Who cannot be somewhere cannot be given something there: that is said of the starts of what they attend.
    let mut events: Vec<EventId> = resources
        .iter()
        .flat_map(|&resource| mapper.attended_by(resource))
        .collect();
    events.sort_unstable();
    events.dedup();
    let mut closed = vec![false; cells];
    times.iter().for_each(|time| closed[time.index()] = true);
    for (duration, events) in by_duration(mapper, &events) {
        let preferred = starts(mapper, duration, |cell| !closed[cell]);
        let prefer = PreferTimes {
            events,
            preferred,
            duration: None,
        };
        mapper.add_hard(item.origin, Kind::PreferTimes(prefer));
    }
}

/// Events put together by their durations.
pub(super) fn by_duration(mapper: &Mapper, events: &[EventId]) -> Vec<(u16, Vec<EventId>)> {
    let mut sorts: BTreeMap<u16, Vec<EventId>> = BTreeMap::new();
    for &event in events {
        let duration = mapper.problem.events[event.index()].duration;
        sorts.entry(duration).or_default().push(event);
    }
    sorts.into_iter().collect()
}

/// What always holds: each activity has a time, is in one piece within a day, over no break; and nobody is at two places at a time.
fn place_all(mapper: &mut Mapper, reason: u32) {
    let events: Vec<EventId> = (0..mapper.problem.events.len() as u32)
        .map(EventId)
        .collect();
    if events.is_empty() {
        return;
    }
    let mut kinds = vec![Kind::AssignTime(AssignTime {
        events: events.clone(),
    })];
    let mut long = Vec::new();
    for (duration, alike) in by_duration(mapper, &events) {
        if duration > 1 {
            long.extend(&alike);
        }
        kinds.push(Kind::PreferTimes(PreferTimes {
            events: alike,
            preferred: starts(mapper, duration, |cell| !mapper.breaks[cell]),
            duration: None,
        }));
    }
    if !long.is_empty() {
        kinds.push(Kind::SplitEvents(SplitEvents {
            events: long,
            durations: Limits::at_least(1),
            amount: Limits { min: 1, max: 1 },
        }));
    }
    let teachers = (0..mapper.data.teachers.len() as u32).map(ResourceId);
    let resources = teachers
        .chain(mapper.atoms.iter().map(|atom| atom.resource))
        .collect();
    kinds.push(Kind::AvoidClashes(AvoidClashes { resources }));
    for kind in kinds {
        mapper.add_hard(reason, kind);
    }
}

/// The starts from which this many hours lie within one day and in good cells only.
pub(super) fn starts(mapper: &Mapper, duration: u16, good: impl Fn(usize) -> bool) -> Vec<TimeId> {
    let (hours, duration) = (mapper.data.hours.len(), usize::from(duration));
    (0..mapper.data.times())
        .filter(|start| start % hours + duration <= hours && (*start..start + duration).all(&good))
        .map(|start| TimeId(start as u16))
        .collect()
}

//! Where activities may start or be: the families of preferred starting times and time slots.

use super::availability::{by_duration, starts};
use super::data::{Activity, meet};
use super::mapper::{Item, Mapper};
use uurwerk_engine::{CostFunction, EventId, Kind, PreferTimes, TimeId};

/// One activity at one time. An empty day or hour means any.
pub(super) fn starting_time(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    let data = mapper.data;
    let mut wanted = |tag: &str, names: &super::names::Names| {
        let child = item
            .element
            .child(tag)
            .filter(|child| !child.text.is_empty())?;
        // An unknown name is a fault already, and then it does not matter what it means.
        Some(names.reference(child, mapper.faults).unwrap_or(0))
    };
    let (day, hour) = (
        wanted("Preferred_Day", &data.days),
        wanted("Preferred_Hour", &data.hours),
    );
    let hours = data.hours.len();
    let fits = |time: &TimeId| {
        day.is_none_or(|day| time.index() / hours == day as usize)
            && hour.is_none_or(|hour| time.index() % hours == hour as usize)
    };
    let times: Vec<TimeId> = (0..data.times() as u16).map(TimeId).filter(fits).collect();
    prefer(mapper, item, events, times);
}

/// Activities that start at one of the listed times.
pub(super) fn starting_times(mapper: &mut Mapper, item: &Item) {
    let events = chosen(mapper, item);
    let times = mapper.slots(
        item,
        "Preferred_Starting_Time",
        "Preferred_Starting_Day",
        "Preferred_Starting_Hour",
    );
    prefer(mapper, item, events, times);
}

/// Activities of which every hour lies in the listed cells: one conflict for each hour outside.
pub(super) fn time_slots(mapper: &mut Mapper, item: &Item) {
    let events = chosen(mapper, item);
    let times = mapper.slots(
        item,
        "Preferred_Time_Slot",
        "Preferred_Day",
        "Preferred_Hour",
    );
    let mut inside = vec![false; mapper.data.times()];
    times.iter().for_each(|time| inside[time.index()] = true);
    for (duration, alike) in by_duration(mapper, &events) {
        // A start with k hours outside breaks the k first of these.
        let levels = if item.weight.is_hard() { 1 } else { duration };
        for level in 0..levels {
            let preferred = starts(mapper, duration, |_| true)
                .into_iter()
                .filter(|start| {
                    let cells = start.index()..start.index() + usize::from(duration);
                    cells.filter(|&cell| !inside[cell]).count() <= usize::from(level)
                })
                .collect();
            prefer(mapper, item, alike.clone(), preferred);
        }
    }
}

fn prefer(mapper: &mut Mapper, item: &Item, events: Vec<EventId>, preferred: Vec<TimeId>) {
    if !events.is_empty() {
        mapper.add(
            item,
            CostFunction::Step,
            Kind::PreferTimes(PreferTimes {
                events,
                preferred,
                duration: None,
            }),
        );
    }
}

/// The activities that a constraint speaks of: one by number, or all that fit its filter.
pub(super) fn chosen(mapper: &mut Mapper, item: &Item) -> Vec<EventId> {
    if item.element.child("Activity_Id").is_some() {
        return mapper.listed(item);
    }
    let data = mapper.data;
    let mut place = |tag: &str, names: &super::names::Names| {
        let child = item
            .element
            .child(tag)
            .filter(|child| !child.text.is_empty())?;
        Some(names.reference(child, mapper.faults).unwrap_or(u32::MAX))
    };
    let teacher = place("Teacher_Name", &data.teachers);
    let students = place("Students_Name", &data.students.sets);
    let subject = place("Subject_Name", &data.subjects);
    let tag = place("Activity_Tag_Name", &data.tags);
    let mut number = |tag: &str| {
        let child = item
            .element
            .child(tag)
            .filter(|child| !child.trimmed().is_empty())?;
        item.element.number::<u32>(&child.name, mapper.faults)
    };
    let (duration, component) = (number("Duration"), number("Component_Number"));
    let leaves = students.map(|set| {
        data.students
            .leaves
            .get(set as usize)
            .map_or(&[][..], Vec::as_slice)
    });
    mapper.events_where(|activity| {
        teacher.is_none_or(|teacher| activity.teachers.contains(&teacher))
            && leaves.is_none_or(|leaves| meet(leaves, &activity.leaves))
            && subject.is_none_or(|subject| activity.subject == subject)
            && tag.is_none_or(|tag| activity.tags.contains(&tag))
            && duration.is_none_or(|duration| u32::from(activity.duration) == duration)
            && component.is_none_or(|component| component_of(activity) == component)
    })
}

/// Which of the pieces of a split lesson an activity is, from 1.
fn component_of(activity: &Activity) -> u32 {
    if activity.group == 0 {
        1
    } else {
        activity.id.saturating_add(1).saturating_sub(activity.group)
    }
}

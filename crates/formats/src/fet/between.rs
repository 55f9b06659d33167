//! How activities lie to each other: days between, same times, order, and what a set of them occupies.

use super::load::cluster;
use super::mapper::{Item, Mapper};
use uurwerk_engine::{
    AvoidClashes, ClusterBusyTimes, CostFunction, EventId, EventPair, Kind, LimitIdleTimes, Limits,
    LinkEvents, OrderEvents, SpreadEvents, SpreadLimit, TimeGroupId,
};

/// So many days at least between each two: MinDays less the days between is the conflict of a pair. Two hard parts hold at any weight:
/// at most two on a day, and two on a day are consecutive when that is asked for.
pub(super) fn min_days(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    let days = mapper.number(item, "MinDays") as usize;
    let consecutive = super::entities::truth(item.element, "Consecutive_If_Same_Day", false, mapper.faults);
    if events.len() < 2 {
        return;
    }
    apart(mapper, item, &events, days);
    if item.weight.is_hard() && days > 0 {
        return;
    }
    let groups = mapper.days();
    if events.len() > 2 {
        let event_groups = vec![mapper.event_group(&events)];
        mapper.add_hard(item.origin, spread(event_groups, &groups, 2));
    }
    if consecutive {
        let resources = vec![mapper.made_up(&events)];
        let limits = Limits::at_most(0);
        mapper.add_hard(item.origin, Kind::LimitIdleTimes(LimitIdleTimes { resources, time_groups: groups, limits }));
    }
}

/// Two days with `days` or more between them are in no window of that many days; nearer ones are in as many windows as days are missing.
fn apart(mapper: &mut Mapper, item: &Item, events: &[EventId], days: usize) {
    if days == 0 {
        return;
    }
    let week = mapper.data.days.len();
    let mut windows = Vec::new();
    for end in 1..week + days {
        let times: Vec<_> = (end.saturating_sub(days)..end.min(week)).flat_map(|day| mapper.day(day)).collect();
        windows.push(mapper.group(&times));
    }
    // With two on a day at most, one day at a time counts alike for all together and for each pair.
    let event_groups = if days == 1 || events.len() == 2 || item.weight.is_hard() {
        vec![mapper.event_group(events)]
    } else {
        pairs(events).map(|pair| mapper.event_group(&pair)).collect()
    };
    mapper.add(item, CostFunction::Linear, spread(event_groups, &windows, 1));
}

fn spread(event_groups: Vec<uurwerk_engine::EventGroupId>, groups: &[TimeGroupId], max: u32) -> Kind {
    let limit = |&time_group| SpreadLimit { time_group, limits: Limits::at_most(max) };
    Kind::SpreadEvents(SpreadEvents { event_groups, limits: groups.iter().map(limit).collect() })
}

fn pairs(events: &[EventId]) -> impl Iterator<Item = [EventId; 2]> {
    events.iter().enumerate().flat_map(|(place, &one)| events[place + 1..].iter().map(move |&other| [one, other]))
}

/// The pairs of a set that a soft constraint counts one by one; for a hard one the whole set says the same.
fn sets(item: &Item, events: &[EventId]) -> Vec<Vec<EventId>> {
    if events.len() < 2 {
        Vec::new()
    } else if item.weight.is_hard() {
        vec![events.to_vec()]
    } else {
        pairs(events).map(Vec::from).collect()
    }
}

/// No two at a time: one conflict for each hour that a pair shares.
pub(super) fn not_overlapping(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    for set in sets(item, &events) {
        let resources = vec![mapper.made_up(&set)];
        mapper.add(item, CostFunction::Linear, Kind::AvoidClashes(AvoidClashes { resources }));
    }
}

/// All at the same day and hour.
pub(super) fn same_starting_time(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    for set in sets(item, &events) {
        if alike(mapper, &set) {
            let event_groups = vec![mapper.event_group(&set)];
            mapper.add(item, CostFunction::Step, Kind::LinkEvents(LinkEvents { event_groups }));
        } else {
            mapper.unmapped(item);
        }
    }
}

/// All at the same hour, of whatever day.
pub(super) fn same_starting_hour(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    let data = mapper.data;
    for set in sets(item, &events) {
        if !alike(mapper, &set) {
            mapper.unmapped(item);
            continue;
        }
        let mut columns = Vec::new();
        for hour in 0..data.hours.len() {
            let times: Vec<_> = (0..data.days.len()).map(|day| mapper.time(day, hour)).collect();
            columns.push(mapper.group(&times));
        }
        // Activities of d hours that start at the same hour are in d hours of the day; otherwise in more.
        let limits = Limits::at_most(mapper.activity(set[0]).duration.into());
        let resources = vec![mapper.made_up(&set)];
        mapper.add(item, CostFunction::Step, Kind::ClusterBusyTimes(ClusterBusyTimes { resources, time_groups: columns, limits }));
    }
}

/// All on the same day.
pub(super) fn same_starting_day(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    for set in sets(item, &events) {
        let days = mapper.days();
        let resources = vec![mapper.made_up(&set)];
        cluster(mapper, item, resources, days, Limits::at_most(1));
    }
}

fn alike(mapper: &Mapper, events: &[EventId]) -> bool {
    let mut durations = events.iter().map(|&event| mapper.activity(event).duration);
    let first = durations.next();
    durations.all(|duration| Some(duration) == first)
}

/// Two or three right after each other on one day, in any order. Breaks do not count.
pub(super) fn grouped(mapper: &mut Mapper, item: &Item) {
    let events = mapper.numbered(item.element, &ORDERED);
    together(mapper, item, &events);
}

/// Right after each other on one day, in the given order. Breaks do not count.
pub(super) fn consecutive(mapper: &mut Mapper, item: &Item) {
    let events = mapper.numbered(item.element, &ORDERED);
    if item.weight.is_hard() {
        together(mapper, item, &events);
        order(mapper, item, &events, Limits::at_least(0));
    } else {
        // Softly, one conflict for the pair; a break between the two counts.
        mapper.notes.add(super::fault::APPROXIMATE, item.family(), item.element.position);
        order(mapper, item, &events, Limits { min: 0, max: 0 });
    }
}

/// In the given order, anywhere in the week.
pub(super) fn ordered(mapper: &mut Mapper, item: &Item) {
    let events = mapper.numbered(item.element, &ORDERED);
    order(mapper, item, &events, Limits::at_least(0));
}

const ORDERED: [&str; 3] = ["First_Activity_Id", "Second_Activity_Id", "Third_Activity_Id"];

fn together(mapper: &mut Mapper, item: &Item, events: &[EventId]) {
    if events.len() < 2 {
        return;
    }
    if !item.weight.is_hard() {
        mapper.notes.add(super::fault::APPROXIMATE, item.family(), item.element.position);
    }
    let (days, open) = (mapper.days(), mapper.open_days(None));
    let resources = vec![mapper.made_up(events)];
    cluster(mapper, item, resources.clone(), days, Limits::at_most(1));
    let limits = Limits::at_most(0);
    mapper.add(item, CostFunction::Step, Kind::LimitIdleTimes(LimitIdleTimes { resources: resources.clone(), time_groups: open, limits }));
    mapper.add(item, CostFunction::Step, Kind::AvoidClashes(AvoidClashes { resources }));
}

fn order(mapper: &mut Mapper, item: &Item, events: &[EventId], separation: Limits) {
    let pairs: Vec<_> = events.windows(2).map(|pair| EventPair { first: pair[0], second: pair[1], separation }).collect();
    if !pairs.is_empty() {
        mapper.add(item, CostFunction::Step, Kind::OrderEvents(OrderEvents { pairs }));
    }
}

/// At most, or at least, so many different cells of a selection in use by the activities.
pub(super) fn occupied(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    let times = mapper.slots(item, "Selected_Time_Slot", "Selected_Day", "Selected_Hour");
    let limits = if item.family().contains("OccupyMax") {
        Limits::at_most(mapper.number(item, "Max_Number_of_Occupied_Time_Slots"))
    } else {
        Limits::at_least(mapper.number(item, "Min_Number_of_Occupied_Time_Slots"))
    };
    if !events.is_empty() {
        let resources = vec![mapper.made_up(&events)];
        let cells: Vec<_> = times.iter().map(|&time| mapper.group(&[time])).collect();
        cluster(mapper, item, resources, cells, limits);
    }
}

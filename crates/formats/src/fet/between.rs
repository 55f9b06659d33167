//! How activities lie to each other: days between, same times, order, and what a set of them occupies.

use super::data::meet;
use super::fault::{PROBLEM, VALUE};
use super::load::cluster;
use super::mapper::{Item, Mapper};
use uurwerk_engine::{
    AvoidClashes, CostFunction, EventId, EventPair, Finish, FinishTimeGroups, Kind,
    LimitConcurrence, LimitDistances, LimitIdleTimes, LimitSeparations, Limits, LinkEvents,
    OrderEvents, Problem, SpreadEvents, SpreadLimit, TimeGroupId, TimeId,
};

/// So many days at least between each two: MinDays less the days between is the conflict of a pair. Two hard parts hold at any weight:
/// at most two on a day, and two on a day are consecutive when that is asked for.
pub(super) fn min_days(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    let days = mapper.number(item, "MinDays") as usize;
    let most = usize::from(Problem::MAX_TIMES);
    if days > most {
        let place = item.element.position;
        let found = format!("`MinDays` is at most {most}");
        return mapper.faults.add(VALUE, place, item.family(), found);
    }
    let consecutive = super::entities::truth(
        item.element,
        "Consecutive_If_Same_Day",
        false,
        mapper.faults,
    );
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
        let separation = Limits { min: 0, max: 0 };
        let event_groups = vec![mapper.event_group(&events)];
        mapper.add_hard(
            item.origin,
            Kind::LimitSeparations(LimitSeparations {
                event_groups,
                time_groups: groups,
                separation,
            }),
        );
    }
}

/// So many days at most between each two: the days beyond are the conflict of a pair.
pub(super) fn max_days(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    let distance = Limits::at_most(mapper.number(item, "MaxDays"));
    let days = mapper.days();
    distances(mapper, item, CostFunction::Linear, &events, days, distance);
}

/// So many free hours at least between each two on one day: the hours missing are the conflict of a pair.
pub(super) fn min_gaps(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    let separation = Limits::at_least(mapper.number(item, "MinGaps"));
    if events.len() > 1 {
        let (event_groups, time_groups) = (vec![mapper.event_group(&events)], mapper.days());
        mapper.add(
            item,
            CostFunction::Linear,
            Kind::LimitSeparations(LimitSeparations {
                event_groups,
                time_groups,
                separation,
            }),
        );
    }
}

fn distances(
    mapper: &mut Mapper,
    item: &Item,
    function: CostFunction,
    events: &[EventId],
    time_groups: Vec<TimeGroupId>,
    distance: Limits,
) {
    if events.len() > 1 {
        let event_groups = vec![mapper.event_group(events)];
        mapper.add(
            item,
            function,
            Kind::LimitDistances(LimitDistances {
                event_groups,
                time_groups,
                distance,
            }),
        );
    }
}

/// Two days with `days` or more between them are in no window of that many days; nearer ones are in as many windows as days are missing.
fn apart(mapper: &mut Mapper, item: &Item, events: &[EventId], days: usize) {
    if days == 0 {
        return;
    }
    let week = mapper.data.days.len();
    // With two on a day at most, one day at a time counts alike for all together and for each pair.
    if days > 1 && events.len() > 2 && !item.weight.is_hard() {
        let time_groups = mapper.days();
        return distances(
            mapper,
            item,
            CostFunction::Linear,
            events,
            time_groups,
            Limits::at_least(days as u32),
        );
    }
    let mut windows = Vec::new();
    for end in 1..week + days {
        let times: Vec<_> = (end.saturating_sub(days)..end.min(week))
            .flat_map(|day| mapper.day(day))
            .collect();
        windows.push(mapper.group(&times));
    }
    let event_groups = vec![mapper.event_group(events)];
    mapper.add(
        item,
        CostFunction::Linear,
        spread(event_groups, &windows, 1),
    );
}

fn spread(
    event_groups: Vec<uurwerk_engine::EventGroupId>,
    groups: &[TimeGroupId],
    max: u32,
) -> Kind {
    let limit = |&time_group| SpreadLimit {
        time_group,
        limits: Limits::at_most(max),
    };
    Kind::SpreadEvents(SpreadEvents {
        event_groups,
        limits: groups.iter().map(limit).collect(),
    })
}

fn pairs(events: &[EventId]) -> impl Iterator<Item = [EventId; 2]> {
    events
        .iter()
        .enumerate()
        .flat_map(|(place, &one)| events[place + 1..].iter().map(move |&other| [one, other]))
}

/// Most pairs that the soft constraints of a file may count one by one.
const MOST_PAIRS: usize = 100_000;

/// The pairs of a set that a soft constraint counts one by one; for a hard one the whole set says the same.
fn sets(mapper: &mut Mapper, item: &Item, events: &[EventId]) -> Vec<Vec<EventId>> {
    if events.len() < 2 {
        return Vec::new();
    }
    if item.weight.is_hard() {
        return vec![events.to_vec()];
    }
    mapper.pairs += events.len() * (events.len() - 1) / 2;
    if mapper.pairs > MOST_PAIRS {
        let found = format!("soft constraints up to here are about more than {MOST_PAIRS} pairs");
        mapper
            .faults
            .add(PROBLEM, item.element.position, item.family(), found);
        return Vec::new();
    }
    pairs(events).map(Vec::from).collect()
}

/// No two at a time: one conflict for each hour that a pair shares.
pub(super) fn not_overlapping(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    for set in sets(mapper, item, &events) {
        let resources = vec![mapper.made_up(&set)];
        mapper.add(
            item,
            CostFunction::Linear,
            Kind::AvoidClashes(AvoidClashes { resources }),
        );
    }
}

/// All at the same day and hour.
pub(super) fn same_starting_time(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    for set in sets(mapper, item, &events) {
        if alike(mapper, &set) {
            let event_groups = vec![mapper.event_group(&set)];
            mapper.add(
                item,
                CostFunction::Step,
                Kind::LinkEvents(LinkEvents { event_groups }),
            );
        } else {
            let cells = (0..mapper.data.times() as u16)
                .map(|time| mapper.group(&[TimeId(time)]))
                .collect();
            distances(
                mapper,
                item,
                CostFunction::Step,
                &set,
                cells,
                Limits::at_most(0),
            );
        }
    }
}

/// All at the same hour, of whatever day.
pub(super) fn same_starting_hour(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    let data = mapper.data;
    for set in sets(mapper, item, &events) {
        let mut columns = Vec::new();
        for hour in 0..data.hours.len() {
            let times: Vec<_> = (0..data.days.len())
                .map(|day| mapper.time(day, hour))
                .collect();
            columns.push(mapper.group(&times));
        }
        distances(
            mapper,
            item,
            CostFunction::Step,
            &set,
            columns,
            Limits::at_most(0),
        );
    }
}

/// All on the same day.
pub(super) fn same_starting_day(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    for set in sets(mapper, item, &events) {
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
        mapper.notes.add(
            super::fault::APPROXIMATE,
            item.family(),
            item.element.position,
        );
        order(mapper, item, &events, Limits { min: 0, max: 0 });
    }
}

/// In the given order, anywhere in the week.
pub(super) fn ordered(mapper: &mut Mapper, item: &Item) {
    let events = mapper.numbered(item.element, &ORDERED);
    order(mapper, item, &events, Limits::at_least(0));
}

/// In the given order, should they be on the same day.
pub(super) fn ordered_if_same_day(mapper: &mut Mapper, item: &Item) {
    let events = mapper.numbered(item.element, &ORDERED);
    let mut finishes = Vec::new();
    for pair in events.windows(2) {
        finishes.push(Finish {
            event: pair[1],
            others: mapper.event_group(&pair[..1]),
        });
    }
    let time_groups = mapper.days();
    mapper.add(
        item,
        CostFunction::Step,
        Kind::FinishTimeGroups(FinishTimeGroups {
            finishes,
            time_groups,
            first: false,
        }),
    );
}

/// Nothing else on the day after the activities, or before them, for their students or teachers, as the family's name says.
pub(super) fn ends_or_begins_day(mapper: &mut Mapper, item: &Item) {
    let item = &mapper.must_be_hard(item);
    let events = super::placing::chosen(mapper, item);
    let (first, teachers) = (
        item.family().contains("Begin"),
        item.family().contains("Teachers"),
    );
    let mut finishes = Vec::new();
    for event in events {
        let activity = mapper.activity(event);
        let others = mapper.events_where(|other| {
            let (mine, theirs) = if teachers {
                (&activity.teachers, &other.teachers)
            } else {
                (&activity.leaves, &other.leaves)
            };
            meet(mine, theirs)
        });
        if others.len() > 1 {
            finishes.push(Finish {
                event,
                others: mapper.event_group(&others),
            });
        }
    }
    if !finishes.is_empty() {
        let time_groups = mapper.days();
        mapper.add(
            item,
            CostFunction::Linear,
            Kind::FinishTimeGroups(FinishTimeGroups {
                finishes,
                time_groups,
                first,
            }),
        );
    }
}

/// At most, or at least, so many of the activities at a time, in each cell of a selection.
pub(super) fn simultaneous(mapper: &mut Mapper, item: &Item) {
    let events = mapper.listed(item);
    let times = mapper.slots(item, "Selected_Time_Slot", "Selected_Day", "Selected_Hour");
    let limits = if item.family().contains("MaxSimultaneous") {
        Limits::at_most(mapper.number(item, "Max_Number_of_Simultaneous_Activities"))
    } else {
        Limits::at_least(mapper.number(item, "Min_Number_of_Simultaneous_Activities"))
    };
    let none_is_free =
        super::entities::truth(item.element, "Allow_Empty_Slots", false, mapper.faults);
    if !events.is_empty() {
        let event_groups = vec![mapper.event_group(&events)];
        mapper.add(
            item,
            CostFunction::Linear,
            Kind::LimitConcurrence(LimitConcurrence {
                event_groups,
                times,
                limits,
                none_is_free,
            }),
        );
    }
}

const ORDERED: [&str; 3] = [
    "First_Activity_Id",
    "Second_Activity_Id",
    "Third_Activity_Id",
];

fn together(mapper: &mut Mapper, item: &Item, events: &[EventId]) {
    if events.len() < 2 {
        return;
    }
    if !item.weight.is_hard() {
        mapper.notes.add(
            super::fault::APPROXIMATE,
            item.family(),
            item.element.position,
        );
    }
    let (days, open) = (mapper.days(), mapper.open_days(None));
    let resources = vec![mapper.made_up(events)];
    cluster(mapper, item, resources.clone(), days, Limits::at_most(1));
    let limits = Limits::at_most(0);
    mapper.add(
        item,
        CostFunction::Step,
        Kind::LimitIdleTimes(LimitIdleTimes {
            resources: resources.clone(),
            time_groups: open,
            limits,
        }),
    );
    mapper.add(
        item,
        CostFunction::Step,
        Kind::AvoidClashes(AvoidClashes { resources }),
    );
}

fn order(mapper: &mut Mapper, item: &Item, events: &[EventId], separation: Limits) {
    let pairs: Vec<_> = events
        .windows(2)
        .map(|pair| EventPair {
            first: pair[0],
            second: pair[1],
            separation,
        })
        .collect();
    if !pairs.is_empty() {
        mapper.add(
            item,
            CostFunction::Step,
            Kind::OrderEvents(OrderEvents { pairs }),
        );
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

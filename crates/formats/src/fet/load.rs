//! How the days and the week of teachers and students look: hours a day, gaps, days, spans, rest. The twins for one teacher or set and for
//! all are one family here.

use super::mapper::{Item, Mapper};
use uurwerk_engine::{
    ClusterBusyTimes, CostFunction, EventId, Kind, LimitBusyTimes, LimitIdleTimes, LimitRuns,
    Limits, ResourceId, StartEarly, TimeGroupId,
};

/// At most so many hours a day: one conflict for each day over.
pub(super) fn max_hours_daily(mapper: &mut Mapper, item: &Item) {
    let (resources, max) = (
        mapper.points(item),
        mapper.number(item, "Maximum_Hours_Daily"),
    );
    busy_days(mapper, item, resources, Limits::at_most(max));
}

/// At most so many hours a day with a tag.
pub(super) fn tag_max_hours_daily(mapper: &mut Mapper, item: &Item) {
    let max = mapper.number(item, "Maximum_Hours_Daily");
    let resources = tagged(mapper, item);
    busy_days(mapper, item, resources, Limits::at_most(max));
}

/// At least so many hours with a tag on each day that has any.
pub(super) fn tag_min_hours_daily(mapper: &mut Mapper, item: &Item) {
    let min = mapper.number(item, "Minimum_Hours_Daily");
    let resources = tagged(mapper, item);
    busy_days(mapper, item, resources, Limits::at_least(min));
}

fn busy_days(mapper: &mut Mapper, item: &Item, resources: Vec<ResourceId>, limits: Limits) {
    let days = mapper.days();
    let kind = |resources, time_groups| {
        Kind::LimitBusyTimes(LimitBusyTimes {
            resources,
            time_groups,
            limits,
        })
    };
    if resources.is_empty() {
    } else if item.weight.is_hard() {
        mapper.add(item, CostFunction::Linear, kind(resources, days));
    } else {
        for day in days {
            mapper.add(item, CostFunction::Step, kind(resources.clone(), vec![day]));
        }
    }
}

/// At least so many hours on each day; whether days without any are allowed, the constraint says.
pub(super) fn min_hours_daily(mapper: &mut Mapper, item: &Item) {
    let item = &mapper.must_be_hard(item);
    let (resources, min) = (
        mapper.points(item),
        mapper.number(item, "Minimum_Hours_Daily"),
    );
    let teachers = item.family().starts_with("Teacher");
    let empty = super::entities::truth(item.element, "Allow_Empty_Days", teachers, mapper.faults);
    if !empty {
        for (days, resources) in mapper.by_open_days(&resources) {
            let limits = Limits::at_least(days.len() as u32);
            cluster(mapper, item, resources, days, limits);
        }
    }
    busy_days(mapper, item, resources, Limits::at_least(min));
}

/// At most so many gaps in the week. Breaks and cells in which one is not available are no gaps.
pub(super) fn max_gaps_per_week(mapper: &mut Mapper, item: &Item) {
    let item = &mapper.must_be_hard(item);
    let (resources, max) = (mapper.points(item), mapper.number(item, "Max_Gaps"));
    for (days, resources) in mapper.by_open_days(&resources) {
        idle(mapper, item, resources, days, max);
    }
}

/// At most so many gaps on a day.
pub(super) fn max_gaps_per_day(mapper: &mut Mapper, item: &Item) {
    let item = &mapper.must_be_hard(item);
    let (resources, max) = (mapper.points(item), mapper.number(item, "Max_Gaps"));
    for (days, resources) in mapper.by_open_days(&resources) {
        for day in days {
            idle(mapper, item, resources.clone(), vec![day], max);
        }
    }
}

fn idle(
    mapper: &mut Mapper,
    item: &Item,
    resources: Vec<ResourceId>,
    time_groups: Vec<TimeGroupId>,
    max: u32,
) {
    if !time_groups.is_empty() {
        let limits = Limits::at_most(max);
        mapper.add(
            item,
            CostFunction::Linear,
            Kind::LimitIdleTimes(LimitIdleTimes {
                resources,
                time_groups,
                limits,
            }),
        );
    }
}

/// Hours on at most so many days.
pub(super) fn max_days_per_week(mapper: &mut Mapper, item: &Item) {
    let item = &mapper.must_be_hard(item);
    let (resources, max) = (
        mapper.points(item),
        mapper.number(item, "Max_Days_Per_Week"),
    );
    let days = mapper.days();
    cluster(mapper, item, resources, days, Limits::at_most(max));
}

/// Hours on at least so many days.
pub(super) fn min_days_per_week(mapper: &mut Mapper, item: &Item) {
    let item = &mapper.must_be_hard(item);
    let (resources, min) = (
        mapper.points(item),
        mapper.number(item, "Minimum_Days_Per_Week"),
    );
    let days = mapper.days();
    cluster(mapper, item, resources, days, Limits::at_least(min));
}

/// Hours within an interval of the day on at most so many days.
pub(super) fn interval_max_days(mapper: &mut Mapper, item: &Item) {
    let item = &mapper.must_be_hard(item);
    let (resources, max) = (
        mapper.points(item),
        mapper.number(item, "Max_Days_Per_Week"),
    );
    let data = mapper.data;
    let from = mapper
        .named(item, "Interval_Start_Hour", &data.hours)
        .unwrap_or(0) as usize;
    // An empty end is the end of the day.
    let open = item
        .element
        .child("Interval_End_Hour")
        .is_none_or(|end| end.text.is_empty());
    let to = if open {
        data.hours.len()
    } else {
        mapper
            .named(item, "Interval_End_Hour", &data.hours)
            .unwrap_or(0) as usize
    };
    let mut groups = Vec::new();
    for day in 0..data.days.len() {
        let times: Vec<_> = (from..to).map(|hour| mapper.time(day, hour)).collect();
        groups.push(mapper.group(&times));
    }
    cluster(mapper, item, resources, groups, Limits::at_most(max));
}

/// At most so many hours without interruption: one conflict for each longer run. Any free hour, a break too, ends a run.
pub(super) fn max_hours_continuously(mapper: &mut Mapper, item: &Item) {
    let resources = mapper.points(item);
    runs(mapper, item, resources);
}

/// At most so many hours with a tag without interruption.
pub(super) fn tag_max_hours_continuously(mapper: &mut Mapper, item: &Item) {
    let resources = tagged(mapper, item);
    runs(mapper, item, resources);
}

fn runs(mapper: &mut Mapper, item: &Item, resources: Vec<ResourceId>) {
    let longest = mapper.number(item, "Maximum_Hours_Continuously");
    let longest = u16::try_from(longest).unwrap_or(u16::MAX);
    if !resources.is_empty() {
        let time_groups = mapper.days();
        mapper.add(
            item,
            CostFunction::Linear,
            Kind::LimitRuns(LimitRuns {
                resources,
                time_groups,
                longest,
            }),
        );
    }
}

/// Days begin with the first hour at which one is available, but for so many a week that begin with the second.
pub(super) fn early(mapper: &mut Mapper, item: &Item) {
    let item = &mapper.must_be_hard(item);
    let resources = mapper.points(item);
    let late = mapper.number(item, "Max_Beginnings_At_Second_Hour");
    let late = u16::try_from(late).unwrap_or(u16::MAX);
    for (time_groups, resources) in mapper.by_open_days(&resources) {
        if !time_groups.is_empty() {
            mapper.add(
                item,
                CostFunction::Linear,
                Kind::StartEarly(StartEarly {
                    resources,
                    time_groups,
                    late,
                }),
            );
        }
    }
}

/// From the first to the last hour of a day at most so many. The exception of one day with one more, when the file asks for it, is not used.
pub(super) fn max_span_per_day(mapper: &mut Mapper, item: &Item) {
    let item = &mapper.must_be_hard(item);
    let (resources, span) = (
        mapper.points(item),
        mapper.number(item, "Max_Span") as usize,
    );
    if super::entities::truth(
        item.element,
        "Allow_One_Day_Exception_of_Plus_One",
        false,
        mapper.faults,
    ) {
        mapper
            .notes
            .add(super::fault::STRICTER, item.family(), item.element.position);
    }
    let (days, hours) = (mapper.data.days.len(), mapper.data.hours.len());
    for day in 0..days {
        for last in 0..hours.saturating_sub(span) {
            let (early, late): (Vec<_>, Vec<_>) = (
                (0..=last).map(|hour| mapper.time(day, hour)).collect(),
                (last + span..hours)
                    .map(|hour| mapper.time(day, hour))
                    .collect(),
            );
            let groups = vec![mapper.group(&early), mapper.group(&late)];
            cluster(mapper, item, resources.clone(), groups, Limits::at_most(1));
        }
    }
}

/// So many free hours at least between the last of a day and the first of the next.
pub(super) fn min_resting_hours(mapper: &mut Mapper, item: &Item) {
    let item = &mapper.must_be_hard(item);
    let (resources, rest) = (
        mapper.points(item),
        mapper.number(item, "Minimum_Resting_Hours") as usize,
    );
    let circular = super::entities::truth(item.element, "Circular", false, mapper.faults);
    let (days, hours) = (mapper.data.days.len(), mapper.data.hours.len());
    let nights = if circular {
        days
    } else {
        days.saturating_sub(1)
    };
    for day in 0..nights {
        // With j hours free at the end of the day, the first rest - j of the next must be free.
        for free in 0..rest.min(hours) {
            let late: Vec<_> = (hours - 1 - free..hours)
                .map(|hour| mapper.time(day, hour))
                .collect();
            let early: Vec<_> = (0..(rest - free).min(hours))
                .map(|hour| mapper.time((day + 1) % days, hour))
                .collect();
            let groups = vec![mapper.group(&late), mapper.group(&early)];
            cluster(mapper, item, resources.clone(), groups, Limits::at_most(1));
        }
    }
}

pub(super) fn cluster(
    mapper: &mut Mapper,
    item: &Item,
    resources: Vec<ResourceId>,
    time_groups: Vec<TimeGroupId>,
    limits: Limits,
) {
    if !resources.is_empty() {
        mapper.add(
            item,
            CostFunction::Linear,
            Kind::ClusterBusyTimes(ClusterBusyTimes {
                resources,
                time_groups,
                limits,
            }),
        );
    }
}

/// For each teacher or leaf, the one who attends their activities with the constraint's tag.
pub(super) fn tagged(mapper: &mut Mapper, item: &Item) -> Vec<ResourceId> {
    let data = mapper.data;
    let name = if item.element.child("Activity_Tag_Name").is_some() {
        "Activity_Tag_Name"
    } else {
        "Activity_Tag"
    };
    let Some(tag) = mapper.named(item, name, &data.tags) else {
        return Vec::new();
    };
    let points = mapper.points(item);
    let mut persons = Vec::new();
    for resource in points {
        let events: Vec<EventId> = mapper
            .attended_by(resource)
            .into_iter()
            .filter(|&event| mapper.activity(event).tags.contains(&tag))
            .collect();
        if !events.is_empty() {
            persons.push(mapper.made_up(&events));
        }
    }
    persons
}

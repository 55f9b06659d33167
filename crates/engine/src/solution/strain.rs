//! Strain: the hard cost of a resource's week, less what meets that have no start yet could mend. A free hour between two others, a day that is
//! too short or begins too late is no fault as long as there are hours to come: a timetable that is built up meet by meet has many of them.

use super::forecast::{MOST_STEPS, Step};
use super::state::{Edit, Mark, State};
use crate::MeetId;
use crate::constraint::bits;
use crate::instance::tables::{Account, Monitor, NONE, ResourceMeasure, SORTS, Tables, UNPLACED};
use crate::{Cost, Limits};

/// Days that are told apart; later ones count as the first.
const DAYS: usize = 32;

/// What is known of a resource's week beforehand.
#[derive(Clone, Debug)]
pub(crate) struct Week {
    /// For how many times it is to be busy.
    pub hours: i64,
    /// The day of each time: the time group that it is in of those that speak of most times.
    days: Vec<u8>,
}

impl Week {
    /// The day of a time group.
    fn day<const W: usize>(&self, group: &[u64; W]) -> usize {
        let word = group.iter().position(|&word| word != 0);
        let first = word.map_or(0, |word| word * 64 + group[word].trailing_zeros() as usize);
        usize::from(self.days.get(first).copied().unwrap_or(0))
    }
}

/// For how many more times a resource must be busy so that nothing is short, day by day: hours that fill gaps also make a day longer.
#[derive(Debug, Default)]
struct Need {
    /// Times to fill between others, and before the first.
    gaps: Gaps,
    leads: Gaps,
    /// Times that are missing to the least of a day, and that least.
    short: [u16; DAYS],
    least: [u16; DAYS],
    /// A bit for each day that must not be empty and is.
    empty: u32,
    /// Needed at whatever times.
    other: i64,
}

/// Times to fill by day, and how many may stay; what several constraints say is not added up.
#[derive(Debug, Default)]
struct Gaps {
    times: [u16; DAYS],
    free: Option<i64>,
}

impl Need {
    fn least<const W: usize>(&mut self, day: usize, least: u32, busy: [u64; W]) {
        let least = least.min(u16::MAX.into()) as u16;
        self.least[day] = self.least[day].max(least);
        let found = bits::count::<W>(&busy) as u16;
        if found > 0 {
            self.short[day] = self.short[day].max(least.saturating_sub(found));
        }
    }

    /// Notes times to fill in some time groups. When it is one, what may stay there is of no use on other days.
    fn fill<'g, const W: usize>(
        &mut self,
        week: &Week,
        leads: bool,
        gaps: impl Iterator<Item = (&'g [u64; W], i64)>,
        (count, free): (u32, u32),
    ) {
        let free = i64::from(free);
        let all = if leads {
            &mut self.leads
        } else {
            &mut self.gaps
        };
        if count > 1 {
            all.free = Some(all.free.map_or(free, |other| other.min(free)));
        }
        for (group, gaps) in gaps {
            let day = week.day(group);
            let (times, gaps) = if count > 1 {
                (&mut all.times[day], gaps)
            } else {
                (&mut self.short[day], gaps - free)
            };
            *times = (*times).max(gaps.max(0) as u16);
        }
    }

    fn times(&self) -> i64 {
        let free = self.gaps.free.unwrap_or(0) + self.leads.free.unwrap_or(0);
        let (mut short, mut rest) = (self.other, -free);
        for day in 0..DAYS {
            let mut missing = self.short[day];
            if self.empty >> day & 1 == 1 {
                missing = missing.max(self.least[day]).max(1);
            }
            let fill = self.gaps.times[day] + self.leads.times[day];
            short += i64::from(missing);
            rest += i64::from(fill.saturating_sub(missing));
        }
        short + rest.max(0)
    }
}

impl<const W: usize> State<'_, W> {
    /// The strain of a resource's week.
    pub fn strain(&self, resource: u32, week: &Week) -> i64 {
        let clashes = self.clashes[resource as usize];
        let clashes = self.tables.clash_cost(resource as usize, clashes);
        clashes.hard + self.strain_of(resource as usize, &self.busy[resource as usize], week)
    }

    /// The strain of the week if the resource did not attend some of its meets; clashes are left aside.
    pub fn strain_without(&self, resource: u32, meets: &[MeetId], week: &Week) -> i64 {
        let mut busy = self.busy[resource as usize];
        for meet in meets {
            let start = self.layout.start[meet.index()];
            if start != UNPLACED {
                let end = start + self.layout.duration[meet.index()];
                for time in usize::from(start)..usize::from(end) {
                    let alone = self.count(resource, time) == 1;
                    busy[time / 64] &= !(u64::from(alone) << (time % 64));
                }
            }
        }
        self.strain_of(resource as usize, &busy, week)
    }

    fn strain_of(&self, resource: usize, busy: &[u64; W], week: &Week) -> i64 {
        let (mut strain, mut need) = (0, Need::default());
        for monitor in self.tables.resource_monitors.row(resource) {
            if !monitor.price.is_hard() {
                continue;
            }
            let most = match monitor.measure {
                ResourceMeasure::Unavailable(_) | ResourceMeasure::Runs(..) => monitor.measure,
                ResourceMeasure::Cluster(groups, limits) => {
                    let missing = self.tables.mask::<W>(groups).iter();
                    let missing = missing.filter(|&group| bits::both(busy, group) == [0; W]);
                    if limits.min == groups.count {
                        missing.for_each(|group| need.empty |= 1 << week.day(group));
                    } else {
                        let found = i64::from(groups.count) - missing.count() as i64;
                        need.other += (i64::from(limits.min) - found).max(0);
                    }
                    ResourceMeasure::Cluster(groups, Limits::at_most(limits.max))
                }
                ResourceMeasure::Busy(groups, limits) => {
                    for group in self.tables.mask::<W>(groups) {
                        need.least(week.day(group), limits.min, bits::both(busy, group));
                    }
                    ResourceMeasure::Busy(groups, Limits::at_most(limits.max))
                }
                ResourceMeasure::Idle(groups, limits) => {
                    let sets = self.tables.mask::<W>(groups).iter();
                    let counts = self.tables.groups::<W>(groups).busy_and_idle(busy);
                    let gaps = sets.zip(counts.map(|(_, idle)| idle));
                    need.fill(week, false, gaps, (groups.count, limits.max));
                    continue;
                }
                ResourceMeasure::Holes(groups, limits) => {
                    let sets = self.tables.mask::<W>(groups).iter();
                    let counts = self.tables.groups::<W>(groups).holes(busy);
                    need.fill(week, false, sets.zip(counts), (groups.count, limits.max));
                    continue;
                }
                ResourceMeasure::Early(groups, late) => {
                    let sets = self.tables.mask::<W>(groups).iter();
                    let first = |group| bits::before_first(&bits::both(busy, group), group);
                    let gaps = sets.map(|group| (group, first(group)));
                    need.fill(week, true, gaps, (groups.count, late.into()));
                    continue;
                }
                // Whenever the meets are.
                ResourceMeasure::Workload(_) => continue,
            };
            let (measure, price) = (most, monitor.price);
            let deviation = self.resource_deviation(resource, busy, &Monitor { measure, price });
            strain += price.cost(deviation).hard;
        }
        strain + (need.times() - (week.hours - bits::count::<W>(busy)).max(0)).max(0)
    }

    /// Where a resource is busy in too many time groups: for each of these groups, the meets that keep it busy there.
    pub fn crowded(&self, resource: u32) -> Vec<Vec<MeetId>> {
        let busy = &self.busy[resource as usize];
        let mut crowded = Vec::new();
        for monitor in self.tables.resource_monitors.row(resource as usize) {
            let ResourceMeasure::Cluster(groups, limits) = monitor.measure else {
                continue;
            };
            let most = ResourceMeasure::Cluster(groups, Limits::at_most(limits.max));
            let price = monitor.price;
            let measured = Monitor {
                measure: most,
                price,
            };
            if !price.is_hard() || self.resource_deviation(resource as usize, busy, &measured) == 0
            {
                continue;
            }
            for group in self.tables.mask::<W>(groups) {
                let both = bits::both(busy, group);
                let mut meets: Vec<MeetId> = Vec::new();
                for time in
                    (0..self.tables.times).filter(|&time| both[time / 64] >> (time % 64) & 1 == 1)
                {
                    let sole = self.sole(resource, time);
                    meets.extend(sole.filter(|sole| !meets.contains(sole)));
                }
                if !meets.is_empty() {
                    crowded.push(meets);
                }
            }
        }
        crowded
    }

    /// Whether it is a hard fault for a resource to be busy then.
    pub fn shut(&self, resource: u32, start: u16, duration: u16) -> bool {
        let mut monitors = self.tables.resource_monitors.row(resource as usize).iter();
        monitors.any(|monitor| match monitor.measure {
            ResourceMeasure::Unavailable(times) if monitor.price.is_hard() => {
                let times = &self.tables.mask::<W>(times)[0];
                (start..start + duration).any(|time| bits::contains(times, time))
            }
            _ => false,
        })
    }

    /// The hard cost of an account of events if some meets, not too many for a forecast, had no start. Resources take no notice.
    pub fn hard_without(&mut self, account: Account, meets: &[MeetId]) -> i64 {
        let mut cost = Cost::ZERO;
        let steps: Vec<Step> = meets.iter().map(|&meet| (meet, UNPLACED)).collect();
        debug_assert!(steps.len() <= MOST_STEPS);
        self.with_starts(&steps, |state| cost = state.account(account));
        cost.hard
    }

    /// The resources whose week the edits since a mark may have changed, each once.
    pub fn edited(&self, mark: Mark, resources: &mut Vec<u32>) {
        resources.clear();
        let tables = self.tables;
        for edit in &self.edits[mark.edits..] {
            match *edit {
                Edit::Start { meet, .. } => {
                    let slot = meet as usize;
                    let fixed = tables.fixed.row(tables.meet_event[slot] as usize);
                    resources.extend(fixed.iter().map(|fixed| fixed.resource));
                    resources.extend(tables.tasks(slot).map(|task| self.layout.holder[task]));
                }
                Edit::Holder { task, old } => {
                    resources.extend([old, self.layout.holder[task as usize]]);
                }
                Edit::Bud { .. } | Edit::Absorb { .. } => {}
            }
        }
        resources.retain(|&resource| resource != NONE);
        resources.sort_unstable();
        resources.dedup();
    }

    /// The accounts that relate events to each other and have another hard cost than at a mark, each once, with the change. Call it when settled.
    pub fn changed(&self, mark: Mark, accounts: &mut Vec<(Account, i64)>) {
        accounts.clear();
        for &(place, old) in &self.costs[mark.costs..] {
            let change = self.account_cost[place as usize].hard - old.hard;
            if let Some(account) = self.tables.relating(place as usize)
                && !accounts.iter().any(|&(noted, _)| noted == account)
            {
                accounts.push((account, change));
            }
        }
        accounts.retain(|&(_, change)| change != 0);
    }

    /// How much hard cost came since a mark, apart from that of the times of events. Call it when settled.
    pub fn hard_apart_from_times(&self, mark: Mark) -> i64 {
        let (first, last) = (self.tables.accounts[1], self.tables.accounts[2]);
        let mut change = self.cost().hard - mark.total.hard;
        let costs = &self.costs[mark.costs..];
        for (index, &(place, old)) in costs.iter().enumerate() {
            let again = |(other, _): &(u32, Cost)| *other == place;
            if (first..last).contains(&place) && !costs[..index].iter().any(again) {
                change -= self.account_cost[place as usize].hard - old.hard;
            }
        }
        change
    }

    /// The hard cost of the relations that an open demand is part of, now.
    pub fn hard_of_relations(&self, demand: usize) -> i64 {
        let relations = self.tables.relations.of_demand.row(demand).iter();
        let cost = |&relation| self.account(Account::Relation(relation)).hard;
        relations.map(cost).sum()
    }

    /// The hard cost of an account as of the last settling.
    #[inline]
    pub fn hard_of(&self, account: Account) -> i64 {
        self.account_cost[self.tables.place(account)].hard
    }
}

impl Tables {
    /// The week of a resource that is to be busy for so many times.
    pub fn week<const W: usize>(&self, resource: usize, hours: i64) -> Week {
        let groups = |measure| match measure {
            ResourceMeasure::Idle(groups, _)
            | ResourceMeasure::Holes(groups, _)
            | ResourceMeasure::Early(groups, _)
            | ResourceMeasure::Busy(groups, _)
            | ResourceMeasure::Cluster(groups, _) => Some(groups),
            _ => None,
        };
        let widest = self.resource_monitors.row(resource).iter();
        let widest = widest
            .filter(|monitor| monitor.price.is_hard())
            .filter_map(|monitor| groups(monitor.measure))
            .filter(|groups| groups.count as usize <= DAYS)
            .max_by_key(|&groups| {
                let sets = self.mask::<W>(groups).iter();
                sets.map(bits::count::<W>).sum::<i64>()
            });
        let mut days = vec![0; self.times];
        if let Some(groups) = widest {
            for (day, group) in (0..).zip(self.mask::<W>(groups)) {
                let inside = |time: &usize| bits::contains(group, *time as u16);
                (0..self.times)
                    .filter(inside)
                    .for_each(|time| days[time] = day);
            }
        }
        Week { hours, days }
    }

    /// The account at a place, when it is one that relates the times of events to each other.
    fn relating(&self, place: usize) -> Option<Account> {
        let sort = (0..SORTS).rfind(|&sort| self.accounts[sort] as usize <= place)?;
        let index = place as u32 - self.accounts[sort];
        match sort {
            4 => Some(Account::Spread(index)),
            5 => Some(Account::Link(index)),
            6 => Some(Account::Order(index)),
            7 => Some(Account::Unsplit(index)),
            8 => Some(Account::Relation(index)),
            9 => Some(Account::Concurrence(index)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        AssignTime, Constraint, Event, EventId, EventResource, Instance, Kind, LimitIdleTimes,
        Meet, Problem, Resource, ResourceId, ResourceTypeId, Solution, TimeGroupId, TimeId,
    };

    /// A gap is no strain as long as a meet may come that fills it.
    #[test]
    fn gaps_may_be_filled() {
        let (resource, events) = (ResourceId(0), (0..3).map(EventId).collect());
        let event = Event {
            duration: 1,
            workload: 1,
            time: None,
            resources: vec![EventResource::preassigned(ResourceTypeId(0), resource, 0)],
        };
        let problem = Problem {
            times: 4,
            time_groups: vec![(0..4).map(TimeId).collect()],
            resource_types: 1,
            resources: vec![Resource {
                resource_type: ResourceTypeId(0),
            }],
            events: vec![event; 3],
            constraints: vec![
                Constraint::required(1, Kind::AssignTime(AssignTime { events })),
                Constraint::required(
                    1,
                    Kind::LimitIdleTimes(LimitIdleTimes {
                        resources: vec![resource],
                        time_groups: vec![TimeGroupId(0)],
                        limits: Limits::at_most(0),
                    }),
                ),
            ],
            ..Problem::default()
        };
        let Ok(instance) = Instance::compile(problem) else {
            panic!("the problem is valid");
        };
        let meets = (0..3).map(|event| Meet {
            event: EventId(event),
            duration: 1,
            start: None,
            resources: vec![Some(resource)],
        });
        let meets = meets.collect();
        let mut state = State::<1>::new(&instance, &Solution { meets });
        let week = instance.tables().week::<1>(0, 3);
        let mut strain_at = |starts: [u16; 3]| {
            for (meet, start) in (0..).map(MeetId).zip(starts) {
                state.set_start(meet, start);
            }
            state.settle();
            let (last, all) = (MeetId(2), state.strain(0, &week));
            (all, state.strain_without(0, &[last], &week))
        };
        assert_eq!(strain_at([0, 2, UNPLACED]), (0, 0));
        assert_eq!(strain_at([0, 3, UNPLACED]), (1, 1));
        assert_eq!(strain_at([0, 1, 3]), (1, 0));
        assert_eq!(strain_at([0, 1, 2]), (0, 0));
    }
}

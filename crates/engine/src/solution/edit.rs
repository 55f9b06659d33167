//! The edits of a state: `set_start`, `set_holder`, `split`, `merge`. Each touches the accounts it may change, updates the counts, and goes
//! into the journal with what undoes it.

use super::state::{Edit, State};
use crate::constraint::{avoid_clashes, bits, limit_concurrence, spread_events};
use crate::instance::tables::{Account, NONE, Spread, SpreadTable, UNPLACED};
use crate::{MeetId, TaskId};

impl<const W: usize> State<'_, W> {
    /// Gives a meet a start, or takes it away with [`UNPLACED`]. The start must leave room for the meet's duration, and the event must not
    /// have a preassigned time.
    #[inline]
    pub fn set_start(&mut self, meet: MeetId, start: u16) {
        let slot = meet.index();
        let old = self.layout.start[slot];
        if old != start {
            self.touch_places(slot);
            if !(self.is_costless(slot, old) && self.is_costless(slot, start)) {
                self.touch(Account::Times(self.tables.meet_event[slot]));
            }
            self.edits.push(Edit::Start { meet: meet.0, old });
            self.place(slot, start);
        }
    }

    /// Gives a task a resource of its type, or takes it away with [`NONE`].
    #[inline]
    pub fn set_holder(&mut self, meet: MeetId, task: TaskId, resource: u32) {
        let old = self.layout.holder[task.index()];
        if old == resource {
            return;
        }
        for resource in [old, resource] {
            if resource != NONE {
                self.touch(Account::Resource(resource));
                self.touch_gatherings(resource);
            }
        }
        self.touch_demand(meet.index(), task.index());
        self.edits.push(Edit::Holder { task: task.0, old });
        self.hold(task.index(), meet.index(), resource);
    }

    /// Splits a meet of an event without preassigned time: the last `duration` times of it become a meet of their own, at the same times and
    /// with the same resources. Gives the new meet.
    pub fn split(&mut self, meet: MeetId, duration: u16) -> Option<MeetId> {
        let slot = meet.index();
        let event = self.tables.meet_event[slot] as usize;
        let bud = self
            .tables
            .slots(event)
            .find(|&slot| self.layout.duration[slot] == 0)?;
        if duration == 0 || duration >= self.layout.duration[slot] {
            return None;
        }
        self.touch_shape(slot);
        self.edits.push(Edit::Bud {
            meet: meet.0,
            bud: bud as u32,
        });
        self.bud(slot, bud, duration);
        let bud = MeetId(bud as u32);
        if self.layout.start[slot] != UNPLACED {
            self.set_start(bud, self.layout.start[slot] + self.layout.duration[slot]);
        }
        for (from, to) in self.tables.tasks(slot).zip(self.tables.tasks(bud.index())) {
            self.set_holder(bud, TaskId(to as u32), self.layout.holder[from]);
        }
        Some(bud)
    }

    /// Merges `other` into `meet`, another meet of the same event, which keeps its start and resources and must have room to grow.
    pub fn merge(&mut self, meet: MeetId, other: MeetId) -> bool {
        let (slot, bud) = (meet.index(), other.index());
        let duration = self.layout.duration[bud];
        let end = usize::from(self.layout.start[slot])
            + usize::from(self.layout.duration[slot])
            + usize::from(duration);
        let fits = self.layout.start[slot] == UNPLACED || end <= self.tables.times;
        if slot == bud
            || self.tables.meet_event[slot] != self.tables.meet_event[bud]
            || !fits
            || self.layout.duration[slot] == 0
            || duration == 0
        {
            return false;
        }
        self.set_start(other, UNPLACED);
        for task in self.tables.tasks(bud) {
            self.set_holder(other, TaskId(task as u32), NONE);
        }
        self.touch_shape(slot);
        self.edits.push(Edit::Absorb {
            meet: meet.0,
            bud: other.0,
            duration,
        });
        self.absorb(slot, bud);
        true
    }

    pub(super) fn undo(&mut self, edit: Edit) {
        match edit {
            Edit::Start { meet, old } => self.place(meet as usize, old),
            Edit::Holder { task, old } => {
                let meet = self.meet_of(task);
                self.hold(task as usize, meet, old);
            }
            Edit::Bud { meet, bud } => self.absorb(meet as usize, bud as usize),
            Edit::Absorb {
                meet,
                bud,
                duration,
            } => self.bud(meet as usize, bud as usize, duration),
        }
    }

    /// The meet slot of a task.
    pub fn meet_of(&self, task: u32) -> usize {
        // Slots of events without open demands have no tasks, so the last slot that begins at or before the task is the one.
        self.tables
            .task_first
            .partition_point(|&first| first <= task)
            - 1
    }

    /// Whether the meet costs its event nothing at this start, so that coming from there or going there changes no cost of its times.
    #[inline]
    pub(super) fn is_costless(&self, slot: usize, start: u16) -> bool {
        let row = self.tables.meet_first[self.tables.meet_event[slot] as usize] as usize
            + usize::from(self.layout.duration[slot])
            - 1;
        start != UNPLACED && bits::contains(self.tables.costless_starts::<W>(row), start)
    }

    /// Touches whatever depends on where a meet is, but for the times of its own event.
    #[inline]
    fn touch_places(&mut self, slot: usize) {
        let tables = self.tables;
        let event = tables.meet_event[slot] as usize;
        for fixed in tables.fixed.row(event) {
            self.touch(Account::Resource(fixed.resource));
            self.touch_gatherings(fixed.resource);
        }
        for task in tables.tasks(slot) {
            if self.layout.holder[task] != NONE {
                self.touch(Account::Resource(self.layout.holder[task]));
                self.touch_gatherings(self.layout.holder[task]);
            }
        }
        for &spread in tables.spreads_of_event.row(event) {
            self.touch(Account::Spread(spread));
        }
        self.touch_relations(event);
    }

    /// Touches what depends on when a resource is busy and when others are.
    #[inline]
    pub(super) fn touch_gatherings(&mut self, resource: u32) {
        for &gathering in self.tables.gatherings_of_resource.row(resource as usize) {
            self.touch(Account::Gathering(gathering));
        }
    }

    #[inline]
    pub(super) fn touch_relations(&mut self, event: usize) {
        for &link in self.tables.links_of_event.row(event) {
            self.touch(Account::Link(link));
        }
        for &order in self.tables.orders_of_event.row(event) {
            self.touch(Account::Order(order));
        }
        for &relation in self.tables.relations.of_event.row(event) {
            self.touch(Account::Relation(relation));
        }
        for &concurrence in self.tables.concurrences_of_event.row(event) {
            self.touch(Account::Concurrence(concurrence));
        }
    }

    #[inline]
    fn touch_demand(&mut self, slot: usize, task: usize) {
        let tables = self.tables;
        let demands = tables.open.range(tables.meet_event[slot] as usize);
        let demand = demands.start + task - tables.tasks(slot).start;
        self.touch(Account::Demand(demand as u32));
        for &unsplit in tables.unsplits_of_demand.row(demand) {
            self.touch(Account::Unsplit(unsplit));
        }
        for &relation in tables.relations.of_demand.row(demand) {
            self.touch(Account::Relation(relation));
        }
    }

    fn touch_shape(&mut self, slot: usize) {
        self.touch_places(slot);
        self.touch(Account::Times(self.tables.meet_event[slot]));
        self.touch(Account::Shape(self.tables.meet_event[slot]));
        for task in self.tables.tasks(slot) {
            self.touch_demand(slot, task);
        }
    }

    /// Moves a meet; counts only.
    #[inline]
    pub(super) fn place(&mut self, slot: usize, start: u16) {
        let tables = self.tables;
        let event = tables.meet_event[slot] as usize;
        let (old, duration) = (self.layout.start[slot], self.layout.duration[slot]);
        self.layout.start[slot] = start;
        for fixed in tables.fixed.row(event) {
            self.relocate(fixed.resource, slot, old, start, duration);
        }
        for task in tables.tasks(slot) {
            let holder = self.layout.holder[task];
            if holder != NONE {
                self.relocate(holder, slot, old, start, duration);
            }
        }
        self.spread(event, old, start);
        self.concur(event, old, start, duration);
    }

    /// Counts a meet of an event at other times.
    #[inline]
    pub(super) fn concur(&mut self, event: usize, old: u16, new: u16, duration: u16) {
        let tables = self.tables;
        for &place in tables.concurrences_of_event.row(event) {
            let concurrence = &tables.concurrences[place as usize];
            let (limits, free) = (concurrence.limits, concurrence.none_is_free);
            let counts = &mut self.concurrence_count[concurrence.counters as usize..];
            let times: &[u64; W] = &tables.mask(concurrence.times)[0];
            let mut change = 0;
            if old != UNPLACED {
                for time in old..old + duration {
                    if bits::contains(times, time) {
                        let count = &mut counts[usize::from(time)];
                        *count -= 1;
                        change -= limit_concurrence::growth(*count, limits, free);
                    }
                }
            }
            if new != UNPLACED {
                for time in new..new + duration {
                    if bits::contains(times, time) {
                        let count = &mut counts[usize::from(time)];
                        change += limit_concurrence::growth(*count, limits, free);
                        *count += 1;
                    }
                }
            }
            self.concurrence_deviation[place as usize] += change;
        }
    }

    /// Counts one start of an event in other time groups.
    #[inline]
    pub(super) fn spread(&mut self, event: usize, old: u16, new: u16) {
        let tables = self.tables;
        for &spread in tables.spreads_of_event.row(event) {
            let Spread {
                table, counters, ..
            } = tables.spreads[spread as usize];
            let SpreadTable { limits, groups } = &tables.spread_tables[table as usize];
            let mut change = 0;
            if old != UNPLACED {
                for &group in groups.row(usize::from(old)) {
                    let count = &mut self.spread_count[(counters + group) as usize];
                    *count -= 1;
                    change -= spread_events::growth(*count, limits[group as usize]);
                }
            }
            if new != UNPLACED {
                for &group in groups.row(usize::from(new)) {
                    let count = &mut self.spread_count[(counters + group) as usize];
                    change += spread_events::growth(*count, limits[group as usize]);
                    *count += 1;
                }
            }
            self.spread_deviation[spread as usize] += change;
        }
    }

    #[inline]
    fn relocate(&mut self, resource: u32, slot: usize, old: u16, new: u16, duration: u16) {
        if old != UNPLACED {
            self.leave(resource, slot, usize::from(old), usize::from(duration));
        }
        if new != UNPLACED {
            self.attend(resource, slot, usize::from(new), usize::from(duration));
        }
    }

    /// Gives a task a resource; counts only.
    #[inline]
    pub(super) fn hold(&mut self, task: usize, slot: usize, resource: u32) {
        let tables = self.tables;
        let (start, duration) = (self.layout.start[slot], self.layout.duration[slot]);
        let demand = tables.open.range(tables.meet_event[slot] as usize).start + task
            - tables.tasks(slot).start;
        let load = i64::from(duration) * tables.open.items()[demand].load;
        let old = std::mem::replace(&mut self.layout.holder[task], resource);
        if old != NONE {
            self.load[old as usize] -= load;
            if start != UNPLACED {
                self.leave(old, slot, usize::from(start), usize::from(duration));
            }
        }
        if resource != NONE {
            self.load[resource as usize] += load;
            if start != UNPLACED {
                self.attend(resource, slot, usize::from(start), usize::from(duration));
            }
        }
        for &unsplit in tables.unsplits_of_demand.row(demand) {
            let first = tables.unsplits[unsplit as usize].counters as usize;
            if old != NONE {
                let count = &mut self.unsplit_count[first + old as usize];
                *count -= 1;
                self.unsplit_different[unsplit as usize] -= u32::from(*count == 0);
            }
            if resource != NONE {
                let count = &mut self.unsplit_count[first + resource as usize];
                *count += 1;
                self.unsplit_different[unsplit as usize] += u32::from(*count == 1);
            }
        }
    }

    /// Makes an unused slot a meet without start and resources, of times taken from another meet; counts only.
    fn bud(&mut self, slot: usize, bud: usize, duration: u16) {
        self.resize(slot, self.layout.duration[slot] - duration);
        self.layout.duration[bud] = duration;
    }

    /// Undoes `bud`.
    fn absorb(&mut self, slot: usize, bud: usize) {
        let duration = std::mem::take(&mut self.layout.duration[bud]);
        self.resize(slot, self.layout.duration[slot] + duration);
    }

    fn resize(&mut self, slot: usize, duration: u16) {
        let start = self.layout.start[slot];
        let event = self.tables.meet_event[slot] as usize;
        self.place(slot, UNPLACED);
        let change = i64::from(duration) - i64::from(self.layout.duration[slot]);
        for (task, open) in self.tables.tasks(slot).zip(self.tables.open.row(event)) {
            if self.layout.holder[task] != NONE {
                self.load[self.layout.holder[task] as usize] += change * open.load;
            }
        }
        self.layout.duration[slot] = duration;
        self.place(slot, start);
    }

    #[inline]
    fn attend(&mut self, resource: u32, slot: usize, start: usize, duration: usize) {
        let first = resource as usize * self.tables.times + start;
        let mut surplus = 0;
        for presence in &mut self.presence[first..first + duration] {
            surplus += avoid_clashes::surplus(presence.count);
            presence.count += 1;
            presence.who ^= slot as u32 + 1;
        }
        bits::add_run(&mut self.busy[resource as usize], start, start + duration);
        if surplus != 0 {
            self.clashes[resource as usize] += surplus;
        }
    }

    #[inline]
    fn leave(&mut self, resource: u32, slot: usize, start: usize, duration: usize) {
        let first = resource as usize * self.tables.times + start;
        let busy = &mut self.busy[resource as usize];
        let mut surplus = 0;
        for (time, presence) in (start..).zip(&mut self.presence[first..first + duration]) {
            presence.count -= 1;
            presence.who ^= slot as u32 + 1;
            surplus += avoid_clashes::surplus(presence.count);
            busy[time / 64] &= !(u64::from(presence.count == 0) << (time % 64));
        }
        if surplus != 0 {
            self.clashes[resource as usize] -= surplus;
        }
    }
}

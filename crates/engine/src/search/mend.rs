//! Mending: an ejection search that makes a nearly feasible timetable feasible. Every meet in a hard defect is taken out; then one meet after
//! another comes back at the start where the least must give way, and what gives way waits its turn. A meet that could not come back freely
//! bears a grudge, and the more it bears the less it is asked to give way. Soft cost that it would bring counts as grudges. (Nagata, Bräysy: *A powerful route minimization heuristic*, 2009;
//! Müller, *Constraint-based timetabling*, 2005, conflict-based statistics.)

use super::blame::Blame;
use super::walker::Walker;
use crate::instance::tables::UNPLACED;
use crate::solution::forecast::Step;
use crate::solution::state::{Layout, Mark};
use crate::{Cost, MeetId};

/// A stray hard cost weighs as much as the ejection of a meet that bears this many grudges, plus those of the meet that comes back.
pub(super) const STRAY: u64 = 4;

/// A typical soft cost weighs as much as the ejection of a meet that bears this many grudges. At first meets would rather push others out than stand where
/// they are not liked, so that what mending comes to is a good timetable already.
const DISLIKE: i64 = 5;
/// The weight is half of that after so many starts tried for each meet, a third after twice as many, and so on: where it is hard to find any timetable, that
/// comes first.
const FADING: u64 = 50;

/// What a mending search remembers from one call to the next.
#[derive(Debug)]
pub(super) struct Mender {
    /// By meet slot: one, and how often it could not come back freely.
    pub(super) grudges: Vec<u64>,
    /// By resource: whether its clashes are hard.
    pub(super) guarded: Vec<bool>,
    /// Meets without a start, to be placed.
    waiting: Vec<MeetId>,
    pub(super) blame: Blame,
    /// The hard cost for which nobody was found to give way when a meet came back last.
    stray: u64,
    /// The soft cost that a change for the worse brings.
    typical: i64,
    /// Starts tried.
    trials: u64,
    /// The timetable with the least hard cost since mending began.
    least: Option<(Layout, Cost)>,
    /// Whether the walker rehoused before mending began, as it does meanwhile.
    rehoused: bool,
}

/// How a meet can come back: what it costs in grudges and dislike, then in soft cost.
type Price = (u64, i64);

impl Mender {
    /// Without grudges; `typical` is the soft cost that a change for the worse brings. A thorough one ejects for any hard cost, not only for clashes,
    /// and begins anew when all have come back.
    pub fn new<const W: usize>(walker: &Walker<'_, W>, thorough: bool, typical: i64) -> Self {
        let tables = walker.tables();
        let guarded = |resource: usize| {
            let mut prices = tables.clash_prices.row(resource).iter();
            prices.any(|price| price.is_hard())
        };
        Self {
            grudges: vec![1; tables.meet_event.len()],
            guarded: (0..tables.resources).map(guarded).collect(),
            waiting: Vec::new(),
            trials: 0,
            stray: 0,
            typical,
            blame: Blame::new(walker, thorough),
            least: None,
            rehoused: false,
        }
    }

    /// Mends the timetable with about so many trials at most. Ends at the least hard cost found, which is at most that of the start, and gives
    /// the number of trials.
    pub fn mend<const W: usize>(
        &mut self,
        walker: &mut Walker<'_, W>,
        most: u64,
        stop: &dyn Fn() -> bool,
    ) -> u64 {
        self.begin(walker, stop);
        let trials = self.go_on(walker, most, stop);
        self.end(walker);
        trials
    }

    /// Notes the timetable as the best so far and takes out of it what does not fit.
    pub fn begin<const W: usize>(&mut self, walker: &mut Walker<'_, W>, stop: &dyn Fn() -> bool) {
        self.least = Some((walker.state.layout().clone(), walker.state.cost()));
        self.waiting.clear();
        self.rehoused = std::mem::replace(&mut walker.rehouses, true);
        self.uproot(walker, stop);
    }

    /// Tries about so many starts at most, or fewer when no hard cost is left; gives the number.
    pub fn go_on<const W: usize>(
        &mut self,
        walker: &mut Walker<'_, W>,
        most: u64,
        stop: &dyn Fn() -> bool,
    ) -> u64 {
        let mut trials = 0;
        while trials < most && self.hard() > 0 && !stop() {
            let Some(meet) = self.next(walker) else {
                if !self.blame.thorough {
                    break;
                }
                // What could come back has; what is wrong now is taken out once more.
                self.uproot(walker, stop);
                if self.waiting.is_empty() {
                    break;
                }
                trials += walker.movable.meets.len() as u64;
                continue;
            };
            trials += self.come_back(walker, meet, stop);
            let cost = walker.state.cost();
            if let Some((layout, least)) = &mut self.least
                && cost.hard < least.hard
            {
                *least = cost;
                layout.copy_from(walker.state.layout());
            }
        }
        trials
    }

    /// The soft cost that weighs as much as one grudge by now.
    fn worth(&self) -> i64 {
        let faded = 1 + self.trials / (FADING * self.grudges.len().max(1) as u64);
        (self.typical.saturating_mul(faded.cast_signed()) / DISLIKE).max(1)
    }

    /// The least hard cost since mending began.
    pub fn hard(&self) -> i64 {
        self.least.as_ref().map_or(0, |(_, cost)| cost.hard)
    }

    /// Leaves the walker at the least hard cost found.
    pub fn end<const W: usize>(&mut self, walker: &mut Walker<'_, W>) {
        if let Some((layout, _)) = self.least.take() {
            walker.rehouses = self.rehoused;
            walker.state.restore(&layout);
        }
    }

    /// Takes out what clashes, and what costs more hard cost where it is than without a start. A large school takes a while: told to stop, it leaves
    /// the rest where it is.
    fn uproot<const W: usize>(&mut self, walker: &mut Walker<'_, W>, stop: &dyn Fn() -> bool) {
        let mut meets: Vec<MeetId> = walker.movable.meets.iter().copied().map(MeetId).collect();
        meets.retain(|&meet| walker.state.duration(meet) > 0 && !walker.starts(meet).is_empty());
        for index in (1..meets.len()).rev() {
            meets.swap(index, walker.dice.below(index + 1));
        }
        self.blame.recount(walker);
        for meet in meets {
            if stop() {
                return;
            }
            if walker.state.start(meet) != UNPLACED {
                let mark = walker.state.mark();
                let clashes = self.clashes(walker, meet);
                walker.shift(meet, UNPLACED);
                walker.state.settle();
                if !clashes && self.blame.stray(walker, mark) >= 0 {
                    walker.state.revert(mark);
                    continue;
                }
                self.blame.note(walker, mark);
                walker.state.keep();
            }
            self.waiting.push(meet);
        }
        let out = self.ease(walker);
        self.blame.recount(walker);
        self.waiting.extend(out);
    }

    /// Whether a resource of the meet, any of them, is elsewhere too.
    fn clashes<const W: usize>(&self, walker: &Walker<'_, W>, meet: MeetId) -> bool {
        let mut resources = walker.attending(meet);
        resources.any(|resource| self.doubles(walker, resource, meet))
    }

    /// Whether this resource, which attends the meet, is elsewhere too.
    pub(super) fn doubles<const W: usize>(
        &self,
        walker: &Walker<'_, W>,
        resource: u32,
        meet: MeetId,
    ) -> bool {
        self.guarded[resource as usize]
            && running(walker, meet).any(|time| walker.state.count(resource, time) > 1)
    }

    /// A random waiting meet that is still without a start.
    fn next<const W: usize>(&mut self, walker: &mut Walker<'_, W>) -> Option<MeetId> {
        while !self.waiting.is_empty() {
            let meet = self
                .waiting
                .swap_remove(walker.dice.below(self.waiting.len()));
            if walker.state.start(meet) == UNPLACED {
                return Some(meet);
            }
        }
        None
    }

    /// Places a meet where the least must give way; gives the number of starts tried.
    fn come_back<const W: usize>(
        &mut self,
        walker: &mut Walker<'_, W>,
        meet: MeetId,
        stop: &dyn Fn() -> bool,
    ) -> u64 {
        let before = self.trials;
        let mark = walker.state.mark();
        let mut best: Option<(Price, u16)> = None;
        let choices = self.choices(walker, meet);
        for &(least, start) in &choices {
            let limit = best.map_or(u64::MAX, |((grudges, _), _)| grudges);
            if least > limit || stop() {
                break;
            }
            if let Some(price) = self.enter(walker, mark, meet, start, limit)
                && best.is_none_or(|(least, _)| price < least)
            {
                best = Some((price, start));
            }
            walker.state.revert(mark);
        }
        // Free resources are chosen at random, so that what could be done need not be done the same way, or at all, the second time.
        let entered = best.and_then(|(_, start)| self.enter(walker, mark, meet, start, u64::MAX));
        if entered.is_none() {
            walker.state.revert(mark);
            self.waiting.push(meet);
            return 1 + self.trials - before;
        }
        let freely = walker.chain.is_empty() && self.stray == 0;
        self.blame.note(walker, mark);
        walker.state.keep();
        // Where nobody gives way but hard cost comes of it, others must seem cheaper in the end.
        self.grudges[meet.index()] += u64::from(!freely);
        self.waiting.extend_from_slice(&walker.chain);
        1 + self.trials - before
    }

    /// The starts of a meet that is out, with the grudges of those who must give way there whatever else: the least first, equals in a random
    /// order. Without those at which somebody is who cannot.
    fn choices<const W: usize>(
        &mut self,
        walker: &mut Walker<'_, W>,
        meet: MeetId,
    ) -> Vec<(u64, u16)> {
        let tables = walker.tables();
        let (starts, duration) = (walker.starts(meet), walker.state.duration(meet));
        let event = walker.event(meet);
        let mut resources = std::mem::take(&mut walker.anchors);
        resources.clear();
        let guarded = |resource: &u32| self.guarded[*resource as usize];
        let fixed = |event: usize| tables.fixed.row(event).iter().map(|fixed| fixed.resource);
        resources.extend(fixed(event).filter(guarded));
        for partner in walker.partners(meet) {
            resources.extend(fixed(walker.event(partner)).filter(guarded));
        }
        let first = walker.dice.below(starts.len().max(1));
        let mut choices = Vec::with_capacity(starts.len());
        let mut out = Vec::new();
        'starts: for step in 0..starts.len() {
            let start = starts[(first + step) % starts.len()];
            let mut least = 0;
            out.clear();
            for &resource in &resources {
                for time in usize::from(start)..usize::from(start + duration) {
                    let Some(other) = walker.state.sole(resource, time) else {
                        continue;
                    };
                    if out.contains(&other) {
                        continue;
                    }
                    if !walker.is_free(other) {
                        continue 'starts;
                    }
                    least += self.grudges[other.index()];
                    out.push(other);
                }
            }
            choices.push((least, start));
        }
        walker.anchors = resources;
        // A stable sort: equals stay in the order that was drawn.
        choices.sort_by_key(|&(least, _)| least);
        choices
    }

    /// Puts a meet at a start and takes out what is in its way, which is then in `walker.chain`. None when that cannot be, or costs more
    /// grudges than the limit.
    fn enter<const W: usize>(
        &mut self,
        walker: &mut Walker<'_, W>,
        mark: Mark,
        meet: MeetId,
        start: u16,
        limit: u64,
    ) -> Option<Price> {
        let mut out = std::mem::take(&mut walker.chain);
        out.clear();
        let price = self.push_in(walker, mark, (meet, start), limit, &mut out);
        walker.chain = out;
        price
    }

    fn push_in<const W: usize>(
        &mut self,
        walker: &mut Walker<'_, W>,
        mark: Mark,
        (meet, start): Step,
        limit: u64,
        out: &mut Vec<MeetId>,
    ) -> Option<Price> {
        let tables = walker.tables();
        self.trials += 1;
        walker.shift(meet, start);
        let movable = walker.movable;
        let events = std::iter::once(walker.event(meet) as u32)
            .chain(movable.linked[walker.event(meet)].iter().copied());
        let duration = walker.state.duration(meet);
        for event in events {
            let slots = tables.slots(event as usize);
            let mut here = slots
                .map(|slot| MeetId(slot as u32))
                .filter(|&slot| walker.state.duration(slot) == duration);
            let Some(slot) = here.find(|&slot| walker.state.start(slot) == start) else {
                continue;
            };
            for fixed in tables.fixed.row(event as usize) {
                self.eject(walker, fixed.resource, slot, out)?;
            }
        }
        let mut grudges = self.grudges_of(out);
        if grudges > limit {
            return None;
        }
        for &out in out.iter() {
            walker.shift(out, UNPLACED);
        }
        let ejected = out.len();
        if walker.state.start(meet) == UNPLACED {
            return None; // linked to what had to give way for it
        }
        self.lodge(walker, meet, out)?;
        grudges += self.grudges_of(&out[ejected..]);
        walker.state.settle();
        let stray = self.relieve(walker, mark, meet, (&mut grudges, limit), out)?;
        self.stray = stray;
        grudges += stray * (STRAY + self.grudges[meet.index()]);
        let soft = walker.state.cost().soft;
        // Who is out costs nothing: that soft cost went along with them is no merit of the start.
        let worse = (soft - mark.soft()).max(0);
        let price = grudges + u64::try_from(worse / self.worth()).unwrap_or(0);
        (price <= limit).then_some((price, soft))
    }

    /// The grudges that meets bear together.
    pub(super) fn grudges_of(&self, meets: &[MeetId]) -> u64 {
        meets.iter().map(|meet| self.grudges[meet.index()]).sum()
    }

    /// Notes whom the resource, which attends the meet, attends meanwhile; none when one of them cannot give way.
    fn eject<const W: usize>(
        &self,
        walker: &Walker<'_, W>,
        resource: u32,
        meet: MeetId,
        out: &mut Vec<MeetId>,
    ) -> Option<()> {
        for time in running(walker, meet) {
            let other = walker.state.other(resource, time, meet);
            // A resource that the meet asks for twice clashes with the meet itself, wherever that is.
            let other = other.filter(|&other| other != meet && !out.contains(&other));
            if let Some(other) = other.filter(|_| self.guarded[resource as usize]) {
                if !walker.is_free(other) {
                    return None;
                }
                out.push(other);
            }
        }
        Some(())
    }
}

/// The times at which a placed meet runs.
pub(super) fn running<const W: usize>(
    walker: &Walker<'_, W>,
    meet: MeetId,
) -> std::ops::Range<usize> {
    let start = walker.state.start(meet);
    debug_assert_ne!(start, UNPLACED, "the meet is placed");
    let start = usize::from(start);
    start..start + usize::from(walker.state.duration(meet))
}

#[cfg(test)]
mod tests;

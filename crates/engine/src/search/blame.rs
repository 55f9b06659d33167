//! Blame: which meets must give way for another reason than a clash. A meet that comes back may make a week too long, a day too full, two
//! lessons of a subject too near; whatever cost is, some other meet is looked for without which it would not be, and taken out as if it were in the
//! way. What meets to come can mend is nobody's fault: see `solution/strain`.

use super::mend::{Mender, STRAY};
use super::walker::Walker;
use crate::MeetId;
use crate::instance::tables::{Account, UNPLACED};
use crate::solution::forecast::MOST_STEPS;
use crate::solution::state::Mark;
use crate::solution::strain::Week;

/// How often somebody is looked for, for one meet that comes back.
const ROUNDS: usize = 8;

/// What is known of the weeks of resources, and who is related to whom.
#[derive(Debug)]
pub(super) struct Blame {
    /// Whether anybody is blamed at all: where that does not help, hard cost is only counted, which is quicker.
    pub thorough: bool,
    /// By resource: what is known of its week.
    weeks: Vec<Week>,
    /// By resource: its strain in the timetable as it was last kept.
    strain: Vec<i64>,
    /// By spread and by concurrence: the events.
    spread: Vec<Vec<u32>>,
    concurring: Vec<Vec<u32>>,
    /// Who is looked at: the meet that comes back with its partners, resources, accounts.
    kept: Vec<MeetId>,
    resources: Vec<u32>,
    accounts: Vec<(Account, i64)>,
}

impl Blame {
    /// Of nobody yet.
    pub fn new<const W: usize>(walker: &Walker<'_, W>, thorough: bool) -> Self {
        let tables = walker.tables();
        let mut blame = Self {
            thorough,
            weeks: Vec::with_capacity(tables.resources),
            strain: vec![0; tables.resources],
            spread: vec![Vec::new(); tables.spreads.len()],
            concurring: vec![Vec::new(); tables.concurrences.len()],
            kept: Vec::new(),
            resources: Vec::new(),
            accounts: Vec::new(),
        };
        let mut hours = vec![0; tables.resources];
        for (event, &duration) in tables.event_duration.iter().enumerate() {
            for fixed in tables.fixed.row(event) {
                hours[fixed.resource as usize] += i64::from(duration);
            }
            for &spread in tables.spreads_of_event.row(event) {
                blame.spread[spread as usize].push(event as u32);
            }
            for &concurrence in tables.concurrences_of_event.row(event) {
                blame.concurring[concurrence as usize].push(event as u32);
            }
        }
        let weeks = hours.into_iter().enumerate();
        blame
            .weeks
            .extend(weeks.map(|(resource, hours)| tables.week::<W>(resource, hours)));
        blame
    }

    /// Looks at the weeks of all resources.
    pub fn recount<const W: usize>(&mut self, walker: &Walker<'_, W>) {
        if !self.thorough {
            return;
        }
        for (resource, (strain, week)) in (0..).zip(self.strain.iter_mut().zip(&self.weeks)) {
            *strain = walker.state.strain(resource, week);
        }
    }

    /// Looks at those that the edits since a mark may have changed, which are to be kept.
    pub fn note<const W: usize>(&mut self, walker: &Walker<'_, W>, mark: Mark) {
        if !self.thorough {
            return;
        }
        walker.state.edited(mark, &mut self.resources);
        for &resource in &self.resources {
            self.strain[resource as usize] = self.now(walker, resource);
        }
        debug_assert!(
            self.weeks.len() > 100
                || (0..)
                    .zip(&self.strain)
                    .all(|(resource, &strain)| strain == self.now(walker, resource)),
            "the strain that was noted differs from the strain that is"
        );
    }

    fn now<const W: usize>(&self, walker: &Walker<'_, W>, resource: u32) -> i64 {
        walker
            .state
            .strain(resource, &self.weeks[resource as usize])
    }

    /// How much more the edits since a mark strain weeks and the relations of events; then `resources` and `accounts` are those for the worse.
    pub fn stray<const W: usize>(&mut self, walker: &Walker<'_, W>, mark: Mark) -> i64 {
        if !self.thorough {
            return walker.state.hard_apart_from_times(mark);
        }
        let mut resources = std::mem::take(&mut self.resources);
        walker.state.edited(mark, &mut resources);
        let mut total = 0;
        resources.retain(|&resource| {
            let change = self.now(walker, resource) - self.strain[resource as usize];
            total += change;
            change > 0
        });
        self.resources = resources;
        walker.state.changed(mark, &mut self.accounts);
        total += self.accounts.iter().map(|(_, change)| change).sum::<i64>();
        self.accounts.retain(|&(_, change)| change > 0);
        total
    }

    /// The events of an account.
    fn events<const W: usize>(&self, walker: &Walker<'_, W>, account: Account) -> Vec<u32> {
        let tables = walker.tables();
        match account {
            Account::Spread(spread) => self.spread[spread as usize].clone(),
            Account::Concurrence(group) => self.concurring[group as usize].clone(),
            Account::Order(order) => {
                let order = tables.orders[order as usize];
                vec![order.first, order.second]
            }
            Account::Relation(relation) => {
                let members = &tables.relations.all[relation as usize].members;
                members.iter().map(|member| member.event).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Mender {
    /// Takes out, with those in `out`, meets for the sake of a meet that has come back since the mark. Adds up their grudges; none when they are
    /// beyond the limit. Gives the hard cost for which nobody was found. The state must be settled, and is left so.
    pub(super) fn relieve<const W: usize>(
        &mut self,
        walker: &mut Walker<'_, W>,
        mark: Mark,
        meet: MeetId,
        (grudges, limit): (&mut u64, u64),
        out: &mut Vec<MeetId>,
    ) -> Option<u64> {
        let mut stray = self.blame.stray(walker, mark);
        if stray > 0 {
            self.blame.kept.clear();
            self.blame.kept.push(meet);
            self.blame.kept.extend(walker.partners(meet));
        }
        for _ in 0..ROUNDS {
            if stray <= 0 {
                break;
            }
            let dear = STRAY + self.grudges[meet.index()];
            let culprits = self.culprits(walker, dear);
            if culprits.is_empty() {
                break;
            }
            for culprit in culprits {
                *grudges += self.grudges[culprit.index()];
                walker.shift(culprit, UNPLACED);
                out.push(culprit);
            }
            if *grudges > limit {
                return None;
            }
            walker.state.settle();
            stray = self.blame.stray(walker, mark);
        }
        Some(u64::try_from(stray).unwrap_or(0))
    }

    /// Takes out meets until no week is strained and no relation of resources broken, as far as that can be, and gives them.
    pub(super) fn ease<const W: usize>(&mut self, walker: &mut Walker<'_, W>) -> Vec<MeetId> {
        let mut out = Vec::new();
        if !self.blame.thorough {
            return out;
        }
        self.blame.kept.clear();
        for resource in 0..walker.tables().resources as u32 {
            self.blame.strain[resource as usize] = 0;
            take_out(walker, &mut out, |walker| {
                let now = self.blame.now(walker, resource);
                (now > 0).then(|| self.of_week(walker, resource, now, STRAY).1)
            });
        }
        for relation in 0..walker.tables().relations.all.len() as u32 {
            let account = Account::Relation(relation);
            take_out(walker, &mut out, |walker| {
                walker.state.settle();
                let now = walker.state.hard_of(account);
                (now > 0).then(|| self.of_events(walker, account, now, STRAY))
            });
        }
        walker.state.settle();
        walker.state.keep();
        out
    }

    /// Those whose going costs the least of what was found for the worse; none when nobody's does any good.
    fn culprits<const W: usize>(&self, walker: &mut Walker<'_, W>, dear: u64) -> Vec<MeetId> {
        for &resource in &self.blame.resources {
            let now = self.blame.now(walker, resource);
            let (_, culprits) = self.of_week(walker, resource, now, dear);
            if !culprits.is_empty() {
                return culprits;
            }
        }
        for &(account, change) in &self.blame.accounts {
            let culprits = self.of_events(walker, account, change, dear);
            if !culprits.is_empty() {
                return culprits;
            }
        }
        Vec::new()
    }

    /// Whether a meet can go.
    fn can_go<const W: usize>(&self, walker: &Walker<'_, W>, meet: MeetId) -> bool {
        walker.is_free(meet) && !self.blame.kept.contains(&meet)
    }

    /// What is left of a strain, in grudges, and who goes: one meet, or all of a time group of which there are too many.
    fn of_week<const W: usize>(
        &self,
        walker: &mut Walker<'_, W>,
        resource: u32,
        now: i64,
        dear: u64,
    ) -> (u64, Vec<MeetId>) {
        let times = walker.tables().times;
        let week = &self.blame.weeks[resource as usize];
        let base = self.blame.strain[resource as usize];
        let first = walker.dice.below(times);
        let mut best = (u64::MAX, Vec::new());
        let mut consider = |walker: &Walker<'_, W>, meets: &[MeetId]| {
            let after = walker.state.strain_without(resource, meets, week);
            let grudges = self.grudges_of(meets);
            let price = grudges + u64::try_from(after - base).unwrap_or(0) * dear;
            if after < now && price < best.0 {
                best = (price, meets.to_vec());
            }
        };
        let mut last = None;
        for step in 0..times {
            let sole = walker.state.sole(resource, (first + step) % times);
            if let Some(meet) = sole.filter(|_| sole != last)
                && self.can_go(walker, meet)
            {
                consider(walker, &[meet]);
            }
            last = sole;
        }
        for group in walker.state.crowded(resource) {
            if group.len() > 1 && group.iter().all(|&meet| self.can_go(walker, meet)) {
                consider(walker, &group);
            }
        }
        best
    }

    /// The meets whose going makes a relation of events cost less, for the least grudges: one, or all for which a resource is one of too many.
    fn of_events<const W: usize>(
        &self,
        walker: &mut Walker<'_, W>,
        account: Account,
        change: i64,
        dear: u64,
    ) -> Vec<MeetId> {
        let events = self.blame.events(walker, account);
        let now = walker.state.hard_of(account);
        let first = walker.dice.below(events.len().max(1));
        let mut best: Option<(u64, Vec<MeetId>)> = None;
        let mut consider = |walker: &mut Walker<'_, W>, meets: &[MeetId]| {
            let after = walker.state.hard_without(account, meets);
            let left = u64::try_from(after - (now - change)).unwrap_or(0);
            let price = self.grudges_of(meets) + left * dear;
            if after < now && best.as_ref().is_none_or(|(least, _)| price < *least) {
                best = Some((price, meets.to_vec()));
            }
        };
        for step in 0..events.len() {
            let event = events[(first + step) % events.len()] as usize;
            for slot in walker.tables().slots(event) {
                let meet = MeetId(slot as u32);
                if walker.state.duration(meet) > 0
                    && walker.state.start(meet) != UNPLACED
                    && self.can_go(walker, meet)
                {
                    consider(walker, &[meet]);
                }
            }
        }
        for group in walker.state.together(account) {
            let few = (2..=MOST_STEPS).contains(&group.len());
            if few && group.iter().all(|&meet| self.can_go(walker, meet)) {
                consider(walker, &group);
            }
        }
        best.map_or_else(Vec::new, |(_, meets)| meets)
    }
}

/// Takes out the culprits that are found, again and again, until there are none or it seems not to end.
fn take_out<'w, const W: usize>(
    walker: &mut Walker<'w, W>,
    out: &mut Vec<MeetId>,
    find: impl Fn(&mut Walker<'w, W>) -> Option<Vec<MeetId>>,
) {
    for _ in 0..ROUNDS {
        let culprits = find(walker).unwrap_or_default();
        if culprits.is_empty() {
            break;
        }
        for culprit in culprits {
            walker.shift(culprit, UNPLACED);
            out.push(culprit);
        }
    }
}

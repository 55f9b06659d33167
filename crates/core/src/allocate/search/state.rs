//! Who holds what in one component, and the score kept up to date under edits.
//!
//! An edit gives a post to another seat. It changes a few sums, and what the touched seats cost is worked out anew
//! from those; nothing depends on how long anybody's list of posts is. The plain twin is
//! [`Problem::score`](crate::allocate::problem::Problem::score).

use std::collections::BTreeMap;

use super::flat::Flat;
use crate::allocate::problem::Score;
use crate::allocate::seats::{NONE, Seat, Seats};

/// Gives an open post (by its number) to a seat, or to nobody ([`NONE`]).
pub type Edit = (u32, u32);

/// Holders of a component's open posts with their score.
pub struct State<'s> {
    seats: &'s Seats,
    flat: Flat,
    /// The kind of every open post, kind by kind.
    kinds: Vec<u32>,
    holders: Vec<u32>,
    /// The posts of each seat, and where each post stands in its seat's list.
    hands: Vec<Vec<u32>>,
    places: Vec<u32>,
    /// Forms of all seats, one seat after another.
    values: Vec<i64>,
    first_value: Vec<usize>,
    /// How many posts raise each flag.
    raised: Vec<u32>,
    first_flag: Vec<usize>,
    costs: Vec<Score>,
    /// The seats that break hard rules, in no particular order, and where each seat stands among them, or [`NONE`].
    broken: Vec<u32>,
    broken_at: Vec<u32>,
    /// By seat and peak: the amount.
    amounts: Vec<Vec<i64>>,
    /// By peak: how many seats are at each amount above 0.
    heights: Vec<BTreeMap<i64, u32>>,
    shared: Vec<i64>,
    total: Score,
    /// The seats that edits touch.
    near: Vec<u32>,
    /// Flags that a post has just raised or lowered.
    begun: Vec<u32>,
}

impl<'s> State<'s> {
    /// Nobody holds anything yet.
    pub fn new(seats: &'s Seats) -> Self {
        let mut kinds = Vec::new();
        for (kind, data) in seats.kinds.iter().enumerate() {
            kinds.extend(data.posts.iter().map(|_| kind as u32));
        }
        let before = |size: fn(&Seat) -> usize| {
            let mut sums = vec![0];
            for seat in &seats.seats {
                sums.push(sums[sums.len() - 1] + size(seat));
            }
            sums
        };
        let forms: usize = seats.seats.iter().map(|seat| seat.forms).sum();
        let flags: usize = seats.seats.iter().map(|seat| seat.flags.len()).sum();
        let first_value = before(|seat| seat.forms);
        let first_flag = before(|seat| seat.flags.len());
        let mut state = Self {
            flat: Flat::of(seats, &first_value, &first_flag),
            holders: vec![NONE; kinds.len()],
            places: vec![0; kinds.len()],
            kinds,
            hands: vec![Vec::new(); seats.seats.len()],
            values: vec![0; forms],
            first_value,
            raised: vec![0; flags],
            first_flag,
            costs: vec![Score::default(); seats.seats.len()],
            broken: Vec::new(),
            broken_at: vec![NONE; seats.seats.len()],
            amounts: (seats.seats.iter())
                .map(|seat| vec![0; seat.peaks.len()])
                .collect(),
            heights: vec![BTreeMap::new(); seats.peaks.len()],
            shared: seats.shared.iter().map(|shared| shared.constant).collect(),
            total: seats.base,
            near: Vec::new(),
            begun: Vec::new(),
            seats,
        };
        for peak in &seats.peaks {
            state.total.charge(peak.price, peak.floor);
        }
        for shared in &seats.shared {
            state.total.charge(shared.price, shared.at(shared.constant));
        }
        for post in 0..state.kinds.len() {
            let lone = state.empty_cost(post as u32);
            state.total += lone;
        }
        for seat in 0..seats.seats.len() as u32 {
            state.price(seat);
        }
        state
    }

    /// The score of the component.
    pub fn score(&self) -> Score {
        self.total
    }

    /// How many open posts there are.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// The kind of a post.
    pub fn kind(&self, post: u32) -> u32 {
        self.kinds[post as usize]
    }

    /// Who holds a post.
    pub fn holder(&self, post: u32) -> u32 {
        self.holders[post as usize]
    }

    /// Who holds every post.
    pub fn holders(&self) -> &[u32] {
        &self.holders
    }

    /// The posts of a seat, in no particular order.
    pub fn hand(&self, seat: u32) -> &[u32] {
        &self.hands[seat as usize]
    }

    /// By how much edits, each of another post, would change the score. Most moves of a search are refused, and a
    /// refused one that was only forecast has left lists and costs alone.
    pub fn forecast(&mut self, edits: &[Edit]) -> Score {
        let total = self.total;
        let mut near = std::mem::take(&mut self.near);
        near.clear();
        for (post, to) in edits {
            let from = self.holders[*post as usize];
            self.pass(*post, from, *to);
            note(&mut near, from, *to);
        }
        let mut peaks = false;
        for seat in &near {
            let cost = self.cost(*seat);
            self.total = self.total - self.costs[*seat as usize];
            self.total += cost;
            peaks |= self.measure_peaks(*seat);
        }
        let change = self.total - total;
        for (post, to) in edits {
            self.pass(*post, *to, self.holders[*post as usize]);
        }
        if peaks {
            near.iter().for_each(|seat| {
                self.measure_peaks(*seat);
            });
        }
        self.near = near;
        self.total = total;
        change
    }

    /// Makes edits and gives the change of score.
    pub fn apply(&mut self, edits: &[Edit]) -> Score {
        let before = self.total;
        let mut near = std::mem::take(&mut self.near);
        near.clear();
        for (post, to) in edits {
            let from = self.holders[*post as usize];
            self.hand_over(*post, *to);
            note(&mut near, from, *to);
        }
        near.iter().for_each(|seat| self.price(*seat));
        self.near = near;
        self.total - before
    }

    /// Gives every post to the holder of a list of the same order.
    pub fn adopt(&mut self, holders: &[u32]) {
        for (post, holder) in holders.iter().enumerate() {
            if self.holders[post] != *holder {
                self.apply(&[(post as u32, *holder)]);
            }
        }
    }

    /// The seats that break hard rules, in no particular order.
    pub fn broken(&self) -> &[u32] {
        &self.broken
    }

    /// The plain twin of [`State::broken`]: every seat asked anew, in order.
    #[cfg(test)]
    pub fn broken_anew(&self) -> Vec<u32> {
        let seats = 0..self.seats.seats.len() as u32;
        seats.filter(|seat| self.cost(*seat).hard > 0).collect()
    }

    fn empty_cost(&self, post: u32) -> Score {
        match self.seats.kinds[self.kind(post) as usize].empty {
            Some(soft) => Score { hard: 0, soft },
            None => Score { hard: 1, soft: 0 },
        }
    }

    fn hand_over(&mut self, post: u32, to: u32) {
        let from = self.holders[post as usize];
        if from != NONE {
            let hand = &mut self.hands[from as usize];
            let place = self.places[post as usize] as usize;
            hand.swap_remove(place);
            if let Some(moved) = hand.get(place) {
                self.places[*moved as usize] = place as u32;
            }
        }
        if to != NONE {
            self.places[post as usize] = self.hands[to as usize].len() as u32;
            self.hands[to as usize].push(post);
        }
        self.pass(post, from, to);
        self.holders[post as usize] = to;
    }

    /// What a post that passes from one to another does to sums, and to the score apart from the two seats' costs.
    fn pass(&mut self, post: u32, from: u32, to: u32) {
        match from {
            NONE => self.total = self.total - self.empty_cost(post),
            _ => self.change(post, from, -1),
        }
        match to {
            NONE => self.total += self.empty_cost(post),
            _ => self.change(post, to, 1),
        }
    }

    fn change(&mut self, post: u32, seat: u32, sign: i64) {
        let take = self.seats.take(self.kinds[post as usize], seat);
        let (cost, adds, flags) = self.flat.take(seat, take);
        self.total.soft += sign * cost;
        for (value, amount) in adds {
            self.values[*value as usize] += sign * amount;
        }
        for flag in flags {
            let raised = &mut self.raised[*flag as usize];
            let was = *raised;
            *raised = if sign > 0 { was + 1 } else { was - 1 };
            if was + *raised == 1 {
                for (value, amount) in self.flat.flag(*flag) {
                    self.values[*value as usize] += sign * amount;
                }
                if !self.shared.is_empty() {
                    self.begun.push(*flag);
                }
            }
        }
        if !self.shared.is_empty() {
            self.change_shared(seat, take, sign);
        }
    }

    /// The same for shared charges: what a take adds, and the flags that have just been raised or lowered with it.
    fn change_shared(&mut self, seat: u32, take: u32, sign: i64) {
        let seats = self.seats;
        let data = &seats.seats[seat as usize];
        while let Some(flag) = self.begun.pop() {
            let own = flag as usize - self.first_flag[seat as usize];
            for (form, amount) in &data.flags[own] {
                self.share(seat, *form, sign * amount);
            }
        }
        for (form, amount) in &data.takes[take as usize].forms {
            self.share(seat, *form, sign * amount);
        }
    }

    /// A form of a seat that has shares has changed.
    fn share(&mut self, seat: u32, form: u32, change: i64) {
        for share in &self.seats.seats[seat as usize].shares {
            if share.form == form {
                let shared = &self.seats.shared[share.shared as usize];
                let sum = &mut self.shared[share.shared as usize];
                let before = shared.at(*sum);
                *sum += share.scale * change;
                self.total.charge(shared.price, shared.at(*sum) - before);
            }
        }
    }

    fn cost(&self, seat: u32) -> Score {
        let data = &self.seats.seats[seat as usize];
        let values = &self.values[self.first_value[seat as usize]..];
        let mut cost = Score::default();
        for charge in &data.charges {
            let units = charge.at(values[charge.form as usize]);
            cost.charge(charge.price, charge.times * units);
        }
        cost
    }

    fn price(&mut self, seat: u32) {
        let cost = self.cost(seat);
        let old = std::mem::replace(&mut self.costs[seat as usize], cost);
        self.total = self.total - old;
        self.total += cost;
        if (old.hard > 0) != (cost.hard > 0) {
            self.note_broken(seat);
        }
        self.measure_peaks(seat);
    }

    /// A seat has begun to break hard rules, or does so no more.
    fn note_broken(&mut self, seat: u32) {
        let at = std::mem::replace(&mut self.broken_at[seat as usize], NONE);
        if at == NONE {
            self.broken_at[seat as usize] = self.broken.len() as u32;
            self.broken.push(seat);
            return;
        }
        self.broken.swap_remove(at as usize);
        if let Some(moved) = self.broken.get(at as usize) {
            self.broken_at[*moved as usize] = at;
        }
    }

    /// Works out what a seat says to peaks; whether that has changed.
    fn measure_peaks(&mut self, seat: u32) -> bool {
        let mut changed = false;
        let data = &self.seats.seats[seat as usize];
        let values = &self.values[self.first_value[seat as usize]..];
        for (at, (peak, charge)) in data.peaks.iter().enumerate() {
            let amount = charge.at(values[charge.form as usize]);
            let old = std::mem::replace(&mut self.amounts[seat as usize][at], amount);
            if old == amount {
                continue;
            }
            changed = true;
            let Self { heights, seats, .. } = self;
            let data = &seats.peaks[*peak as usize];
            let heights = &mut heights[*peak as usize];
            let height = |heights: &BTreeMap<i64, u32>| {
                let highest = heights.last_key_value().map_or(0, |(amount, _)| *amount);
                highest.max(data.floor)
            };
            let before = height(heights);
            if old > 0
                && let Some(count) = heights.get_mut(&old)
            {
                *count -= 1;
                if *count == 0 {
                    heights.remove(&old);
                }
            }
            if amount > 0 {
                *heights.entry(amount).or_default() += 1;
            }
            let after = height(heights);
            self.total.charge(data.price, after - before);
        }
        changed
    }
}

/// Adds two seats to a list of the seats that edits touch.
fn note(near: &mut Vec<u32>, from: u32, to: u32) {
    for seat in [from, to] {
        if seat != NONE && !near.contains(&seat) {
            near.push(seat);
        }
    }
}

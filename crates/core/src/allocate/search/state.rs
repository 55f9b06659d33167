//! Who holds what in one component, and the score kept up to date under edits.
//!
//! An edit gives a post to another seat. It changes a few sums, and what the touched seats cost is worked out anew
//! from those; nothing depends on how long anybody's list of posts is. The plain twin is
//! [`Problem::score`](crate::allocate::problem::Problem::score).

use std::collections::BTreeMap;

use crate::allocate::problem::Score;
use crate::allocate::seats::{NONE, Seat, Seats};

/// Gives an open post (by its number) to a seat, or to nobody ([`NONE`]).
pub type Edit = (u32, u32);

/// Holders of a component's open posts with their score.
pub struct State<'s> {
    seats: &'s Seats,
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
    /// By seat and peak: the amount.
    amounts: Vec<Vec<i64>>,
    /// By peak: how many seats are at each amount above 0.
    heights: Vec<BTreeMap<i64, u32>>,
    shared: Vec<i64>,
    total: Score,
    /// Edits since the last commit, with former holders, and the former costs of touched seats.
    journal: Vec<Edit>,
    touched: Vec<(u32, Score)>,
    before: Score,
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
        let mut state = Self {
            holders: vec![NONE; kinds.len()],
            places: vec![0; kinds.len()],
            kinds,
            hands: vec![Vec::new(); seats.seats.len()],
            values: vec![0; forms],
            first_value: before(|seat| seat.forms),
            raised: vec![0; flags],
            first_flag: before(|seat| seat.flags.len()),
            costs: vec![Score::default(); seats.seats.len()],
            amounts: (seats.seats.iter())
                .map(|seat| vec![0; seat.peaks.len()])
                .collect(),
            heights: vec![BTreeMap::new(); seats.peaks.len()],
            shared: seats.shared.iter().map(|shared| shared.constant).collect(),
            total: seats.base,
            journal: Vec::new(),
            touched: Vec::new(),
            before: Score::default(),
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
        state.commit();
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

    /// Makes edits and gives the change of score; [`State::undo`] takes them back until they are committed.
    pub fn apply(&mut self, edits: &[Edit]) -> Score {
        for (post, holder) in edits {
            let former = self.holders[*post as usize];
            self.journal.push((*post, former));
            for seat in [former, *holder] {
                if seat != NONE && self.touched.iter().all(|(known, _)| *known != seat) {
                    self.touched.push((seat, self.costs[seat as usize]));
                }
            }
            self.hand_over(*post, *holder);
        }
        for at in 0..self.touched.len() {
            self.price(self.touched[at].0);
        }
        self.total - self.before
    }

    /// Keeps the edits.
    pub fn commit(&mut self) {
        self.journal.clear();
        self.touched.clear();
        self.before = self.total;
    }

    /// Takes back every edit since the last commit.
    pub fn undo(&mut self) {
        while let Some((post, former)) = self.journal.pop() {
            self.hand_over(post, former);
        }
        while let Some((seat, cost)) = self.touched.pop() {
            self.costs[seat as usize] = cost;
            self.measure_peaks(seat);
        }
        self.total = self.before;
    }

    /// Gives every post to the holder of a list of the same order.
    pub fn adopt(&mut self, holders: &[u32]) {
        for (post, holder) in holders.iter().enumerate() {
            if self.holders[post] != *holder {
                self.apply(&[(post as u32, *holder)]);
                self.commit();
            }
        }
    }

    fn empty_cost(&self, post: u32) -> Score {
        match self.seats.kinds[self.kind(post) as usize].empty {
            Some(soft) => Score { hard: 0, soft },
            None => Score { hard: 1, soft: 0 },
        }
    }

    fn hand_over(&mut self, post: u32, to: u32) {
        let from = self.holders[post as usize];
        if from == NONE {
            let cost = self.empty_cost(post);
            self.total = self.total - cost;
        } else {
            let hand = &mut self.hands[from as usize];
            let place = self.places[post as usize] as usize;
            hand.swap_remove(place);
            if let Some(moved) = hand.get(place) {
                self.places[*moved as usize] = place as u32;
            }
            self.change(post, from, -1);
        }
        if to == NONE {
            let cost = self.empty_cost(post);
            self.total += cost;
        } else {
            self.places[post as usize] = self.hands[to as usize].len() as u32;
            self.hands[to as usize].push(post);
            self.change(post, to, 1);
        }
        self.holders[post as usize] = to;
    }

    fn change(&mut self, post: u32, seat: u32, sign: i64) {
        let data = &self.seats.seats[seat as usize];
        let take = self.seats.take(self.kinds[post as usize], seat);
        let take = &data.takes[take as usize];
        self.total.soft += sign * take.cost;
        let values = self.first_value[seat as usize];
        for (form, amount) in &take.forms {
            self.values[values + *form as usize] += sign * amount;
        }
        let flags = self.first_flag[seat as usize];
        for flag in &take.flags {
            let raised = &mut self.raised[flags + *flag as usize];
            let was = *raised;
            *raised = if sign > 0 { was + 1 } else { was - 1 };
            if was + *raised == 1 {
                for (form, amount) in &data.flags[*flag as usize] {
                    self.values[values + *form as usize] += sign * amount;
                }
                if !data.shares.is_empty() {
                    let adds = &data.flags[*flag as usize];
                    adds.iter()
                        .for_each(|(form, amount)| self.share(seat, *form, sign * amount));
                }
            }
        }
        if !data.shares.is_empty() {
            for (form, amount) in &take.forms {
                self.share(seat, *form, sign * amount);
            }
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

    fn price(&mut self, seat: u32) {
        let data = &self.seats.seats[seat as usize];
        let values = &self.values[self.first_value[seat as usize]..];
        let mut cost = Score::default();
        for charge in &data.charges {
            let units = charge.at(values[charge.form as usize]);
            cost.charge(charge.price, charge.times * units);
        }
        let old = std::mem::replace(&mut self.costs[seat as usize], cost);
        self.total = self.total - old;
        self.total += cost;
        self.measure_peaks(seat);
    }

    fn measure_peaks(&mut self, seat: u32) {
        let data = &self.seats.seats[seat as usize];
        let values = &self.values[self.first_value[seat as usize]..];
        for (at, (peak, charge)) in data.peaks.iter().enumerate() {
            let amount = charge.at(values[charge.form as usize]);
            let old = std::mem::replace(&mut self.amounts[seat as usize][at], amount);
            if old == amount {
                continue;
            }
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
    }
}

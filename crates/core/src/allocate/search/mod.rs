//! Local search over one component: greedy construction, then annealing.
//!
//! Moves ([`moves`]) give a post to another teacher, swap two posts, push a third one on, or pass on everything that
//! a teacher does for one preparation. Hard rules weigh more while they are broken and less while they hold, so
//! that the search can cross forbidden ground and come back (as the winners of ITC2021 do). All arithmetic is
//! whole-numbered, so equal seeds and move counts give equal answers on every machine.

mod flat;
mod mates;
mod moves;
mod random;
mod state;

pub use random::Random;
pub use state::{Edit, State};

use super::problem::Score;
use super::seats::{NONE, Seats};
use mates::Mates;

/// When a search ends.
pub struct Effort<'c> {
    /// Most moves to try.
    pub moves: u64,
    /// Moves of the first annealing; every next one is `growth` times as long.
    pub first_pass: u64,
    /// See `first_pass`.
    pub growth: u64,
    /// Asked now and then: thousandths of the search's time that are over; 1000 or more ends it.
    pub used: &'c (dyn Fn() -> u64 + Sync),
}

/// Moves between two questions to [`Effort::used`].
const ROUND: u64 = 512;
/// Temperature levels of one annealing.
const LEVELS: u64 = 128;
/// The first temperature in percent of what a move costs that makes a first plan dearer. Hotter than that, all that
/// annealing does is to forget the plan; and colder than the last one hardly anything is found.
const HOTTEST: i64 = 12;
/// How an annealing cools: it begins at so many times the first temperature, and each level is so many parts of 256 of
/// the one before. Both end at some 1/8 to 2/9 of the first temperature.
const LUKEWARM: (i64, i64) = (1, 253);
/// As long as hard rules are broken, and after an annealing that found nothing, so that the plan is forgotten for once.
const HOT: (i64, i64) = (8, 248);
/// Moves that are tried to find the first temperature.
const SAMPLE: usize = 512;
/// Moves for every open post of the annealing that tells whether hard rules are easily kept.
const PROBE: u64 = 400;
/// What a unit of hard deviation weighs at first, in first temperatures: little, since the way to better plans leads
/// through forbidden ones.
const LIGHT: i64 = 4;
/// What it weighs at least as long as no annealing has kept hard rules, as where contracts and lessons leave no slack.
const HEAVY: i64 = 48;
/// Its bounds.
const LIGHTEST: i64 = 1;
const HEAVIEST: i64 = 512;

/// Searches a component, from these holders of its open posts or from scratch, and gives the best found with their
/// score.
pub fn search(
    seats: &Seats,
    start: Option<&[u32]>,
    seed: u64,
    effort: &Effort,
    found: &dyn Fn(&[u32], Score),
) -> (Vec<u32>, Score) {
    let mut annealing = Annealing::new(seats, seed);
    match start {
        Some(holders) => annealing.state.adopt(holders),
        None => annealing.construct(),
    }
    annealing.remember();
    annealing.run(effort, found);
    (annealing.best, annealing.best_score)
}

struct Annealing<'s> {
    seats: &'s Seats,
    state: State<'s>,
    mates: Mates,
    random: Random,
    /// First temperature, in 1/256 units of cost.
    hottest: i64,
    weight: i64,
    /// What a unit of hard deviation weighs, in first temperatures.
    heaviness: i64,
    /// Whether an annealing has ended with all hard rules kept.
    kept: bool,
    best: Vec<u32>,
    best_score: Score,
    edits: Vec<Edit>,
}

impl<'s> Annealing<'s> {
    fn new(seats: &'s Seats, seed: u64) -> Self {
        let state = State::new(seats);
        let prices = seats.seats.iter().flat_map(|seat| &seat.charges);
        let dearest = prices.map(|charge| match charge.price {
            super::problem::Price::Soft(weight) => weight,
            super::problem::Price::Hard => 0,
        });
        Self {
            seats,
            best: state.holders().to_vec(),
            best_score: state.score(),
            mates: Mates::of(seats),
            state,
            random: Random::new(seed),
            hottest: 0,
            weight: 10 * dearest.max().unwrap_or(1).max(1),
            heaviness: LIGHT,
            kept: false,
            edits: Vec::new(),
        }
    }

    /// Gives every open post, those with the fewest candidates first, to the teacher who takes it most cheaply.
    fn construct(&mut self) {
        let mut order: Vec<u32> = (0..self.state.len() as u32).collect();
        order.sort_by_key(|post| {
            let kind = &self.seats.kinds[self.state.kind(*post) as usize];
            (kind.seats.len(), *post)
        });
        for post in order {
            let kind = &self.seats.kinds[self.state.kind(post) as usize];
            let cheapest = kind.seats.iter().copied().min_by_key(|seat| {
                let change = self.state.forecast(&[(post, *seat)]);
                self.energy(change)
            });
            self.state.apply(&[(post, cheapest.unwrap_or(NONE))]);
        }
    }

    fn run(&mut self, effort: &Effort, found: &dyn Fn(&[u32], Score)) {
        let mut done = 0;
        let (mut pass, mut cooling) = (self.state.len() as u64 * PROBE, LUKEWARM);
        self.calibrate();
        while self.state.len() > 0 && done < effort.moves && self.best_score != Score::default() {
            let length = pass.min(effort.moves - done).max(ROUND);
            let before = self.best_score;
            if !self.anneal(cooling, length, effort, found) {
                return;
            }
            cooling = match self.best_score.hard == 0 && self.best_score < before {
                true => LUKEWARM,
                false => HOT,
            };
            self.reweigh();
            done += length;
            pass = match done == length {
                true => effort.first_pass,
                false => pass.saturating_mul(effort.growth),
            };
        }
    }

    /// The first temperature, from what moves cost that make a first plan dearer.
    fn calibrate(&mut self) {
        if self.state.len() == 0 {
            return;
        }
        let (mut sum, mut count) = (0, 0);
        for _ in 0..SAMPLE {
            self.propose();
            if self.edits.is_empty() {
                continue;
            }
            let change = self.state.forecast(&self.edits);
            if change.hard == 0 && change.soft > 0 {
                sum += change.soft;
                count += 1;
            }
        }
        self.hottest = (sum * 256 / count.max(1) * HOTTEST / 100).max(256);
    }

    /// One annealing from hot to cold, faster when its time would be over before its moves; `false` when the
    /// time of the search is over.
    fn anneal(
        &mut self,
        (hotter, cooler): (i64, i64),
        length: u64,
        effort: &Effort,
        found: &dyn Fn(&[u32], Score),
    ) -> bool {
        let begun = (effort.used)().min(999);
        let (mut temperature, mut level) = (self.hottest * hotter, 0);
        self.weight = (self.heaviness * self.hottest / 256).max(1);
        for at in 0..length {
            if at % ROUND == 0 {
                let used = (effort.used)();
                if used >= 1000 {
                    return false;
                }
                let by_time = (used - begun) * LEVELS / (1000 - begun);
                while level < by_time.max(at * LEVELS / length) {
                    temperature = temperature * cooler / 256;
                    level += 1;
                }
            }
            self.step(temperature);
            if self.state.score() < self.best_score {
                self.remember();
                found(&self.best, self.best_score);
            }
        }
        true
    }

    fn step(&mut self, temperature: i64) {
        self.propose();
        if self.edits.is_empty() {
            return;
        }
        let change = self.state.forecast(&self.edits);
        if self.energy(change) * 256 <= self.random.threshold(temperature) {
            self.state.apply(&self.edits);
        }
    }

    fn energy(&self, change: Score) -> i64 {
        change.hard * self.weight + change.soft
    }

    /// Hard rules weigh more after a pass that ended with some broken, less after one that did not.
    fn reweigh(&mut self) {
        if self.state.score().hard == 0 {
            self.kept = true;
            self.heaviness = (self.heaviness / 2).max(LIGHTEST);
            return;
        }
        self.heaviness = (self.heaviness * 3 / 2 + 1).min(HEAVIEST);
        if !self.kept {
            self.heaviness = self.heaviness.max(HEAVY);
        }
    }

    fn remember(&mut self) {
        self.best_score = self.state.score();
        self.best.copy_from_slice(self.state.holders());
    }
}

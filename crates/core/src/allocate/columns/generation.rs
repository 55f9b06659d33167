//! Pricing: from a mixture of known loads to its duals, from duals to the cheapest load of everybody, and so on until
//! no load is missing.

use std::sync::Arc;

use rayon::prelude::*;
use uurwerk_mip::DUAL;

use super::Limits;
use super::cuts::Cuts;
use super::diagram::{Diagram, FAR, Path};
use super::holders;
use super::master::Master;
use super::part::Part;
use super::pool::Pool;
use super::rows::Rows;
use crate::allocate::problem::Price;
use crate::allocate::seats::Seats;

/// Rounds without a better bound after which the generation ends.
const PATIENCE: u32 = 60;
/// Parts of ten that smoothed duals keep of the best bound's.
const SMOOTHED: i64 = 6;

/// Diagrams that are made to see how large all will be.
const SAMPLE: usize = 8;

/// Asked whether to end.
pub type Stop<'c> = &'c (dyn Fn() -> bool + Sync);

/// All loads of a component's seats in a part of all allocations.
#[derive(Clone)]
pub struct Generation<'s> {
    /// The component.
    pub seats: &'s Seats,
    pub(super) diagrams: Vec<Arc<Diagram>>,
    /// Which row is which.
    pub rows: Rows,
    /// The cuts known so far.
    pub cuts: Cuts,
    /// The part.
    pub part: Part,
    /// What rows are worth, once that is known; see [`Bounded`].
    pub duals: Vec<i64>,
}

/// The best bound of a generation.
#[derive(Debug, Clone)]
pub struct Bounded {
    /// The bound in parts of a unit; at least [`FAR`] where somebody has no load at all.
    pub value: i64,
    /// The duals that prove it.
    pub duals: Vec<i64>,
}

/// When a generation ends before no load is missing.
pub struct Goal<'g> {
    /// At this bound.
    pub value: i64,
    /// Told of better bounds.
    pub told: &'g mut dyn FnMut(i64),
}

/// How many arcs the diagrams of all seats have, and of one on average, as far as some of them tell; `None` when time is
/// over, or one is too large.
pub fn estimated_arcs(seats: &Seats, stop: Stop) -> Option<(usize, usize)> {
    let (cuts, part, all) = (Cuts::default(), Part::whole(seats), seats.seats.len());
    let rows = Rows::of(seats, &cuts);
    let sample = (0..all)
        .into_par_iter()
        .step_by(all.div_ceil(SAMPLE).max(1));
    let arcs = sample.map(|seat| {
        let goes_on = !stop();
        let diagram = goes_on.then(|| Diagram::of(seats, seat, &rows, &cuts, &part, None))?;
        diagram.map(|diagram| diagram.arcs())
    });
    let arcs = arcs.collect::<Option<Vec<usize>>>()?;
    let a_seat = arcs.iter().sum::<usize>() / arcs.len().max(1);
    Some((a_seat * all, a_seat))
}

impl<'s> Generation<'s> {
    /// Everything that the seats may hold; `None` when time is over, or a seat is too large.
    pub fn of(seats: &'s Seats, limits: &Limits) -> Option<Self> {
        let (cuts, mut part) = (Cuts::default(), Part::whole(seats));
        let rows = Rows::of(seats, &cuts);
        let diagrams = (0..seats.seats.len()).into_par_iter().map(|seat| {
            let goes_on = !(limits.stop_pricing)();
            goes_on.then(|| Diagram::of(seats, seat, &rows, &cuts, &part, None))?
        });
        let diagrams = diagrams.collect::<Option<Vec<Diagram>>>()?;
        holders::raise(&mut part, seats, &diagrams, &rows);
        Some(Self {
            diagrams: diagrams.into_iter().map(Arc::new).collect(),
            seats,
            rows,
            cuts,
            part,
            duals: Vec::new(),
        })
    }

    /// A part of the component with these cuts; `None` when time is over.
    pub fn with(&self, part: &Part, cuts: Cuts, stop: Stop) -> Option<Self> {
        let rows = Rows::of(self.seats, &cuts);
        let same_cuts = cuts == self.cuts;
        let diagrams = (0..self.seats.seats.len()).into_par_iter().map(|seat| {
            if same_cuts && part.is_alike(&self.part, self.seats, seat) {
                return Some(Arc::clone(&self.diagrams[seat]));
            }
            if stop() {
                return None;
            }
            let before = Some(&*self.diagrams[seat]);
            Diagram::of(self.seats, seat, &rows, &cuts, part, before).map(Arc::new)
        });
        Some(Self {
            diagrams: diagrams.collect::<Option<_>>()?,
            seats: self.seats,
            part: part.clone(),
            duals: Vec::new(),
            rows,
            cuts,
        })
    }

    /// How many arcs the diagrams have.
    pub fn arcs(&self) -> usize {
        self.diagrams.iter().map(|diagram| diagram.arcs()).sum()
    }

    /// Adds columns until none is missing, or until a limit or the goal; `None` when the master failed. `center` is
    /// the best bound known of a part of this generation or of one that it is a part of, whose duals are good here.
    pub fn run(
        &self,
        master: &mut Master,
        pool: &mut Pool,
        center: Option<Vec<i64>>,
        goal: &mut Goal,
        limits: &Limits,
    ) -> Option<Bounded> {
        let mut best = Bounded {
            value: i64::MIN,
            duals: Vec::new(),
        };
        if let Some(duals) = center {
            let duals = self.allowed(duals);
            let paths = self.price(&duals);
            let value = self.lagrangian(&duals, &paths);
            self.take_in(master, pool, paths)?;
            (goal.told)(value);
            best = Bounded { value, duals };
        }
        let (mut idle, mut smooth) = (0, true);
        for _ in 0..limits.rounds {
            if (limits.stop_pricing)() || best.value >= goal.value {
                break;
            }
            let current = master.solve().ok()??;
            let duals = match smooth && !best.duals.is_empty() {
                true => self.between(&best.duals, &current),
                false => current,
            };
            let duals = self.allowed(duals);
            let paths = self.price(&duals);
            let value = self.lagrangian(&duals, &paths);
            if value > best.value {
                (goal.told)(value);
                best = Bounded { value, duals };
                idle = 0;
            } else {
                idle += 1;
            }
            let fresh = self.take_in(master, pool, paths)?;
            if fresh == 0 && !smooth {
                break; // The master's own duals price no new column: the linear programme is solved.
            }
            smooth = fresh > 0;
            if idle > PATIENCE {
                break;
            }
        }
        Some(best)
    }

    /// Adds the loads of these paths; how many were new, or `None` when the master failed.
    fn take_in(&self, master: &mut Master, pool: &mut Pool, paths: Vec<Path>) -> Option<usize> {
        let mut fresh = 0;
        for (seat, path) in paths.into_iter().enumerate() {
            if path.length >= FAR / 2 {
                continue;
            }
            if let Some(column) = pool.number(seat, path.counts)
                && !master.has(column)
            {
                fresh += 1;
                master.add(pool, column).ok()?;
            }
        }
        Some(fresh)
    }

    fn between(&self, center: &[i64], current: &[i64]) -> Vec<i64> {
        let both = center.iter().zip(current);
        both.map(|(a, b)| (a * SMOOTHED + b * (10 - SMOOTHED)) / 10)
            .collect()
    }

    /// Duals within what rows allow, so that no variable of a charge has a negative reduced cost; rows that are newer
    /// than the duals pay nothing.
    fn allowed(&self, mut duals: Vec<i64>) -> Vec<i64> {
        duals.resize(self.rows.all, 0);
        for (at, shared) in self.seats.shared.iter().enumerate() {
            let dual = &mut duals[self.rows.shared + at];
            *dual = (*dual).min(0);
            if let Price::Soft(weight) = shared.price {
                *dual = (*dual).max(-(weight * DUAL / shared.unit));
            }
        }
        let mut left = self.weights_of_peaks();
        for (seat, own) in self.seats.seats.iter().enumerate() {
            for (at, (peak, _)) in own.peaks.iter().enumerate() {
                let left = &mut left[*peak as usize];
                let dual = &mut duals[self.rows.peaks[seat] + at];
                *dual = (*dual).clamp(-*left, 0);
                *left += *dual;
            }
        }
        let held = self.part.holders.iter().chain([&self.part.total]);
        for (dual, holders) in duals[self.rows.groups..].iter_mut().zip(held) {
            if holders.high == i64::MAX {
                *dual = (*dual).max(0);
            }
        }
        for dual in &mut duals[self.rows.cuts..] {
            *dual = (*dual).max(0);
        }
        duals
    }

    pub(super) fn price(&self, duals: &[i64]) -> Vec<Path> {
        let diagrams = self.diagrams.par_iter();
        diagrams
            .map(|diagram| diagram.shortest(duals, DUAL))
            .collect()
    }

    /// What no allocation of the part can beat, by these duals, in parts of a unit; at least [`FAR`] when
    /// somebody has no load at all.
    fn lagrangian(&self, duals: &[i64], paths: &[Path]) -> i64 {
        let mut sum = self.seats.base.soft * DUAL;
        for (kind, data) in self.seats.kinds.iter().enumerate() {
            let (dual, posts) = (duals[self.rows.kinds + kind], data.posts.len() as i64);
            sum += dual * posts;
            if let Some(empty) = data.empty {
                sum += (empty * DUAL - dual).min(0) * posts;
            }
        }
        for path in paths {
            if path.length >= FAR / 2 {
                return FAR;
            }
            sum += path.length;
        }
        for (at, shared) in self.seats.shared.iter().enumerate() {
            sum -= duals[self.rows.shared + at] * shared.constant;
        }
        for (peak, left) in self.left_of_peaks(duals).into_iter().enumerate() {
            sum += left * self.part.windows[peak].low;
        }
        let held = self.part.holders.iter().chain([&self.part.total]);
        for (holders, dual) in held.zip(&duals[self.rows.groups..]) {
            // What is at least so many pays for these, what is at most so many is paid for no more.
            sum += dual
                * if *dual >= 0 {
                    holders.low
                } else {
                    holders.high
                };
        }
        for (at, cut) in self.cuts.all.iter().enumerate() {
            sum += duals[self.rows.cuts + at] * cut.least;
        }
        sum
    }

    /// By peak: what a unit of it costs above what the seats' rows pay, in parts of a unit.
    fn left_of_peaks(&self, duals: &[i64]) -> Vec<i64> {
        let mut left = self.weights_of_peaks();
        for (seat, own) in self.seats.seats.iter().enumerate() {
            for (at, (peak, _)) in own.peaks.iter().enumerate() {
                left[*peak as usize] += duals[self.rows.peaks[seat] + at];
            }
        }
        left
    }

    fn weights_of_peaks(&self) -> Vec<i64> {
        let peaks = self.seats.peaks.iter();
        peaks.map(|peak| peak.weight() * DUAL).collect()
    }
}

//! The bound of a component: cuts first, then the windows of its peaks split until nothing is to be gained.
//!
//! A peak is where a mixture cheats most: a load of a great peak taken by a tenth hardly raises it. Within a window
//! no load exceeds the most, and the least is paid for, whatever is mixed. Splitting is best first: the part with
//! the least bound is split where its upper half costs too much by the least alone, if there is such a place, and
//! else in the middle.

use uurwerk_mip::DUAL;

use super::cuts::Cuts;
use super::diagram::FAR;
use super::generation::{Bounded, Generation, Goal, Window};
use super::master::Master;
use super::pool::Pool;
use super::round::Answer;
use super::{Limits, Told};
use crate::allocate::facts::ceil_div;

/// Most rounds of cuts of one part, and the gain in parts of a unit below which there is no other.
const MOST_CUT_ROUNDS: u32 = 12;
const LITTLE: i64 = DUAL / 4;
/// Most arcs of all diagrams together, which bounds the memory: cuts that need more are done without.
const MOST_ARCS: usize = 24_000_000;

/// A part of all allocations, and what is known of it.
#[derive(Debug, Clone)]
pub struct Open {
    /// Between what its peaks are.
    pub windows: Vec<Window>,
    /// Its cuts.
    pub cuts: Cuts,
    /// What none of it can beat.
    pub bounded: Bounded,
    /// By peak: what the last mixture pays for, in parts of a unit, and the most of a load in it.
    peaks: Vec<(i64, i64)>,
}

/// Bounds a component and leaves `generation` with good duals of the whole; the parts that may contain a better
/// answer, or `None` when the solver failed or somebody has no load at all.
pub fn bound(
    generation: &mut Generation,
    pool: &mut Pool,
    answer: &mut Answer,
    limits: &Limits,
    told: &Told,
) -> Option<Vec<Open>> {
    let root = {
        let enough = answer.enough();
        let mut news = |value| answer.raise_to(value, told);
        tighten(generation, pool, None, enough, limits, &mut news)?
    };
    if root.bounded.value >= FAR {
        return None;
    }
    generation.duals = root.bounded.duals.clone();
    let mut open = vec![root];
    loop {
        answer.take((limits.beside)(), told);
        open.retain(|part| !answer.proves(part.bounded.value));
        let least = open.iter().map(|part| part.bounded.value).min();
        answer.raise_to(least.unwrap_or(FAR), told);
        let next = open.iter().position(|part| Some(part.bounded.value) == least);
        let Some(at) = next.filter(|_| !(limits.stop_pricing)()) else {
            return Some(open);
        };
        let Some((peak, most)) = open[at].split(generation, answer) else {
            return Some(open);
        };
        let part = open.swap_remove(at);
        for upper in [false, true] {
            let mut windows = part.windows.clone();
            match upper {
                false => windows[peak].high = most,
                true => windows[peak].low = most + 1,
            }
            open.push(part.within(windows, generation, pool, answer, limits));
        }
    }
}

impl Open {
    /// Where to split: a peak, and the most of its lower half; `None` where splitting gains nothing.
    fn split(&self, generation: &Generation, answer: &Answer) -> Option<(usize, i64)> {
        let peaks = generation.seats.peaks.iter().zip(&self.windows).enumerate();
        let gains = peaks.filter_map(|(peak, (data, window))| {
            let (_, largest) = self.peaks[peak];
            let gain = data.weight() * (largest.min(window.high) - window.low);
            (gain > 0 && window.low < window.high).then_some((gain, peak))
        });
        let (_, peak) = gains.max_by_key(|(gain, peak)| (*gain, usize::MAX - peak))?;
        let Window { low, high } = self.windows[peak];
        let (paid, largest) = self.peaks[peak];
        let weight = generation.seats.peaks[peak].weight();
        let missing = ceil_div(answer.enough() - self.bounded.value, DUAL);
        let dear = (paid / DUAL + ceil_div(missing, weight)).max(low);
        let most = match dear < high.min(largest) {
            true => dear,
            false => low + (high.min(largest) - low) / 2,
        };
        Some((peak, most.min(high - 1)))
    }

    /// The part of this part within narrower windows; what is known of this holds for it at least.
    fn within(
        &self,
        windows: Vec<Window>,
        generation: &Generation,
        pool: &mut Pool,
        answer: &Answer,
        limits: &Limits,
    ) -> Self {
        let mut part = Self {
            windows,
            ..self.clone()
        };
        let own = generation.with(&part.windows, self.cuts.clone(), limits.stop_pricing);
        let Some(mut own) = own else { return part };
        let duals = Some(self.bounded.duals.clone());
        let found = tighten(&mut own, pool, duals, answer.enough(), limits, &mut |_| ());
        if let Some(found) = found
            && found.bounded.value > part.bounded.value
        {
            part = found;
        }
        part
    }
}

/// Generates columns and cuts in turn, up to a bound that is enough; `None` when the solver failed.
fn tighten(
    generation: &mut Generation,
    pool: &mut Pool,
    duals: Option<Vec<i64>>,
    enough: i64,
    limits: &Limits,
    told: &mut dyn FnMut(i64),
) -> Option<Open> {
    let mut goal = Goal {
        value: enough,
        told,
    };
    let mut master = Master::new(generation, pool).ok()?;
    let mut bounded = generation.run(&mut master, pool, duals, &mut goal, limits)?;
    for _ in 0..MOST_CUT_ROUNDS {
        if (limits.stop_pricing)() || bounded.value >= enough {
            break;
        }
        let mut cuts = generation.cuts.clone();
        if cuts.separate(generation.seats, pool, &master.mixture()) == 0 {
            break;
        }
        let with = generation.with(&generation.windows, cuts, limits.stop_pricing);
        let Some(with) = with.filter(|with| with.arcs() <= MOST_ARCS) else {
            break;
        };
        *generation = with;
        master.cut(generation, pool).ok()?;
        let before = bounded.value;
        let duals = Some(bounded.duals.clone());
        bounded = generation.run(&mut master, pool, duals, &mut goal, limits)?;
        if bounded.value - before < LITTLE {
            break;
        }
    }
    let first = generation.rows.cuts;
    let (used, kept) = generation.cuts.used(&bounded.duals[first..]);
    let with = generation.with(&generation.windows, used, limits.stop_pricing);
    if let Some(with) = with {
        bounded.duals.truncate(first);
        bounded.duals.extend(kept);
        *generation = with;
    }
    Some(Open {
        windows: generation.windows.clone(),
        cuts: generation.cuts.clone(),
        peaks: master.peaks(pool),
        bounded,
    })
}

//! The bound of a component: cuts first, then all allocations split into parts until nothing is to be gained.
//!
//! A peak is where a mixture cheats most: a load of a great peak taken by a tenth hardly raises it. Within a window
//! no load exceeds the most, and the least is paid for, whatever is mixed. Where that is not enough but little is
//! missing, parts are split on how many hold a preparation and on whether a teacher does ([`super::split`]). Splitting is
//! best first, both halves side by side. A part of which few loads could be in a better answer is left to an integer
//! programme.

use std::cmp::Reverse;

use uurwerk_mip::DUAL;

use super::cuts::Cuts;
use super::diagram::FAR;
use super::generation::{Bounded, Generation, Goal, Stop};
use super::master::Master;
use super::part::Part;
use super::pool::Pool;
use super::round::Answer;
use super::split::{Doubts, Worth};
use super::{Limits, MOST_USEFUL, Told};
use crate::allocate::problem::Score;

/// Most rounds of cuts of one part, and of one of which much is decided; how many without a gain of this many parts of a
/// unit there may be.
const MOST_CUT_ROUNDS: u32 = 12;
const MOST_CUT_ROUNDS_DEEP: u32 = 2;
const MOST_IDLE: u32 = 1;
const LITTLE: i64 = DUAL / 4;
/// Most arcs of all diagrams together, which bounds the memory: cuts that need more are done without.
const MOST_ARCS: usize = 24_000_000;
/// Most arcs of a part whose diagrams are kept for its halves.
const MOST_KEPT: usize = 2_000_000;
/// What may be missing to a proof, as one part in so many of the cost, for splitting on who holds what.
const NEAR: i64 = 20;
const VERY_NEAR: i64 = 50;
/// Columns of a seat that a master begins with where duals tell which are cheap.
const CHEAPEST: usize = 100;
/// Loads of a part that an integer programme is asked about at first; what it proves in its time tells of how many next.
const FEW_LOADS: usize = 15_000;

/// A part of all allocations, and what is known of it.
#[derive(Clone)]
pub struct Open<'s> {
    /// The part.
    pub part: Part,
    /// Its cuts.
    pub cuts: Cuts,
    /// What none of it can beat, in parts of a unit.
    pub value: i64,
    /// The best bound that duals prove: no more than `value`, to which an integer programme may have added. What is between
    /// it and an answer settles what is in no better answer; what is between `value` and an answer does not.
    pub bounded: Bounded,
    /// What the last mixture is unsure of.
    pub doubts: Doubts,
    /// Its loads, where they are few enough to be kept.
    kept: Option<Generation<'s>>,
}

/// Bounds a component and leaves `generation` with good duals of the whole; the parts that may contain a better
/// answer, or `None` when the solver failed or somebody has no load at all.
pub fn bound<'s>(
    generation: &mut Generation<'s>,
    pool: &mut Pool<'s>,
    answer: &mut Answer,
    limits: &Limits,
    told: &Told,
) -> Option<Vec<Open<'s>>> {
    let root = {
        let enough = answer.enough();
        let mut news = |value| answer.raise_to(value, told);
        tighten(generation, pool, None, enough, limits, &mut news)?
    };
    if root.value >= FAR {
        return None;
    }
    generation.duals = root.bounded.duals.clone();
    let to_the_end = limits.to_the_end();
    let mut open = vec![root];
    let (mut few, mut worth) = (FEW_LOADS, Worth::default());
    if generation.duals.is_empty() {
        return Some(open); // Time was over before the first round.
    }
    loop {
        answer.take((limits.beside)(), told);
        open.retain(|part| !answer.proves(part.value));
        let least = open.iter().map(|part| part.value).min();
        answer.raise_to(least.unwrap_or(FAR), told);
        // Of equally good parts, the one of which most is decided.
        let next = (0..open.len()).min_by_key(|at| open[*at].rank());
        let missing = answer.enough() - least.unwrap_or(FAR);
        // So near to a proof, the time of whole answers is better spent here.
        let limits = match missing / DUAL > answer.enough() / DUAL / VERY_NEAR {
            true => limits,
            false => {
                (limits.near)();
                &to_the_end
            }
        };
        let Some(at) = next.filter(|_| !(limits.stop_pricing)()) else {
            return Some(open);
        };
        let next = &open[at];
        let on_peak = next.split_peak(generation, answer);
        let halves = on_peak.or_else(|| next.split_best(generation, pool, answer, &mut worth));
        let Some(halves) = halves else {
            return Some(open);
        };
        let part = open.swap_remove(at);
        let work = |half: Part| {
            let mut own = Work::of(pool, answer, few);
            let open = part.within(half, generation, &mut own, limits, told);
            (open, own)
        };
        let [lower, upper] = halves;
        let worked = match generation.arcs() <= MOST_KEPT {
            true => rayon::join(|| work(lower), || work(upper)).into(),
            false => [work(lower), work(upper)],
        };
        let (before, known) = (few, pool.columns.len());
        for (half, own) in worked {
            open.push(half);
            for column in own.pool.columns.into_iter().skip(known) {
                pool.number(column.seat, column.load);
            }
            answer.take(Some(own.holders), told);
            few = match own.few < before || few < before {
                true => few.min(own.few),
                false => few.max(own.few),
            };
        }
    }
}

/// What the work on a part begins with, and what it finds.
struct Work<'s> {
    pool: Pool<'s>,
    holders: Vec<u32>,
    score: Score,
    bound: i64,
    /// Loads of a part up to which an integer programme is asked.
    few: usize,
}

impl<'s> Work<'s> {
    fn of(pool: &Pool<'s>, answer: &Answer, few: usize) -> Self {
        Self {
            pool: pool.clone(),
            holders: answer.holders.clone(),
            score: *answer.score,
            bound: *answer.bound,
            few,
        }
    }
}

impl<'s> Open<'s> {
    /// A part of this part; what is known of this holds for it at least.
    fn within(
        &self,
        part: Part,
        whole: &Generation<'s>,
        work: &mut Work<'s>,
        limits: &Limits,
        told: &Told,
    ) -> Self {
        let Work { pool, few, .. } = work;
        let mut answer = Answer {
            seats: whole.seats,
            holders: &mut work.holders,
            score: &mut work.score,
            bound: &mut work.bound,
        };
        let mut open = Self {
            part,
            ..self.clone()
        };
        let mut duals = self.bounded.duals.clone();
        loop {
            let own = open.generation(whole, limits.stop_pricing);
            let Some(mut own) = own else { return open };
            let enough = answer.enough();
            let found = tighten(&mut own, pool, Some(duals), enough, limits, &mut |_| ());
            let Some(found) = found.filter(|found| !found.bounded.duals.is_empty()) else {
                return open;
            };
            open = Self {
                value: found.value.max(open.value),
                ..found
            };
            if answer.proves(open.value) {
                return open;
            }
            // Of its own, since the masters to come are better without what only integer programmes need.
            let mut loads = Pool::new(whole.seats);
            if let Some(all) = own.all_useful(&mut loads, &open.bounded, &answer, *few) {
                let many = all.iter().map(Vec::len).sum::<usize>();
                for (seat, load) in loads.loads_of(answer.holders).into_iter().enumerate() {
                    loads.number(seat, load);
                }
                let proved = answer.prove(&own, &loads, all, &limits.part, limits, told);
                let proved = proved.unwrap_or(0) * DUAL;
                open.value = open.value.max(proved);
                if answer.proves(open.value) {
                    *few = (*few).max(many + many / 2).min(MOST_USEFUL);
                    return open;
                }
                *few = many / 2;
            }
            let near = open.is_near(&answer);
            let narrowed = near.then(|| own.narrowed(&open.bounded, answer.enough()));
            let Some(part) = narrowed.flatten() else {
                return open;
            };
            open.part = part;
            duals = open.bounded.duals.clone();
        }
    }

    /// What is split first: the least bound, and of equal ones where most is decided.
    fn rank(&self) -> (i64, Reverse<usize>) {
        let settled = self.part.holders.iter().filter(|own| own.high < i64::MAX);
        let decided = self.part.held.len() + settled.count();
        (self.value / DUAL, Reverse(decided))
    }

    /// Its loads; `None` when time is over. `whole` is the whole component.
    pub fn generation(&self, whole: &Generation<'s>, stop: Stop) -> Option<Generation<'s>> {
        let kept = self.kept.as_ref().unwrap_or(whole);
        kept.with(&self.part, self.cuts.clone(), stop)
    }

    /// Whether so little is missing to a proof that it is worth to decide who holds what.
    pub fn is_near(&self, answer: &Answer) -> bool {
        let missing = answer.enough() - self.value;
        missing / DUAL <= answer.enough() / DUAL / NEAR
    }
}

/// Generates columns and cuts in turn, up to a bound that is enough; `None` when the solver failed.
fn tighten<'s>(
    generation: &mut Generation<'s>,
    pool: &mut Pool,
    duals: Option<Vec<i64>>,
    enough: i64,
    limits: &Limits,
    told: &mut dyn FnMut(i64),
) -> Option<Open<'s>> {
    let mut goal = Goal {
        value: enough,
        told,
    };
    let mut master = Master::new(generation, pool, duals.as_deref(), CHEAPEST).ok()?;
    let mut bounded = generation.run(&mut master, pool, duals, &mut goal, limits)?;
    let mut idle = 0;
    // Deep in the tree most is done by the cuts of its root.
    let rounds = if generation.part.held.is_empty() {
        MOST_CUT_ROUNDS
    } else {
        MOST_CUT_ROUNDS_DEEP
    };
    for _ in 0..rounds {
        if (limits.stop_pricing)() || bounded.value >= enough || idle > MOST_IDLE {
            break;
        }
        let mut cuts = generation.cuts.clone();
        if cuts.separate(generation.seats, pool, &master.mixture()) == 0 {
            break;
        }
        let with = generation.with(&generation.part, cuts, limits.stop_pricing);
        let Some(with) = with.filter(|with| with.arcs() <= MOST_ARCS) else {
            break;
        };
        master.cut(&with, pool).ok()?;
        let duals = Some(bounded.duals.clone());
        let next = with.run(&mut master, pool, duals, &mut goal, limits)?;
        if next.value < bounded.value {
            break; // Diagrams with so many cuts were too large and left something out.
        }
        let gained = next.value - bounded.value;
        idle = if gained < LITTLE { idle + 1 } else { 0 };
        (*generation, bounded) = (with, next);
    }
    let first = generation.rows.cuts;
    let worth = bounded.duals.get(first..).unwrap_or_default();
    let (used, kept) = generation.cuts.used(worth);
    let with = generation.with(&generation.part, used, limits.stop_pricing);
    if let Some(with) = with.filter(|_| !bounded.duals.is_empty()) {
        bounded.duals.truncate(first);
        bounded.duals.extend(kept);
        *generation = with;
    }
    Some(Open {
        part: generation.part.clone(),
        cuts: generation.cuts.clone(),
        doubts: Doubts::of(&master, pool),
        kept: (generation.arcs() <= MOST_KEPT).then(|| generation.clone()),
        value: bounded.value,
        bounded,
    })
}

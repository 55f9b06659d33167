//! Fix and optimise: large neighbourhood search whose steps are integer programmes (Fonseca, Santos, Carrano & Stidsen 2017, *Integer
//! programming techniques for educational timetabling*; Dorneles, de Araújo & Buriol 2014, *A fix-and-optimize heuristic for the high school
//! timetabling problem*).
//!
//! Most of the incumbent is fixed. The rest, some meets' starts and some tasks' resources, becomes an exact integer programme over the
//! sixteen constraint kinds of XHSTT (it leaves out others, such as those of FET files), solved from the incumbent within a number of simplex iterations. How the pieces of events are cut stays as it
//! is. Whatever the solver says, an answer counts only when [`crate::evaluate`] finds it cheaper.
//!
//! ```
//! use uurwerk_engine::fix::{Effort, Fixer};
//! use uurwerk_engine::{Control, Instance, SearchOptions, evaluate, probe::tight_problem, solve};
//!
//! let instance = Instance::compile(tight_problem(1, 1)).map_err(|faults| format!("{faults:?}"))?;
//! let options = SearchOptions { iterations: Some(2_000), ..SearchOptions::default() };
//! let found = solve(&instance, &options, &Control::endless()).map_err(|faults| format!("{faults:?}"))?;
//! let mut fixer = Fixer::new(&instance, 1, 0);
//! let step = fixer.step(&found.solution, Effort::default(), &|| false).map_err(|faults| format!("{faults:?}"))?;
//! if let Some((better, cost)) = step.better {
//!     assert!(cost < found.cost);
//!     assert_eq!(evaluate(&instance, &better).map_err(|faults| format!("{faults:?}"))?.cost, cost);
//! }
//! # Ok::<(), String>(())
//! ```

mod busy;
mod choose;
mod defects;
mod events;
mod free;
mod holders;
mod incumbent;
mod link;
mod order;
mod resources;
mod sheet;
#[cfg(test)]
mod tests;
mod variables;

use crate::search::dice::Dice;
use crate::{Cost, Fault, Instance, Kind, Problem, Solution, evaluate};
use choose::{Ground, Growth};
use free::{Free, Ties};
use incumbent::Incumbent;
use sheet::Sheet;
use std::time::Duration;
use uurwerk_mip as mip;
use variables::Variables;

/// How much work one sub-programme may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Simplex iterations: the same on every machine.
    pub lp_iterations: u64,
    /// Nodes of the search tree.
    pub nodes: u64,
    /// Wall-clock time, or none where runs must be reproducible.
    pub time: Option<Duration>,
    /// Whether a stop must be noticed at once, which costs some of the solver's heuristics.
    pub prompt: bool,
    /// Variables of the neighbourhood, about, at most; otherwise as many as the last ones of its kind were good for.
    pub size: usize,
}

impl Default for Effort {
    /// About a second.
    fn default() -> Self {
        Self {
            lp_iterations: 5_000,
            nodes: 500,
            time: None,
            prompt: true,
            size: usize::MAX,
        }
    }
}

/// What a step did.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// A better solution, with its cost from scratch.
    pub better: Option<(Solution, Cost)>,
    /// What kind of neighbourhood it was.
    pub kind: &'static str,
    /// Variables of the programme.
    pub variables: usize,
    /// Simplex iterations spent.
    pub lp_iterations: u64,
    /// Whether it is proved that the neighbourhood holds nothing better.
    pub exhausted: bool,
}

/// Variables that a neighbourhood of each kind has at first, at least and at most.
const SIZE: [f64; 3] = [600.0, 100.0, 4_000.0];
/// What a size is multiplied by when the solver was soon done, and when it was not.
const WIDER: f64 = 1.2;
const MUCH_WIDER: f64 = 1.6;
const NARROWER: f64 = 0.8;
/// Part of the next step's chances that every kind of neighbourhood keeps, whatever it was good for.
const FLOOR: f64 = 0.25;
/// What earlier success still counts after a step of the same kind.
const MEMORY: f64 = 0.9;

/// One kind of neighbourhood and what it was good for.
struct Strand {
    growth: Growth,
    size: f64,
    gain: f64,
    work: f64,
}

impl Strand {
    /// The size to try next, after one was tried. A smaller one than it would have been says nothing.
    fn learn(&mut self, tried: f64, factor: f64) {
        if tried >= self.size {
            self.size = (tried * factor).clamp(SIZE[1], SIZE[2]);
        }
    }
}

/// Improves solutions by sub-programmes, and learns which ones and how large. The same seed, solutions and efforts without time limits give
/// the same steps.
pub struct Fixer<'a> {
    instance: &'a Instance,
    dice: Dice,
    strands: Vec<Strand>,
}

impl<'a> Fixer<'a> {
    /// A fixer; `seed` and `stream` (to tell workers apart) set its random choices.
    pub fn new(instance: &'a Instance, seed: u64, stream: u64) -> Self {
        let strand = |growth| Strand {
            growth,
            size: SIZE[0],
            gain: 0.0,
            work: 1.0,
        };
        Self {
            instance,
            dice: Dice::new(seed, stream ^ 0xF1),
            strands: Growth::ALL.map(strand).into(),
        }
    }

    /// One step: frees a neighbourhood of a solution and looks for the best completion.
    ///
    /// # Errors
    /// The faults of an invalid solution.
    pub fn step(
        &mut self,
        solution: &Solution,
        effort: Effort,
        stop: &(dyn Fn() -> bool + Sync),
    ) -> Result<Step, Vec<Fault>> {
        let mut step = Step {
            better: None,
            kind: "",
            variables: 0,
            lp_iterations: 0,
            exhausted: false,
        };
        let complete = self.instance.complete(solution)?;
        let evaluation = evaluate(self.instance, &complete)?;
        let now = Incumbent::new(self.instance, &complete.meets);
        let ties = Ties::new(&now);
        let ground = Ground::new(&now, &ties);
        let Some(at) = self.choose(&ground) else {
            return Ok(step);
        };
        let defects = defects::defects(&now, &evaluation);
        let growth = self.strands[at].growth;
        let size = self.strands[at].size.min(effort.size as f64);
        step.kind = growth.name();
        let free = ground.grow(growth, size, &defects, &mut self.dice);
        let seed = self.dice.below(1 << 30) as u32;
        let Some(answer) = solve(&now, &ties, free, evaluation.cost, effort, seed, stop) else {
            self.strands[at].learn(size, NARROWER);
            return Ok(step);
        };
        let better = answer
            .solution
            .map(|solution| evaluate(self.instance, &solution).map(|found| (solution, found.cost)))
            .transpose()?;
        let better = better.filter(|(_, cost)| *cost < evaluation.cost);
        let strand = &mut self.strands[at];
        let soon = |part| answer.lp_iterations < effort.lp_iterations / part;
        if answer.exhausted && soon(2) {
            strand.learn(size, if soon(20) { MUCH_WIDER } else { WIDER });
        } else if !answer.exhausted && !stop() {
            strand.learn(size, NARROWER);
        }
        let gain = better.as_ref().map_or(0.0, |(_, cost)| {
            let gain = evaluation.cost - *cost;
            (gain.hard * 1000 + gain.soft) as f64
        });
        strand.gain = strand.gain * MEMORY + gain;
        strand.work = strand.work * MEMORY + 200.0 + answer.lp_iterations as f64;
        Ok(Step {
            better,
            kind: step.kind,
            variables: answer.variables,
            lp_iterations: answer.lp_iterations,
            exhausted: answer.exhausted,
        })
    }

    /// A kind of neighbourhood, by what each gained for its work.
    fn choose(&mut self, ground: &Ground) -> Option<usize> {
        let possible: Vec<usize> = (0..self.strands.len())
            .filter(|&at| ground.allows(self.strands[at].growth))
            .collect();
        let worth: Vec<f64> = possible
            .iter()
            .map(|&at| self.strands[at].gain / self.strands[at].work)
            .collect();
        let total: f64 = worth.iter().sum();
        if total <= 0.0 || self.dice.unit() < FLOOR {
            return self.dice.pick(&possible);
        }
        let mut left = self.dice.unit() * total;
        let drawn = possible.iter().zip(worth).find(|(_, worth)| {
            left -= worth;
            left < 0.0
        });
        drawn
            .map(|(&at, _)| at)
            .or_else(|| possible.last().copied())
    }
}

/// Whether programmes know every kind of constraint of a problem: the sixteen of XHSTT. What they know not they cannot keep, and most of what they
/// find would be in vain.
pub(crate) fn covers(problem: &Problem) -> bool {
    problem.constraints.iter().all(|constraint| {
        matches!(
            constraint.kind,
            Kind::AssignTime(_)
                | Kind::AssignResource(_)
                | Kind::PreferTimes(_)
                | Kind::PreferResources(_)
                | Kind::SplitEvents(_)
                | Kind::DistributeSplitEvents(_)
                | Kind::AvoidSplitAssignments(_)
                | Kind::SpreadEvents(_)
                | Kind::LinkEvents(_)
                | Kind::OrderEvents(_)
                | Kind::AvoidClashes(_)
                | Kind::AvoidUnavailableTimes(_)
                | Kind::LimitIdleTimes(_)
                | Kind::ClusterBusyTimes(_)
                | Kind::LimitBusyTimes(_)
                | Kind::LimitWorkload(_)
        )
    })
}

/// What a sub-programme came to.
struct Answer {
    solution: Option<Solution>,
    variables: usize,
    lp_iterations: u64,
    exhausted: bool,
}

/// Programmes with more variables, or more of them to choose freely, take longer to write down and to simplify than they are worth, and nobody
/// can stop either.
const MOST_VARIABLES: usize = 6_000;
const MOST_CHOICES: usize = 4_000;

/// Writes down and solves the sub-programme of what is free. None when there is nothing to choose, or too much.
fn solve(
    now: &Incumbent,
    ties: &Ties,
    free: Free,
    cost: Cost,
    effort: Effort,
    seed: u32,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Answer> {
    // Above any soft cost that the programme could save, as long as the solver's arithmetic stays sound.
    let hard_unit = (cost.soft + 1).clamp(100, 20_000);
    let mut sheet = Sheet::new(hard_unit, cost.hard == 0);
    let variables = Variables::new(now, ties, free, &mut sheet);
    if !(1..=MOST_CHOICES).contains(&variables.choices()) {
        return None;
    }
    write(now, &variables, &mut sheet);
    if sheet.model.variables() > MOST_VARIABLES || stop() {
        return None;
    }
    let start = sheet.start().to_vec();
    sheet.model.start_with(&start);
    let limits = mip::Limits {
        nodes: Some(effort.nodes),
        lp_iterations: Some(effort.lp_iterations),
        time: effort.time,
        prompt: effort.prompt,
        seed,
    };
    let control = mip::Control {
        stop,
        ..mip::Control::default()
    };
    let before = sheet.model.evaluate(&start);
    debug_assert!(before.is_some(), "the incumbent keeps every row");
    let solved = sheet.model.solve(&limits, &control).ok()?;
    let found = solved
        .solution
        .as_ref()
        .filter(|found| before.is_none_or(|before| found.objective < before));
    Some(Answer {
        solution: found.map(|found| variables.solution(now, &|var| found.value(var))),
        variables: sheet.model.variables(),
        lp_iterations: solved.lp_iterations,
        exhausted: solved.status == mip::Status::Optimal,
    })
}

/// Writes down the sub-programme.
fn write(now: &Incumbent, variables: &Variables, sheet: &mut Sheet) {
    events::write(now, variables, sheet);
    resources::write(now, variables, sheet);
}

//! The search for the smallest change: areas that grow, until the changes meet the bound.

use std::time::Duration;

use uurwerk_mip as mip;
use uurwerk_model::{Answer, Diagnostic, Diagnostics, PlanDocument, School, SlotIx};

use super::area::{Area, RADII};
use super::base::Base;
use super::faults::Faults;
use super::follow::{self, Loads};
use super::programme::{self, Found, Goal, Question};
use super::scene::Scene;
use super::{Ask, Measure, WhatIf, bound, count, finish, holds, near, rooms, steps};
use crate::allocate::{Facts, Problem};
use crate::case::{Allocation, Case};
use crate::control::{Control, Options, Progress, Stage};
use crate::plan::{PlanFailure, possible, refusal};
use crate::rules::Settings;

/// Areas that are tried before the bound is raised: most changes are small.
const FIRST: usize = 3;
/// Variables above which a programme takes longer to write down and to simplify than it is worth, and nobody can stop either.
pub(super) const LARGEST: usize = 40_000;
/// How often the rooms of an area may send a programme back.
const CUTS: usize = 6;
/// Simplex iterations of one programme for each iteration asked for, where work is counted, and at most.
const WORK: u64 = 1;
const MOST_WORK: u64 = 200_000;
/// Part of the time left in which the engine seeks times for the loads with the fewest changes, in percent.
const FOLLOWED: u32 = 50;
/// Part of the time left that one programme may take, in percent.
const SHARE: u32 = 40;

/// A plan that was found, with how far it is from the base.
pub(super) struct Candidate {
    pub plan: PlanDocument,
    pub allocation: Allocation,
    pub timetable: crate::case::Timetable,
    pub hard: i64,
    /// Changes by the measures in the order asked for.
    pub rank: [u32; 3],
    /// Blocks that stay in another room.
    pub rooms: u32,
}

/// The whole run.
pub(super) fn run(
    from: &School,
    plan: &PlanDocument,
    school: &School,
    ask: &Ask,
    options: &Options,
    control: &Control,
) -> Result<WhatIf, PlanFailure> {
    Case::of_plan(from, plan)?;
    let settings = Settings::of(&school.document().policy)?;
    let facts = Facts::of(school);
    let base = Base::carry(&facts, from, plan);
    let scene = Scene::of(&facts, &settings, &base, &ask.locks);
    let problem = Problem::of(&facts, &settings);
    let faults = Faults::of(&scene, &problem);
    refuse_broken_locks(school, &scene, &faults)?;
    possible(school, &settings)?;
    let mut search = Search {
        from,
        plan,
        scene: &scene,
        problem: &problem,
        faults: &faults,
        ask,
        options,
        control,
        best: None,
        bound: bound::by_counting(&scene, &faults, ask.order[0]),
        largest: LARGEST,
        any_will_do: false,
    };
    // The exact programmes of times take every week for like any other.
    match school.alternates() {
        true => search.near_loads(),
        false => search.within_areas(),
    }
    let open = search.has_no_plan();
    if open && (control.stop)() {
        // Neither a new allocation nor a search can begin after the end: both have first steps that look at no clock.
        let carried = near::carried(&search);
        search.offer_within_budget(Some(carried));
    } else if open {
        match near::reallocated(&search) {
            Ok(Some(allocation)) => {
                let found = near::smallest(&search, allocation, 100);
                search.offer_within_budget(found);
            }
            Ok(None) => (),
            Err(conflict) if search.best.is_none() => {
                return Err(refusal(school, conflict.demands, conflict.minimal));
            }
            Err(_) => (),
        }
    }
    let Some(best) = search.best.take() else {
        let fault = Diagnostic::error("UW0707", "/budget").with("n", search.bound);
        return Err(Diagnostics(vec![fault]).into());
    };
    let mut answer = Answer {
        changed: best.rank[0],
        at_least: u32::try_from(search.bound).unwrap_or(0).min(best.rank[0]),
        proved: best.hard == 0 && i64::from(best.rank[0]) <= search.bound,
        steps: Vec::new(),
    };
    let candidates = steps::towards_best(&search, best);
    answer.steps = candidates
        .iter()
        .map(|c| count::step(&c.plan, plan, school, from))
        .collect();
    Ok(WhatIf {
        plans: candidates.into_iter().map(|c| c.plan).collect(),
        answer,
    })
}

fn refuse_broken_locks(school: &School, scene: &Scene, faults: &Faults) -> Result<(), PlanFailure> {
    let broken = holds::broken(school, &scene.holds, &faults.forced);
    if broken.is_empty() {
        return Ok(());
    }
    let fault = |what: String| Diagnostic::error("UW0705", "/locks").with("what", what);
    Err(Diagnostics(broken.into_iter().map(fault).collect()).into())
}

/// What the parts of the run share.
pub(super) struct Search<'s> {
    pub from: &'s School,
    pub plan: &'s PlanDocument,
    pub scene: &'s Scene<'s>,
    pub problem: &'s Problem<'s>,
    pub faults: &'s Faults,
    pub ask: &'s Ask,
    pub options: &'s Options,
    pub control: &'s Control<'s>,
    pub best: Option<Candidate>,
    /// No plan that keeps the hard rules changes less.
    pub bound: i64,
    /// Variables that the programme of an area may have.
    pub largest: usize,
    /// Whether any plan that keeps the hard rules ends the search, and not only one with as few changes as possible.
    pub any_will_do: bool,
}

impl<'s> Search<'s> {
    fn has_no_plan(&self) -> bool {
        self.best.as_ref().is_none_or(|best| best.hard > 0)
    }

    /// What exact programmes of growing areas find and prove.
    fn within_areas(&mut self) {
        self.grow(0..FIRST);
        self.prove_forced();
        let loads = self.prove_by_loads();
        if let Some(loads) = &loads {
            follow::follow(self, loads);
        }
        self.grow(FIRST..RADII);
        if let Some(loads) = loads.filter(|_| self.has_no_plan() && !(self.control.stop)()) {
            follow::near_base(self, &loads, FOLLOWED);
        }
    }

    /// Where weeks differ: the loads with the fewest changes, to which weeks are nothing, and times that the engine, which knows
    /// the weeks, finds for them near the base.
    fn near_loads(&mut self) {
        if let Some(loads) = self.prove_by_loads().filter(|_| !(self.control.stop)()) {
            follow::near_base(self, &loads, FOLLOWED);
        }
    }

    /// Whether a plan is lacking, or one with fewer changes is not ruled out.
    pub fn is_open(&self) -> bool {
        let best = self.best.as_ref().filter(|best| best.hard == 0);
        best.is_none_or(|best| !self.any_will_do && i64::from(best.rank[0]) > self.bound)
    }

    pub fn question<'q>(
        &'q self,
        at_most: Option<i64>,
        cuts: &'q [Vec<(usize, SlotIx)>],
    ) -> Question<'q> {
        Question {
            order: &self.ask.order,
            budget: self.ask.budget,
            goal: Goal::Fewest,
            at_most,
            cuts,
            apart: &[],
            with_times: true,
        }
    }

    /// What one programme may cost.
    pub fn limits(&self) -> mip::Limits {
        let time = (self.control.remaining)()
            .map(|left| (left * SHARE / 100).max(Duration::from_millis(50)));
        let work = self
            .options
            .iterations
            .map(|n| (n * WORK).clamp(1_000, MOST_WORK));
        mip::Limits {
            time: time.filter(|_| work.is_none()),
            lp_iterations: work,
            nodes: work.map(|work| work / 10),
            prompt: false,
            seed: (self.options.seed % (1 << 30)) as u32,
        }
    }

    /// How a programme is stopped.
    pub fn mip_control(&self) -> mip::Control<'s> {
        mip::Control {
            stop: self.control.stop,
            ..mip::Control::default()
        }
    }

    /// One more than what is forced, where that is proved not to be enough.
    fn prove_forced(&mut self) {
        let counted = self.bound;
        if !self.is_open() || self.ask.order[0] != Measure::Lessons {
            return;
        }
        let question = Question {
            order: &self.ask.order,
            budget: Default::default(),
            goal: Goal::Fewest,
            at_most: Some(counted),
            cuts: &[],
            apart: &[],
            with_times: true,
        };
        let (limits, control) = (self.limits(), self.mip_control());
        let forced = self.faults.forced.iter().filter(|forced| **forced).count() as i64;
        if forced == counted
            && bound::forced_are_not_enough(self.scene, self.faults, &question, &limits, &control)
        {
            self.bound = counted + 1;
        }
    }

    /// Raises the bound by the loads alone; gives the loads with the fewest changes that were found.
    fn prove_by_loads(&mut self) -> Option<Loads> {
        if !self.is_open() {
            return None;
        }
        let question = Question {
            order: &self.ask.order,
            budget: Default::default(),
            goal: Goal::Fewest,
            at_most: None,
            cuts: &[],
            apart: &[],
            with_times: false,
        };
        let (limits, control) = (self.limits(), self.mip_control());
        let proved = bound::by_loads(
            self.scene,
            self.problem,
            self.faults,
            &question,
            &limits,
            &control,
        );
        self.bound = self.bound.max(proved.bound);
        proved.found.map(|found| found.holders)
    }

    /// Grows the area until the bound is met, nothing grows any more, or time is over.
    pub fn grow(&mut self, radii: std::ops::Range<usize>) {
        let mut last: Option<Area> = None;
        for radius in radii {
            if !self.is_open() || (self.control.stop)() {
                return;
            }
            let area = Area::of(self.scene, self.problem, self.faults, radius);
            if !self.fits(&area) {
                return;
            }
            if last.as_ref() == Some(&area) {
                continue;
            }
            self.try_area(&area);
            last = Some(area);
        }
    }

    /// Whether the programme of an area can be written down and stopped in time.
    pub fn fits(&self, area: &Area) -> bool {
        area.size(self.scene, self.problem) <= self.largest
    }

    /// Solves an area, sends it back where rooms are lacking, and keeps what is best.
    pub fn try_area(&mut self, area: &Area) {
        let mut cuts = Vec::new();
        for _ in 0..CUTS {
            let best = self.best.as_ref().filter(|best| best.hard == 0);
            let at_most = best.map(|best| i64::from(best.rank[0]) - 1);
            let reply = programme::solve(
                self.scene,
                area,
                self.faults,
                &self.question(at_most, &cuts),
                &self.limits(),
                &self.mip_control(),
            );
            let Some(found) = reply.found else {
                return;
            };
            match rooms::place(
                self.scene,
                &found.starts,
                &self.limits(),
                &self.mip_control(),
            ) {
                Ok(rooms) => return self.finish(&found, rooms),
                Err(stuck) => {
                    let moved = stuck.iter().filter(|at| area.events[**at]);
                    let cut: Vec<_> = moved
                        .filter_map(|at| Some((*at, found.starts[*at]?)))
                        .collect();
                    if cut.is_empty() || (self.control.stop)() {
                        return;
                    }
                    cuts.push(cut);
                }
            }
        }
    }

    fn finish(&mut self, found: &Found, rooms: rooms::Rooms) {
        let candidate = finish::candidate(self, found, rooms);
        (self.control.progress)(Progress {
            stage: Stage::Timetable,
            hard: Some(candidate.hard),
            soft: Some(i64::from(candidate.rank[0])),
            bound: Some(self.bound),
        });
        self.offer(Some(candidate));
    }

    /// As [`Search::offer`], unless the candidate changes more than it may.
    pub fn offer_within_budget(&mut self, candidate: Option<Candidate>) {
        let candidate = candidate.filter(|c| steps::within_budget(self, c));
        self.offer(candidate);
    }

    /// Keeps a candidate when it is better: hard rules first, then the measures in order.
    pub fn offer(&mut self, candidate: Option<Candidate>) {
        let key = |c: &Candidate| (c.hard, c.rank, c.rooms);
        if let Some(candidate) = candidate
            && self
                .best
                .as_ref()
                .is_none_or(|best| key(&candidate) < key(best))
        {
            self.best = Some(candidate);
        }
    }
}

/// The changes of a plan by the measures in order.
pub(super) fn rank(order: &[Measure; 3], changes: uurwerk_model::Changes) -> [u32; 3] {
    order.map(|measure| match measure {
        Measure::Lessons => changes.lessons,
        Measure::People => changes.people,
        Measure::Classes => changes.classes,
    })
}

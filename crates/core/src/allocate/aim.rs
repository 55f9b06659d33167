//! What is asked of an allocation beside its hard rules: the least of one weighted sum of deviations while others stay
//! within limits. And what a run under any weights proves about it.
//!
//! A run that found `W(A) >= b` for every allocation `A` proves `s * goal(A) >= b - sum of L[j] * limit[j]` for all `A`
//! within the limits, as soon as `W <= s * goal + sum of L[j] * weights[j]` rule by rule: deviations are never negative
//! (weak Lagrangian duality, with whole multipliers). So every run says something about every question.

use uurwerk_mip as mip;
use uurwerk_model::{Mode, TeacherIx};

use super::facts::{Facts, PostIx, ceil_div};
use super::model::{Ask, Model};
use super::problem::{Component, Problem};
use crate::rules::{Body, CATALOGUE, Settings};

/// A weight for every rule, in the order of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights(Vec<i64>);

impl Weights {
    /// These weights for the rules that they name, 0 for all others.
    pub fn of<'i>(weights: impl IntoIterator<Item = (&'i str, i64)>) -> Self {
        let mut all = vec![0; CATALOGUE.len()];
        for (id, weight) in weights {
            if let Some(at) = CATALOGUE.iter().position(|rule| rule.id == id) {
                all[at] = weight;
            }
        }
        Self(all)
    }

    /// What soft load rules cost.
    pub fn soft(settings: &Settings) -> Self {
        let soft = settings.iter();
        let soft = soft.filter(|s| s.mode == Mode::Soft && matches!(s.rule.body, Body::Load(_)));
        Self::of(soft.map(|s| (s.rule.id, i64::from(s.weight))))
    }

    /// The same without some rules.
    #[must_use]
    pub fn without(mut self, rules: &[&str]) -> Self {
        for (rule, weight) in CATALOGUE.iter().zip(&mut self.0) {
            if rules.contains(&rule.id) {
                *weight = 0;
            }
        }
        self
    }

    /// The weight of a rule.
    pub fn get(&self, id: &str) -> i64 {
        self.iter()
            .find(|(rule, _)| *rule == id)
            .map_or(0, |(_, weight)| weight)
    }

    /// The weighted sum of deviations.
    pub fn value(&self, deviations: &[i64]) -> i64 {
        let pairs = self.0.iter().zip(deviations);
        pairs
            .map(|(weight, deviation)| weight.saturating_mul(*deviation))
            .fold(0, i64::saturating_add)
    }

    /// Whether no rule has a weight.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|weight| *weight == 0)
    }

    /// Rules with a weight.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, i64)> + '_ {
        let rules = CATALOGUE.iter().zip(&self.0);
        rules
            .map(|(rule, weight)| (rule.id, *weight))
            .filter(|(_, weight)| *weight != 0)
    }
}

/// A weighted sum that may not be more than so much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The weights.
    pub weights: Weights,
    /// The most.
    pub most: i64,
}

/// A question: the least of a weighted sum, within limits, while some rules are hard.
#[derive(Clone)]
pub struct Aim {
    /// The hard rules and every rule's numbers; other modes and weights do not matter.
    pub hard: Settings,
    /// What is to be least.
    pub goal: Weights,
    /// What may not be more.
    pub limits: Vec<Limit>,
}

/// What a run proved: no allocation that keeps the hard rules has a smaller weighted sum.
#[derive(Clone, Debug)]
pub struct Cut {
    /// The rules that were hard.
    pub hard: Vec<&'static str>,
    /// The weights.
    pub weights: Weights,
    /// The bound.
    pub bound: i64,
}

impl Aim {
    /// The ids of the hard rules.
    pub fn hard_rules(&self) -> Vec<&'static str> {
        let hard = self
            .hard
            .iter()
            .filter(|setting| setting.mode == Mode::Hard);
        hard.map(|setting| setting.rule.id).collect()
    }

    /// Whether a weighted sum stays within every limit.
    pub fn allows(&self, deviations: &[i64]) -> bool {
        let mut limits = self.limits.iter();
        limits.all(|limit| limit.weights.value(deviations) <= limit.most)
    }

    /// Settings of a run with these weights in place of the policy's; rules that are hard stay so.
    pub fn weighted(&self, weights: &Weights) -> Settings {
        let mut settings = self.hard.clone();
        for rule in CATALOGUE {
            let weight = u32::try_from(weights.get(rule.id)).unwrap_or(0);
            let mode = match self.hard.get(rule.id).map(|setting| setting.mode) {
                Some(Mode::Hard) => continue,
                _ if weight > 0 => Mode::Soft,
                _ => Mode::Measure,
            };
            settings = settings.with(rule.id, mode, weight);
        }
        settings
    }

    /// What a cut says about this question; `None` when it says nothing.
    pub fn implied(&self, cut: &Cut) -> Option<i64> {
        let own = self.hard_rules();
        if !cut.hard.iter().all(|rule| own.contains(rule)) {
            return None; // The run's allocations kept a rule that here need not hold.
        }
        let mut scale = 1;
        let mut multipliers = vec![0; self.limits.len()];
        for (rule, weight) in cut.weights.iter() {
            if own.contains(&rule) {
                continue; // Its deviation is 0.
            }
            let goal = self.goal.get(rule);
            if goal > 0 {
                scale = scale.max(ceil_div(weight, goal));
                continue;
            }
            let limits = self
                .limits
                .iter()
                .position(|limit| limit.weights.get(rule) > 0);
            let at = limits?;
            let needed = ceil_div(weight, self.limits[at].weights.get(rule));
            multipliers[at] = needed.max(multipliers[at]);
        }
        let paid = self
            .limits
            .iter()
            .zip(&multipliers)
            .try_fold(0_i64, |sum, (limit, times)| {
                sum.checked_add(limit.most.checked_mul(*times)?)
            })?;
        Some(ceil_div(cut.bound.checked_sub(paid)?, scale).max(0))
    }

    /// Solves the whole school as one programme, with the limits as rows: better holders, if any are found, and a bound.
    pub(super) fn solve(
        &self,
        facts: &Facts,
        start: &[Option<TeacherIx>],
        limits: &mip::Limits,
        control: &mip::Control,
    ) -> (Option<Vec<Option<TeacherIx>>>, i64) {
        // All programmes are stated with the same rules, so that a variable is the same in each.
        let (problem, whole) = self.stated(facts, &self.goal);
        let mut model = Model::of(&problem, &whole, Ask::Everything);
        for limit in &self.limits {
            let (problem, whole) = self.stated(facts, &limit.weights);
            let stated = Model::of(&problem, &whole, Ask::Everything).programme;
            let costs: Vec<_> = stated.costs().collect();
            model
                .programme
                .at_most(costs, limit.most - stated.constant());
        }
        if let Some(values) = model.values(start) {
            model.start_at(&values);
        }
        let Ok(solved) = model.programme.solve(limits, control) else {
            return (None, 0); // A failure of the solver proves nothing.
        };
        if solved.status == mip::Status::Infeasible {
            return (None, 0); // Limits taken from an allocation can be kept; nothing is claimed if not.
        }
        let holders = solved.solution.map(|solution| {
            let mut holders = start.to_vec();
            for (post, holder) in model.holders(&solution) {
                holders[post.at()] = holder;
            }
            holders
        });
        (holders, solved.bound.max(0))
    }

    /// The problem with these weights, every rule of the question being stated, and all of it as one component.
    fn stated<'f>(&self, facts: &'f Facts<'f>, weights: &Weights) -> (Problem<'f>, Component) {
        let hard = self.hard_rules();
        let mut settings = self.weighted(weights);
        let limits = self.limits.iter().flat_map(|limit| limit.weights.iter());
        for (rule, _) in self.goal.iter().chain(limits) {
            if !hard.contains(&rule) {
                let weight = u32::try_from(weights.get(rule)).unwrap_or(0);
                settings = settings.with(rule, Mode::Soft, weight);
            }
        }
        let problem = Problem::of(facts, &settings);
        let mut whole = Component::default();
        for part in &problem.components {
            whole.teachers.extend(&part.teachers);
            whole.posts.extend(&part.posts);
            whole.classes.extend(&part.classes);
        }
        whole.teachers.sort_unstable();
        whole.posts.sort_unstable();
        whole.classes.sort_unstable();
        (problem, whole)
    }

    /// Posts with a choice.
    pub(super) fn open(&self, facts: &Facts) -> usize {
        let problem = Problem::of(facts, &self.hard);
        let settled = |post: &PostIx| problem.choices[post.at()].settled().is_some();
        let posts = facts.posts.iter().map(|post| post.ix);
        posts.filter(|post| !settled(post)).count()
    }
}

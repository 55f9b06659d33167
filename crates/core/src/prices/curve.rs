//! The curve of two rules: the least deviation of the second for every deviation of the first, while all other soft
//! rules together cost no more than in the plan.
//!
//! The least of the second never rises with the first, so what is proved at one deviation of the first holds for all
//! before it, and what is reached at one holds for all after it. Every question in between is asked where the two are
//! furthest apart, until the curve is known or time is over.

use std::collections::BTreeSet;

use uurwerk_model::{Segment, TradePoint, Tradeoff};

use super::{dropped, moves};
use crate::allocate::{Aim, Limit, Study, Weights};
use crate::rules::{Body, CATALOGUE, Settings};

/// Most questions asked.
const QUESTIONS: u64 = 24;
/// Ratios of the two rules' weights that runs with weights take, where the school is not one programme.
const RATIOS: [(i64, i64); 5] = [(1, 1), (4, 1), (1, 4), (16, 1), (1, 16)];

struct Curve {
    /// The policy with both rules free.
    free: Settings,
    first: &'static str,
    second: &'static str,
    others: Weights,
    most: i64,
}

impl Curve {
    fn first(&self) -> Weights {
        Weights::of([(self.first, 1)])
    }

    fn second(&self) -> Weights {
        Weights::of([(self.second, 1)])
    }

    fn limits(&self, own: Option<Limit>) -> Vec<Limit> {
        let rest = Limit {
            weights: self.others.clone(),
            most: self.most,
        };
        let rest = Some(rest).filter(|rest| !rest.weights.is_empty());
        rest.into_iter().chain(own).collect()
    }

    /// The least of the first rule, with the second free.
    fn least_first(&self) -> Aim {
        Aim {
            hard: self.free.clone(),
            goal: self.first(),
            limits: self.limits(None),
        }
    }

    /// The least of the second rule with the first free.
    fn least_second(&self) -> Aim {
        Aim {
            hard: self.free.clone(),
            goal: self.second(),
            limits: self.limits(None),
        }
    }

    /// The least of the second rule with the first at most so much.
    fn at(&self, first: i64) -> Aim {
        let own = Limit {
            weights: self.first(),
            most: first,
        };
        Aim {
            hard: self.free.clone(),
            goal: self.second(),
            limits: self.limits(Some(own)),
        }
    }
}

/// The curve; `None` when a rule is not one about loads.
pub(super) fn tradeoff(
    study: &mut Study,
    plan: usize,
    first: &str,
    second: &str,
) -> Option<Tradeoff> {
    let find = |id: &str| {
        let mut rules = CATALOGUE.iter();
        rules
            .find(|rule| rule.id == id && matches!(rule.body, Body::Load(_)))
            .map(|rule| rule.id)
    };
    let (first, second) = (find(first)?, find(second)?);
    let settings = study.settings().clone();
    let others = Weights::soft(&settings).without(&[first, second]);
    let curve = Curve {
        free: dropped(&dropped(&settings, first), second),
        most: others.value(&study.known(plan).deviations),
        others,
        first,
        second,
    };
    explore(study, &curve);
    Some(told(study, plan, &curve))
}

/// Asks questions where the curve is least known.
fn explore(study: &mut Study, curve: &Curve) {
    let of = |done: u64, study: &Study| match study.counts_work() {
        true => 2 * QUESTIONS,
        false => QUESTIONS - done.min(QUESTIONS - 1),
    };
    let small = study.is_one_programme(&curve.least_first());
    if small {
        study.solve(&curve.least_first(), of(0, study));
        study.solve(&curve.least_second(), of(1, study));
    } else {
        let heaviest = curve
            .others
            .iter()
            .map(|(_, weight)| weight)
            .max()
            .unwrap_or(1);
        for (done, (first, second)) in RATIOS.into_iter().enumerate() {
            let own = [
                (curve.first, first * heaviest),
                (curve.second, second * heaviest),
            ];
            let weights = Weights::of(curve.others.iter().chain(own));
            study.run(
                &curve.least_first(),
                &weights,
                RATIOS.len() as u64 - done as u64,
            );
        }
    }
    let mut asked = BTreeSet::new();
    for done in 2..QUESTIONS {
        let next = widest(&segments(study, curve), &asked);
        let Some(at) = next.filter(|_| small && !study.is_over()) else {
            return;
        };
        asked.insert(at);
        study.solve(&curve.at(at), of(done, study));
    }
}

/// Where to ask next: in the middle of the segment with most in doubt, where both halves gain. What was asked before is
/// not asked again.
fn widest(segments: &[Segment], asked: &BTreeSet<i64>) -> Option<i64> {
    let open = segments.iter().filter(|segment| !segment.proved);
    let questions = open.filter_map(|segment| {
        let (high, to) = (segment.high?, segment.to.unwrap_or(segment.from));
        let doubt = (high - segment.low).saturating_mul(to - segment.from + 1);
        Some((doubt, segment.from + (to - segment.from) / 2))
    });
    let new = questions.filter(|(_, at)| !asked.contains(at));
    new.max().map(|(_, at)| at)
}

/// What is known of the curve.
fn segments(study: &Study, curve: &Curve) -> Vec<Segment> {
    let points = points(study, curve);
    let least = study.answer(&curve.least_first());
    let floor = study.answer(&curve.least_second()).bound;
    // Where what is known can change: where the first rule becomes possible, at every question asked, at every point.
    let asked = study.asked(&curve.second()).into_iter();
    let asked = asked.filter_map(|aim| {
        let own = aim
            .limits
            .iter()
            .find(|limit| limit.weights == curve.first());
        own.map(|limit| limit.most + 1)
    });
    let mut starts: Vec<i64> = points
        .iter()
        .map(|(first, _, _)| *first)
        .chain(asked)
        .collect();
    starts.extend([0, least.bound]);
    starts.retain(|start| *start >= 0);
    starts.sort_unstable();
    starts.dedup();
    let mut segments: Vec<Segment> = Vec::new();
    for (number, from) in starts.iter().enumerate() {
        let to = starts.get(number + 1).map(|next| next - 1);
        let impossible = to.is_some_and(|to| to < least.bound);
        // A bound at the right end holds for the whole segment.
        let low = to.map_or(floor, |to| study.answer(&curve.at(to)).bound.max(floor));
        let reached = points.iter().filter(|(first, _, _)| first <= from);
        let high = reached.map(|(_, second, _)| *second).min();
        let segment = Segment {
            from: *from,
            to,
            low: high.map_or(low, |high| low.min(high)),
            high,
            proved: impossible || high.is_some_and(|high| low >= high),
        };
        match segments.last_mut() {
            Some(last)
                if (last.low, last.high, last.proved)
                    == (segment.low, segment.high, segment.proved) =>
            {
                last.to = segment.to;
            }
            _ => segments.push(segment),
        }
    }
    segments
}

/// The allocations that fit the question, none worse than another in both rules: deviations and number.
fn points(study: &Study, curve: &Curve) -> Vec<(i64, i64, usize)> {
    let mut points: Vec<(i64, i64, usize)> = Vec::new();
    let mut fitting: Vec<(i64, i64, usize)> = study
        .fitting(&curve.least_first())
        .into_iter()
        .map(|at| {
            let deviations = &study.known(at).deviations;
            (
                curve.first().value(deviations),
                curve.second().value(deviations),
                at,
            )
        })
        .collect();
    fitting.sort_unstable();
    for point in fitting {
        if points.last().is_none_or(|last| point.1 < last.1) {
            points.push(point);
        }
    }
    points
}

fn told(study: &Study, plan: usize, curve: &Curve) -> Tradeoff {
    let points = points(study, curve).into_iter();
    Tradeoff {
        first: curve.first.into(),
        second: curve.second.into(),
        others: curve.most,
        segments: segments(study, curve),
        points: points
            .map(|(first, second, at)| TradePoint {
                first,
                second,
                moves: moves::all(study, plan, at),
            })
            .collect(),
    }
}

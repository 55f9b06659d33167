//! The price of every rule.

use uurwerk_model::{MeasureDifference, MeasurePrice, Mode, Range, RulePrice};

use super::{Request, TEACHER_HOURS, deviation, dropped, moves};
use crate::allocate::{Aim, Answer, Limit, Study, Weights};
use crate::rules::{Body, CATALOGUE, Settings};

/// How many times its weight a measure counts in a run that looks for what could be saved of it alone.
const EMPHASIS: i64 = 8;
/// Shares of the time after the first runs that a curve takes for itself, in equal parts with the measures.
const AFTER: u64 = 2;

/// Runs the school without each of its hard and soft rules about loads, and names those rules.
pub(super) fn drop_each(study: &mut Study, request: &Request) -> Vec<&'static str> {
    let settings = study.settings().clone();
    let rules: Vec<&'static str> = priced(&settings);
    let all = rules.len() as u64;
    let after = all / AFTER + if request.tradeoff.is_some() { all } else { 0 };
    for (at, rule) in rules.iter().enumerate() {
        let left = match study.counts_work() {
            true => 2 * all + after,
            false => all - at as u64 + after,
        };
        let aim = without(&settings, rule);
        let goal = aim.goal.clone();
        study.run(&aim, &goal, left);
    }
    rules
}

/// Hard and soft rules about loads.
fn priced(settings: &Settings) -> Vec<&'static str> {
    let held = settings.iter().filter(|setting| {
        let counts = match setting.mode {
            Mode::Hard => true,
            Mode::Soft => setting.weight > 0,
            Mode::Measure | Mode::Off => false,
        };
        counts && matches!(setting.rule.body, Body::Load(_))
    });
    held.map(|setting| setting.rule.id).collect()
}

/// The least of all other soft rules without this one.
fn without(settings: &Settings, rule: &'static str) -> Aim {
    Aim {
        hard: dropped(settings, rule),
        goal: Weights::soft(settings).without(&[rule]),
        limits: Vec::new(),
    }
}

/// Two questions: a goal with the rule as in the plan, and the same without the rule.
struct Sides {
    with: Aim,
    without: Aim,
}

/// The rule, the plan's deviations, and the policy: what questions are made of.
struct Pricing<'p> {
    settings: &'p Settings,
    rule: &'static str,
    plan: &'p [i64],
}

impl Pricing<'_> {
    fn soft(&self) -> Weights {
        Weights::soft(self.settings)
    }

    /// The rule is kept as well as in the plan; a hard rule is hard.
    fn kept(&self) -> Option<Limit> {
        let weights = Weights::of([(self.rule, 1)]);
        let most = weights.value(self.plan);
        let is_soft = self.soft().get(self.rule) > 0;
        is_soft.then_some(Limit { weights, most })
    }

    fn sides(&self, goal: &Weights, rest: Option<Limit>) -> Sides {
        let limits: Vec<Limit> = rest.into_iter().collect();
        Sides {
            with: Aim {
                hard: self.settings.clone(),
                goal: goal.clone(),
                limits: limits.iter().cloned().chain(self.kept()).collect(),
            },
            without: Aim {
                hard: dropped(self.settings, self.rule),
                goal: goal.clone(),
                limits,
            },
        }
    }

    fn in_points(&self) -> Sides {
        self.sides(&self.soft().without(&[self.rule]), None)
    }

    fn in_units_of(&self, measure: &str) -> Sides {
        let rest = self.soft().without(&[self.rule, measure]);
        let most = rest.value(self.plan);
        let limit = Limit {
            weights: rest,
            most,
        };
        let limit = Some(limit).filter(|limit| !limit.weights.is_empty());
        self.sides(&Weights::of([(measure, 1)]), limit)
    }

    /// Every other soft rule, and teacher hours.
    fn measures(&self) -> Vec<&'static str> {
        let soft = self.soft();
        let rules = CATALOGUE
            .iter()
            .map(|rule| rule.id)
            .filter(|id| *id != self.rule);
        rules
            .filter(|id| *id == TEACHER_HOURS || soft.get(id) > 0)
            .collect()
    }
}

/// The interval between two sides.
fn between(with: Answer, without: Answer) -> Range {
    // The plan answers both questions, so both are reached; were they not, nothing would be known but that no price is
    // negative.
    let (Some(reached_with), Some(reached_without)) = (with.reached, without.reached) else {
        return Range {
            low: 0,
            high: i64::MAX,
        };
    };
    Range {
        low: (with.bound - reached_without).max(0),
        high: reached_with - without.bound,
    }
}

fn range(study: &Study, sides: &Sides) -> Range {
    between(study.answer(&sides.with), study.answer(&sides.without))
}

/// Prices the rules, dearest first, with what time is left.
pub(super) fn prices(
    study: &mut Study,
    plan: usize,
    rules: &[&'static str],
    request: &Request,
    stop: &(dyn Fn() -> bool + Sync),
) -> Vec<RulePrice> {
    let settings = study.settings().clone();
    let deviations = study.known(plan).deviations.clone();
    let pricing = |rule| Pricing {
        settings: &settings,
        rule,
        plan: &deviations,
    };
    let mut rules: Vec<(&'static str, Range)> = rules
        .iter()
        .map(|rule| (*rule, range(study, &pricing(*rule).in_points())))
        .collect();
    rules.sort_by_key(|(_, points)| std::cmp::Reverse((points.high, points.low)));
    look_closer(study, &rules, &pricing, request);
    let prices = rules.into_iter().map(|(rule, _)| {
        let pricing = pricing(rule);
        let measured = |measure: &str| range(study, &pricing.in_units_of(measure));
        let measures = pricing
            .measures()
            .into_iter()
            .filter(|m| *m != TEACHER_HOURS);
        let cheapest = study.answer(&pricing.in_points().without);
        let other = cheapest.at.filter(|at| {
            let goal = &pricing.in_points().without.goal;
            goal.value(&study.known(*at).deviations) < goal.value(&deviations)
        });
        let near =
            other.map(|at| moves::nearest(study, &pricing.in_points().without, plan, at, stop));
        RulePrice {
            rule: rule.into(),
            mode: settings
                .get(rule)
                .map_or(Mode::Measure, |setting| setting.mode),
            deviation: deviation(&deviations, rule),
            points: range(study, &pricing.in_points()),
            teacher_hours: if rule == TEACHER_HOURS {
                Range::default()
            } else {
                measured(TEACHER_HOURS)
            },
            measures: measures
                .map(|measure| MeasurePrice {
                    rule: measure.into(),
                    units: measured(measure),
                })
                .collect(),
            differences: near.as_ref().map_or(Vec::new(), |near| {
                let pairs = CATALOGUE
                    .iter()
                    .zip(deviations.iter().zip(&near.deviations));
                let differ = pairs.filter(|(_, (plan, other))| plan != other);
                let named = differ.map(|(rule, (plan, other))| MeasureDifference {
                    rule: rule.id.into(),
                    plan: *plan,
                    other: *other,
                });
                named.collect()
            }),
            moves: near.map_or(Vec::new(), |near| near.moves),
        }
    });
    let mut prices: Vec<RulePrice> = prices.collect();
    prices.sort_by_key(|price| std::cmp::Reverse((price.points.high, price.points.low)));
    prices
}

/// Narrows the intervals of single measures: the dearest rules first, teacher hours first.
fn look_closer<'p>(
    study: &mut Study,
    rules: &[(&'static str, Range)],
    pricing: &dyn Fn(&'static str) -> Pricing<'p>,
    request: &Request,
) {
    let mut pairs: Vec<(usize, &'static str, &'static str)> = Vec::new();
    for (rule, points) in rules {
        for (at, measure) in pricing(rule).measures().into_iter().enumerate() {
            let first = measure == TEACHER_HOURS;
            if points.high > 0 || first {
                pairs.push((if first { 0 } else { at + 1 }, *rule, measure));
            }
        }
    }
    // One measure after the other for every rule, so that each rule has something when time is over.
    pairs.sort_by_key(|(at, _, _)| *at);
    let after = if request.tradeoff.is_some() {
        pairs.len() as u64
    } else {
        0
    };
    let all = pairs.len() as u64;
    for (done, (_, rule, measure)) in pairs.into_iter().enumerate() {
        if study.is_over() {
            return;
        }
        let pricing = pricing(rule);
        let sides = pricing.in_units_of(measure);
        let left = match study.counts_work() {
            true => 8 * (all + after),
            false => 2 * (all - done as u64 + after),
        };
        if range(study, &sides).is_exact() {
            continue;
        }
        study.solve(&sides.without, left);
        study.solve(&sides.with, left);
        if !range(study, &sides).is_exact() && !study.is_one_programme(&sides.without) {
            let soft = pricing.soft().without(&[pricing.rule]);
            let heaviest = soft.iter().map(|(_, weight)| weight).max().unwrap_or(1);
            let own = soft.get(measure).max(heaviest) * EMPHASIS;
            let rest = soft.without(&[measure]);
            let weights = Weights::of(rest.iter().chain([(measure, own)]));
            study.run(&sides.without, &weights, left);
        }
    }
}

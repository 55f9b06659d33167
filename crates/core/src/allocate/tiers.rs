//! Priorities as tiers: the first tier's cost is made least, then the second's among the allocations that are best in
//! the first, and so on. Every tier is a question of its own ([`Aim`]) with the cost reached in the earlier ones as
//! limits, so what is proved of a tier holds for whatever keeps those limits.

use uurwerk_model::{Proof, School, Status, Tier, TierProof};

use super::aim::{Aim, Limit, Weights};
use super::conflict::Conflict;
use super::facts::Facts;
use super::run::{Allocated, allocate};
use super::study::Study;
use crate::control::{Control, Options};
use crate::rules::Settings;

/// How many times dearer a tier is than the next in a run that looks at several.
const STEP: i64 = 50;
/// Greatest weight of a rule in such a run.
const HEAVIEST: i64 = 1 << 20;
/// Part of the time or work for the run by weights alone, in percent.
const FIRST_SHARE: u64 = 25;

/// Decides who teaches what, tier by tier where the policy orders tiers, and says what is proved of each.
///
/// # Errors
/// As [`allocate`].
pub fn allocate_by_tiers(
    school: &School,
    settings: &Settings,
    options: &Options,
    control: &Control,
) -> Result<(Allocated, Vec<TierProof>), Conflict> {
    let Some(order) = settings.tiers() else {
        return Ok((allocate(school, settings, options, control)?, Vec::new()));
    };
    let share = (control.remaining)().map(|left| left * FIRST_SHARE as u32 / 100);
    let part = Options {
        iterations: options.iterations.map(|all| all * FIRST_SHARE / 100),
        ..*options
    };
    let first = control.lasting(share, |control| allocate(school, settings, &part, control))?;
    if first.proof.status == Status::Incomplete {
        return Ok((first, Vec::new()));
    }
    let facts = Facts::of(school);
    let silent = Control {
        progress: &|_| (),
        ..*control
    };
    let mut study = Study::new(&facts, settings, options, &silent);
    let mut at = study.learn(settings, &first);
    let mut limits: Vec<Limit> = Vec::new();
    let mut proofs = Vec::new();
    let tiers: Vec<(Tier, Weights)> = order
        .iter()
        .map(|tier| (*tier, of_tier(settings, *tier)))
        .collect();
    for (number, (tier, weights)) in tiers.iter().enumerate() {
        let aim = Aim {
            hard: settings.clone(),
            goal: weights.clone(),
            limits: limits.clone(),
        };
        let asked = tiers[number..].iter();
        let left = asked.filter(|(_, weights)| !weights.is_empty()).count() as u64;
        if !weights.is_empty() {
            look(&mut study, &aim, left);
        }
        let answer = study.answer(&aim);
        // What was reached in the tier before answers this question, so something is reached.
        let (Some(cost), Some(best)) = (answer.reached, answer.at) else {
            continue;
        };
        at = best;
        proofs.push(TierProof {
            tier: *tier,
            cost,
            bound: answer.bound,
            status: if answer.is_proved() {
                Status::Optimal
            } else {
                Status::Feasible
            },
        });
        limits.push(Limit {
            weights: weights.clone(),
            most: cost,
        });
        limits.retain(|limit| !limit.weights.is_empty());
    }
    let known = study.known(at);
    let soft = Weights::soft(settings).value(&known.deviations);
    let proof = Proof {
        hard: 0,
        soft,
        bound: first.proof.bound.min(soft),
        status: match first.proof.bound == soft {
            true => Status::Optimal,
            false => Status::Feasible,
        },
    };
    let allocation = known.allocation.clone();
    Ok((Allocated { allocation, proof }, proofs))
}

/// The soft rules of a tier.
fn of_tier(settings: &Settings, tier: Tier) -> Weights {
    let others = settings.iter().filter(|setting| setting.tier != tier);
    let others: Vec<&str> = others.map(|setting| setting.rule.id).collect();
    Weights::soft(settings).without(&others)
}

/// Looks for the best of a tier within the limits of those before it.
fn look(study: &mut Study, aim: &Aim, left: u64) {
    if study.answer(aim).is_proved() {
        return;
    }
    let of = |runs: u64, study: &Study| match study.counts_work() {
        true => 12,
        false => runs * left,
    };
    // The tier on top of those before it, each so much dearer that giving it up does not pay.
    let mut all: Vec<(&'static str, i64)> = aim.goal.iter().collect();
    let dear = |weight: i64| weight.saturating_mul(STEP).min(HEAVIEST);
    for limit in &aim.limits {
        all.extend(
            limit
                .weights
                .iter()
                .map(|(rule, weight)| (rule, dear(weight))),
        );
    }
    study.run(aim, &Weights::of(all), of(2, study));
    study.solve(aim, of(1, study));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::allocate::tests::{every_deviation, random_school};
    use uurwerk_model::Mode;

    /// The lexicographic best by enumeration.
    fn best(settings: &Settings, all: &[Vec<i64>], order: &[Tier]) -> Option<Vec<i64>> {
        let hard = settings.iter().filter(|s| s.mode == Mode::Hard);
        let hard = Weights::of(hard.map(|s| (s.rule.id, 1)));
        let tiers: Vec<Weights> = order.iter().map(|t| of_tier(settings, *t)).collect();
        let keep = all.iter().filter(|deviations| hard.value(deviations) == 0);
        let costs = keep.map(|d| tiers.iter().map(|tier| tier.value(d)).collect::<Vec<i64>>());
        costs.min()
    }

    #[test]
    fn tiers_are_decided_one_after_the_other() {
        let orders = [
            vec![Tier::Law],
            vec![Tier::WishesAndContinuity, Tier::Workload],
            vec![Tier::Fairness, Tier::StarterProtection],
        ];
        let (mut seen, mut differ) = (0, 0);
        for seed in 1..500_u64 {
            let Some(school) = random_school(seed * 77_777) else {
                continue;
            };
            let mut document = school.document().clone();
            document.policy.tiers = orders[seed as usize % 3].clone();
            let school = School::from_document(document).unwrap();
            let settings = Settings::of(&school.document().policy).unwrap();
            let Some(all) = every_deviation(&school, &settings) else {
                continue;
            };
            let order = settings.tiers().unwrap().to_vec();
            assert_eq!(order.len(), Tier::ALL.len());
            let run =
                allocate_by_tiers(&school, &settings, &Options::default(), &Control::UNBOUNDED);
            let Ok((done, proofs)) = run else { continue };
            let Some(best) = best(&settings, &all, &order) else {
                continue;
            };
            let costs: Vec<i64> = proofs.iter().map(|proof| proof.cost).collect();
            let bounds: Vec<i64> = proofs.iter().map(|proof| proof.bound).collect();
            assert_eq!(costs, best, "seed {seed}");
            assert_eq!(bounds, best, "seed {seed}");
            assert!(done.proof.bound <= done.proof.soft);
            seen += 1;
            differ += u32::from(done.proof.bound < done.proof.soft);
        }
        assert!(seen > 5 && differ > 0, "{seen} {differ}");
    }
}

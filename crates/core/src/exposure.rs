//! The certificate of fair exposure: numbers that prove by themselves what no allocation can measure less than in D7.
//!
//! With a price `a[t] >= 0` for each unit of a teacher's exposure, every position `p` is held by somebody allowed, so
//! all exposures together cost at least `sum over p of min over allowed t of a[t] x exposure(p, t)`. And the deviation
//! of a teacher is never below `a[t] x exposure` minus the most that this can be above the deviation, which is reached
//! at a level. The best prices are the duals of the linear programme; any prices are right, so rounding does no harm.

use uurwerk_mip::{DUAL, Linear};
use uurwerk_model::{ExposurePrice, FTE, FairnessProof, Mode, School, Status, TeacherIx};

use crate::allocate::{Facts, Staffing, ceil_div};
use crate::case::Allocation;
use crate::rules::Settings;
use crate::rules::d7_level::{COUNTS, Exposure, UNIT, exposure};

/// Parts of a difficulty-hour that the linear programme counts in, so that rounding is small.
const PARTS: i64 = 100;

/// Certifies how fairly an allocation shares difficult classes out; nothing where D7 decides nothing, or where the solver
/// fails.
pub(crate) fn certify(
    school: &School,
    settings: &Settings,
    allocation: &Allocation,
) -> Option<FairnessProof> {
    let setting = settings.get("D7")?;
    if !matches!(setting.mode, Mode::Hard | Mode::Soft) {
        return None;
    }
    let facts = Facts::of(school);
    let rule = Exposure::of(&facts, setting);
    let staffing = Staffing::of(&facts, allocation);
    let reached = staffing.deviation(&rule);
    let allowed = allowed(&facts, settings);
    let prices = prices(&facts, &rule, &allowed).unwrap_or_else(|| vec![0; facts.tasks.len()]);
    let bound = bound(&facts, &rule, &allowed, &prices).min(reached);
    let priced = facts
        .teachers()
        .zip(&prices)
        .filter(|(_, price)| **price > 0);
    Some(FairnessProof {
        reached,
        bound,
        status: match bound == reached {
            true => Status::Optimal,
            false => Status::Feasible,
        },
        level: rule.levels().first().copied().unwrap_or(0),
        prices: priced
            .map(|(teacher, price)| ExposurePrice {
                teacher: school.teacher(teacher).id.clone(),
                price: *price,
            })
            .collect(),
    })
}

/// Who may hold each counting post by the hard rules on qualifications and locks alone; empty where nobody need.
fn allowed(facts: &Facts, settings: &Settings) -> Vec<Vec<TeacherIx>> {
    let is_hard = |id: &str| settings.get(id).is_some_and(|s| s.mode == Mode::Hard);
    let (staffed, qualified, locked) = (is_hard("A1"), is_hard("Q1"), is_hard("K1"));
    let posts = facts.posts.iter().map(|post| {
        if !post.counts || !staffed {
            return Vec::new();
        }
        if let Some(teacher) = post.lock.filter(|_| locked) {
            return vec![teacher];
        }
        // A lock that need not hold excuses the teacher whom it names from the qualification.
        let may =
            |t: &TeacherIx| !qualified || post.lock.is_some() || facts.level(*t, post).is_some();
        facts.teachers().filter(may).collect()
    });
    posts.collect()
}

/// The duals of the linear programme: what a unit of each teacher's exposure costs at the margin, in parts of
/// [`DUAL`]. `None` when it has no optimal answer.
fn prices(facts: &Facts, rule: &Exposure, allowed: &[Vec<TeacherIx>]) -> Option<Vec<i64>> {
    let mut linear = Linear::new().ok()?;
    let mut rows = Vec::new();
    for teacher in facts.teachers() {
        let target = rule.target(teacher);
        for (level, counts) in rule.levels().iter().zip(COUNTS) {
            // Exposure minus what is above the level, in full-time difficulty-hours times the target.
            let row = linear
                .row(None, Some(ceil_div(PARTS * level * target, FTE)), &[])
                .ok()?;
            let unit = ceil_div(PARTS * UNIT * target, FTE).max(1);
            linear.column(counts, 0, None, &[(row, -unit)]).ok()?;
            rows.push(row);
        }
    }
    for (post, allowed) in facts.posts.iter().zip(allowed) {
        if allowed.is_empty() || exposure(post) == 0 {
            continue;
        }
        let one = linear.row(Some(1), Some(1), &[]).ok()?;
        for teacher in allowed {
            let own = teacher.at() * COUNTS.len()..(teacher.at() + 1) * COUNTS.len();
            let terms = rows[own].iter().map(|row| (*row, PARTS * exposure(post)));
            let terms: Vec<_> = terms.chain([(one, 1)]).collect();
            linear.column(0, 0, None, &terms).ok()?;
        }
    }
    let optimum = linear.solve().ok()??;
    let price = |teacher: TeacherIx| {
        let own = teacher.at() * COUNTS.len()..(teacher.at() + 1) * COUNTS.len();
        let duals: i64 = own.map(|at| -PARTS * optimum.duals[rows[at]]).sum();
        duals.clamp(0, most(rule.target(teacher)))
    };
    Some(facts.teachers().map(price).collect())
}

/// The greatest price of a teacher's exposure with a finite worth: the slope of the deviation above the last level.
fn most(target: i64) -> i64 {
    COUNTS.iter().sum::<i64>() * FTE * DUAL / (UNIT * target)
}

/// What the prices prove, in whole units of D7.
fn bound(facts: &Facts, rule: &Exposure, allowed: &[Vec<TeacherIx>], prices: &[i64]) -> i64 {
    let mut sum: i128 = 0;
    for (post, allowed) in facts.posts.iter().zip(allowed) {
        let cheapest = allowed.iter().map(|teacher| prices[teacher.at()]).min();
        sum += i128::from(cheapest.unwrap_or(0)) * i128::from(exposure(post));
    }
    for teacher in facts.teachers() {
        sum -= beyond(rule, teacher, prices[teacher.at()]);
    }
    let whole = i128::from(DUAL);
    i64::try_from(-(-sum).div_euclid(whole)).unwrap_or(0).max(0)
}

/// The most that `price x exposure` can be above the deviation, rounded up: it grows up to some level and falls after it.
fn beyond(rule: &Exposure, teacher: TeacherIx, price: i64) -> i128 {
    let target = i128::from(rule.target(teacher));
    let (fte, unit, dual) = (i128::from(FTE), i128::from(UNIT), i128::from(DUAL));
    let values = rule.levels().iter().map(|at| {
        // At this level, without rounding: price x at x target / FTE, less the deviation of the levels below.
        let below = rule.levels().iter().zip(COUNTS);
        let deviation: i128 = below
            .map(|(level, counts)| i128::from(counts) * i128::from((at - level).max(0)))
            .sum();
        let value = i128::from(price) * i128::from(*at) * target * unit - deviation * dual * fte;
        -(-value).div_euclid(fte * unit)
    });
    values.max().unwrap_or(0).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::allocate::tests::{every_deviation, random_school};
    use crate::allocate::{TeacherLoad, Weights};
    use crate::rules::LoadRule;

    #[test]
    fn no_allocation_is_below_the_bound() {
        let (mut seen, mut met, mut above) = (0, 0, 0);
        for seed in 1..400_u64 {
            let Some(school) = random_school(seed * 31_337) else {
                continue;
            };
            let settings = Settings::of(&school.document().policy).unwrap();
            let settings = settings.with("D7", Mode::Soft, 1);
            let Some(all) = every_deviation(&school, &settings) else {
                continue;
            };
            let structural = settings.iter().filter(|s| s.mode == Mode::Hard);
            let hard = Weights::of(structural.map(|s| (s.rule.id, 1)));
            let kept = all.iter().filter(|d| hard.value(d) == 0);
            let own = Weights::of([("D7", 1)]);
            let Some(least) = kept.map(|d| own.value(d)).min() else {
                continue;
            };
            let nothing = Allocation::empty(&school);
            let facts = Facts::of(&school);
            let rule = Exposure::of(&facts, settings.get("D7").unwrap());
            let allowed = allowed(&facts, &settings);
            let prices = prices(&facts, &rule, &allowed).unwrap();
            let bound = bound(&facts, &rule, &allowed, &prices);
            assert!(bound <= least, "seed {seed}: {bound} {least}");
            let proof = certify(&school, &settings, &nothing).unwrap();
            assert!(proof.bound <= proof.reached);
            seen += 1;
            met += u32::from(bound == least);
            above += u32::from(bound > 0);
        }
        assert!(seen > 10 && met > 0, "{seen} {met} {above}");
    }

    /// A load's deviation is what the certificate's line is held against.
    #[test]
    fn a_price_is_never_above_the_deviation_and_its_allowance() {
        let school = (1..).find_map(|seed| random_school(seed * 31_337)).unwrap();
        let settings = Settings::of(&school.document().policy).unwrap();
        let facts = Facts::of(&school);
        let rule = Exposure::of(&facts, settings.get("D7").unwrap());
        for teacher in facts.teachers() {
            let posts: Vec<_> = facts.posts.iter().filter(|post| post.counts).collect();
            for most_price in [
                0,
                most(rule.target(teacher)) / 3,
                most(rule.target(teacher)),
            ] {
                for held in 0..=posts.len() {
                    let load = TeacherLoad::new(&facts, teacher, &posts[..held]);
                    let line = i128::from(most_price) * i128::from(load.sum(exposure));
                    let deviation = i128::from(rule.teacher(teacher, &load) * DUAL);
                    assert!(line - beyond(&rule, teacher, most_price) <= deviation);
                }
            }
        }
    }
}

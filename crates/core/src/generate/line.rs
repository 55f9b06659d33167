//! Plants who teaches what. All lessons stand in one line, related ones side by side: subject by
//! subject in families, graad after graad, the graad running up in one family and down in the next
//! so that neighbours share it. Cutting the line in as many pieces as there are teachers gives
//! everyone a believable assignment of about the right size; religion, which runs in parallel, is
//! dealt out first.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::FTE;

use super::dice::Dice;
use super::facts::{Fact, HARD};
use super::subjects::{Family, SUBJECTS};
use super::tidy;

/// The most lesson load of one teacher: what a full-time contract with plage (23/22) leaves, with a
/// margin.
pub(super) const MOST_LOAD: i64 = FTE * 102 / 100;
/// The most lesson hours of one teacher: practice counts little per hour, but the week is finite.
const MOST_HOURS: u32 = 25;
/// Attempts at cutting, of which the best is kept: many for small schools, where luck matters, few
/// for large ones, where it evens out and each attempt is dear.
const WORK: usize = 4000;
const FEWEST: usize = 10;
const MOST: usize = 200;

/// The lessons of each teacher.
pub(super) type Shares = Vec<Vec<usize>>;

/// Who teaches what, or `None` when the work does not fit the number of teachers.
pub(super) fn plant(seed: u64, facts: &[Fact], teachers: usize) -> Option<Shares> {
    let mut dice = Dice::of(seed, "line");
    let count = (WORK / teachers.max(1)).clamp(FEWEST, MOST);
    let attempts = (0..count).filter_map(|_| attempt(facts, teachers, &mut dice));
    let mut shares = attempts.min_by_key(|shares| scatter(facts, shares))?;
    tidy::tidy(facts, &mut shares);
    Some(shares)
}

/// How far an allocation is from one subject in one graad for everyone, and from a share of
/// assignments that suit starters.
fn scatter(facts: &[Fact], shares: &Shares) -> usize {
    let own = |share: &Vec<usize>| {
        let subjects: BTreeSet<usize> = share.iter().map(|l| facts[*l].subject).collect();
        let graden: BTreeSet<u8> = share.iter().map(|l| facts[*l].graad).collect();
        subjects.len().pow(2) + 2 * graden.len()
    };
    let suited = shares.iter().filter(|s| suits_starter(facts, s)).count();
    let wanted = shares.len().div_ceil(4);
    shares.iter().map(own).sum::<usize>() + 20 * wanted.saturating_sub(suited)
}

/// Whether a starter may have these lessons: at most two subjects, one graad, none of the hardest
/// classes (memo 2.2).
pub(super) fn suits_starter(facts: &[Fact], share: &[usize]) -> bool {
    let subjects: BTreeSet<usize> = share.iter().map(|l| facts[*l].subject).collect();
    let graden: BTreeSet<u8> = share.iter().map(|l| facts[*l].graad).collect();
    let easy = share.iter().all(|l| facts[*l].difficulty < HARD);
    (1..=2).contains(&subjects.len()) && graden.len() == 1 && easy
}

fn attempt(facts: &[Fact], teachers: usize, dice: &mut Dice) -> Option<Shares> {
    let mut line = in_line(facts);
    let mut shares = deal_religion(facts, &mut line, dice);
    let pieces = teachers.checked_sub(shares.len()).filter(|n| *n > 0)?;
    let work = line.iter().map(|l| facts[*l].load).sum();
    let targets = targets(work, pieces, dice);
    cut(facts, &mut line, &targets, &mut shares);
    let rest_fits = line.into_iter().all(|l| give_away(facts, l, &mut shares));
    (rest_fits && shares.iter().all(|s| !s.is_empty())).then_some(shares)
}

fn in_line(facts: &[Fact]) -> Vec<usize> {
    let families: BTreeSet<Family> = facts.iter().map(|f| f.row().family).collect();
    let turns: BTreeMap<Family, usize> = families.into_iter().zip(0..).collect();
    let key = |at: &usize| {
        let fact = &facts[*at];
        let family = fact.row().family;
        let down = turns.get(&family).is_some_and(|turn| turn % 2 == 1);
        let graad = if down { 3 - fact.graad } else { fact.graad };
        // Theory and practice of a trade go together, class by class.
        let trade = family >= Family::Metal;
        let subject = if trade { 0 } else { fact.subject };
        let class = fact.classes.first().copied().unwrap_or_default();
        (family, graad, subject, fact.year, class, *at)
    };
    let mut line: Vec<usize> = (0..facts.len()).collect();
    line.sort_by_key(key);
    line
}

/// Takes the linked groups of religion out of the line and deals them out: nobody gets two groups of
/// the same periods. Some of those teachers fill their week with a related subject.
fn deal_religion(facts: &[Fact], line: &mut Vec<usize>, dice: &mut Dice) -> Shares {
    let parallel =
        |l: &usize| facts[*l].row().family == Family::Religion && facts[*l].link.is_some();
    let (groups, rest): (Vec<usize>, Vec<usize>) = line.drain(..).partition(parallel);
    *line = rest;
    let mut shares: Shares = Vec::new();
    for lesson in groups {
        let subject = facts[lesson].subject;
        let free = shares.iter_mut().find(|share| {
            facts[share[0]].subject == subject && takes(facts, share, lesson, FTE * 95 / 100)
        });
        match free {
            Some(share) => share.push(lesson),
            None => shares.push(vec![lesson]),
        }
    }
    for share in &mut shares {
        let second = match SUBJECTS[facts[share[0]].subject].id {
            "RKG" => Family::History,
            "NCZ" => Family::Society,
            _ => continue,
        };
        if dice.chance(60) {
            fill(facts, share, second, line);
        }
    }
    shares
}

fn fill(facts: &[Fact], share: &mut Vec<usize>, family: Family, line: &mut Vec<usize>) {
    let graden: BTreeSet<u8> = share.iter().map(|l| facts[*l].graad).collect();
    let mut graad = None;
    line.retain(|lesson| {
        let fact = &facts[*lesson];
        let related = fact.row().family == family && graden.contains(&fact.graad);
        let same = graad.is_none_or(|g| g == fact.graad);
        let taken = related && same && takes(facts, share, *lesson, FTE * 96 / 100);
        if taken {
            graad = Some(fact.graad);
            share.push(*lesson);
        }
        !taken
    });
}

/// Whether a lesson can join a share: load and hours fit, and nothing else of the same link is there.
pub(super) fn takes(facts: &[Fact], share: &[usize], lesson: usize, most: i64) -> bool {
    let fact = &facts[lesson];
    let clash = |l: &usize| fact.link.is_some() && facts[*l].link == fact.link;
    let load: i64 = share.iter().map(|l| facts[*l].load).sum();
    let hours: u32 = share.iter().map(|l| u32::from(facts[*l].hours)).sum();
    load + fact.load <= most
        && hours + u32::from(fact.hours) <= MOST_HOURS
        && !share.iter().any(clash)
}

/// The lesson loads aimed at: about half of the staff full-time, the others from half-time up, drawn
/// and then nudged until they add up to the work.
fn targets(work: i64, pieces: usize, dice: &mut Dice) -> Vec<i64> {
    const STEPS: [i64; 7] = [50, 59, 68, 75, 82, 90, 96];
    const FULL: usize = STEPS.len() - 1;
    let draw = |dice: &mut Dice| {
        if dice.chance(52) {
            FULL
        } else {
            dice.below(FULL)
        }
    };
    let mut steps: Vec<usize> = (0..pieces).map(|_| draw(dice)).collect();
    for _ in 0..pieces * 50 {
        let sum: i64 = steps.iter().map(|s| STEPS[*s] * FTE / 100).sum();
        let one = dice.below(pieces);
        if sum > work + FTE / 20 {
            steps[one] = steps[one].saturating_sub(1);
        } else if sum < work - FTE / 20 {
            steps[one] = (steps[one] + 1).min(FULL);
        } else {
            break;
        }
    }
    steps.into_iter().map(|s| STEPS[s] * FTE / 100).collect()
}

/// Cuts pieces from the head of the line, each as near to its target as whole lessons allow; drift
/// is spread over the pieces that are still to come.
fn cut(facts: &[Fact], line: &mut Vec<usize>, targets: &[i64], shares: &mut Shares) {
    for (at, target) in targets.iter().enumerate() {
        let work: i64 = line.iter().map(|l| facts[*l].load).sum();
        let wanted: i64 = targets[at..].iter().sum();
        let target = target * work / wanted.max(1);
        let mut share: Vec<usize> = Vec::new();
        let mut load = 0;
        line.retain(|lesson| {
            let fact = &facts[*lesson];
            // A lesson that would overshoot by more than it closes the gap ends the piece.
            let nearer = (load + fact.load - target).abs() <= (target - load).abs();
            let beside = share.len() < 2 || related(facts, share[share.len() - 1], *lesson);
            let taken =
                load < target && nearer && beside && takes(facts, &share, *lesson, MOST_LOAD);
            if taken {
                load += fact.load;
                share.push(*lesson);
            }
            !taken
        });
        shares.push(share);
    }
}

/// Whether a piece may reach from one lesson to another further down the line.
fn related(facts: &[Fact], a: usize, b: usize) -> bool {
    let families = [&facts[a], &facts[b]].map(|f| f.row().family as i32);
    (families[0] - families[1]).abs() <= 3
}

/// Gives a lesson that was left over to whoever has room, by preference to a teacher of the subject.
fn give_away(facts: &[Fact], lesson: usize, shares: &mut Shares) -> bool {
    let fact = &facts[lesson];
    let distance = |share: &Vec<usize>| {
        let near = share.iter().map(|l| {
            let other = &facts[*l];
            let family = (other.row().family as i32 - fact.row().family as i32).abs();
            (
                other.subject != fact.subject,
                family,
                other.graad.abs_diff(fact.graad),
            )
        });
        let load: i64 = share.iter().map(|l| facts[*l].load).sum();
        (near.min().unwrap_or((true, i32::MAX, 9)), load)
    };
    let free = (0..shares.len())
        .filter(|at| takes(facts, &shares[*at], lesson, MOST_LOAD))
        .min_by_key(|at| distance(&shares[*at]));
    match free {
        Some(at) => {
            shares[at].push(lesson);
            true
        }
        None => false,
    }
}

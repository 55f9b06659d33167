//! Tidies the assignments of a small school, where cutting a line leaves many people with odd ends:
//! lessons move or change hands while that brings the staff nearer to few subjects in one graad each,
//! and leaves more assignments that suit a starter.

use uurwerk_model::FTE;

use super::facts::{Fact, HARD};
use super::line::{MOST_LOAD, Shares, takes};
use super::subjects::Family;

/// Larger schools need no tidying: most of their pieces lie within one subject.
const LARGEST: usize = 60;
/// Rounds at most; each one looks at every pair of lessons once.
const ROUNDS: usize = 12;
/// Nobody is left with less than this, in 1/133 980 full-time equivalent.
const LEAST_LOAD: i64 = FTE * 45 / 100;

/// Moves and exchanges lessons while that helps.
pub(super) fn tidy(facts: &[Fact], shares: &mut Shares) {
    if shares.len() > LARGEST {
        return;
    }
    for _ in 0..ROUNDS {
        let mut better = false;
        for a in 0..shares.len() {
            for b in 0..shares.len() {
                if a != b {
                    better |= give(facts, shares, a, b) | exchange(facts, shares, a, b);
                }
            }
        }
        if !better {
            return;
        }
    }
}

/// Fields of study: one person's subjects seldom come from two of them.
fn field(family: Family) -> u8 {
    match family {
        Family::Religion
        | Family::Behaviour
        | Family::Society
        | Family::History
        | Family::Latin
        | Family::Dutch
        | Family::German
        | Family::English
        | Family::French => 0,
        Family::Arts => 1,
        Family::Sport
        | Family::Geography
        | Family::Science
        | Family::Mathematics
        | Family::Computing
        | Family::Business => 2,
        Family::Technology | Family::Metal | Family::Electricity | Family::Wood => 3,
        Family::Hair | Family::Food | Family::Care => 4,
    }
}

/// How scattered an assignment is; less when it suits a starter.
fn scatter(facts: &[Fact], share: &[usize]) -> i64 {
    let (mut subjects, mut graden, mut fields, mut hard) = (0_u64, 0_u8, 0_u8, false);
    for fact in share.iter().map(|l| &facts[*l]) {
        subjects |= 1 << fact.subject;
        graden |= 1 << fact.graad;
        fields |= 1 << field(fact.row().family);
        hard |= fact.difficulty >= HARD;
    }
    let subjects = i64::from(subjects.count_ones());
    let graden = i64::from(graden.count_ones());
    let fields = i64::from(fields.count_ones());
    let suits = subjects <= 2 && graden == 1 && !hard;
    subjects * subjects + 2 * graden * graden + 4 * fields * fields - if suits { 6 } else { 0 }
}

fn load(facts: &[Fact], share: &[usize]) -> i64 {
    share.iter().map(|l| facts[*l].load).sum()
}

/// Religion stays as it was dealt.
fn movable(facts: &[Fact], lesson: usize) -> bool {
    facts[lesson].row().family != Family::Religion
}

fn give(facts: &[Fact], shares: &mut Shares, from: usize, to: usize) -> bool {
    for at in 0..shares[from].len() {
        let lesson = shares[from][at];
        let rest = without(&shares[from], at);
        let allowed = movable(facts, lesson)
            && load(facts, &rest) >= LEAST_LOAD
            && takes(facts, &shares[to], lesson, MOST_LOAD);
        if !allowed {
            continue;
        }
        let grown = with(&shares[to], lesson);
        if gains(facts, shares, (from, &rest), (to, &grown)) {
            shares[from] = rest;
            shares[to] = grown;
            return true;
        }
    }
    false
}

fn exchange(facts: &[Fact], shares: &mut Shares, a: usize, b: usize) -> bool {
    for at_a in 0..shares[a].len() {
        let mine = shares[a][at_a];
        if !movable(facts, mine) {
            continue;
        }
        let rest_a = without(&shares[a], at_a);
        for at_b in 0..shares[b].len() {
            let theirs = shares[b][at_b];
            let rest_b = without(&shares[b], at_b);
            let allowed = movable(facts, theirs)
                && takes(facts, &rest_a, theirs, MOST_LOAD)
                && takes(facts, &rest_b, mine, MOST_LOAD);
            if !allowed {
                continue;
            }
            let (new_a, new_b) = (with(&rest_a, theirs), with(&rest_b, mine));
            let enough = [&new_a, &new_b]
                .iter()
                .all(|share| load(facts, share) >= LEAST_LOAD);
            if enough && gains(facts, shares, (a, &new_a), (b, &new_b)) {
                shares[a] = new_a;
                shares[b] = new_b;
                return true;
            }
        }
    }
    false
}

fn without(share: &[usize], at: usize) -> Vec<usize> {
    let mut rest = share.to_vec();
    rest.remove(at);
    rest
}

fn with(share: &[usize], lesson: usize) -> Vec<usize> {
    let mut grown = share.to_vec();
    grown.push(lesson);
    grown
}

/// Whether two new shares are less scattered than the two that they replace.
fn gains(facts: &[Fact], shares: &Shares, a: (usize, &[usize]), b: (usize, &[usize])) -> bool {
    let new = scatter(facts, a.1) + scatter(facts, b.1);
    new < scatter(facts, &shares[a.0]) + scatter(facts, &shares[b.0])
}

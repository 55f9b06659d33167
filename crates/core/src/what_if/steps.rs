//! From hardly any change to the best plan: the engine with ever less weight on what moves, then a new allocation.

use super::area::Area;
use super::programme::{self, Goal, Question};
use super::search::{Candidate, Search};
use super::{finish, near, rooms};

/// What a moved block costs in the first step beside the soft rules; each step halves it, the last forgets it.
const NEAREST: u32 = 16;
/// How wide the area of cheaper loads is: whoever takes a lesson over may give another away.
const RADIUS: usize = 2;

/// The smallest change, then plans that change more and cost less, none of which another one beats in both.
///
/// Each step may change twice as many lessons as the one before: first the exact programme of a small area finds the
/// cheapest loads with so many, then the engine moves blocks where that saves more than it costs. The last step is free.
pub(super) fn towards_best(search: &Search, smallest: Candidate) -> Vec<Candidate> {
    let fewest = i64::from(smallest.rank[0]);
    let mut front = vec![smallest];
    let steps = search.ask.steps;
    for step in 0..steps {
        if (search.control.stop)() {
            break;
        }
        let share = 100 / (steps - step);
        let last = step + 1 == steps;
        let again = last
            .then(|| near::reallocated(search).ok().flatten())
            .flatten();
        if !last {
            let most = (fewest + 2) << (step + 1).min(16);
            front.extend(cheaper(search, most, share / 2));
        }
        let Some(best) = front.iter().min_by_key(|c| (c.hard, cost(c))) else {
            break; // There is at least the smallest.
        };
        let (allocation, start) = (best.allocation.clone(), best.timetable.clone());
        let distance = (!last).then_some((NEAREST >> step).max(1));
        let found = near::timetable(search, again.unwrap_or(allocation), &start, distance, share);
        front.extend(found.filter(|c| within_budget(search, c)));
    }
    thin(front)
}

/// The cheapest loads near the faults that change at most so many by the first measure, in `share` percent of the time left.
fn cheaper(search: &Search, most: i64, share: u32) -> Option<Candidate> {
    let area = Area::of(search.scene, search.problem, search.faults, RADIUS);
    let question = Question {
        order: &search.ask.order,
        budget: search.ask.budget,
        goal: Goal::Cheapest,
        at_most: Some(most),
        cuts: &[],
        apart: &[],
        with_times: true,
    };
    let mut limits = search.limits();
    limits.time = (search.control.remaining)()
        .map(|left| left * share / 100)
        .filter(|_| limits.time.is_some());
    let control = search.mip_control();
    let found = programme::solve(
        search.scene,
        &area,
        search.faults,
        &question,
        &limits,
        &control,
    )
    .found?;
    let rooms = rooms::place(search.scene, &found.starts, &limits, &control).ok()?;
    Some(finish::candidate(search, &found, rooms))
}

fn cost(candidate: &Candidate) -> i64 {
    crate::measure::totals(&candidate.plan.rules).1
}

/// Whether a plan changes no more than it may.
pub(super) fn within_budget(search: &Search, candidate: &Candidate) -> bool {
    let changes = super::count::changes(
        search.plan,
        &candidate.plan,
        &super::count::Classes::of(&[search.from, search.scene.school]),
    );
    let within = |most: Option<u32>, n: u32| most.is_none_or(|most| n <= most);
    let budget = search.ask.budget;
    within(budget.lessons, changes.lessons)
        && within(budget.people, changes.people)
        && within(budget.classes, changes.classes)
}

/// Only plans that cost less than all that change no more.
fn thin(mut front: Vec<Candidate>) -> Vec<Candidate> {
    front.sort_by_key(|c| (c.rank, c.rooms, c.hard, cost(c)));
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in front {
        let better =
            |last: &Candidate| (candidate.hard, cost(&candidate)) < (last.hard, cost(last));
        if kept.last().is_none_or(better) {
            kept.push(candidate);
        }
    }
    kept
}

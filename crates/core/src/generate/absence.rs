//! When part-timers are away: whole days first, then half-days, in proportion to the contract, and
//! never so much that the planted lessons would be hard to place.

use uurwerk_model::FTE;

use super::dice::Dice;
use super::facts::Fact;
use super::grid::{self, HALF_DAYS, SLOTS};
use super::people::Person;
use super::subjects::Family;

/// Decides who is away when. Religion runs in parallel, so its teachers are away on the same day.
pub(super) fn plant(seed: u64, facts: &[Fact], people: &mut [Person]) {
    let mut dice = Dice::of(seed, "absence");
    let religion_day = dice.below(grid::DAYS);
    for person in people {
        let part = person.load(facts);
        if part >= FTE * 90 / 100 || !dice.chance(70) {
            continue;
        }
        let parallel = person
            .leads
            .iter()
            .any(|l| facts[*l].row().family == Family::Religion);
        person.absent = if parallel {
            day(religion_day)
        } else {
            free_time(part, &mut dice)
        };
        if !leaves_room(facts, person) {
            person.absent = 0;
        }
    }
}

/// The slots of a day.
fn day(at: usize) -> u64 {
    let halves = grid::half_days();
    let own = halves.iter().filter(|(day, _, _)| *day == at);
    own.fold(0, |set, (_, _, half)| set | half)
}

fn free_time(part: i64, dice: &mut Dice) -> u64 {
    let free = HALF_DAYS as i64 * (FTE - part) / FTE;
    let mut days: Vec<usize> = (0..grid::DAYS).collect();
    dice.shuffle(&mut days);
    match free {
        0 | 1 => {
            let halves = grid::half_days();
            dice.pick(&halves).map_or(0, |(_, _, set)| *set)
        }
        2 | 3 => day(days[0]),
        _ => day(days[0]) | day(days[1]),
    }
}

/// Half as many periods again as the lessons, and some for meetings, must remain.
fn leaves_room(facts: &[Fact], person: &Person) -> bool {
    let lessons = person.hours(facts);
    lessons * 3 / 2 + 3 + person.absent.count_ones() <= SLOTS as u32
}

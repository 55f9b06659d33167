//! Wishes with reasons: time first (what is never possible, what is liked less), then classes and
//! subjects.

use uurwerk_model::{Class, Wish, WishTarget};

use super::dice::Dice;
use super::facts::{Fact, HARD};
use super::grid;
use super::people::Person;
use super::subjects::SUBJECTS;

const AWAY: [&str; 5] = [
    "zorgt die dag voor de kinderen",
    "geeft dan les in een andere school",
    "volgt een opleiding",
    "werkt deeltijds als zelfstandige",
    "zorgt voor een ouder",
];
const EARLY: [&str; 2] = [
    "brengt de kinderen naar school",
    "komt van ver met de trein",
];
const LATE: [&str; 2] = [
    "haalt de kinderen af",
    "geeft 's avonds les in het volwassenenonderwijs",
];

/// Writes everyone's wishes.
pub(super) fn write(seed: u64, facts: &[Fact], classes: &[Class], people: &mut [Person]) {
    let mut dice = Dice::of(seed, "wishes");
    for person in people {
        let mut wishes = away(person, &mut dice);
        wishes.extend(less_liked(person, &mut dice));
        wishes.extend(about_work(facts, classes, person, &mut dice));
        person.teacher.wishes = wishes;
    }
}

fn wish(on: WishTarget, value: i8, reason: &str) -> Wish {
    Wish {
        on,
        value,
        reason: Some(reason.to_owned()),
    }
}

/// The half-days or whole days of absence.
fn away(person: &Person, dice: &mut Dice) -> Vec<Wish> {
    let reason = dice.pick(&AWAY).copied().unwrap_or_default();
    let mut wishes = Vec::new();
    for day in 0..grid::DAYS {
        let halves: Vec<_> = grid::half_days()
            .into_iter()
            .filter(|(d, _, _)| *d == day)
            .collect();
        let gone = |set: u64| person.absent & set == set;
        if halves.iter().all(|(_, _, set)| gone(*set)) {
            wishes.push(wish(WishTarget::Day(grid::day_name(day)), -3, reason));
            continue;
        }
        for (_, half_day, _) in halves.iter().filter(|(_, _, set)| gone(*set)) {
            let day = grid::day_name(day);
            let on = WishTarget::HalfDay {
                day,
                half_day: *half_day,
            };
            wishes.push(wish(on, -3, reason));
        }
    }
    wishes
}

/// Early, late and some whole half-days that people would rather have free.
fn less_liked(person: &Person, dice: &mut Dice) -> Vec<Wish> {
    let mut wishes = Vec::new();
    let value = |dice: &mut Dice| if dice.chance(35) { -2 } else { -1 };
    if dice.chance(25) {
        let halves = grid::half_days();
        if let Some((day, half_day, set)) = dice.pick(&halves).filter(|h| h.2 & person.absent == 0)
        {
            debug_assert_eq!(set.count_ones() as usize, grid::MORNING);
            let on = WishTarget::HalfDay {
                day: grid::day_name(*day),
                half_day: *half_day,
            };
            wishes.push(wish(on, value(dice), "liever een vrij dagdeel"));
        }
    }
    let (period, reasons) = match dice.below(100) {
        0..12 => (0, EARLY),
        12..26 => (grid::DAY_PERIODS - 1, LATE),
        _ => return wishes,
    };
    let reason = dice.pick(&reasons).copied().unwrap_or_default();
    let (most, value) = (dice.between(1, 3), value(dice));
    let slots = (0..grid::SLOTS).filter(|s| grid::place(*s).1 == period);
    let slots = slots.filter(|s| person.absent & (1 << s) == 0);
    wishes.extend(slots.take(most).map(|slot| {
        let on = WishTarget::Slot(grid::name(slot));
        wish(on, value, reason)
    }));
    wishes
}

fn about_work(facts: &[Fact], classes: &[Class], person: &Person, dice: &mut Dice) -> Vec<Wish> {
    let mut wishes = Vec::new();
    let Some(lesson) = dice.pick(&person.leads).map(|l| &facts[*l]) else {
        return wishes;
    };
    if dice.chance(20) {
        let on = WishTarget::Subject(SUBJECTS[lesson.subject].id.into());
        wishes.push(wish(on, 2, "voelt zich sterk in dit vak"));
    }
    let went_up = person.teacher.previous.iter().find_map(|p| p.class.clone());
    match went_up.filter(|_| dice.chance(50)) {
        Some(class) => {
            wishes.push(wish(
                WishTarget::Class(class),
                2,
                "gaat graag mee met deze leerlingen",
            ));
        }
        None if dice.chance(15) => {
            let same = classes.iter().filter(|c| c.graad.0 == lesson.graad);
            let same: Vec<&Class> = same.collect();
            if let Some(class) = dice.pick(&same) {
                let (value, reason) = if class.difficulty >= HARD {
                    (-2, "had vorig jaar een moeilijk jaar met deze groep")
                } else {
                    (1, "kent deze groep")
                };
                wishes.push(wish(WishTarget::Class(class.id.clone()), value, reason));
            }
        }
        None => {}
    }
    let other = person.teacher.qualifications.iter().map(|q| &q.subject);
    let own = |id: &uurwerk_model::SubjectId| {
        let mut leads = person.leads.iter().map(|l| facts[*l].row().id);
        leads.any(|subject| subject == id.as_str())
    };
    let other: Vec<_> = other.filter(|id| !own(id)).collect();
    if let Some(subject) = dice.pick(&other).filter(|_| dice.chance(40)) {
        let on = WishTarget::Subject((*subject).clone());
        wishes.push(wish(on, -2, "gaf dit vak al jaren niet meer"));
    }
    wishes
}

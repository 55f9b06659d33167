//! The people behind the shares of the line: names, years of service, statute, who is a starter.

use uurwerk_model::{Contract, FteUnits, Statute, Teacher};

use super::dice::Dice;
use super::facts::Fact;
use super::line::{Shares, suits_starter};
use super::names;
use super::subjects::Family;

/// Years of service that still count as a start (memo 2.1: two years of support).
pub(super) const STARTER_YEARS: u8 = 2;

/// A member of staff with the planted assignment, which never enters the document.
pub(super) struct Person {
    pub(super) teacher: Teacher,
    /// Lessons led.
    pub(super) leads: Vec<usize>,
    /// Lessons co-taught, one hour a week each.
    pub(super) co: Vec<usize>,
    /// Periods in which this person is never available, as a set of slots.
    pub(super) absent: u64,
}

impl Person {
    pub(super) fn is_starter(&self) -> bool {
        self.teacher.is_starter(STARTER_YEARS)
    }

    /// Planted load of lessons, in 1/133 980 full-time equivalent.
    pub(super) fn lesson_load(&self, facts: &[Fact]) -> i64 {
        let leads: i64 = self.leads.iter().map(|l| facts[*l].load).sum();
        let co: i64 = self.co.iter().map(|l| facts[*l].hour()).sum();
        leads + co
    }

    /// Planted load with tasks.
    pub(super) fn load(&self, facts: &[Fact]) -> i64 {
        self.lesson_load(facts) + self.teacher.task_load().0
    }

    /// Planted lesson hours.
    pub(super) fn hours(&self, facts: &[Fact]) -> u32 {
        let leads: u32 = self.leads.iter().map(|l| u32::from(facts[*l].hours)).sum();
        leads + self.co.len() as u32
    }

    /// The family of most of the hours.
    pub(super) fn family(&self, facts: &[Fact]) -> Option<Family> {
        let hours = |family: Family| -> u32 {
            let own = self.leads.iter().map(|l| &facts[*l]);
            own.filter(|f| f.row().family == family)
                .map(|f| u32::from(f.hours))
                .sum()
        };
        let families = self.leads.iter().map(|l| facts[*l].row().family);
        families.max_by_key(|f| (hours(*f), *f))
    }
}

/// The staff, in order of their abbreviations.
pub(super) fn people(seed: u64, facts: &[Fact], shares: Shares) -> Vec<Person> {
    let mut dice = Dice::of(seed, "people");
    let starters = starters(facts, &shares, &mut dice);
    let names = names::people(&mut dice, shares.len());
    let mut people: Vec<Person> = shares
        .into_iter()
        .zip(starters)
        .zip(names)
        .map(|((leads, start), (id, name))| {
            let experience = experience(start, &mut dice);
            Person {
                teacher: Teacher {
                    id,
                    name,
                    contract: Contract {
                        min: FteUnits::ZERO,
                        target: FteUnits::ZERO,
                        max: FteUnits::FULL,
                    },
                    statute: statute(experience, &mut dice),
                    experience,
                    starter: None,
                    qualifications: Vec::new(),
                    wishes: Vec::new(),
                    previous: Vec::new(),
                    rights: Vec::new(),
                    tasks: Vec::new(),
                    half_days_max: None,
                    sites: Vec::new(),
                    mentor: false,
                    evaluator: None,
                },
                leads,
                co: Vec::new(),
                absent: 0,
            }
        })
        .collect();
    people.sort_by(|a, b| a.teacher.id.cmp(&b.teacher.id));
    people
}

/// Whether someone is in the first two years.
#[derive(Clone, Copy)]
enum Start {
    Now,
    Behind,
}

/// About 15 in 100 are starters, among those whose planted assignment suits one.
fn starters(facts: &[Fact], shares: &Shares, dice: &mut Dice) -> Vec<Start> {
    let mut suited: Vec<usize> = (0..shares.len())
        .filter(|at| suits_starter(facts, &shares[*at]))
        .collect();
    dice.shuffle(&mut suited);
    let count = (shares.len() * 15).div_ceil(100);
    let mut starters = vec![Start::Behind; shares.len()];
    for at in suited.into_iter().take(count) {
        starters[at] = Start::Now;
    }
    starters
}

fn experience(start: Start, dice: &mut Dice) -> u8 {
    let years = match start {
        Start::Now => dice.between(1, usize::from(STARTER_YEARS)),
        // More people in mid-career than near its ends.
        Start::Behind => 3 + dice.below(17) + dice.below(19),
    };
    years as u8
}

fn statute(experience: u8, dice: &mut Dice) -> Statute {
    match experience {
        0..=2 => Statute::Tabd,
        3..=5 if dice.chance(60) => Statute::Tadd,
        3..=5 => Statute::Tabd,
        _ if dice.chance(88) => Statute::Permanent,
        _ => Statute::Tadd,
    }
}

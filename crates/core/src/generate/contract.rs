//! Contracts, qualifications, rights and last year's work, each wide enough for the planted
//! assignment and no narrower than a school would have it.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{
    Class, Contract, FTE, FteUnits, Graad, Previous, Qualification, QualificationLevel, Right,
    Statute,
};

use super::dice::Dice;
use super::facts::Fact;
use super::people::Person;
use super::subjects::{Family, SUBJECTS, subject_at};

/// One hour at 22 hours for a full-time job.
const HOUR: i64 = FTE / 22;

/// Writes everyone's contract and papers.
pub(super) fn write(
    seed: u64,
    facts: &[Fact],
    classes: &[Class],
    people: &mut [Person],
    busy: &[u64],
) {
    let mut dice = Dice::of(seed, "contracts");
    let present: BTreeSet<usize> = facts.iter().map(|f| f.subject).collect();
    for (person, busy) in people.iter_mut().zip(busy) {
        let starter = person.is_starter();
        person.teacher.contract = contract(person.load(facts), starter.into());
        person.teacher.qualifications = qualifications(facts, person, &present, &mut dice);
        person.teacher.rights = rights(facts, person, &mut dice);
        person.teacher.previous = previous(facts, classes, person, &mut dice);
        if person.absent != 0 && dice.chance(40) {
            // As few half-days as the planted week shows to be possible.
            let halves = super::grid::half_days();
            let used = halves.iter().filter(|(_, _, set)| busy & set != 0);
            person.teacher.half_days_max = Some(used.count().max(1) as u8);
        }
    }
}

/// Whether plage, hours above a full-time job, may be asked.
enum Plage {
    May,
    MayNot,
}

impl From<bool> for Plage {
    fn from(starter: bool) -> Self {
        if starter { Self::MayNot } else { Self::May }
    }
}

/// Full-time from 20/22 on, up to 23/22 with plage; otherwise a part-time contract in whole hours of
/// 22, one hour either way.
fn contract(load: i64, plage: Plage) -> Contract {
    let hours = |n: i64| FteUnits(n * HOUR);
    if load >= 20 * HOUR {
        let most = match plage {
            Plage::MayNot if load <= FTE => 22,
            _ => 23,
        };
        return Contract {
            min: hours(20),
            target: hours(22),
            max: hours(most),
        };
    }
    let target = (load + HOUR / 2) / HOUR;
    Contract {
        min: hours((target - 1).max(0)),
        target: hours(target),
        max: hours(target + 1),
    }
}

/// Second subjects that are common beside a first, beyond those of the same family.
const COMBINATIONS: [(&str, &str); 14] = [
    ("NED", "GES"),
    ("NED", "ENG"),
    ("NED", "MAV"),
    ("FRA", "ENG"),
    ("ENG", "DUI"),
    ("WIS", "FYS"),
    ("WIS", "INF"),
    ("WIS", "ICT"),
    ("AAR", "NAT"),
    ("GES", "MAV"),
    ("ECO", "ICT"),
    ("TEC", "NAT"),
    ("LO", "AAR"),
    ("GED", "FIL"),
];

fn qualifications(
    facts: &[Fact],
    person: &Person,
    present: &BTreeSet<usize>,
    dice: &mut Dice,
) -> Vec<Qualification> {
    let mut planted: BTreeMap<usize, BTreeSet<u8>> = BTreeMap::new();
    for lesson in person.leads.iter().chain(&person.co) {
        let fact = &facts[*lesson];
        planted.entry(fact.subject).or_default().insert(fact.graad);
    }
    let main = main_subject(facts, person);
    let mut papers = Vec::new();
    for (subject, graden) in &planted {
        let level = match dice.below(100) {
            _ if Some(*subject) == main => QualificationLevel::Required,
            0..70 => QualificationLevel::Required,
            70..92 => QualificationLevel::Sufficient,
            _ => QualificationLevel::Other,
        };
        let all = trained_for(graden);
        let beyond = all.difference(graden).copied().collect::<BTreeSet<u8>>();
        // A diploma covers neighbouring graden alike; some need a supplement there.
        if beyond.is_empty() || dice.chance(60) {
            papers.push(paper(*subject, &all, level));
        } else {
            papers.push(paper(*subject, graden, level));
            papers.push(paper(
                *subject,
                &beyond,
                level.max(QualificationLevel::Sufficient),
            ));
        }
    }
    let Some(main) = main.filter(|_| planted.len() <= 2 && dice.chance(55)) else {
        return papers;
    };
    let graden = trained_for(&planted[&main]);
    let also: Vec<usize> = beside(main)
        .into_iter()
        .filter(|s| present.contains(s) && !planted.contains_key(s))
        .collect();
    if let Some(second) = dice.pick(&also) {
        let level = if dice.chance(60) {
            QualificationLevel::Required
        } else {
            QualificationLevel::Sufficient
        };
        papers.push(paper(*second, &graden, level));
    }
    papers
}

/// The subject of most of the load.
fn main_subject(facts: &[Fact], person: &Person) -> Option<usize> {
    let load = |subject: usize| -> i64 {
        let own = person.leads.iter().map(|l| &facts[*l]);
        own.filter(|f| f.subject == subject).map(|f| f.load).sum()
    };
    let subjects = person.leads.iter().map(|l| facts[*l].subject);
    subjects.max_by_key(|s| (load(*s), *s))
}

/// The graden of the diploma behind some graden: a bachelor's first and second, a master's second and
/// third.
fn trained_for(graden: &BTreeSet<u8>) -> BTreeSet<u8> {
    let mut all = graden.clone();
    if graden.contains(&1) || graden.contains(&3) {
        all.insert(2);
    } else {
        all.insert(3);
    }
    all
}

fn paper(subject: usize, graden: &BTreeSet<u8>, level: QualificationLevel) -> Qualification {
    Qualification {
        subject: SUBJECTS[subject].id.into(),
        graden: graden.iter().map(|g| Graad(*g)).collect(),
        level,
    }
}

fn beside(main: usize) -> Vec<usize> {
    let row = &SUBJECTS[main];
    if row.family == Family::Religion {
        return Vec::new();
    }
    let family = (0..SUBJECTS.len()).filter(|s| *s != main && SUBJECTS[*s].family == row.family);
    let common = COMBINATIONS.iter().filter_map(|(a, b)| {
        let other = match row.id {
            id if id == *a => b,
            id if id == *b => a,
            _ => return None,
        };
        subject_at(other)
    });
    family.chain(common).collect()
}

/// Permanent staff have a right to their volume, some to a volume of their subject; TADD to a part.
fn rights(facts: &[Fact], person: &Person, dice: &mut Dice) -> Vec<Right> {
    let percent = match person.teacher.statute {
        Statute::Permanent if dice.chance(65) => {
            let volume = person.teacher.contract.min;
            return vec![Right {
                volume,
                subjects: Vec::new(),
                graden: Vec::new(),
            }];
        }
        Statute::Permanent => 85,
        Statute::Tadd => dice.between(50, 75) as i64,
        Statute::Tabd | Statute::Guest => return Vec::new(),
    };
    let Some(main) = main_subject(facts, person) else {
        return Vec::new();
    };
    let own = || {
        person
            .leads
            .iter()
            .map(|l| &facts[*l])
            .filter(|f| f.subject == main)
    };
    let load: i64 = own().map(|f| f.load).sum();
    let graden: BTreeSet<u8> = own().map(|f| f.graad).collect();
    let volume = FteUnits(load * percent / 100 / HOUR * HOUR);
    if volume == FteUnits::ZERO {
        return Vec::new();
    }
    vec![Right {
        volume,
        subjects: vec![SUBJECTS[main].id.into()],
        graden: trained_for(&graden).into_iter().map(Graad).collect(),
    }]
}

/// Most of this year's work was last year's too; some went up with its pupils.
fn previous(facts: &[Fact], classes: &[Class], person: &Person, dice: &mut Dice) -> Vec<Previous> {
    if person.teacher.experience < 2 {
        return Vec::new();
    }
    let mut entries: BTreeSet<(usize, u8, Option<usize>)> = BTreeSet::new();
    for lesson in &person.leads {
        let fact = &facts[*lesson];
        let single = match fact.classes[..] {
            [class] => Some(class),
            _ => None,
        };
        let second_year = [2, 4, 6].contains(&fact.year);
        match single {
            Some(class) if second_year && dice.chance(30) => {
                entries.insert((fact.subject, fact.year - 1, Some(class)));
            }
            _ if dice.chance(80) => {
                entries.insert((fact.subject, fact.year, None));
            }
            _ => {}
        }
    }
    let entry = |(subject, year, class): (usize, u8, Option<usize>)| Previous {
        subject: SUBJECTS[subject].id.into(),
        year,
        class: class.map(|c| classes[c].id.clone()),
    };
    entries.into_iter().map(entry).collect()
}

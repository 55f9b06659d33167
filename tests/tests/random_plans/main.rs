//! The solver's measurements against the checker's, on random plans of random schools, most of them bad.
#![allow(missing_docs, clippy::unwrap_used)]

mod plants;

use uurwerk::generate::{GenerateOptions, generate};
use uurwerk::{
    Assignment, Certificate, Header, Kind, Lock, Made, Placement, PlanDocument, Proof,
    ProtectedKind, ProtectedSlot, Recurrence, Role, School, SchoolDocument, SchoolIdentity, Status,
    TeacherId,
};

use plants::{plant_outside, plant_quorums, plant_trainees, stand_apart, take_turns};

/// A small generator of numbers (splitmix64): the test needs no more, and the same ones everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Mostly every week.
fn weeks(dice: &mut Dice) -> Recurrence {
    let every = *dice.pick(&[1, 1, 1, 1, 2, 4]);
    let phase = dice
        .percent(50)
        .then(|| dice.below(usize::from(every)) as u8);
    Recurrence { every, phase }
}

/// Who teaches what: mostly the qualified, at times anybody, now and then nobody.
fn allocation(school: &SchoolDocument, dice: &mut Dice, care: usize) -> Vec<Assignment> {
    let mut all = Vec::new();
    for lesson in &school.lessons {
        for (position, wanted) in lesson.positions.iter().enumerate() {
            let qualified: Vec<&TeacherId> = school
                .staff
                .iter()
                .filter(|t| t.qualifications.iter().any(|q| q.subject == lesson.subject))
                .map(|t| &t.id)
                .collect();
            let anybody: Vec<&TeacherId> = school.staff.iter().map(|t| &t.id).collect();
            if dice.percent(3) {
                continue;
            }
            let settled = school.locks.iter().find_map(|lock| match lock {
                Lock::Teacher(lock) if lock.lesson == lesson.id => {
                    (usize::from(lock.position) == position).then_some(&lock.teacher)
                }
                _ => None,
            });
            if let (Some(teacher), true) = (settled, !wanted.role.counts() && dice.percent(90)) {
                all.push(Assignment {
                    lesson: lesson.id.clone(),
                    position: position as u8,
                    role: wanted.role,
                    teacher: teacher.clone(),
                });
                continue;
            }
            let among = match qualified.is_empty() || !dice.percent(care) {
                true => &anybody,
                false => &qualified,
            };
            all.push(Assignment {
                lesson: lesson.id.clone(),
                position: position as u8,
                role: wanted.role,
                teacher: (*dice.pick(among)).clone(),
            });
        }
    }
    all
}

/// When and where: any start at which the block ends with its day or before.
fn timetable(school: &SchoolDocument, dice: &mut Dice) -> Vec<Placement> {
    let mut all = Vec::new();
    for lesson in &school.lessons {
        for (block, length) in lesson.block_lengths().into_iter().enumerate() {
            let day = dice.pick(&school.grid.days);
            let last = day.periods.len().saturating_sub(usize::from(length));
            let rooms = lesson.rooms.iter();
            let rooms = rooms.map(|_| match dice.percent(90) && !school.rooms.is_empty() {
                true => Some(dice.pick(&school.rooms).id.clone()),
                false => None,
            });
            let rooms = rooms.collect();
            if dice.percent(4) || day.periods.len() < usize::from(length) {
                continue;
            }
            all.push(Placement {
                lesson: lesson.id.clone(),
                block: block as u8,
                day: day.id.clone(),
                period: day.periods[dice.below(last + 1)].id.clone(),
                length,
                rooms,
            });
        }
    }
    all
}

/// Protected time: of the pairs and teams there are and of anybody, where it fits and where it does not.
fn protected(
    school: &SchoolDocument,
    allocation: &[Assignment],
    timetable: &[Placement],
    dice: &mut Dice,
) -> Vec<ProtectedSlot> {
    let mut all = Vec::new();
    let slot = |kind, people: &[&TeacherId], dice: &mut Dice| {
        let day = dice.pick(&school.grid.days);
        ProtectedSlot {
            kind,
            people: people.iter().map(|id| (*id).clone()).collect(),
            lesson: None,
            team: None,
            day: day.id.clone(),
            period: dice.pick(&day.periods).id.clone(),
            length: 1,
            weeks: weeks(dice),
        }
    };
    for pair in &school.mentoring.pairs {
        let people = [&pair.mentor, &pair.starter];
        for _ in 0..dice.below(3) {
            all.push(slot(ProtectedKind::Meeting, &people, dice));
        }
        let own: Vec<&Placement> = timetable
            .iter()
            .filter(|p| {
                allocation
                    .iter()
                    .any(|a| a.lesson == p.lesson && a.teacher == pair.starter)
            })
            .collect();
        for _ in 0..dice.below(3) {
            let mut watched = slot(ProtectedKind::Observation, &people, dice);
            watched.lesson = Some(dice.pick(&school.lessons).id.clone());
            if !own.is_empty() && dice.percent(80) {
                let seen = dice.pick(&own);
                watched.lesson = Some(seen.lesson.clone());
                watched.day = seen.day.clone();
                watched.period = seen.period.clone();
            }
            all.push(watched);
        }
    }
    for team in &school.teams {
        for _ in 0..dice.below(3) {
            let mut members: Vec<&TeacherId> = team.members.iter().collect();
            for _ in 0..dice.below(3).min(members.len() - 2) {
                members.remove(dice.below(members.len()));
            }
            let mut meeting = slot(ProtectedKind::Team, &members, dice);
            meeting.team = Some(team.id.clone());
            all.push(meeting);
        }
    }
    for placement in timetable {
        let role = |role| {
            let held = allocation.iter();
            let mut held = held.filter(|a| a.lesson == placement.lesson && a.role == role);
            held.next().map(|a| &a.teacher)
        };
        if let (Some(lead), Some(co)) = (role(Role::Lead), role(Role::Co))
            && dice.percent(50)
            && lead != co
        {
            let mut taught = slot(ProtectedKind::CoTeaching, &[lead, co], dice);
            taught.lesson = Some(placement.lesson.clone());
            taught.length = placement.length;
            taught.day = placement.day.clone();
            taught.period = placement.period.clone();
            all.push(taught);
        }
    }
    all
}

fn random_plan(school: &School, dice: &mut Dice) -> PlanDocument {
    let document = school.document();
    let care = dice.below(101);
    let allocation = allocation(document, dice, care);
    let timetable = timetable(document, dice);
    let protected = protected(document, &allocation, &timetable, dice);
    let nothing = Proof {
        hard: 0,
        soft: 0,
        bound: 0,
        status: Status::Feasible,
    };
    let mut plan = PlanDocument {
        uurwerk: Header::of(Kind::Plan),
        school: SchoolIdentity {
            name: document.name.clone(),
            sha256: school.hash(),
        },
        made: Made {
            version: "0".to_owned(),
            seed: 0,
            threads: 1,
            iterations: Some(0),
        },
        allocation,
        timetable,
        protected,
        rules: Vec::new(),
        certificate: Certificate {
            revision: None,
            allocation: nothing,
            timetable: Some(nothing),
            tiers: Vec::new(),
            fairness: None,
        },
    };
    plan.rules = uurwerk::evaluate(school, &plan).unwrap();
    plan
}

/// How many plans are measured twice, over schools of a few teachers each.
fn compare(schools: u64, plans: usize) {
    let mut deviating = std::collections::BTreeMap::new();
    for seed in 0..schools {
        let mut dice = Dice(seed);
        let options = GenerateOptions {
            teachers: 5 + (seed % 7) as u32,
            classes: None,
            seed,
        };
        let mut document = generate(&options).unwrap();
        for teacher in &mut document.staff {
            // Years of service, and so starters, more mixed than in a real school.
            if dice.percent(30) {
                teacher.experience = 1 + dice.below(7) as u8;
            }
        }
        plant_trainees(&mut document, &mut dice);
        plant_outside(&mut document, &mut dice);
        stand_apart(&mut document, &mut dice);
        take_turns(&mut document, &mut dice);
        plant_quorums(&mut document, &mut dice);
        let school = School::from_document(document).unwrap_or_else(|f| panic!("{f:?}"));
        for number in 0..plans {
            let plan = random_plan(&school, &mut dice);
            let verdict = uurwerk_verify::verify(&school, &plan);
            let claims = verdict.claims.iter().filter(|claim| claim.rule.is_some());
            let mut seen = 0;
            for claim in claims {
                seen += 1;
                assert!(claim.holds(), "school {seed}, plan {number}: {claim:?}");
                let rule = claim.rule.clone().unwrap();
                *deviating.entry(rule).or_insert(0) += u32::from(claim.found > 0);
            }
            assert!(seen >= plan.rules.len(), "every rule is checked");
        }
    }
    eprintln!("plans in which each rule deviates: {deviating:?}");
    // The plans are bad enough to speak of nearly all rules.
    let silent: Vec<_> = deviating.iter().filter(|(_, n)| **n == 0).collect();
    assert!(
        silent.len() <= deviating.len() / 4,
        "never broken: {silent:?}"
    );
}

#[test]
fn the_checker_measures_random_plans_as_the_solver_does() {
    compare(7, 3);
}

#[test]
#[ignore = "some seconds in release mode"]
fn the_checker_measures_a_thousand_random_plans_as_the_solver_does() {
    compare(50, 20);
}

//! The solver's measurements against the checker's, on random plans of random schools, most of them bad.
#![allow(missing_docs, clippy::unwrap_used)]

use uurwerk::generate::{GenerateOptions, generate};
use uurwerk::{
    Assignment, Certificate, ClockTime, ClockWindow, Contract, FteUnits, Gathering, Header, Kind,
    LessonId, Lock, Made, Placement, PlanDocument, Position, Project, Proof, ProtectedKind,
    ProtectedSlot, Recurrence, Role, Round, School, SchoolDocument, SchoolIdentity, Slot, Status,
    Teacher, TeacherId, TeacherLock, TraineeGroup, TraineeKind, Travel, Visit, Weeks, Workplace,
};

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
            let members: Vec<&TeacherId> = team.members.iter().collect();
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

/// Students who practise in some lessons, and a teacher in training.
fn plant_trainees(document: &mut SchoolDocument, dice: &mut Dice) {
    let students = 1 + dice.below(4);
    let sample = document.staff[0].clone();
    let mut members = Vec::new();
    for number in 0..students {
        let id = TeacherId(format!("student{number}"));
        document.staff.push(Teacher {
            id: id.clone(),
            name: id.to_string(),
            starter: Some(false),
            contract: Contract {
                min: FteUnits(0),
                target: FteUnits(0),
                max: sample.contract.max,
            },
            qualifications: Vec::new(),
            rights: Vec::new(),
            tasks: Vec::new(),
            previous: Vec::new(),
            mentor: false,
            ..sample.clone()
        });
        for _ in 0..1 + dice.below(3) {
            let at = dice.below(document.lessons.len());
            let lesson = &mut document.lessons[at];
            if lesson.link.is_some() || lesson.positions.iter().any(|p| p.role == Role::Trainee) {
                continue;
            }
            let position = lesson.positions.len() as u8;
            lesson.positions.push(Position {
                role: Role::Trainee,
                hours: None,
            });
            document.locks.push(Lock::Teacher(TeacherLock {
                lesson: lesson.id.clone(),
                position,
                teacher: id.clone(),
            }));
        }
        members.push(id);
    }
    let day = dice.pick(&document.grid.days).id.clone();
    let staff = &document.staff[..document.staff.len() - students];
    let (mentor, learner) = (dice.pick(staff).id.clone(), dice.pick(staff).id.clone());
    document.trainees.push(TraineeGroup {
        id: "students".into(),
        name: "students".to_owned(),
        members,
        mentor: dice.percent(70).then(|| mentor.clone()),
        days: if dice.percent(40) {
            vec![day]
        } else {
            Vec::new()
        },
        kind: TraineeKind::Internship,
    });
    document.trainees.push(TraineeGroup {
        id: "learner".into(),
        name: "learner".to_owned(),
        mentor: (mentor != learner && dice.percent(50)).then_some(mentor),
        members: vec![learner],
        days: Vec::new(),
        kind: TraineeKind::InService,
    });
}

/// Experts who come into lessons, pupils who spend a day at a workplace, meetings with other schools, and projects.
fn plant_outside(document: &mut SchoolDocument, dice: &mut Dice) {
    for number in 0..dice.below(5) {
        let lesson = dice.pick(&document.lessons).id.clone();
        let day = dice.pick(&document.grid.days);
        let first = dice.below(2);
        let periods = day.periods[first..].iter().take(2 + dice.below(3));
        let window = |period: &uurwerk::Period| Slot {
            day: day.id.clone(),
            period: period.id.clone(),
        };
        document.visits.push(Visit {
            id: format!("visit{number}").into(),
            name: format!("visit {number}"),
            lesson,
            windows: periods.map(window).collect(),
        });
    }
    let school = School::from_document(document.clone());
    if school.is_err() {
        // A double lesson for which the expert has one period only, and the like.
        document.visits.clear();
    }
    for _ in 0..dice.below(3) {
        let lesson = dice.pick(&document.lessons);
        if let Some(group) = lesson.groups.first() {
            document.workplaces.push(Workplace {
                group: group.clone(),
                days: vec![dice.pick(&document.grid.days).id.clone()],
            });
        }
    }
    for number in 0..dice.below(3) {
        let window = |dice: &mut Dice| {
            let start = 480 + dice.below(500) as u16;
            ClockWindow {
                day: dice.pick(&document.grid.days).id.clone(),
                start: ClockTime(start),
                end: ClockTime(start + 1 + dice.below(200) as u16),
            }
        };
        let windows = (0..1 + dice.below(3)).map(|_| window(dice)).collect();
        let mut people: Vec<TeacherId> = Vec::new();
        for _ in 0..dice.below(4) {
            let person = dice.pick(&document.staff).id.clone();
            if !people.contains(&person) {
                people.push(person);
            }
        }
        document.gatherings.push(Gathering {
            id: format!("gathering{number}").into(),
            name: format!("gathering {number}"),
            people,
            windows,
            team: dice
                .percent(40)
                .then(|| document.teams.first().map(|t| t.id.clone()))
                .flatten(),
            travel: dice.below(60) as u16,
        });
    }
    for number in 0..dice.below(3) {
        let first = 1 + dice.below(30) as u8;
        let last = first + dice.below(3) as u8;
        let mut some = |percent: usize| -> Vec<TeacherId> {
            let staff = document.staff.iter();
            let some = staff.filter(|_| dice.percent(percent));
            some.map(|t| t.id.clone()).collect()
        };
        let (teachers, people) = (some(60), some(20));
        let classes = document.classes.iter();
        let classes = classes.filter(|_| dice.percent(50)).map(|c| c.id.clone());
        let classes = classes.collect();
        let rooms = document.rooms.iter().filter(|_| dice.percent(20));
        document.rounds.push(Round {
            id: format!("round{number}").into(),
            name: format!("round {number}"),
            weeks: Weeks {
                from: first,
                to: last,
            },
            teachers,
            classes,
            rooms: rooms.map(|r| r.id.clone()).collect(),
            teams: document.teams.iter().map(|t| t.id.clone()).collect(),
            people,
        });
    }
    for number in 0..dice.below(4) {
        let length = 1 + dice.below(2) as u8;
        let long = document.lessons.iter().filter(|l| l.hours >= length);
        let long: Vec<LessonId> = long.map(|l| l.id.clone()).collect();
        let (one, other) = (dice.pick(&long).clone(), dice.pick(&long).clone());
        if one != other {
            document.projects.push(Project {
                id: format!("project{number}").into(),
                name: format!("project {number}"),
                lessons: vec![one, other],
                length,
            });
        }
    }
}

/// Puts the rooms in buildings on two sites, at times without saying which, with ways between some of them.
fn stand_apart(document: &mut SchoolDocument, dice: &mut Dice) {
    for room in &mut document.rooms {
        let building = ["a", "b", "c", "d"][dice.below(4)];
        let site = if building < "c" { "north" } else { "south" };
        room.building = dice.percent(80).then(|| building.into());
        room.site = dice.percent(70).then(|| site.into());
    }
    let mut ways = vec![
        ("b", "a", 20),
        ("c", "d", 80),
        ("a", "c", 0),
        ("north", "south", 40),
    ];
    // A way ends where there is a room.
    let stands = |place: &str| {
        document.rooms.iter().any(|room| {
            let building = room.building.as_ref().map(|b| b.as_str());
            let site = room.site.as_ref().map(|s| s.as_str());
            building == Some(place) || site == Some(place)
        })
    };
    ways.retain(|(from, to, _)| stands(from) && stands(to) && dice.percent(80));
    let ways = ways.into_iter().map(|(from, to, minutes)| Travel {
        from: from.into(),
        to: to.into(),
        minutes,
    });
    document.travel = ways.collect();
}

/// Lets lessons, pairs and teams come every second or fourth week; a lesson's blocks grow so that its hours stay what they are
/// on average.
fn take_turns(document: &mut SchoolDocument, dice: &mut Dice) {
    for pair in &mut document.mentoring.pairs {
        pair.weeks = weeks(dice);
    }
    for team in &mut document.teams {
        team.weeks = weeks(dice);
    }
    for at in 0..document.lessons.len() {
        let lesson = &document.lessons[at];
        let few = lesson.hours <= 2 && lesson.blocks.is_empty();
        if lesson.link.is_none() && few && !document.locks.iter().any(|l| locks(l, &lesson.id)) {
            document.lessons[at].weeks = weeks(dice);
        }
    }
}

fn locks(lock: &Lock, lesson: &LessonId) -> bool {
    match lock {
        Lock::Teacher(_) => false,
        Lock::Time(lock) => lock.lesson == *lesson,
        Lock::Room(lock) => lock.lesson == *lesson,
    }
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

//! What random schools get beside what the generator gives them.

use uurwerk::{
    ClockTime, ClockWindow, Contract, FteUnits, Gathering, LessonId, Lock, Position, Project, Role,
    Round, School, SchoolDocument, Slot, Teacher, TeacherId, TeacherLock, TraineeGroup,
    TraineeKind, Travel, Visit, Weeks, Workplace,
};

use super::{Dice, weeks};

/// Students who practise in some lessons, and a teacher in training.
pub fn plant_trainees(document: &mut SchoolDocument, dice: &mut Dice) {
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

/// Teams of which not everybody needs to come.
pub fn plant_quorums(document: &mut SchoolDocument, dice: &mut Dice) {
    for team in &mut document.teams {
        let (least, most) = (team.members.len() / 2 + 1, team.members.len());
        let quorum = least + dice.below(most + 1 - least);
        team.quorum = dice.percent(60).then_some(quorum as u8);
    }
}

/// Experts who come into lessons, pupils who spend a day at a workplace, meetings with other schools, and projects.
pub fn plant_outside(document: &mut SchoolDocument, dice: &mut Dice) {
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
            weeks: weeks(dice),
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
pub fn stand_apart(document: &mut SchoolDocument, dice: &mut Dice) {
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
pub fn take_turns(document: &mut SchoolDocument, dice: &mut Dice) {
    document.mentoring.exchange = weeks(dice);
    document.mentoring.intervision = weeks(dice);
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

//! The allocation against plain enumeration on random tiny schools.

mod runs;

use std::time::Duration;

use proptest::prelude::*;
use uurwerk_model::{
    Lock, Mode, Part, PartRef, Partition, Position, QualificationLevel, Right, Role, Room,
    RoomNeed, School, SchoolDocument, Status, Task, TaskKind, Teacher, TeacherIx, TeacherLock,
    Wish, WishTarget,
};

use super::facts::Facts;
use super::model::{Ask, Model};
use super::problem::{Problem, Score};
use super::search::State;
use super::seats::Seats;
use super::*;
use crate::case::Case;
use crate::control::{Control, Options};
use crate::measure::{measure, totals};
use crate::rules::Settings;
use crate::tiny::{Tiny, hours};

/// A stream of small numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

const SUBJECTS: [&str; 3] = ["WIS", "NED", "FRA"];
const STAFF: [&str; 4] = ["ann", "bob", "cas", "dre"];
const RULES: [&str; 30] = [
    "A1", "Q1", "K1", "B4", "B5", "B6", "R1", "S1", "S2", "S7", "D1", "D2", "D3", "D4", "D5", "D6",
    "D7", "P1", "B1", "W1", "S4", "S5", "P2", "P3", "P4", "P6", "P8", "B2", "V3", "T6",
];
/// Numbers that are small enough for a tiny school to have something to say.
const NUMBERS: [(&str, &str, u64); 15] = [
    ("S4", "year_1", 1),
    ("S4", "year_2", 2),
    ("P2", "max", 1),
    ("P3", "max", 60),
    ("P4", "max", 80),
    ("P6", "own", 3),
    ("P6", "mean", 4),
    ("P8", "year_1", 0),
    ("P8", "year_2", 0),
    ("B2", "year_1", 60),
    ("B2", "year_2", 80),
    ("V3", "percent", 60),
    ("V3", "years", 3),
    ("B5", "above", 3),
    ("T6", "most", 2),
];

/// A random school of up to four teachers and six lessons in which every rule has something to say; `None`
/// when the draw is not a valid school.
pub(crate) fn random_school(seed: u64) -> Option<School> {
    let mut dice = Dice(seed);
    let mut tiny = Tiny::new();
    for (class, year) in [("1A", 1), ("1B", 2), ("3A", 3)] {
        tiny = tiny.class(class, year, (dice.below(5) * 20 + 5) as u8);
    }
    let staff = 2 + dice.below(3) as usize;
    for id in &STAFF[..staff] {
        let (target, slack) = (dice.below(9) as u32, dice.below(6) as u32);
        let work = [target.saturating_sub(slack), target, target + slack + 1];
        let subjects = SUBJECTS.into_iter().filter(|_| !dice.one_in(4));
        let subjects: Vec<&str> = subjects.collect();
        tiny = tiny.teacher(id, 1 + dice.below(4) as u8, work, &subjects);
    }
    for at in 0..3 + dice.below(4) {
        let class = ["1A", "1B", "3A"][dice.below(3) as usize];
        let subject = SUBJECTS[dice.below(3) as usize];
        tiny = tiny.lesson(
            &format!("L{at}"),
            subject,
            &[class],
            1 + dice.below(5) as u8,
        );
        if dice.one_in(6) {
            tiny = tiny.lock(&format!("L{at}"), STAFF[dice.below(staff as u64) as usize]);
        }
    }
    let tiny = tiny.with(|school| {
        school
            .staff
            .iter_mut()
            .for_each(|teacher| vary_teacher(teacher, &mut dice));
        if dice.one_in(3) {
            school.lessons[0].positions.push(Position {
                role: Role::Co,
                hours: Some(1),
            });
        }
        if dice.one_in(3) {
            school.lessons[2].hours = school.lessons[1].hours;
            school.lessons[1..3]
                .iter_mut()
                .for_each(|l| l.link = Some("together".into()));
        }
    });
    let tiny = tiny.with(|school| vary_places(school, &mut dice));
    let modes = [Mode::Hard, Mode::Soft, Mode::Measure];
    let tiny = RULES.into_iter().fold(tiny, |tiny, rule| {
        let mode = match modes[dice.below(3) as usize] {
            // Nobody asks that nothing be above the mean, and a hard unit counts once at every level.
            Mode::Hard if rule == "D7" => Mode::Soft,
            mode => mode,
        };
        if dice.one_in(4) {
            tiny.mode(rule, mode)
        } else {
            tiny
        }
    });
    School::from_document(tiny.0).ok()
}

/// Rooms on two sites, parts of a class, a titularis, tasks, and numbers that bite.
fn vary_places(school: &mut SchoolDocument, dice: &mut Dice) {
    for (id, site) in [("A", "north"), ("B", "south")] {
        school.rooms.push(Room {
            id: id.into(),
            name: id.into(),
            kind: "classroom".into(),
            capacity: None,
            site: Some(site.into()),
            building: None,
        });
    }
    for lesson in &mut school.lessons {
        if dice.one_in(2) {
            let room = ["A", "B"][dice.below(2) as usize];
            lesson.rooms.push(RoomNeed {
                any_of: vec![room.into()],
                ..RoomNeed::default()
            });
        }
    }
    let part = |id: &str, pupils| Part {
        id: id.into(),
        pupils: Some(pupils),
    };
    school.classes[0].partitions.push(Partition {
        id: "half".into(),
        parts: vec![part("small", 5), part("large", 15)],
    });
    for lesson in &mut school.lessons {
        for group in &mut lesson.groups {
            if group.class.as_str() == "1A" && dice.one_in(2) {
                group.part = Some(PartRef {
                    partition: "half".into(),
                    part: ["small", "large"][dice.below(2) as usize].into(),
                });
            }
        }
    }
    school.classes[1].titularis = Some(school.staff[0].id.clone());
    if dice.one_in(2) {
        school.staff[1].tasks.push(Task {
            name: "archive".into(),
            kind: TaskKind::Other,
            load: hours(1),
            budget_line: None,
        });
    }
    if school.lessons.len().is_multiple_of(2) {
        add_trainee(school);
    }
    for (rule, name, value) in NUMBERS {
        let rule = school.policy.rules.entry(rule.into()).or_default();
        rule.params.insert(name.into(), value.into());
    }
}

/// Somebody who only practises, in one lesson.
fn add_trainee(school: &mut SchoolDocument) {
    let mut trainee = school.staff[0].clone();
    trainee.id = "xen".into();
    trainee.experience = 9;
    trainee.contract.min = hours(0);
    trainee.contract.target = hours(0);
    trainee.qualifications.clear();
    trainee.wishes.clear();
    trainee.rights.clear();
    trainee.tasks.clear();
    school.staff.push(trainee);
    school.lessons[1].positions.push(Position {
        role: Role::Trainee,
        hours: None,
    });
    school.locks.push(Lock::Teacher(TeacherLock {
        lesson: school.lessons[1].id.clone(),
        position: 1,
        teacher: "xen".into(),
    }));
}

fn vary_teacher(teacher: &mut Teacher, dice: &mut Dice) {
    for qualification in &mut teacher.qualifications {
        if dice.one_in(3) {
            qualification.level = QualificationLevel::Sufficient;
        }
    }
    if dice.one_in(3) {
        let on = match dice.below(3) {
            0 => WishTarget::Class("1A".into()),
            1 => WishTarget::Subject("WIS".into()),
            _ => WishTarget::Lesson("L0".into()),
        };
        let value = [-3, -1, 2][dice.below(3) as usize];
        teacher.wishes.push(Wish {
            on,
            value,
            reason: None,
        });
    }
    if dice.one_in(4) {
        let volume = hours(1 + dice.below(4) as u32);
        teacher.rights.push(Right {
            volume,
            subjects: vec!["WIS".into()],
            graden: Vec::new(),
        });
    }
}

/// Calls `see` with every way to hold the posts that the choices allow.
pub(crate) fn every_allocation(problem: &Problem, see: &mut dyn FnMut(&[Option<TeacherIx>])) {
    fn go(
        problem: &Problem,
        holders: &mut Vec<Option<TeacherIx>>,
        see: &mut dyn FnMut(&[Option<TeacherIx>]),
    ) {
        let Some(choice) = problem.choices.get(holders.len()) else {
            return see(holders);
        };
        let mut options: Vec<_> = choice.teachers.iter().copied().map(Some).collect();
        if choice.may_be_empty || options.is_empty() {
            options.push(None);
        }
        for option in options {
            holders.push(option);
            go(problem, holders, see);
            holders.pop();
        }
    }
    go(problem, &mut Vec::new(), see);
}

/// Cost of the components' models at given holders; `None` when a row is broken.
fn modelled(problem: &Problem, holders: &[Option<TeacherIx>]) -> Option<i64> {
    let costs = problem.components.iter().map(|component| {
        let model = Model::of(problem, component, Ask::Everything);
        model.programme.evaluate(&model.values(holders)?)
    });
    costs.sum()
}

/// Tests something on the school of a seed, which is passed over when it has none.
pub(crate) fn on_random(
    seed: u64,
    test: impl FnOnce(&School, &Settings, &Problem) -> Result<(), TestCaseError>,
) -> Result<(), TestCaseError> {
    let school = random_school(seed).ok_or_else(|| TestCaseError::reject("no valid school"))?;
    let settings = Settings::of(&school.document().policy).unwrap();
    let facts = Facts::of(&school);
    test(&school, &settings, &Problem::of(&facts, &settings))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_global_rejects: 4096, ..ProptestConfig::default() })]

    /// At every integer point the model costs what the definitions say, and is broken where a hard rule is.
    #[test]
    fn the_model_is_the_definition(seed: u64) {
        on_random(seed, |_, _, problem| {
            let mut seen = 0;
            every_allocation(problem, &mut |holders| {
                seen += 1;
                if seen % 7 == 1 {
                    let score = problem.score(holders);
                    let expected = (score.hard == 0).then_some(score.soft);
                    assert_eq!(modelled(problem, holders), expected, "{holders:?}");
                }
            });
            Ok(())
        })?;
    }

    /// The answer is the best of all, and a conflict is given exactly when there is none.
    #[test]
    fn nothing_beats_the_answer(seed: u64) {
        on_random(seed, |school, settings, problem| {
            let mut best: Option<Score> = None;
            every_allocation(problem, &mut |holders| {
                let score = problem.score(holders);
                best = best.into_iter().chain([score]).min();
            });
            let best = best.unwrap();
            match allocate(school, settings, &Options::default(), &Control::UNBOUNDED) {
                Ok(done) => {
                    prop_assert_eq!((done.proof.hard, done.proof.soft), (0, best.soft));
                    prop_assert_eq!((done.proof.bound, done.proof.status), (best.soft, Status::Optimal));
                    let case = Case { school, allocation: &done.allocation, timetable: None };
                    let results = measure(&case, settings);
                    let load_rules = results.iter().filter(|r| !r.rule.as_str().starts_with('M'));
                    let load_rules: Vec<_> = load_rules.cloned().collect();
                    prop_assert_eq!(totals(&load_rules), (0, best.soft));
                }
                Err(conflict) => {
                    prop_assert!(best.hard > 0, "{}", conflict);
                    prop_assert!(conflict.minimal && !conflict.demands.is_empty());
                }
            }
            Ok(())
        })?;
    }

    /// Columns prove the best of all allocations, where the search has found one that keeps the hard rules, and
    /// never a bound above it.
    #[test]
    fn columns_prove_the_best(seed: u64) {
        on_random(seed, |_, _, problem| {
            let mut best: Option<Score> = None;
            every_allocation(problem, &mut |holders| {
                let score = problem.score(holders);
                best = best.into_iter().chain([score]).min();
            });
            let best = best.unwrap();
            let (mut total, mut bound, mut whole) = (Score::default(), 0, true);
            for component in &problem.components {
                let seats = Seats::of(&Model::of(problem, component, Ask::Everything), component);
                let effort = search::Effort { moves: 300, first_pass: 300, growth: 1, used: &|| 0 };
                let (mut holders, mut score) = search::search(&seats, None, seed, &effort, &|_, _| ());
                let mut least = 0;
                // Every other school without integer programmes, so that all there is to a bound is splitting.
                let splits = seed % 2 == 0;
                let part = uurwerk_mip::Limits {
                    time: splits.then_some(Duration::ZERO),
                    ..Default::default()
                };
                let limits = columns::Limits {
                    rounds: 200,
                    stop: &|| false,
                    stop_pricing: &|| false,
                    stop_near: &|| false,
                    near: &|| (),
                    tries: if splits { 0 } else { 4 },
                    each: uurwerk_mip::Limits::default(),
                    proof: part.clone(),
                    part,
                    beside: &|| None,
                    seed,
                };
                columns::improve(&seats, &mut holders, &mut score, &mut least, &limits, &|_, _, _| ());
                whole &= !splits;
                if score.hard == 0 && !splits {
                    prop_assert_eq!(score.soft, least);
                }
                let mut state = State::new(&seats);
                state.adopt(&holders);
                prop_assert_eq!(state.score(), score);
                total += score;
                bound += least;
            }
            if total.hard == 0 && whole {
                prop_assert_eq!((total.soft, bound), (best.soft, best.soft));
            } else if best.hard == 0 {
                prop_assert!(bound <= best.soft);
            }
            Ok(())
        })?;
    }

    /// The search's running score is the definition's after any edits, made or only forecast.
    #[test]
    fn the_running_score_is_the_definition(seed: u64, edits in prop::collection::vec((0..6_usize, 0..5_usize, any::<bool>()), 1..30)) {
        let school = random_school(seed);
        prop_assume!(school.is_some());
        follow(&school.unwrap(), &edits);
    }

    /// So it is when hard rules count a unit several times: an hour above the target (B5), exposure at every level (D7).
    #[test]
    fn hard_units_count_as_often_as_their_rule_says(seed: u64, edits in prop::collection::vec((0..6_usize, 0..5_usize, any::<bool>()), 1..30)) {
        let school = random_school(seed);
        prop_assume!(school.is_some());
        let mut document = school.unwrap().document().clone();
        for rule in ["B5", "D7"] {
            document.policy.rules.entry(rule.into()).or_default().mode = Some(Mode::Hard);
        }
        follow(&School::from_document(document).unwrap(), &edits);
    }
}

/// Makes edits of an allocation and holds the running score against the definition after each.
fn follow(school: &School, edits: &[(usize, usize, bool)]) {
    let settings = Settings::of(&school.document().policy).unwrap();
    let facts = Facts::of(school);
    let mut problem = Problem::of(&facts, &settings);
    // One component of everything, so that its score is the school's.
    let whole = problem.components.drain(..).reduce(|mut all, part| {
        all.teachers.extend(part.teachers);
        all.posts.extend(part.posts);
        all.classes.extend(part.classes);
        all
    });
    let mut whole = whole.unwrap();
    whole.teachers.sort_unstable();
    whole.posts.sort_unstable();
    whole.classes.sort_unstable();
    let holders: Vec<_> = problem
        .choices
        .iter()
        .map(|c| c.teachers.first().copied())
        .collect();
    let model = Model::of(&problem, &whole, Ask::Everything);
    let seats = Seats::of(&model, &whole);
    let mut state = State::new(&seats);
    let posts: Vec<_> = seats.posts().collect();
    state.adopt(
        &seats.numbered(
            &facts
                .posts
                .iter()
                .map(|p| p.ix)
                .zip(holders.iter().copied())
                .collect(),
        ),
    );
    let mut holders = holders;
    assert_eq!(state.score(), problem.score(&holders));
    for pair in edits.chunks(2) {
        let mut moves: Vec<(u32, u32)> = Vec::new();
        for (number, option, _) in pair {
            let kind = (*number < posts.len()).then(|| state.kind(*number as u32));
            let able = kind.map_or(&[][..], |kind| &seats.kinds[kind as usize].seats);
            let seat = able.get(option % able.len().max(1));
            let post = *number as u32;
            if moves.iter().all(|(known, _)| *known != post) {
                moves.extend(seat.map(|seat| (post, *seat)));
            }
        }
        let before = state.score();
        let forecast = state.forecast(&moves);
        assert_eq!(state.score(), before);
        if pair[0].2 {
            let change = state.apply(&moves);
            assert_eq!((state.score() - before, forecast), (change, change));
            for (number, seat) in moves {
                let teacher = seats.seats[seat as usize].teacher;
                holders[posts[number as usize].at()] = Some(teacher);
            }
        }
        assert_eq!(state.score(), problem.score(&holders));
        let mut broken = state.broken().to_vec();
        broken.sort_unstable();
        assert_eq!(broken, state.broken_anew());
    }
}

/// What every rule measures on every allocation that is possible at all: qualifications and locks aside, nobody is in
/// two places at once. `None` when there are too many.
pub(crate) fn every_deviation(school: &School, settings: &Settings) -> Option<Vec<Vec<i64>>> {
    let facts = Facts::of(school);
    let open = settings.iter().fold(settings.clone(), |all, s| {
        all.with(s.rule.id, Mode::Measure, 0)
    });
    let problem = Problem::of(&facts, &open);
    let counts = problem
        .choices
        .iter()
        .map(|c| c.teachers.len() as u64 + u64::from(c.may_be_empty));
    if counts.product::<u64>() > 4_000 {
        return None;
    }
    let study = Study::new(&facts, settings, &Options::default(), &Control::UNBOUNDED);
    let mut all = Vec::new();
    every_allocation(&problem, &mut |holders| {
        if problem.doubly_booked(holders) == 0 {
            all.push(study.measured(&study.named(holders)).deviations);
        }
    });
    Some(all)
}

/// HiGHS ends its presolve of one of this school's programmes with an error; solved as it is, it proves what is asked.
#[test]
fn an_error_of_the_solver_leaves_no_gap_in_a_proof() {
    let school = random_school(5_656_960_462_522_323_108).unwrap();
    let settings = Settings::of(&school.document().policy).unwrap();
    let conflict = allocate(&school, &settings, &Options::default(), &Control::UNBOUNDED);
    assert!(conflict.is_err_and(|conflict| conflict.minimal && conflict.demands.len() == 5));
}

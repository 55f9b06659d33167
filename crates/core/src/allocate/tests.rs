//! The allocation against plain enumeration on random tiny schools.

mod columns;
mod runs;
mod schools;

use proptest::prelude::*;
use uurwerk_model::{Mode, School, Status, TeacherIx};

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
pub(crate) use schools::random_school;

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

/// The least score of all ways to hold the posts, of which there is always one.
fn best_of_all(problem: &Problem) -> Score {
    let mut best: Option<Score> = None;
    every_allocation(problem, &mut |holders| {
        let score = problem.score(holders);
        best = best.into_iter().chain([score]).min();
    });
    best.unwrap()
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
            let best = best_of_all(problem);
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

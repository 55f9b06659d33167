//! Generated schools: believable, the same everywhere, and with a planted plan that keeps every hard
//! rule, counted here from the rules' definitions and not with the generator's own facts.

mod load;
mod timetable;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use uurwerk_model::{Language, Lock, School, Statute, Stream};

use super::*;

/// The fixtures: file, staff, seed.
const FIXTURES: [(&str, u32, u64); 2] = [("small", 25, 49), ("large", 95, 1)];

/// Sizes and seeds that all tests of this module look at.
const SAMPLE: [(u32, u64); 11] = [
    (5, 1),
    (6, 7),
    (9, 2),
    (12, 3),
    (17, 4),
    (25, 5),
    (25, 49),
    (40, 6),
    (60, 1),
    (95, 1),
    (130, 8),
];

fn options(teachers: u32, seed: u64) -> GenerateOptions {
    GenerateOptions {
        teachers,
        classes: None,
        seed,
    }
}

/// A planted plan by the indices of the school.
struct Sample {
    label: String,
    school: School,
    /// `teachers[lesson][position]`.
    teachers: Vec<Vec<Option<usize>>>,
    week: Week,
}

impl Sample {
    fn of(teachers: u32, seed: u64) -> Self {
        let planted = plant(&options(teachers, seed)).unwrap();
        let school = School::from_document(planted.document).unwrap();
        let positions = school
            .lessons()
            .iter()
            .map(|l| vec![None; l.positions.len()]);
        let mut plan: Vec<Vec<Option<usize>>> = positions.collect();
        for (at, person) in planted.people.iter().enumerate() {
            for (lesson, position) in person
                .leads
                .iter()
                .map(|l| (*l, 0))
                .chain(person.co.iter().map(|l| (*l, 1)))
            {
                let place = &mut plan[lesson][position];
                assert_eq!(*place, None, "two teachers in one position");
                *place = Some(at);
            }
        }
        Self {
            label: format!("{teachers} teachers, seed {seed}"),
            school,
            teachers: plan,
            week: planted.week,
        }
    }

    /// Lesson and position of everything that a teacher does.
    fn of_teacher(&self, teacher: usize) -> Vec<(usize, usize)> {
        let lessons = self.teachers.iter().enumerate();
        lessons
            .flat_map(|(lesson, positions)| {
                let own = positions.iter().enumerate();
                own.filter(move |(_, t)| **t == Some(teacher))
                    .map(move |(position, _)| (lesson, position))
            })
            .collect()
    }
}

static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    let sample = |(teachers, seed): &(u32, u64)| Sample::of(*teachers, *seed);
    SAMPLE.iter().map(sample).collect()
});

fn samples() -> impl Iterator<Item = &'static Sample> {
    SAMPLES.iter()
}

/// A fixture is what its options give. With `UURWERK_BLESS=1` the files are written anew.
#[test]
fn fixtures_are_what_their_options_give() {
    for (name, teachers, seed) in FIXTURES {
        let school = generate(&options(teachers, seed)).unwrap();
        let text = serde_json::to_string_pretty(&school).unwrap() + "\n";
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");
        let path = format!("{root}/{name}.json");
        if std::env::var_os("UURWERK_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let file = std::fs::read_to_string(&path).unwrap();
        assert!(file == text, "{name}.json differs from what its seed gives");
        assert!(file.len() < 2_000_000);
    }
}

#[test]
fn the_same_seed_gives_the_same_school_and_another_seed_another() {
    let text = |seed| serde_json::to_string(&generate(&options(25, seed)).unwrap()).unwrap();
    assert_eq!(text(11), text(11));
    assert_ne!(text(11), text(12));
}

#[test]
fn a_staff_or_classes_out_of_range_are_refused_with_a_code() {
    let code = |teachers, classes| {
        let options = GenerateOptions {
            teachers,
            classes,
            seed: 1,
        };
        let faults = generate(&options).unwrap_err();
        for language in [Language::En, Language::Nl, Language::Fr] {
            for words in [faults.0[0].text(language), faults.0[0].remedy(language)] {
                assert!(words.contains(' ') && !words.contains('{'), "{words}");
            }
        }
        faults.0[0].code().to_owned()
    };
    assert_eq!(code(0, None), "UW0601");
    assert_eq!(code(4, None), "UW0601");
    assert_eq!(code(401, None), "UW0601");
    assert_eq!(code(u32::MAX, None), "UW0601");
    for classes in [0, 1, 3, 40, 4000, u32::MAX] {
        assert_eq!(code(30, Some(classes)), "UW0602", "{classes} classes");
    }
}

#[test]
fn a_wished_number_of_classes_is_kept() {
    for (teachers, classes) in [(30, 14), (30, 17), (95, 45), (95, 55)] {
        let school = generate(&GenerateOptions {
            teachers,
            classes: Some(classes),
            seed: 3,
        });
        let school = school.unwrap();
        assert_eq!(
            (school.staff.len(), school.classes.len()),
            (teachers as usize, classes as usize)
        );
    }
}

#[test]
fn schools_look_like_schools() {
    for Sample { label, school, .. } in samples() {
        let document = school.document();
        let odd: Vec<&str> = school.warnings().iter().map(Diagnostic::code).collect();
        assert!(odd.is_empty(), "{label}: {odd:?}");
        let size = serde_json::to_string(document).unwrap().len();
        assert!(size < 2_000_000, "{label}: {size} bytes");
        let staff = school.staff();
        let work: i64 = staff.iter().map(|t| t.contract.target.0).sum();
        let mean = work * 100 / FTE / staff.len() as i64;
        assert!((68..=95).contains(&mean), "{label}: {mean} % of full time");
        let per_class = work * 100 / FTE / school.classes().len() as i64;
        assert!((130..=200).contains(&per_class), "{label}: {per_class}");
        if staff.len() < 20 {
            continue;
        }
        let share = |count: usize| count * 100 / staff.len();
        let starters = share(staff.iter().filter(|t| t.is_starter(2)).count());
        assert!((10..=19).contains(&starters), "{label}: {starters} % start");
        let full = staff.iter().filter(|t| t.contract.target.0 == FTE).count();
        assert!(
            (30..=85).contains(&share(full)),
            "{label}: {full} full-time"
        );
        let away = staff
            .iter()
            .filter(|t| t.wishes.iter().any(|w| w.value == -3));
        let away = share(away.count());
        assert!((3..=45).contains(&away), "{label}: {away} % away at times");
        let permanent = staff.iter().filter(|t| t.statute == Statute::Permanent);
        let permanent = share(permanent.count());
        assert!(
            (40..=85).contains(&permanent),
            "{label}: {permanent} % permanent"
        );
        assert_eq!(
            document.mentoring.pairs.len(),
            staff.iter().filter(|t| t.is_starter(2)).count()
        );
        assert!(
            document.teams.len() >= 3 && !document.locks.is_empty(),
            "{label}"
        );
    }
}

#[test]
fn bigger_schools_have_every_year_stream_and_type_of_subject() {
    let school = generate(&options(95, 1)).unwrap();
    let years: BTreeSet<u8> = school.classes.iter().map(|c| c.year).collect();
    assert_eq!(years, (1..=7).collect());
    let streams: BTreeSet<Stream> = school.classes.iter().map(|c| c.stream).collect();
    assert_eq!(streams.len(), 5); // A, B and the three finaliteiten
    let religions = school.subjects.iter();
    let religions = religions.filter(|s| s.kind == uurwerk_model::SubjectKind::Religion);
    assert_eq!(religions.count(), 5);
    assert!(school.lessons.iter().any(|l| l.positions.len() == 2));
    let joint = |l: &Lesson| l.groups.len() == 2 && l.groups.iter().all(|g| g.part.is_none());
    assert!(school.lessons.iter().any(joint));
    let locks = school.locks.iter().map(|lock| match lock {
        Lock::Teacher(_) => 0,
        Lock::Time(_) => 1,
        Lock::Room(_) => 2,
    });
    assert_eq!(locks.collect::<BTreeSet<_>>().len(), 3);
}

/// Weekly periods of a class: linked lessons stand at the same time and count once, halves without a
/// link may follow each other.
#[test]
fn every_class_has_a_legal_week() {
    for Sample { label, school, .. } in samples() {
        for class in school.classes() {
            let mut seen = BTreeSet::new();
            let own = school
                .lessons()
                .iter()
                .filter(|l| l.groups.iter().any(|g| g.class == class.id));
            let hours: u32 = own
                .filter(|l| l.link.as_ref().is_none_or(|link| seen.insert(link)))
                .map(|l| u32::from(l.hours))
                .sum();
            assert!((28..=36).contains(&hours), "{label}: {} {hours}", class.id);
        }
    }
}

#[test]
fn the_budget_suffices_and_bpt_stays_within_three_percent() {
    for Sample { label, school, .. } in samples() {
        let document = school.document();
        let mut hours = 0;
        for line in &document.budget {
            let own = |l: &&Lesson| l.budget_line.as_ref() == Some(&line.id);
            let positions = document.lessons.iter().filter(own);
            let lessons: i64 = positions
                .flat_map(|l| {
                    l.positions
                        .iter()
                        .map(|p| i64::from(p.hours.unwrap_or(l.hours)))
                })
                .sum();
            let tasks = document.staff.iter().flat_map(|t| &t.tasks);
            let tasks: i64 = tasks
                .filter(|t| t.budget_line.as_ref() == Some(&line.id))
                .map(|t| t.load.0)
                .sum();
            // A task's load in hours of a full-time job of 22.
            assert!(
                lessons + (tasks * 22 + FTE - 1) / FTE <= i64::from(line.hours),
                "{label}: {}",
                line.id
            );
            hours += lessons;
        }
        let bpt: i64 = document
            .staff
            .iter()
            .flat_map(|t| &t.tasks)
            .filter(|t| t.kind != uurwerk_model::TaskKind::Mentoring)
            .map(|t| t.load.0 * 20 / FTE)
            .sum();
        assert!(bpt * 100 <= hours * 3, "{label}: {bpt} of {hours}");
    }
}

/// Slow: every size up to sixty and some beyond, several seeds; `cargo test -- --ignored`.
#[test]
#[ignore = "minutes long"]
fn every_size_has_a_school() {
    let sizes = (5..=60).chain([75, 90, 110, 150, 200, 300, 400]);
    let mut refused = Vec::new();
    for teachers in sizes {
        for seed in 0..4 {
            match generate(&options(teachers, seed)) {
                Ok(school) => {
                    let starters = school.staff.iter().filter(|t| t.is_starter(2)).count();
                    let pairs = school.mentoring.pairs.len();
                    println!(
                        "{teachers} {seed}: {} classes {starters} starters",
                        school.classes.len()
                    );
                    assert_eq!(pairs, starters, "{teachers} {seed}");
                    School::from_document(school).unwrap();
                }
                Err(faults) => refused.push((teachers, seed, faults)),
            }
        }
    }
    assert!(refused.is_empty(), "{refused:?}");
}

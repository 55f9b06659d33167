//! The allocation on the project's own schools: a fixed amount of work, and the measurement of its result.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use uurwerk::allocate::{allocate, check};
use uurwerk::measure::measure;
use uurwerk::rules::Settings;
use uurwerk::{Case, Control, Options, School};

/// Moves of the local search; the solver gets its share besides.
const ITERATIONS: u64 = 50_000;

fn fixture(name: &str) -> (School, Settings) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures")
        .join(name);
    let text = std::fs::read_to_string(path).expect("the fixtures stand in the repository");
    let school = School::parse(&text).expect("the fixtures are valid");
    let settings = Settings::of(&school.document().policy).expect("their policies are valid");
    (school, settings)
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("allocate");
    group.sample_size(10);
    let options = Options {
        iterations: Some(ITERATIONS),
        ..Options::default()
    };
    for name in ["small.json", "large.json"] {
        let (school, settings) = fixture(name);
        let run = || allocate(&school, &settings, &options, &Control::UNBOUNDED);
        group.bench_function(format!("{ITERATIONS} moves on {name}"), |b| b.iter(run));
        group.bench_function(format!("check {name}"), |b| {
            b.iter(|| check(&school, &settings, &Control::UNBOUNDED));
        });
        let done = run().expect("the fixtures are feasible");
        let case = Case {
            school: &school,
            allocation: &done.allocation,
            timetable: None,
        };
        group.bench_function(format!("measure {name}"), |b| {
            b.iter(|| measure(black_box(&case), &settings));
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);

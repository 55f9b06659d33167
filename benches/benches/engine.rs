//! Evaluated moves per second and core in the search's hot path: proposing a move, applying it, re-evaluating what it touches, and keeping it or
//! taking it back, half-way through an annealing leg. `Throughput::Elements` counts moves. See `engine.md` for what was measured.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::PathBuf;
use uurwerk_engine::{Instance, probe};

const MOVES: u64 = 10_000;

fn bench(criterion: &mut Criterion, name: &str, instance: &Instance) {
    let mut group = criterion.benchmark_group("evaluated-moves");
    group.throughput(Throughput::Elements(MOVES));
    group.sample_size(20);
    let mut walk = probe::evaluated_moves(instance, 1);
    group.bench_function(name, |bencher| bencher.iter(|| black_box(walk(MOVES))));
    group.finish();
}

fn hot_path(criterion: &mut Criterion) {
    match Instance::compile(probe::tight_problem(4, 1)) {
        Ok(instance) => bench(criterion, "generated-48-classes", &instance),
        Err(faults) => panic!("the generator makes valid problems: {faults:?}"),
    }
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared");
    let folder = std::env::var_os("UURWERK_SHARED")
        .map_or_else(|| PathBuf::from(default), PathBuf::from)
        .join("xhstt/instances");
    for name in ["BR-SA-00", "GR-PA-08", "FI-WP-06", "NL-KP-05"] {
        let path = folder.join(format!("{name}.xml"));
        let Ok(bytes) = std::fs::read(&path) else {
            println!("skipped: no {}", path.display());
            continue;
        };
        match uurwerk_formats::xhstt::read_archive(&bytes) {
            Ok(archive) => archive
                .instances
                .iter()
                .for_each(|found| bench(criterion, name, &found.instance)),
            Err(faults) => println!("skipped: {}: {}", path.display(), faults[0]),
        }
    }
}

criterion_group!(benches, hot_path);
criterion_main!(benches);

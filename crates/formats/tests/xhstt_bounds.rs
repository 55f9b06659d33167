//! Lower bounds on the instances of the XHSTT archive: never above what a stored solution costs, and where the best is known, met.
//! The archive is found through `UURWERK_SHARED` (default: `shared` beside the workspace); without it the tests say so and end.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use uurwerk_engine::bound::{self, Argument, Bound};
use uurwerk_engine::{Cost, EventId};
use uurwerk_formats::xhstt::{ArchiveInstance, certificate, read_archive};

fn archive_folder() -> Option<PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = std::env::var_os("UURWERK_SHARED")
        .map_or_else(|| PathBuf::from(default), PathBuf::from)
        .join("xhstt");
    if !folder.is_dir() {
        println!("skipped: no XHSTT archive in {}", folder.display());
        return None;
    }
    Some(folder)
}

fn instance(name: &str) -> Option<ArchiveInstance> {
    let path = archive_folder()?.join(format!("instances/{name}.xml"));
    // The archive may hold other instances than this one.
    let bytes = std::fs::read(path).ok()?;
    let mut archive = read_archive(&bytes).unwrap_or_else(|faults| panic!("{name}: {}", faults[0]));
    archive.instances.pop()
}

#[test]
fn no_stored_solution_costs_less_than_the_bound() {
    let Some(folder) = archive_folder() else {
        return;
    };
    let table =
        std::fs::read_to_string(folder.join("expected-costs.tsv")).expect("the table is there");
    let mut best: BTreeMap<&str, Cost> = BTreeMap::new();
    for row in table.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let number = |place: usize| fields[place].parse().expect("a cost");
        let cost = Cost {
            hard: number(3),
            soft: number(4),
        };
        best.entry(fields[0])
            .and_modify(|best| *best = cost.min(*best))
            .or_insert(cost);
    }
    let mut above_zero = 0;
    for (name, best) in best {
        let Some(instance) = instance(name) else {
            continue;
        };
        let bound = bound::lower_bound(&instance.instance);
        assert!(bound.cost <= best, "{name}: {} above {best}", bound.cost);
        above_zero += u32::from(bound.cost > Cost::ZERO);
    }
    assert!(above_zero >= 6, "{above_zero} bounds say something");
}

#[test]
fn a_school_with_too_few_times_is_told_why() {
    let Some(instance) = instance("UK-SP-06") else {
        return;
    };
    let bound = bound::lower_bound(&instance.instance);
    assert_eq!(bound.cost, Cost { hard: 2, soft: 0 });
    let [reason] = &bound.reasons[..] else {
        panic!("one reason: {bound:?}")
    };
    let Argument::Conflict {
        events,
        busy: 27,
        times: 25,
    } = &reason.argument
    else {
        panic!("{:?}", reason.argument)
    };
    let names: Vec<&str> = events
        .iter()
        .map(|EventId(event)| instance.names.events[*event as usize].as_str())
        .collect();
    let text = certificate(&instance, &bound);
    assert!(names.iter().all(|name| text.contains(name)), "{text}");
}

/// Improves until the bound is at `target`.
fn improved(instance: &ArchiveInstance, target: i64) -> Bound {
    let done = AtomicBool::new(false);
    bound::improve(
        &instance.instance,
        &|| done.load(Ordering::Relaxed),
        &|bound| {
            assert!(bound.cost.soft <= target, "{} above {target}", bound.cost);
            if bound.cost.soft >= target {
                done.store(true, Ordering::Relaxed);
            }
        },
    )
}

#[test]
#[ignore = "long"]
fn bounds_meet_the_best_known() {
    for (name, target) in [("FinlandElementarySchool_XHSTT-v2014", 3), ("IT-I4-96", 27)] {
        let Some(instance) = instance(name) else {
            continue;
        };
        let bound = improved(&instance, target);
        assert_eq!(
            bound.cost,
            Cost {
                hard: 0,
                soft: target
            },
            "{name}"
        );
    }
}

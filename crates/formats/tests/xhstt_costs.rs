//! The evaluator gives the published cost of every stored solution of the XHSTT archive.
//! The archive is found through `UURWERK_SHARED` (default: `shared` beside the workspace); without it the tests say so and end.

use std::collections::BTreeMap;
use std::path::PathBuf;
use uurwerk_engine::evaluate;
use uurwerk_formats::xhstt::{ArchiveInstance, read_archive, read_solutions};

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

#[test]
fn costs_of_stored_solutions_are_exact() {
    let Some(folder) = archive_folder() else {
        return;
    };
    let table = std::fs::read_to_string(folder.join("expected-costs.tsv"))
        .expect("the table stands beside the instances");
    let mut instances: BTreeMap<String, ArchiveInstance> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in table.lines().skip(1) {
        let [name, file, group, hard, soft] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("odd row: {row}")
        };
        let archive = instances.entry(name.to_owned()).or_insert_with(|| {
            let bytes =
                std::fs::read(folder.join(format!("instances/{name}.xml"))).expect("instance file");
            let mut archive =
                read_archive(&bytes).unwrap_or_else(|faults| panic!("{name}: {}", faults[0]));
            archive.instances.remove(0)
        });
        let bytes =
            std::fs::read(folder.join("solutions").join(name).join(file)).expect("solution file");
        rows += 1;
        match read_solutions(&bytes, std::slice::from_ref(archive)) {
            Err(faults) => wrong.push(format!("{name}/{file}: {}", faults[0])),
            Ok(stored) => {
                let Some(found) = stored.iter().find(|stored| stored.group == group) else {
                    wrong.push(format!("{name}/{file}: no group {group}"));
                    continue;
                };
                let cost = evaluate(&archive.instance, &found.solution)
                    .expect("the reader gives valid solutions")
                    .cost;
                if (cost.hard.to_string(), cost.soft.to_string())
                    != (hard.to_owned(), soft.to_owned())
                {
                    wrong.push(format!(
                        "{name}/{file}: {cost}, expected hard={hard} soft={soft}"
                    ));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {rows} rows wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    println!("{rows} rows exact");
}

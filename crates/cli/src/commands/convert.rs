//! `uurwerk convert`: from the files of others to a school, with everything that had to be assumed.

use std::path::{Path, PathBuf};

use anyhow::Context;
use uurwerk::{Message, School};
use uurwerk_formats::untis;

use crate::args::From;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// Reads `input`, writes a school, tells what was assumed.
pub fn run(
    console: &Console,
    input: &Path,
    output: &Path,
    from: Option<From>,
    profile: Option<&Path>,
) -> Result<Exit, Failure> {
    let from = from.unwrap_or(if input.is_dir() {
        From::Untis
    } else {
        From::School
    });
    let school = match from {
        From::School => files::school(input)?,
        From::Untis => import_untis(console, input, profile)?,
    };
    console.warnings(school.warnings());
    files::write(output, files::json(school.document())?.as_bytes())?;
    let counts = Message::new("cli-converted")
        .with("lessons", school.lessons().len() as i64)
        .with("staff", school.staff().len() as i64)
        .with("classes", school.classes().len() as i64)
        .with("rooms", school.rooms().len() as i64);
    console.summary(&format!("{}\n", counts.text(console.language)))?;
    Ok(Exit::Done)
}

fn import_untis(
    console: &Console,
    folder: &Path,
    profile: Option<&Path>,
) -> Result<School, Failure> {
    let profile = match profile {
        Some(path) => untis::Profile::parse(&files::text(path)?)
            .map_err(|faults| files::located(faults, path))?,
        None => untis::Profile::default(),
    };
    let mut found = Vec::new();
    for path in listing(folder)? {
        let name = path
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        found.push((name, files::bytes(&path)?));
    }
    let sources = untis::Files::from_names(found);
    let imported =
        untis::read(&sources, &profile).map_err(|faults| files::located(faults, folder))?;
    console.warnings(&imported.assumptions);
    School::from_document(imported.document).map_err(|faults| files::located(faults, folder))
}

/// The files of a folder in the order of their names.
fn listing(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    Ok(paths)
}

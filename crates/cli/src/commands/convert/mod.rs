//! `uurwerk convert`: between a school or plan and the files of others, with everything that had to be assumed and everything that could not
//! be carried over.

mod input;
mod output;

use std::path::{Path, PathBuf};

use uurwerk::Message;

use crate::args::{From, To};
use crate::console::Console;
use crate::exit::{Exit, Failure};

/// What to convert.
pub struct Request<'a> {
    /// The file or folder to read.
    pub input: &'a Path,
    /// The file or folder to write.
    pub output: &'a Path,
    /// The format of the input; guessed when absent.
    pub from: Option<From>,
    /// The format of the output; guessed when absent.
    pub to: Option<To>,
    /// What the input or the output does not say.
    pub profile: Option<&'a Path>,
    /// The school of a plan.
    pub school: Option<&'a Path>,
    /// The export that the school was made from.
    pub base: Option<&'a Path>,
}

/// Reads, writes, tells what was assumed and what was left out.
pub fn run(console: &Console, request: &Request<'_>) -> Result<Exit, Failure> {
    let from = match request.from {
        Some(from) => from,
        None => input::guess(request.input)?,
    };
    let to = match request.to {
        Some(to) => to,
        None => output::guess(request.output),
    };
    let source = input::read(console, request, from)?;
    console.warnings(source.school.warnings());
    let lost = output::write(console, request, &source, from, to)?;
    console.warnings(&lost);
    let school = &source.school;
    let counts = Message::new("cli-converted")
        .with("lessons", school.lessons().len() as i64)
        .with("staff", school.staff().len() as i64)
        .with("classes", school.classes().len() as i64)
        .with("rooms", school.rooms().len() as i64);
    console.answer(&counts)?;
    Ok(Exit::Done)
}

/// The files of a folder and its folders in the order of their names, with their names.
fn listing(folder: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    use anyhow::Context;
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths: Vec<(String, PathBuf)> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .filter_map(|path| Some((path.file_name()?.to_string_lossy().into_owned(), path)))
        .collect();
    paths.sort();
    Ok(paths)
}

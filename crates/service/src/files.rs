//! The files of others, in a call.

use uurwerk::engine::{Control, Instance, Outcome, SearchOptions, solve};
use uurwerk::{Diagnostic, Diagnostics, Language, Progress, School, Stage};
use uurwerk_formats::{
    Decided, Imported, asc, beside_the_school, csv, fet, oneroster, untis, xhstt, xlsx,
};

use crate::answer::{Answer, Status};
use crate::jobs::{Job, bytes, is_plan, text};

/// Moves to evaluate when there is no limit of any kind.
const ENOUGH: u64 = 20_000_000;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A school document.
    School,
    /// A plan document.
    Plan,
    /// Untis text files (GPU001 and so on).
    Untis,
    /// A FET file.
    Fet,
    /// An XHSTT archive.
    Xhstt,
    /// A workbook.
    Xlsx,
    /// Tables as CSV files.
    Csv,
    /// A file of aSc Timetables.
    Asc,
    /// The CSV files of OneRoster.
    Oneroster,
}

impl Format {
    /// By its name: `school`, `plan`, `untis`, `fet`, `xhstt`, `xlsx`, `csv`, `asc` or `oneroster`.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "school" => Self::School,
            "plan" => Self::Plan,
            "untis" => Self::Untis,
            "fet" => Self::Fet,
            "xhstt" => Self::Xhstt,
            "xlsx" => Self::Xlsx,
            "csv" => Self::Csv,
            "asc" => Self::Asc,
            "oneroster" => Self::Oneroster,
            _ => return None,
        })
    }

    /// What a document looks like; a school when in doubt, whose reader says what is wrong.
    pub fn of(document: &[u8]) -> Self {
        if fet::looks_like_fet(document) {
            return Self::Fet;
        }
        let document = document
            .strip_prefix("\u{feff}".as_bytes())
            .unwrap_or(document);
        match document.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'<') => Self::Xhstt,
            _ if is_plan(document) => Self::Plan,
            _ => Self::School,
        }
    }
}

/// A file of the caller.
#[derive(Clone, Copy, Debug)]
pub struct NamedFile<'a> {
    /// Its name, such as `GPU002.TXT`.
    pub name: &'a str,
    /// What is in it.
    pub content: &'a [u8],
}

/// What files look like, by their names and the content of the first; a school when in doubt.
fn guess(inputs: &[NamedFile]) -> Format {
    let some = |is: &dyn Fn(&str) -> bool| inputs.iter().any(|file| is(file.name));
    let ends = |name: &str, with: &[&str]| {
        let extension = name.rsplit_once('.').map(|(_, extension)| extension);
        with.iter()
            .any(|end| extension.is_some_and(|e| e.eq_ignore_ascii_case(end)))
    };
    let roster = ["orgs.csv", "manifest.csv"];
    if some(&|name| untis::Files::number_of(name).is_some()) {
        Format::Untis
    } else if some(&|name| roster.iter().any(|own| name.eq_ignore_ascii_case(own))) {
        Format::Oneroster
    } else if some(&|name| ends(name, &["csv"])) {
        Format::Csv
    } else if some(&|name| ends(name, &["xlsx", "xlsm", "ods", "xls"])) {
        Format::Xlsx
    } else {
        match inputs.first() {
            Some(file) if asc::looks_like_asc(file.content) => Format::Asc,
            Some(file) => Format::of(file.content),
            None => Format::School,
        }
    }
}

/// Reads a school from files, with what had to be assumed.
pub(crate) fn import(
    inputs: &[NamedFile],
    from: Option<Format>,
    profile: Option<&[u8]>,
) -> Result<(School, Diagnostics), Diagnostics> {
    let named = || -> Vec<(String, Vec<u8>)> {
        let copy = |file: &NamedFile| (file.name.to_owned(), file.content.to_vec());
        inputs.iter().map(copy).collect()
    };
    let first = || bytes(inputs.first().map(|file| file.content));
    let profile = profile.map(|profile| text(Some(profile))).transpose()?;
    let imported = match from.unwrap_or_else(|| guess(inputs)) {
        Format::School => {
            return Ok((
                School::parse(text(Some(first()?))?)?,
                Diagnostics::default(),
            ));
        }
        Format::Untis => {
            let profile = profile.map(untis::Profile::parse).transpose()?;
            let files = untis::Files::from_names(named());
            untis::read(&files, &profile.unwrap_or_default())?
        }
        Format::Csv => {
            let profile = profile.map(csv::Profile::parse).transpose()?;
            csv::read(&named(), &profile.unwrap_or_default())?
        }
        Format::Oneroster => oneroster::read(&named())?,
        Format::Xlsx => xlsx::read(first()?)?,
        Format::Asc => asc::read(first()?)?,
        Format::Plan | Format::Fet | Format::Xhstt => {
            let expected = "school, untis, xlsx, csv, asc, oneroster";
            let fault = Diagnostic::error("UW0516", "").with("expected", expected);
            return Err(Diagnostics(vec![fault]));
        }
    };
    let Imported {
        document,
        mut assumptions,
        allocation,
        timetable,
    } = imported;
    let school = School::from_document(document)?;
    let lost = beside_the_school(&Decided::new(&school, &allocation, &timetable));
    assumptions.0.extend(lost.0);
    Ok((school, assumptions))
}

/// Solves a FET file; it comes back with the timetable as locks.
pub(crate) fn solve_fet(
    document: &[u8],
    job: &Job,
    language: Language,
) -> Result<Answer, Diagnostics> {
    let file = fet::read(document).map_err(|faults| all(&faults))?;
    let outcome = search(&file.instance, job)?;
    let written = fet::write_solution(&file, &outcome.solution);
    let answer = Answer::of(ended(outcome.cost.hard == 0), written.into_bytes());
    Ok(answer.reporting(&all(&file.notes), language))
}

/// Solves the one instance of an XHSTT archive; it comes back with a solution.
pub(crate) fn solve_xhstt(document: &[u8], job: &Job) -> Result<Answer, Diagnostics> {
    let archive = xhstt::read_archive(document).map_err(|faults| all(&faults))?;
    let [instance] = &archive.instances[..] else {
        let found = archive.instances.len() as i64;
        let fault = Diagnostic::error("UW0502", "").with("found", found);
        return Err(Diagnostics(vec![fault]));
    };
    let outcome = search(&instance.instance, job)?;
    let group = xhstt::SolutionGroup {
        id: format!(
            "uurwerk-{}-seed-{}",
            env!("CARGO_PKG_VERSION"),
            job.options.seed
        ),
        contributor: "Uurwerk".to_owned(),
        date: String::new(),
        description: format!("{} threads", job.options.threads),
    };
    let written = xhstt::write_archive(instance, &group, std::slice::from_ref(&outcome.solution));
    let proved = outcome.cost.hard <= outcome.bound.cost.hard;
    Ok(Answer::of(ended(proved), written.into_bytes()))
}

fn ended(done: bool) -> Status {
    if done {
        Status::Done
    } else {
        Status::OutOfTime
    }
}

fn search(instance: &Instance, job: &Job) -> Result<Outcome, Diagnostics> {
    let whole = (job.control.remaining)();
    let used = || match (whole, (job.control.remaining)()) {
        (Some(whole), Some(left)) if !whole.is_zero() => {
            1.0 - left.as_secs_f64() / whole.as_secs_f64()
        }
        _ => 1.0,
    };
    let options = SearchOptions {
        seed: job.options.seed,
        threads: job.options.threads as usize,
        iterations: job.options.iterations.or(whole.is_none().then_some(ENOUGH)),
        start: None,
    };
    let incumbent = |cost: uurwerk::engine::Cost, _: &uurwerk::engine::Solution| {
        (job.control.progress)(Progress {
            hard: Some(cost.hard),
            soft: Some(cost.soft),
            ..Progress::started(Stage::Timetable)
        });
    };
    let control = Control {
        stop: job.control.stop,
        used: whole.is_some().then_some(&used),
        incumbent: Some(&incumbent),
    };
    solve(instance, &options, &control).map_err(|faults| {
        let fault = |fault: &uurwerk::engine::Fault| {
            Diagnostic::error("UW3213", "")
                .with("id", "")
                .with("detail", fault.to_string())
        };
        Diagnostics(faults.iter().map(fault).collect())
    })
}

fn all<'f, T>(faults: &'f [T]) -> Diagnostics
where
    Diagnostic: From<&'f T>,
{
    Diagnostics(faults.iter().map(Diagnostic::from).collect())
}

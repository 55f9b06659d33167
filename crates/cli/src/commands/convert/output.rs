//! What it is converted to: the formats that are written.

use std::path::Path;

use uurwerk::{Diagnostic, Diagnostics};
use uurwerk_formats::oneroster::{self, Version};
use uurwerk_formats::{Decided, Written, asc, beside_the_school, csv, ical, untis, xlsx};

use super::{Request, input::Source, input::untis_files};
use crate::args::{From, To};
use crate::console::Console;
use crate::exit::Failure;
use crate::files;

/// The format that the name of a file asks for; a school document when it asks for none.
pub fn guess(output: &Path) -> To {
    let extension = output
        .extension()
        .map(|e| e.to_string_lossy().to_ascii_lowercase());
    match extension.as_deref() {
        Some("xlsx") => To::Xlsx,
        Some("xml") => To::Asc,
        _ => To::School,
    }
}

/// Writes the output; gives what could not be carried over.
pub fn write(
    console: &Console,
    request: &Request<'_>,
    source: &Source,
    from: From,
    to: To,
) -> Result<Diagnostics, Failure> {
    let decided = Decided::new(&source.school, &source.allocation, &source.timetable)
        .protecting(&source.protected);
    let output = request.output;
    let written = match to {
        To::School => {
            files::write(output, files::json(source.school.document())?.as_bytes())?;
            return Ok(beside_the_school(&decided));
        }
        To::Plan => {
            adopt(request, source, from)?;
            return Ok(Diagnostics::default());
        }
        To::Untis => {
            let base = request.base.map(untis_files).transpose()?;
            if let (Some(base), Some(folder)) = (&base, request.base)
                && !base.has(2)
            {
                let fault = Diagnostic::error("UW3001", "");
                return Err(files::located(Diagnostics(vec![fault]), folder));
            }
            untis::write(&decided, base.as_ref().or(source.untis.as_ref()))
        }
        To::Ical => {
            let profile = match request.profile.filter(|_| source.untis.is_none()) {
                Some(path) => ical::CalendarProfile::parse(&files::text(path)?)
                    .map_err(|faults| files::located(faults, path))?,
                None => ical::CalendarProfile::default(),
            };
            failing(ical::write(&decided, &profile, console.language), request)?
        }
        To::Xlsx => {
            let written = failing(xlsx::write(&decided, console.language), request)?;
            return one(output, written);
        }
        To::Csv => failing(csv::write(&decided), request)?,
        To::Asc => return one(output, asc::write(&decided)),
        To::Oneroster => failing(oneroster::write(&decided, Version::V1p1), request)?,
        To::Oneroster12 => failing(oneroster::write(&decided, Version::V1p2), request)?,
        To::Fet | To::Xhstt => {
            let fault = Diagnostic::error("UW3391", "");
            return Err(files::located(Diagnostics(vec![fault]), request.input));
        }
    };
    all(output, &written)?;
    Ok(written.lost)
}

/// Writes the plan that the input holds, and its school where --school says.
fn adopt(request: &Request<'_>, source: &Source, from: From) -> Result<(), Failure> {
    let (allocation, timetable) = (source.allocation.clone(), source.timetable.clone());
    let protected = source.protected.clone();
    let plan =
        uurwerk::adopt(&source.school, allocation, timetable, protected).map_err(|failure| {
            match failure {
                uurwerk::PlanFailure::Input(faults) => files::located(faults, request.input),
                uurwerk::PlanFailure::Conflict(conflict) => Failure::Conflict(conflict),
            }
        })?;
    if let Some(school) = request.school.filter(|_| from != From::Plan) {
        files::write(school, files::json(source.school.document())?.as_bytes())?;
    }
    files::write(request.output, files::json(&plan)?.as_bytes())
}

/// Faults of a writer are about the input.
fn failing(
    written: Result<Written, Diagnostics>,
    request: &Request<'_>,
) -> Result<Written, Failure> {
    written.map_err(|faults| files::located(faults, request.input))
}

/// Writes a format that is one file.
fn one(output: &Path, written: Written) -> Result<Diagnostics, Failure> {
    for (_, content) in &written.files {
        files::write(output, content)?;
    }
    Ok(written.lost)
}

/// Writes the files of a format into a folder.
fn all(folder: &Path, written: &Written) -> Result<(), Failure> {
    for (name, content) in &written.files {
        files::write(&folder.join(name), content)?;
    }
    Ok(())
}

//! What is converted: the formats that are read.

use std::path::Path;

use uurwerk::{Assignment, Diagnostic, Diagnostics, Placement, ProtectedSlot, School};
use uurwerk_formats::{Imported, asc, csv, oneroster, untis, xlsx};

use super::{Request, listing};
use crate::args::From;
use crate::console::Console;
use crate::exit::Failure;
use crate::files::{self, FileKind};

/// A school with what is known about who teaches what, when and where.
pub struct Source {
    /// The school.
    pub school: School,
    /// Who teaches what.
    pub allocation: Vec<Assignment>,
    /// When and where.
    pub timetable: Vec<Placement>,
    /// Protected time.
    pub protected: Vec<ProtectedSlot>,
    /// The files of Untis that it was read from.
    pub untis: Option<untis::Files>,
}

/// The format that a file or folder looks like.
pub fn guess(input: &Path) -> Result<From, Failure> {
    if input.is_dir() {
        let names = listing(input)?;
        let has = |wanted: &str| {
            names
                .iter()
                .any(|(name, _)| name.eq_ignore_ascii_case(wanted))
        };
        return Ok(
            if names
                .iter()
                .any(|(name, _)| untis::Files::number_of(name).is_some())
            {
                From::Untis
            } else if has("orgs.csv") || has("manifest.csv") {
                From::Oneroster
            } else {
                From::Csv
            },
        );
    }
    let extension = input
        .extension()
        .map(|e| e.to_string_lossy().to_ascii_lowercase());
    if matches!(extension.as_deref(), Some("xlsx" | "xlsm" | "ods" | "xls")) {
        return Ok(From::Xlsx);
    }
    Ok(match files::kind(input)? {
        FileKind::Fet => From::Fet,
        FileKind::Xml if asc::looks_like_asc(&files::bytes(input)?) => From::Asc,
        FileKind::Xml => From::Xhstt,
        FileKind::Plan => From::Plan,
        FileKind::Other => From::School,
    })
}

/// Reads the input.
pub fn read(console: &Console, request: &Request<'_>, from: From) -> Result<Source, Failure> {
    let input = request.input;
    match from {
        From::School => Ok(of_school(files::school(input)?)),
        From::Plan => plan(request),
        From::Untis => untis(console, request),
        From::Xlsx => {
            let imported = xlsx::read(&files::bytes(input)?);
            made(console, imported, input)
        }
        From::Csv => {
            let profile = match request.profile {
                Some(path) => csv::Profile::parse(&files::text(path)?)
                    .map_err(|faults| files::located(faults, path))?,
                None => csv::Profile::default(),
            };
            made(console, csv::read(&folder(input)?, &profile), input)
        }
        From::Asc => made(console, asc::read(&files::bytes(input)?), input),
        From::Oneroster => made(console, oneroster::read(&folder(input)?), input),
        From::Fet | From::Xhstt => {
            let fault = Diagnostic::error("UW3390", "");
            Err(files::located(Diagnostics(vec![fault]), input))
        }
    }
}

fn of_school(school: School) -> Source {
    Source {
        school,
        allocation: Vec::new(),
        timetable: Vec::new(),
        protected: Vec::new(),
        untis: None,
    }
}

fn plan(request: &Request<'_>) -> Result<Source, Failure> {
    let Some(school) = request.school else {
        return Err(Failure::Usage(
            "a plan needs its school: --school FILE".to_owned(),
        ));
    };
    let (school, plan) = files::both(files::school(school), files::plan(request.input))?;
    // Names that the school lacks are faults here, as everywhere.
    uurwerk::Case::of_plan(&school, &plan)
        .map_err(|faults| files::located(faults, request.input))?;
    Ok(Source {
        school,
        allocation: plan.allocation,
        timetable: plan.timetable,
        protected: plan.protected,
        untis: None,
    })
}

fn untis(console: &Console, request: &Request<'_>) -> Result<Source, Failure> {
    let profile = match request.profile {
        Some(path) => untis::Profile::parse(&files::text(path)?)
            .map_err(|faults| files::located(faults, path))?,
        None => untis::Profile::default(),
    };
    let sources = untis_files(request.input)?;
    let imported =
        untis::read(&sources, &profile).map_err(|faults| files::located(faults, request.input))?;
    let source = imported_school(console, imported, request.input)?;
    Ok(Source {
        untis: Some(sources),
        ..source
    })
}

/// The files of Untis in a folder.
pub fn untis_files(folder: &Path) -> Result<untis::Files, Failure> {
    Ok(untis::Files::from_names(self::folder(folder)?))
}

/// The files of a folder with their contents.
fn folder(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut found = Vec::new();
    for (name, path) in listing(folder)? {
        found.push((name, files::bytes(&path)?));
    }
    Ok(found)
}

fn made(
    console: &Console,
    imported: Result<Imported, Diagnostics>,
    input: &Path,
) -> Result<Source, Failure> {
    let imported = imported.map_err(|faults| files::located(faults, input))?;
    imported_school(console, imported, input)
}

/// Checks what a reader made of a file and tells what it assumed.
fn imported_school(console: &Console, imported: Imported, input: &Path) -> Result<Source, Failure> {
    console.warnings(&imported.assumptions);
    let school =
        School::from_document(imported.document).map_err(|faults| files::located(faults, input))?;
    Ok(Source {
        allocation: imported.allocation,
        timetable: imported.timetable,
        ..of_school(school)
    })
}

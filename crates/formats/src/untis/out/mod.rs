//! A school and its plan as Untis text files: GPU001 to GPU006, GPU008, GPU016 and GPU020, and from a base export whatever the
//! school does not speak about.

mod based;
mod entities;
mod lessons;
mod names;
mod patterns;
mod requests;
mod row;
mod timetable;

use super::files::Files;
use crate::exchange::{Decided, Feature, Written, left_out};
use crate::notes::Notes;
use lessons::Couplings;
use names::Names;
use row::{Base, Sheet};

/// What every file is written from.
struct Source<'a> {
    decided: &'a Decided<'a>,
    names: Names,
    /// The base, file by file.
    files: Option<&'a Files>,
    base: Base,
}

/// Writes a school and its plan as Untis text files in Windows-1252, or in UTF-8 where a letter has no place in that.
///
/// With a `base`, the export that the school was made from, files that the school does not speak about (departments, break supervision,
/// holidays, pupils) are handed on as they are, and rows keep the columns that it does not speak about.
///
/// ```
/// use uurwerk_formats::{Decided, untis};
/// use uurwerk_model::School;
/// let lessons = b"7,2,,,\"3A\",\"Jan\",\"WISK2\",\"R1\"\r\n".to_vec();
/// let files = untis::Files::from_names([("GPU002.TXT", lessons)]);
/// let imported = untis::read(&files, &untis::Profile::default()).unwrap();
/// let school = School::from_document(imported.document).unwrap();
/// let written = untis::write(&Decided::new(&school, &imported.allocation, &imported.timetable), None);
/// let (_, content) = written.files.iter().find(|(name, _)| name == "GPU002.TXT").unwrap();
/// assert!(String::from_utf8_lossy(content).starts_with("7,2,2,2,\"3A\",\"Jan\",\"WISK2\",\"R1\""));
/// ```
pub fn write(decided: &Decided<'_>, base: Option<&Files>) -> Written {
    let mut notes = Notes::default();
    let source = Source {
        decided,
        names: Names::new(decided, &mut notes),
        files: base,
        base: Base::new(base),
    };
    let couplings = Couplings::new(&source, &mut notes);
    let mut sheets = vec![
        (1, timetable::timetable(&source, &couplings)),
        (2, couplings.sheet()),
        (3, entities::classes(&source)),
        (4, entities::teachers(&source)),
        (5, entities::rooms(&source)),
        (6, entities::subjects(&source)),
        (8, entities::qualifications(&source)),
        (16, requests::requests(&source)),
        (20, requests::reductions(&source)),
    ];
    sheets.retain(|(_, sheet)| !sheet.is_empty());
    let mut files: Vec<(String, Vec<u8>)> = sheets
        .into_iter()
        .map(|(number, sheet): (u16, Sheet)| (format!("GPU{number:03}.TXT"), sheet.bytes()))
        .collect();
    let written: Vec<Option<u16>> = files.iter().map(|(n, _)| Files::number_of(n)).collect();
    for (number, name, content) in base.into_iter().flat_map(Files::all) {
        if !written.contains(&Some(number)) && !OWN.contains(&number) {
            files.push((name.to_owned(), content.to_vec()));
        }
    }
    left_out(decided, KEPT, &mut notes);
    Written {
        files,
        lost: notes.into_warnings(),
    }
}

/// The files that the school speaks about: never handed on from a base.
const OWN: [u16; 9] = [1, 2, 3, 4, 5, 6, 8, 16, 20];

const KEPT: &[Feature] = &[
    Feature::Qualifications,
    Feature::Tasks,
    Feature::TimeWishes,
    Feature::Links,
    Feature::Blocks,
    Feature::Roles,
    Feature::Parts,
    Feature::Times,
    Feature::Rooms,
];

//! Reading files with a place for every fault; writing them whole or not at all.

use std::io::Write;
use std::path::Path;

use anyhow::Context;
use serde::Serialize;
use uurwerk::{Diagnostic, Diagnostics, Header, Kind, PlanDocument, ScenarioDocument, School};

use crate::exit::Failure;

/// Reads a file as bytes.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|fault| {
        let diagnostic = Diagnostic::error("UW0500", "").with("detail", fault.to_string());
        Failure::Input(Diagnostics(vec![
            diagnostic.in_file(path.display().to_string()),
        ]))
    })
}

/// Reads a file as text.
pub fn text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(bytes(path)?).map_err(|fault| {
        let diagnostic =
            Diagnostic::error("UW0501", "").with("offset", fault.utf8_error().valid_up_to() as i64);
        Failure::Input(Diagnostics(vec![
            diagnostic.in_file(path.display().to_string()),
        ]))
    })
}

/// What a file looks like from its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A FET file.
    Fet,
    /// Any other XML.
    Xml,
    /// A plan document.
    Plan,
    /// Anything else: read as a school document, whose reader says what is wrong.
    Other,
}

/// Looks at a file to see what it is.
pub fn kind(path: &Path) -> Result<FileKind, Failure> {
    let content = bytes(path)?;
    if uurwerk_formats::fet::looks_like_fet(&content) {
        return Ok(FileKind::Fet);
    }
    let content = content
        .strip_prefix("\u{feff}".as_bytes())
        .unwrap_or(&content);
    if content.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<') {
        return Ok(FileKind::Xml);
    }
    #[derive(serde::Deserialize)]
    struct AnyDocument {
        uurwerk: Header,
    }
    let is_plan =
        serde_json::from_slice::<AnyDocument>(content).is_ok_and(|d| d.uurwerk.kind == Kind::Plan);
    Ok(if is_plan {
        FileKind::Plan
    } else {
        FileKind::Other
    })
}

/// Names the file in every fault.
pub fn located(faults: Diagnostics, path: &Path) -> Failure {
    let name = path.display().to_string();
    let named = faults.0.into_iter().map(|fault| match fault.file {
        Some(_) => fault,
        None => fault.in_file(name.clone()),
    });
    Failure::Input(Diagnostics(named.collect()))
}

/// All of several things that were read, or the faults of all of them at once.
pub fn all<T>(read: impl IntoIterator<Item = Result<T, Failure>>) -> Result<Vec<T>, Failure> {
    let (mut all, mut faults) = (Vec::new(), Diagnostics::default());
    for one in read {
        match one {
            Ok(one) => all.push(one),
            Err(Failure::Input(found)) => faults.0.extend(found.0),
            Err(other) => return Err(other),
        }
    }
    match faults.has_errors() {
        true => Err(Failure::Input(faults)),
        false => Ok(all),
    }
}

/// The same for two things of different kinds.
pub fn both<A, B>(one: Result<A, Failure>, other: Result<B, Failure>) -> Result<(A, B), Failure> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(Failure::Input(mut faults)), Err(Failure::Input(more))) => {
            faults.0.extend(more.0);
            Err(Failure::Input(faults))
        }
        (Err(failure), _) | (_, Err(failure)) => Err(failure),
    }
}

/// Reads a school.
pub fn school(path: &Path) -> Result<School, Failure> {
    School::parse(&text(path)?).map_err(|faults| located(faults, path))
}

/// Reads a plan.
pub fn plan(path: &Path) -> Result<PlanDocument, Failure> {
    PlanDocument::parse(&text(path)?).map_err(|faults| located(faults, path))
}

/// Reads a scenario.
pub fn scenario(path: &Path) -> Result<ScenarioDocument, Failure> {
    ScenarioDocument::parse(&text(path)?).map_err(|faults| located(faults, path))
}

/// Writes a file whole or not at all: beside its final place first, then renamed.
pub fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    write_as(path, content, true)
}

/// As [`write()`], for the writer's eyes alone.
pub fn write_private(path: &Path, content: &[u8]) -> Result<(), Failure> {
    write_as(path, content, false)
}

fn write_as(path: &Path, content: &[u8], readable: bool) -> Result<(), Failure> {
    let attempt = || -> anyhow::Result<()> {
        let there = std::fs::metadata(path).ok();
        if there.as_ref().is_some_and(|there| !there.is_file()) {
            // A terminal, a pipe, a device: nothing is replaced.
            let mut open = std::fs::OpenOptions::new().write(true).open(path)?;
            return Ok(open.write_all(content)?);
        }
        // A link stays one: what it points to is replaced.
        let path = match path.is_symlink() {
            true => std::fs::canonicalize(path)?,
            false => path.to_owned(),
        };
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        std::fs::create_dir_all(folder)?;
        let mut new = tempfile::Builder::new();
        new.prefix(".uurwerk-");
        if readable {
            make_readable(&mut new);
        }
        let mut file = new.tempfile_in(folder)?;
        file.write_all(content)?;
        if let Some(there) = there {
            file.as_file().set_permissions(there.permissions())?;
        }
        file.as_file().sync_all()?;
        file.persist(&path)?;
        Ok(())
    };
    attempt()
        .with_context(|| format!("cannot write {}", path.display()))
        .map_err(Failure::File)
}

/// Temporary files are private; what a user asked to have written has the rights that every new file of theirs has.
#[cfg(unix)]
fn make_readable(new: &mut tempfile::Builder) {
    use std::os::unix::fs::PermissionsExt;
    new.permissions(std::fs::Permissions::from_mode(0o666)); // less what their mask takes away
}

#[cfg(not(unix))]
fn make_readable(_: &mut tempfile::Builder) {}

/// A document as the files hold it: indented, with a line end.
pub fn json(document: &impl Serialize) -> Result<String, Failure> {
    let mut text = serde_json::to_string_pretty(document)
        .context("cannot write JSON")
        .map_err(Failure::File)?;
    text.push('\n');
    Ok(text)
}

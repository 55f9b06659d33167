//! `uurwerk pseudonymise`: other names for the people of a school, and the way back.

use std::path::Path;

use anyhow::Context;
use uurwerk::Message;
use uurwerk::pseudonymise::{self, Key};

use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// Replaces the names in `file`; the key is written first, so that no document is ever without its key.
pub fn run(console: &Console, file: &Path, key: &Path, output: &Path) -> Result<Exit, Failure> {
    let mut known = if key.exists() {
        read_key(key)?
    } else {
        Key::default()
    };
    // Who gets which number must not be found out by doing the same again: the dice are the system's.
    let dice = getrandom::u64().context("the system has no random numbers");
    let dice = dice.map_err(Failure::File)?;
    let hidden = pseudonymise::pseudonymise(&files::text(file)?, &mut known, dice)
        .map_err(|faults| files::located(faults, file))?;
    files::write_private(key, format!("{}\n", known.to_json()).as_bytes())?;
    files::write(output, files::json(&hidden)?.as_bytes())?;
    let said = Message::new("cli-pseudonymised")
        .with("people", known.people() as i64)
        .with("file", output.display().to_string())
        .with("key", key.display().to_string());
    console.answer(&said)?;
    Ok(Exit::Done)
}

/// Puts the names back in `file`.
pub fn restore(console: &Console, file: &Path, key: &Path, output: &Path) -> Result<Exit, Failure> {
    let restored = pseudonymise::restore(&files::text(file)?, &read_key(key)?)
        .map_err(|faults| files::located(faults, file))?;
    files::write(output, files::json(&restored)?.as_bytes())?;
    let said = Message::new("cli-restored").with("file", output.display().to_string());
    console.answer(&said)?;
    Ok(Exit::Done)
}

fn read_key(path: &Path) -> Result<Key, Failure> {
    Key::parse(&files::text(path)?).map_err(|faults| files::located(faults, path))
}

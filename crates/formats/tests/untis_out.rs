//! Untis text files written and read back: nothing that the school decides gets lost on the way. The real school is found through
//! `UURWERK_SHARED` (default: `shared` beside the workspace); without it those tests say so and end.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use uurwerk_formats::untis::{Files, Imported, Profile, read, write};
use uurwerk_formats::{Decided, Written};
use uurwerk_model::School;

fn folder() -> Option<PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = std::env::var_os("UURWERK_SHARED")
        .map_or_else(|| PathBuf::from(default), PathBuf::from)
        .join("untis/nijverheidsschool");
    if !folder.is_dir() {
        println!("skipped: no Untis export in {}", folder.display());
        return None;
    }
    Some(folder)
}

fn named() -> Option<Vec<(String, Vec<u8>)>> {
    let entries = std::fs::read_dir(folder()?).expect("a folder");
    let named = entries.map(|entry| {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read(&path).expect("a file"))
    });
    Some(named.collect())
}

/// Everything that the files say is kept: no room is taken to be fictional, no subject is merged, every time is followed.
const AS_IT_IS: &str = "times = \"all\"\nfictional_rooms = []\ngraad_suffix = false\n";

fn import(files: &Files, profile: &str) -> (Imported, School) {
    let profile = Profile::parse(profile).expect("a profile");
    let imported = read(files, &profile).unwrap_or_else(|faults| panic!("{:#?}", faults.0));
    let school = School::from_document(imported.document.clone())
        .unwrap_or_else(|faults| panic!("{:#?}", faults.0));
    (imported, school)
}

/// The fields of a file, cut plainly: these files have no separator inside quotes.
fn rows(files: &[(String, Vec<u8>)], number: u16) -> Vec<Vec<String>> {
    let file = files.iter().find(|(name, _)| Files::number_of(name) == Some(number));
    let text: String = file.map_or_else(String::new, |(_, bytes)| bytes.iter().map(|b| char::from(*b)).collect());
    text.lines()
        .map(|line| line.split(',').map(|f| f.trim_matches('"').to_owned()).collect())
        .collect()
}

/// Chosen fields of every row, with how many rows say the same.
fn fields(rows: &[Vec<String>], columns: &[usize]) -> BTreeMap<Vec<String>, usize> {
    let mut counted = BTreeMap::new();
    for row in rows {
        let key = columns.iter().map(|c| row.get(c - 1).cloned().unwrap_or_default()).collect();
        *counted.entry(key).or_insert(0) += 1;
    }
    counted
}

/// The same without counts and without rows in which one of the fields is blank.
fn facts(rows: &[Vec<String>], columns: &[usize]) -> BTreeSet<Vec<String>> {
    let all = fields(rows, columns).into_keys();
    all.filter(|fields| fields.iter().all(|f| !f.is_empty() && f != "?")).collect()
}

fn compare<T: Ord + std::fmt::Debug>(what: &str, before: &BTreeSet<T>, after: &BTreeSet<T>) -> usize {
    let lost: Vec<_> = before.difference(after).collect();
    let new: Vec<_> = after.difference(before).collect();
    println!("{what}: {} before, lost {} {:?}, new {} {:?}", before.len(), lost.len(), &lost[..lost.len().min(12)], new.len(), &new[..new.len().min(12)]);
    lost.len() + new.len()
}

#[test]
fn explore() {
    let Some(before) = named() else { return };
    let files = Files::from_names(before.clone());
    let (imported, school) = import(&files, AS_IT_IS);
    let decided = Decided::new(&school, &imported.allocation, &imported.timetable);
    for base in [None, Some(&files)] {
        let Written { files: after, lost } = write(&decided, base);
        for note in lost.iter() { println!("{} {:?}", note.code(), note.message.args); }
        println!("names {:?}", after.iter().map(|f| &f.0).collect::<Vec<_>>());
        for (number, columns) in [(2, vec![1, 2]), (2, vec![1, 5]), (2, vec![1, 6]), (2, vec![1, 7]), (2, vec![1, 8]), (2, vec![1,5,6,7]),(2, vec![1,5,6,7,8]),
            (1, vec![1, 6, 7]), (1, vec![1, 2, 6, 7]), (1, vec![1, 3, 6, 7]), (1, vec![1, 4, 6, 7]), (1, vec![1, 5, 6, 7]), (1, vec![1,2,3,4,5,6,7]),
            (3, vec![1]), (4, vec![1]), (5, vec![1]), (6, vec![1]), (8, vec![1, 2]), (16, vec![1,2,3,4,5])] {
            compare(&format!("GPU{number:03} {columns:?}"), &facts(&rows(&before, number), &columns), &facts(&rows(&after, number), &columns));
        }
        for number in [1,2,3,4,5,6,8,9,16,20] { 
            let all = |f: &[(String, Vec<u8>)]| -> BTreeSet<Vec<String>> { rows(f, number).into_iter().collect() };
            compare(&format!("rows GPU{number:03}"), &all(&before), &all(&after)); }
    }
}

//! Other names for the people of a school, the same ones in every document, and the way back with a key.
//!
//! What names a person is replaced: ids and names of staff, the school's name, and free texts in which people explain
//! themselves (the reasons of wishes, where a school comes from). Names of staff are also replaced where they stand
//! inside another text. Everything that a plan depends on stays: pseudonymised, a school has the same best plans.

mod key;
mod walk;

pub use key::Key;

use serde_json::Value;
use uurwerk_model::{
    ConflictDocument, Diagnostic, Diagnostics, Kind, PlanDocument, School, schema,
};

use walk::{Names, replace};

/// Replaces the names in a school, plan or conflict document; `key` learns what is new to it. A plan or conflict
/// needs the key of its school.
///
/// `dice` numbers the people: which number somebody gets must not follow from the name, so hand in something that
/// nobody else can know. It takes time in proportion to the document.
///
/// ```
/// use uurwerk::{generate::{GenerateOptions, generate}, pseudonymise::{Key, pseudonymise, restore}};
/// let school = generate(&GenerateOptions { teachers: 8, classes: None, seed: 1 }).unwrap();
/// let json = serde_json::to_string(&school).unwrap();
/// let mut key = Key::default();
/// let hidden = pseudonymise(&json, &mut key, 42).unwrap();
/// assert!(!hidden.to_string().contains(&school.staff[0].name));
/// assert_eq!(restore(&hidden.to_string(), &key).unwrap(), serde_json::to_value(&school).unwrap());
/// ```
///
/// # Errors
/// The faults of the document; UW0532 for a plan or conflict of a school that the key does not know, UW0533 for a
/// person that it does not know, UW0534 for a document of another kind.
pub fn pseudonymise(json: &str, key: &mut Key, dice: u64) -> Result<Value, Diagnostics> {
    let (kind, mut tree, hash) = read(json)?;
    match kind {
        Kind::School => key.learn(&tree, dice),
        // Before any name: without the key of its school a document knows nobody.
        _ => rename_school(&mut tree, key.hidden(&hash), &hash)?,
    }
    replace(&schema(kind), &mut tree, &Names::hiding(key))?;
    if kind == Kind::School {
        let hidden = School::parse(&tree.to_string())?.hash();
        key.pair(&hash, &hidden);
    }
    Ok(tree)
}

/// Puts the names back.
///
/// # Errors
/// As [`pseudonymise`].
pub fn restore(json: &str, key: &Key) -> Result<Value, Diagnostics> {
    let (kind, mut tree, hash) = read(json)?;
    if kind != Kind::School {
        rename_school(&mut tree, key.original(&hash), &hash)?;
    }
    replace(&schema(kind), &mut tree, &Names::restoring(key))?;
    Ok(tree)
}

/// A valid document of any kind as a tree, with the hash of its school.
fn read(json: &str) -> Result<(Kind, Value, String), Diagnostics> {
    #[derive(serde::Deserialize)]
    struct AnyDocument {
        uurwerk: uurwerk_model::Header,
    }
    let text = json.strip_prefix('\u{feff}').unwrap_or(json);
    // A document without a header is read as a school, whose reader says what is wrong.
    let kind = serde_json::from_str::<AnyDocument>(text).map_or(Kind::School, |d| d.uurwerk.kind);
    let (tree, hash) = match kind {
        Kind::School => {
            let school = School::parse(text)?;
            (serde_json::to_value(school.document()), school.hash())
        }
        Kind::Plan => {
            let plan = PlanDocument::parse(text)?;
            let hash = plan.school.sha256.clone();
            (serde_json::to_value(&plan), hash)
        }
        Kind::Conflict => {
            let conflict = ConflictDocument::parse(text)?;
            let hash = conflict.school.sha256.clone();
            (serde_json::to_value(&conflict), hash)
        }
        other => {
            let fault = Diagnostic::error("UW0534", "/uurwerk/kind").with("kind", other.name());
            return Err(Diagnostics(vec![fault]));
        }
    };
    let unreadable = |fault: serde_json::Error| {
        let fault = Diagnostic::error("UW0099", "").with("detail", fault.to_string());
        Diagnostics(vec![fault])
    };
    Ok((kind, tree.map_err(unreadable)?, hash))
}

/// Makes a document one of the school under its other name.
fn rename_school(tree: &mut Value, other: Option<&str>, hash: &str) -> Result<(), Diagnostics> {
    let Some(other) = other else {
        let fault = Diagnostic::error("UW0532", "/school/sha256").with("found", hash);
        return Err(Diagnostics(vec![fault]));
    };
    tree["school"]["sha256"] = other.into();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generate::{GenerateOptions, generate};
    use crate::{Control, Options, plan};

    fn school(seed: u64) -> (School, String) {
        let options = GenerateOptions {
            teachers: 10,
            classes: None,
            seed,
        };
        let document = generate(&options).expect("a school");
        let json = serde_json::to_string(&document).expect("plain data");
        (School::from_document(document).expect("valid"), json)
    }

    #[test]
    fn no_name_is_left_and_all_come_back() {
        for seed in 1..4 {
            let (school, json) = school(seed);
            let mut key = Key::default();
            let hidden = pseudonymise(&json, &mut key, 5).expect("valid");
            let text = hidden.to_string();
            for teacher in school.staff() {
                assert!(!text.contains(&teacher.name), "{}", teacher.name);
                assert!(
                    !text.contains(&format!("\"{}\"", teacher.id)),
                    "{}",
                    teacher.id
                );
            }
            assert!(!text.contains(&school.document().name));
            let back = restore(&text, &key).expect("valid");
            assert_eq!(
                back,
                serde_json::to_value(school.document()).expect("plain data")
            );
        }
    }

    #[test]
    fn a_plan_goes_with_its_school() {
        let (school, json) = school(2);
        let options = Options {
            iterations: Some(2_000),
            ..Options::default()
        };
        let plan = plan(&school, &options, &Control::UNBOUNDED).expect("a plan");
        let plan_json = serde_json::to_string(&plan).expect("plain data");
        let mut key = Key::default();
        let stranger = pseudonymise(&plan_json, &mut key, 5).expect_err("no key yet");
        assert_eq!(stranger.0[0].code(), "UW0532");
        let hidden_school = pseudonymise(&json, &mut key, 5).expect("valid").to_string();
        let hidden = pseudonymise(&plan_json, &mut key, 5)
            .expect("valid")
            .to_string();
        for teacher in school.staff() {
            assert!(!hidden.contains(&teacher.name), "{}", teacher.name);
        }
        // The hidden plan is one of the hidden school, and costs the same.
        let hidden_school = School::parse(&hidden_school).expect("valid");
        let hidden_plan = PlanDocument::parse(&hidden).expect("valid");
        let measured = crate::evaluate(&hidden_school, &hidden_plan).expect("of this school");
        let costs = |rules: &[uurwerk_model::RuleResult]| -> Vec<(i64, i64)> {
            rules
                .iter()
                .map(|rule| (rule.deviation, rule.cost))
                .collect()
        };
        assert_eq!(costs(&measured), costs(&plan.rules));
        let back = restore(&hidden, &key).expect("valid");
        assert_eq!(back, serde_json::to_value(&plan).expect("plain data"));
    }

    #[test]
    fn the_same_key_gives_the_same_names_and_grows() {
        let ((one, one_json), (_, two_json)) = (school(1), school(2));
        let mut key = Key::default();
        let first = pseudonymise(&one_json, &mut key, 5).expect("valid");
        let known = key.people();
        pseudonymise(&two_json, &mut key, 6).expect("valid");
        assert!(key.people() > known && known == one.staff().len());
        assert_eq!(pseudonymise(&one_json, &mut key, 7).expect("valid"), first);
        let read = Key::parse(&key.to_json()).expect("as written");
        assert_eq!(read.to_json(), key.to_json());
    }

    #[test]
    fn numbers_do_not_follow_the_order_of_the_file() {
        let (_, json) = school(3);
        let order = |dice| {
            let hidden = pseudonymise(&json, &mut Key::default(), dice).expect("valid");
            hidden["staff"].to_string()
        };
        assert_ne!(order(1), order(2));
        assert_eq!(order(1), order(1));
    }

    #[test]
    fn a_key_that_is_none_is_told() {
        for text in ["", "[]", "{\"staff\": 3}"] {
            assert_eq!(Key::parse(text).expect_err("no key").0[0].code(), "UW0531");
        }
    }
}

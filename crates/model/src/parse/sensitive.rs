//! Names of fields that must not be handed in: what people are judged by, what pupils said of them, their health,
//! their origin, their gender (memo F4: never for appraisal; special categories of the GDPR, article 9).
//!
//! Documents have no such fields, so any of these names is unknown and refused anyhow; this says why.

/// What a refused field seems to be about; also the selector in the catalogue.
const TOPICS: [(&str, &[&str]); 5] = [
    (
        "appraisal",
        &[
            "appraisal",
            "evaluation",
            "evaluations",
            "evaluatie",
            "evaluaties",
            "beoordeling",
            "beoordelingen",
            "functioneringsgesprek",
            "functionering",
            "rating",
            "ratings",
            "performance",
            "prestatie",
            "prestaties",
            "evaluatiescore",
            "appreciation",
            "waardering",
            "inspection",
            "doorlichting",
            "sanction",
            "sanctie",
        ],
    ),
    (
        "survey",
        &[
            "survey",
            "surveys",
            "bevraging",
            "bevragingen",
            "enquete",
            "enquetes",
            "feedback",
            "leerlingenbevraging",
            "questionnaire",
            "vragenlijst",
            "sondage",
            "tevredenheid",
            "satisfaction",
        ],
    ),
    (
        "health",
        &[
            "health",
            "gezondheid",
            "ziekte",
            "ziekteverlof",
            "illness",
            "sickness",
            "sick",
            "medical",
            "medisch",
            "disability",
            "disabled",
            "handicap",
            "beperking",
            "sante",
            "maladie",
            "medicale",
            "pregnant",
            "pregnancy",
            "zwanger",
            "zwangerschap",
            "enceinte",
            "grossesse",
            "diagnosis",
            "diagnose",
            "diagnostic",
            "burnout",
        ],
    ),
    (
        "origin",
        &[
            "ethnicity",
            "ethnic",
            "etnisch",
            "etniciteit",
            "ethnie",
            "race",
            "racial",
            "nationality",
            "nationaliteit",
            "nationalite",
            "origin",
            "origine",
            "afkomst",
            "herkomst",
            "migration",
            "migratie",
            "migrant",
            "birthplace",
            "birthcountry",
            "geboorteland",
            "geboorteplaats",
            "moedertaal",
            "religion",
            "religious",
            "godsdienst",
            "geloof",
            "croyance",
        ],
    ),
    (
        "gender",
        &[
            "gender",
            "sex",
            "sexe",
            "geslacht",
            "genre",
            "pronouns",
            "orientation",
            "geaardheid",
            "sexuality",
        ],
    ),
];

/// What a field of this name seems to be about, when that must not be handed in: one of `appraisal`, `survey`,
/// `health`, `origin`, `gender`.
///
/// Every word of the name counts, however they are joined (`survey_result`, `surveyResult`, `Survey-Result`).
///
/// ```
/// use uurwerk_model::sensitive;
/// assert_eq!(sensitive("evaluatie_2024"), Some("appraisal"));
/// assert_eq!(sensitive("leerlingenBevraging"), Some("survey"));
/// assert_eq!(sensitive("qualifications"), None);
/// ```
pub fn sensitive(field: &str) -> Option<&'static str> {
    if field.len() > 200 {
        return None;
    }
    let words = words(field);
    let whole = words.concat();
    let named = |known: &&str| whole == **known || words.iter().any(|word| word == *known);
    TOPICS
        .iter()
        .find(|(_, known)| known.iter().any(&named))
        .map(|(topic, _)| *topic)
}

/// The words of a name in small letters without accents.
fn words(field: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for letter in field.chars() {
        let starts = letter.is_uppercase() && was_small;
        if (starts || !letter.is_alphabetic()) && words.last().is_some_and(|word| !word.is_empty())
        {
            words.push(String::new());
        }
        if letter.is_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.extend(letter.to_lowercase().map(plain));
        }
        was_small = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

fn plain(letter: char) -> char {
    match letter {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'à' | 'â' | 'ä' => 'a',
        'ï' | 'î' => 'i',
        'ô' | 'ö' => 'o',
        'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, schema};
    use serde_json::Value;

    #[test]
    fn names_are_seen_however_they_are_written() {
        for (field, topic) in [
            ("gender", "gender"),
            ("Geslacht", "gender"),
            ("surveyResults", "survey"),
            ("pupil-survey", "survey"),
            ("enquête", "survey"),
            ("santé", "health"),
            ("is_pregnant", "health"),
            ("birth_country", "origin"),
            ("nationality", "origin"),
            ("last_evaluation", "appraisal"),
            ("EVALUATIE", "appraisal"),
        ] {
            assert_eq!(sensitive(field), Some(topic), "{field}");
        }
        for field in [
            "",
            "pupils",
            "essex",
            "statuut",
            "evaluator",
            "racer",
            "🙂",
            "hours",
        ] {
            assert_eq!(sensitive(field), None, "{field}");
        }
    }

    /// Fields that a document has are not refused; the one word in common is where a school comes from.
    #[test]
    fn no_field_of_a_document_is_sensitive() {
        fn names(schema: &Value, found: &mut Vec<String>) {
            if let Some(fields) = schema["properties"].as_object() {
                found.extend(fields.keys().cloned());
            }
            match schema {
                Value::Object(fields) => fields.values().for_each(|inner| names(inner, found)),
                Value::Array(items) => items.iter().for_each(|inner| names(inner, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        for kind in [Kind::School, Kind::Plan, Kind::Conflict] {
            names(&schema(kind), &mut found);
        }
        found.retain(|name| sensitive(name).is_some());
        assert_eq!(found, ["origin"]);
    }
}

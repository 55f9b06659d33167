//! A cell as text and as JSON. What a text cannot mean stays a text, and the document's reader says what is expected there.
//!
//! Where a name holds a comma or another mark of these notations, the cell holds JSON instead.

use serde_json::{Map, Value, json};
use uurwerk_model::{FTE, Language, Message};

use super::layout::Cell;

/// The text of a value; `words` turns a code into a word for people.
pub(super) fn text(cell: Cell, value: &Value, words: &dyn Fn(&str) -> String) -> String {
    let plain = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let list = |separator: &str, one: &dyn Fn(&Value) -> String| {
        let entries = value.as_array().map_or(&[][..], Vec::as_slice);
        entries.iter().map(one).collect::<Vec<_>>().join(separator)
    };
    let written = match cell {
        Cell::Text | Cell::Whole => return plain(value),
        Cell::Amount => return value.as_i64().map_or_else(|| plain(value), amount),
        Cell::Flag => {
            return value
                .as_bool()
                .map_or_else(String::new, |b| words(if b { "yes" } else { "no" }));
        }
        Cell::Choice(_) => return words(&plain(value)),
        Cell::Names => list(", ", &plain),
        Cell::Graden => list(", ", &plain),
        Cell::Blocks => list("+", &plain),
        Cell::Groups => list(", ", &group),
        Cell::Positions => list(", ", &position),
        Cell::Rooms => list("; ", &need),
        Cell::Params => {
            let params = value.as_object().into_iter().flatten();
            let one = |(name, value): (&String, &Value)| format!("{name}={value}");
            params.map(one).collect::<Vec<_>>().join(", ")
        }
    };
    if read(cell, &written) == *value || value.is_null() {
        written
    } else {
        value.to_string()
    }
}

/// The value of a text that is not blank.
pub(super) fn read(cell: Cell, text: &str) -> Value {
    let text = text.trim();
    if text.starts_with(['[', '{'])
        && let Ok(value) = serde_json::from_str(text)
    {
        return value;
    }
    match cell {
        Cell::Text => Value::from(text),
        Cell::Whole => whole(text),
        Cell::Amount => match whole(text) {
            Value::String(text) => Value::String(text.replace(' ', "")),
            number => number,
        },
        Cell::Flag => match code(&["yes", "no"], text).as_deref() {
            Some("yes") => Value::Bool(true),
            Some("no") => Value::Bool(false),
            _ => match text.to_lowercase().as_str() {
                "true" | "1" | "x" => Value::Bool(true),
                "false" | "0" => Value::Bool(false),
                _ => Value::from(text),
            },
        },
        Cell::Choice(codes) => Value::from(code(codes, text).unwrap_or_else(|| text.to_owned())),
        Cell::Names => parts(text, &[',', ';'], |name| Value::from(name)),
        Cell::Graden => parts(text, &[',', ';', ' '], whole),
        Cell::Blocks => parts(text, &['+', ',', ' '], whole),
        Cell::Groups => parts(text, &[',', ';'], read_group),
        Cell::Positions => parts(text, &[',', ';'], read_position),
        Cell::Rooms => parts(text, &[';'], read_need),
        Cell::Params => {
            let mut params = Map::new();
            for one in text.split([',', ';']).filter(|one| !one.trim().is_empty()) {
                let (name, value) = one.split_once('=').unwrap_or((one, ""));
                let value = serde_json::from_str(value.trim())
                    .unwrap_or_else(|_| Value::from(value.trim()));
                params.insert(name.trim().to_owned(), value);
            }
            Value::Object(params)
        }
    }
}

/// The code of a word in any of the languages, or of itself.
pub(super) fn code(codes: &[&str], text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let means = |code: &&&str| {
        code.to_lowercase() == lower
            || Language::ALL
                .iter()
                .any(|l| word(code, *l).to_lowercase() == lower)
    };
    codes.iter().find(means).map(|code| (*code).to_owned())
}

/// The word for a code; the code itself where it is a word.
pub(crate) fn word(code: &str, language: Language) -> String {
    let id = format!("choice-{code}");
    if Message::is_known(&id, language) {
        Message::new(&id).text(language)
    } else {
        code.to_owned()
    }
}

fn parts(text: &str, separators: &[char], read: impl Fn(&str) -> Value) -> Value {
    let parts = text.split(separators).map(str::trim);
    Value::Array(parts.filter(|p| !p.is_empty()).map(read).collect())
}

/// A spreadsheet may write 4 as 4.0.
fn whole(text: &str) -> Value {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    digits
        .parse::<i64>()
        .map_or_else(|_| Value::from(text), Value::from)
}

/// As hours and noemer where that is exact: of the Flemish noemers the first, else whole units.
pub(crate) fn amount(units: i64) -> String {
    let noemers = [22, 21, 20, 29];
    let exact = noemers
        .iter()
        .find(|noemer| units >= 0 && (i128::from(units) * **noemer as i128) % i128::from(FTE) == 0);
    match exact {
        Some(noemer) if units > 0 => format!(
            "{}/{noemer}",
            i128::from(units) * i128::from(*noemer) / i128::from(FTE)
        ),
        _ => units.to_string(),
    }
}

fn string(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn group(value: &Value) -> String {
    let class = string(value, "class");
    match value.get("part") {
        Some(part) => [class, string(part, "partition"), string(part, "part")].join("/"),
        None => class,
    }
}

fn read_group(text: &str) -> Value {
    let mut names = text.split('/').map(str::trim);
    match (names.next(), names.next(), names.next(), names.next()) {
        (Some(class), Some(partition), Some(part), None) => {
            json!({"class": class, "part": {"partition": partition, "part": part}})
        }
        _ => json!({"class": text}),
    }
}

const ROLES: &[&str] = &["lead", "co", "guest", "trainee", "duty"];

fn position(value: &Value) -> String {
    let role = string(value, "role");
    match value.get("hours").and_then(Value::as_i64) {
        Some(hours) => format!("{role}:{hours}"),
        None => role,
    }
}

fn read_position(text: &str) -> Value {
    let (role, hours) = text
        .split_once(':')
        .map_or((text, None), |(r, h)| (r, Some(h)));
    let role = code(ROLES, role).unwrap_or_else(|| role.trim().to_owned());
    match hours {
        Some(hours) => json!({"role": role, "hours": whole(hours.trim())}),
        None => json!({"role": role}),
    }
}

fn need(value: &Value) -> String {
    let names = |key: &str| {
        let names = value[key].as_array().map_or(&[][..], Vec::as_slice);
        names
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let kind = value["kind"].as_str().map(|kind| format!("kind:{kind}"));
    let mut suited: Vec<String> = kind.into_iter().collect();
    suited.extend(names("any_of"));
    let liked = names("prefer");
    let suited = if suited.is_empty() {
        "*".to_owned()
    } else {
        suited.join(", ")
    };
    if liked.is_empty() {
        suited
    } else {
        format!("{suited} > {}", liked.join(", "))
    }
}

fn read_need(text: &str) -> Value {
    let (suited, liked) = text.split_once('>').unwrap_or((text, ""));
    let names = |text: &str| -> Vec<String> {
        let names = text.split(',').map(str::trim);
        names
            .filter(|n| !n.is_empty() && *n != "*")
            .map(str::to_owned)
            .collect()
    };
    let (kinds, any_of): (Vec<_>, Vec<_>) = names(suited)
        .into_iter()
        .partition(|name| name.starts_with("kind:"));
    let mut need = Map::new();
    if let Some(kind) = kinds.first() {
        need.insert("kind".into(), Value::from(kind["kind:".len()..].trim()));
    }
    for (key, names) in [("any_of", any_of), ("prefer", names(liked))] {
        if !names.is_empty() {
            need.insert(key.into(), Value::from(names));
        }
    }
    Value::Object(need)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_they_are_written() {
        for (cell, value, text_of) in [
            (Cell::Amount, json!(121_800), "20/22"),
            (Cell::Amount, json!(7), "7"),
            (Cell::Flag, json!(true), "yes"),
            (
                Cell::Choice(&["permanent"]),
                json!("permanent"),
                "permanent",
            ),
            (Cell::Graden, json!([1, 3]), "1, 3"),
            (Cell::Blocks, json!([2, 1, 1]), "2+1+1"),
            (
                Cell::Groups,
                json!([{"class": "1A"}, {"class": "1B", "part": {"partition": "half", "part": "2"}}]),
                "1A, 1B/half/2",
            ),
            (
                Cell::Groups,
                json!([{"class": "1,A"}]),
                "[{\"class\":\"1,A\"}]",
            ),
            (
                Cell::Positions,
                json!([{"role": "lead"}, {"role": "co", "hours": 2}]),
                "lead, co:2",
            ),
            (
                Cell::Rooms,
                json!([{"kind": "lab", "any_of": ["A1"], "prefer": ["A1"]}, {}]),
                "kind:lab, A1 > A1; *",
            ),
            (
                Cell::Params,
                json!({"max": 2, "of": ["a", "b"]}),
                "{\"max\":2,\"of\":[\"a\",\"b\"]}",
            ),
            (Cell::Params, json!({"max": 2}), "max=2"),
        ] {
            let written = text(cell, &value, &str::to_owned);
            assert_eq!(written, text_of);
            if cell != Cell::Amount {
                assert_eq!(read(cell, &written), value, "{written}");
            }
        }
        assert_eq!(read(Cell::Amount, "20 / 22"), json!("20/22"));
        assert_eq!(read(Cell::Whole, "4.0"), json!(4));
        assert_eq!(read(Cell::Whole, "four"), json!("four"));
    }

    #[test]
    fn words_of_every_language_mean_their_code() {
        for language in Language::ALL {
            let said = word("permanent", language);
            assert_eq!(
                code(&["tadd", "permanent"], &said).as_deref(),
                Some("permanent")
            );
        }
        assert_eq!(code(&["tadd"], "nonsense"), None);
    }
}

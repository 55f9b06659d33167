//! `uurwerk rules`, `uurwerk schema`, `uurwerk generate`: what Uurwerk knows without a school.

use std::path::Path;

use uurwerk::generate::{GenerateOptions, generate as make_school};
use uurwerk::rules::{CATALOGUE, Rule, Source};
use uurwerk::{Kind, Language, Message, Mode};

use crate::args::{Common, Format};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// Prints the JSON Schema of a kind of document.
pub fn schema(console: &Console, kind: &str) -> Result<Exit, Failure> {
    let Ok(kind) = serde_json::from_value::<Kind>(kind.into()) else {
        return Err(Failure::Usage(
            Message::new("cli-no-such-kind")
                .with("kind", kind)
                .text(console.language),
        ));
    };
    console.print(&files::json(&uurwerk::schema(kind))?)?;
    Ok(Exit::Done)
}

/// Makes up a school.
pub fn generate(
    common: &Common,
    console: &Console,
    teachers: u32,
    classes: Option<u32>,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let options = GenerateOptions {
        teachers,
        classes,
        seed: common.seed,
    };
    let document = make_school(&options)?;
    let json = files::json(&document)?;
    match output {
        Some(path) => files::write(path, json.as_bytes())?,
        None => console.print(&json)?,
    }
    Ok(Exit::Done)
}

/// Lists the rules or tells all about one.
pub fn rules(console: &Console, id: Option<&str>) -> Result<Exit, Failure> {
    let chosen: Vec<&Rule> = match id {
        None => CATALOGUE.to_vec(),
        Some(id) => CATALOGUE
            .iter()
            .copied()
            .filter(|rule| rule.id.eq_ignore_ascii_case(id))
            .collect(),
    };
    if let (Some(id), true) = (id, chosen.is_empty()) {
        return Err(Failure::Usage(
            Message::new("cli-no-such-rule")
                .with("rule", id)
                .text(console.language),
        ));
    }
    if console.format == Format::Json {
        let all: Vec<_> = chosen
            .iter()
            .map(|rule| as_json(rule, console.language))
            .collect();
        console.print(&files::json(&all)?)?;
    } else if id.is_some() {
        for rule in chosen {
            console.print(&in_full(rule, console.language))?;
        }
    } else {
        console.print(&table(&chosen, console.language))?;
    }
    Ok(Exit::Done)
}

fn title(rule: &Rule, language: Language) -> String {
    Message::new(&format!("rule-{}", rule.id)).text(language)
}

fn source(rule: &Rule, language: Language) -> String {
    match rule.source {
        Source::Memo(section) => Message::new("source-memo")
            .with("section", section)
            .text(language),
        Source::Law(text) => text.to_owned(),
        Source::Logic => Message::new("source-logic").text(language),
        Source::Practice => Message::new("source-practice").text(language),
    }
}

fn mode(mode: Mode, language: Language) -> String {
    let id = match mode {
        Mode::Hard => "mode-hard",
        Mode::Soft => "mode-soft",
        Mode::Measure => "mode-measure",
        Mode::Off => "mode-off",
    };
    Message::new(id).text(language)
}

fn table(rules: &[&Rule], language: Language) -> String {
    use comfy_table::{ContentArrangement, Table, presets};
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    table
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(80);
    table.set_header(
        [
            "cli-rules-id",
            "cli-rules-rule",
            "cli-rules-source",
            "cli-rules-mode",
            "cli-rules-weight",
        ]
        .map(|id| Message::new(id).text(language)),
    );
    for rule in rules {
        table.add_row([
            rule.id.to_owned(),
            title(rule, language),
            source(rule, language),
            mode(rule.modes.memo, language),
            rule.weight.to_string(),
        ]);
    }
    format!("{table}\n")
}

fn in_full(rule: &Rule, language: Language) -> String {
    let words = Message::new(&format!("rule-{}", rule.id));
    let mut text = format!("{}  {}\n", rule.id, title(rule, language));
    text.push_str(&format!(
        "  {}\n  {}\n",
        words.attribute(language, "what"),
        words.attribute(language, "why")
    ));
    let unit = Message::new(rule.unit).with("n", 2).text(language);
    text.push_str(&format!(
        "  {}\n",
        Message::new("cli-rules-unit")
            .with("unit", unit.trim_start_matches("2 "))
            .text(language)
    ));
    text.push_str(&format!(
        "  memo: {}  memo-strict: {}  law-only: {}  ({})\n",
        mode(rule.modes.memo, language),
        mode(rule.modes.strict, language),
        mode(rule.modes.law, language),
        Message::new("cli-rules-default-weight")
            .with("weight", i64::from(rule.weight))
            .text(language),
    ));
    for param in rule.params {
        let about = words.attribute(language, &format!("param-{}", param.name));
        text.push_str(&format!(
            "  {} = {}  ({}..{})  {about}\n",
            param.name, param.default, param.min, param.max
        ));
    }
    text
}

fn as_json(rule: &Rule, language: Language) -> serde_json::Value {
    let words = Message::new(&format!("rule-{}", rule.id));
    let params: Vec<_> = rule
        .params
        .iter()
        .map(|p| {
            serde_json::json!({
                "name": p.name, "default": p.default, "min": p.min, "max": p.max,
                "about": words.attribute(language, &format!("param-{}", p.name)),
            })
        })
        .collect();
    serde_json::json!({
        "id": rule.id,
        "title": title(rule, language),
        "what": words.attribute(language, "what"),
        "why": words.attribute(language, "why"),
        "source": source(rule, language),
        "modes": { "memo": rule.modes.memo, "memo-strict": rule.modes.strict, "law-only": rule.modes.law },
        "weight": rule.weight,
        "params": params,
    })
}

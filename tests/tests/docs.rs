//! The page of the rules is made from the catalogue, so it cannot say anything else.
#![allow(missing_docs, clippy::unwrap_used)]

use std::fmt::Write;

use uurwerk::rules::{Body, CATALOGUE, Rule, Source};
use uurwerk::{Language, Message, Mode};
use uurwerk_tests::root;

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Hard => "hard",
        Mode::Soft => "soft",
        Mode::Measure => "measured",
        Mode::Off => "off",
    }
}

fn source(rule: &Rule) -> String {
    match rule.source {
        Source::Memo(section) => format!("memorandum, {section}"),
        Source::Law(text) => format!("law: {text}"),
        Source::Logic => "logic".to_owned(),
        Source::Practice => "practice".to_owned(),
    }
}

fn section(page: &mut String, rule: &Rule) {
    let words = Message::new(&format!("rule-{}", rule.id));
    let say = |attribute: &str| words.attribute(Language::En, attribute);
    writeln!(page, "\n### {}: {}\n", rule.id, words.text(Language::En)).unwrap();
    writeln!(page, "{} {}\n", say("what"), say("why")).unwrap();
    writeln!(
        page,
        "Source: {}. Under `memo` {}, under `memo-strict` {}, under `law-only` {}; weight {}.",
        source(rule),
        mode(rule.modes.memo),
        mode(rule.modes.strict),
        mode(rule.modes.law),
        rule.weight
    )
    .unwrap();
    if rule.params.is_empty() {
        return;
    }
    page.push_str("\n| Number | Default | Range | Meaning |\n|---|---|---|---|\n");
    for param in rule.params {
        let about = say(&format!("param-{}", param.name));
        writeln!(
            page,
            "| `{}` | {} | {} to {} | {about} |",
            param.name, param.default, param.min, param.max
        )
        .unwrap();
    }
}

/// Which rules belong to a part of the page.
type Belongs = fn(&Body) -> bool;

#[test]
fn the_page_of_the_rules_is_up_to_date() {
    let mut page = "# The rules\n\nMade from the catalogue by a test; `uurwerk rules ID` tells the same in three languages.\n\n\
        Hard: must hold. Soft: costs its weight for each unit of deviation. Measured (`measure` in a policy): reported, never enforced. A policy\n\
        names a preset (`memo`, `memo-strict`, `law-only`; `report-only` has the modes of `law-only`) and may change mode, weight and numbers of\n\
        every rule. The rules under *Facts* are about what no plan decides.\n".to_owned();
    let parts: [(&str, Belongs); 3] = [
        ("Who teaches what", |body| matches!(body, Body::Load(_))),
        ("When and where", |body| matches!(body, Body::Time { .. })),
        ("Facts", |body| matches!(body, Body::Fact(_))),
    ];
    for (title, belongs) in parts {
        writeln!(page, "\n## {title}").unwrap();
        for rule in CATALOGUE.iter().filter(|rule| belongs(&rule.body)) {
            section(&mut page, rule);
        }
    }
    let path = root().join("docs/RULES.md");
    if std::env::var_os("UURWERK_BLESS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == page,
        "run with UURWERK_BLESS=1 to renew docs/RULES.md"
    );
}

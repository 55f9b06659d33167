//! The catalogue as a whole: what every rule owes its readers.

use std::collections::BTreeSet;

use uurwerk_model::{Language, Message};

use super::*;

#[test]
fn ids_are_unique() {
    let ids: BTreeSet<_> = CATALOGUE.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), CATALOGUE.len());
}

#[test]
fn every_rule_has_its_words_in_every_language() {
    for rule in CATALOGUE {
        let id = rule.id;
        for language in Language::ALL {
            // Time rules that deviate in several ways have a message for each, and say so in their own tests.
            let by_kind = matches!(rule.body, Body::Time { .. });
            assert!(
                by_kind || Message::is_known(&format!("finding-{id}"), language),
                "finding-{id}"
            );
            let unit = Message::new(rule.unit).with("n", 2);
            assert_ne!(unit.text(language), rule.unit);
            let words = Message::new(&format!("rule-{id}"));
            assert_ne!(words.text(language), words.id);
            let params = rule
                .params
                .iter()
                .map(|param| format!("param-{}", param.name));
            for attribute in params.chain(["what".to_owned(), "why".to_owned()]) {
                assert!(
                    !words.attribute(language, &attribute).is_empty(),
                    "{id} {attribute}"
                );
            }
        }
    }
}

#[test]
fn every_load_rule_can_be_a_demand() {
    for rule in CATALOGUE
        .iter()
        .filter(|rule| matches!(rule.body, Body::Load(_)))
    {
        // Demands about single posts speak of the lesson, whatever the rule.
        let id = match rule.id {
            "A1" | "Q1" | "K1" => "demand-post".to_owned(),
            id => format!("demand-{id}"),
        };
        assert!(
            Language::ALL.iter().all(|l| Message::is_known(&id, *l)),
            "{id}"
        );
    }
}

#[test]
fn defaults_are_in_range() {
    for param in CATALOGUE.iter().flat_map(|rule| rule.params) {
        assert!(
            (param.min..=param.max).contains(&param.default),
            "{}",
            param.name
        );
    }
}

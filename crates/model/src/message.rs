//! Words for people, in Dutch, French and English, from one catalogue (Project Fluent).
//!
//! A [`Message`] is a name and arguments; its words are looked up when somebody reads it, so a plan
//! made in one language can be read in another. Sentences are never glued together from parts.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;
use unic_langid::{LanguageIdentifier, langid};

/// The languages of the catalogue.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
    /// French.
    Fr,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::En, Self::Nl, Self::Fr];

    /// The two-letter code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
            Self::Fr => "fr",
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::En => langid!("en"),
            Self::Nl => langid!("nl"),
            Self::Fr => langid!("fr"),
        }
    }

    /// The catalogue's files in this language, one per room of the house.
    fn sources(self) -> &'static [&'static str] {
        match self {
            Self::En => &[
                include_str!("../locales/en/cli.ftl"),
                include_str!("../locales/en/diagnostics.ftl"),
                include_str!("../locales/en/difference.ftl"),
                include_str!("../locales/en/explain.ftl"),
                include_str!("../locales/en/formats.ftl"),
                include_str!("../locales/en/generate.ftl"),
                include_str!("../locales/en/prices.ftl"),
                include_str!("../locales/en/report.ftl"),
                include_str!("../locales/en/rules.ftl"),
                include_str!("../locales/en/tables.ftl"),
            ],
            Self::Nl => &[
                include_str!("../locales/nl/cli.ftl"),
                include_str!("../locales/nl/diagnostics.ftl"),
                include_str!("../locales/nl/difference.ftl"),
                include_str!("../locales/nl/explain.ftl"),
                include_str!("../locales/nl/formats.ftl"),
                include_str!("../locales/nl/generate.ftl"),
                include_str!("../locales/nl/prices.ftl"),
                include_str!("../locales/nl/report.ftl"),
                include_str!("../locales/nl/rules.ftl"),
                include_str!("../locales/nl/tables.ftl"),
            ],
            Self::Fr => &[
                include_str!("../locales/fr/cli.ftl"),
                include_str!("../locales/fr/diagnostics.ftl"),
                include_str!("../locales/fr/difference.ftl"),
                include_str!("../locales/fr/explain.ftl"),
                include_str!("../locales/fr/formats.ftl"),
                include_str!("../locales/fr/generate.ftl"),
                include_str!("../locales/fr/prices.ftl"),
                include_str!("../locales/fr/report.ftl"),
                include_str!("../locales/fr/rules.ftl"),
                include_str!("../locales/fr/tables.ftl"),
            ],
        }
    }
}

impl FromStr for Language {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let code = text.get(..2).unwrap_or(text).to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|l| l.code() == code)
            .ok_or_else(|| format!("unknown language `{text}`; known are en, nl, fr"))
    }
}

/// A value that a sentence mentions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Argument {
    /// A whole number; sentences choose singular or plural by it.
    Number(i64),
    /// A name or another text.
    Text(String),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// A message of the catalogue with its arguments.
///
/// ```
/// use uurwerk_model::{Language, Message};
/// let message = Message::new("unit-hours").with("n", 1);
/// assert_eq!(message.text(Language::En), "1 hour");
/// assert_eq!(message.text(Language::Fr), "1 heure");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Name in the catalogue.
    pub id: String,
    /// Arguments by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Argument>,
}

impl Message {
    /// A message without arguments.
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            args: BTreeMap::new(),
        }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Argument>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// The words in `language`; the bare name when the catalogue lacks it.
    pub fn text(&self, language: Language) -> String {
        self.format(language, None)
            .unwrap_or_else(|| self.id.clone())
    }

    /// The words of an attribute (such as `remedy`); empty when there is none.
    pub fn attribute(&self, language: Language, attribute: &str) -> String {
        self.format(language, Some(attribute)).unwrap_or_default()
    }

    fn format(&self, language: Language, attribute: Option<&str>) -> Option<String> {
        let bundle = bundle(language);
        let message = bundle.get_message(&self.id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut args = FluentArgs::new();
        for (name, value) in &self.args {
            let value = match value {
                Argument::Number(n) => FluentValue::from(*n),
                Argument::Text(t) => FluentValue::from(t.as_str()),
            };
            args.set(name.as_str(), value);
        }
        let mut faults = Vec::new();
        Some(
            bundle
                .format_pattern(pattern, Some(&args), &mut faults)
                .into_owned(),
        )
    }

    /// Whether the catalogue holds a message of this name in `language`.
    pub fn is_known(id: &str, language: Language) -> bool {
        bundle(language).has_message(id)
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 3] = [OnceLock::new(), OnceLock::new(), OnceLock::new()];
    BUNDLES[language as usize].get_or_init(|| {
        let mut bundle = Bundle::new_concurrent(vec![language.identifier()]);
        // Names of people stand in sentences of one script: isolation marks would only clutter terminals.
        bundle.set_use_isolating(false);
        for source in language.sources() {
            // A fault in the catalogue is caught by the tests below; at run time the rest still speaks.
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(rest, _)| rest);
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Names, attributes and variables of a catalogue, as `name.attribute` -> variables.
    fn entries(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let mut entries = BTreeMap::new();
        for source in language.sources() {
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", language.code()));
            drop(resource);
            let mut name = String::new();
            for line in source.lines() {
                let is_new = line.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
                if is_new && let Some((head, _)) = line.split_once('=') {
                    name = head.trim().to_owned();
                    let fresh = entries.insert(name.clone(), BTreeSet::new()).is_none();
                    assert!(fresh, "{} twice in {}", name, language.code());
                }
                let mut rest = line;
                while let Some(at) = rest.find("$") {
                    rest = &rest[at + 1..];
                    let end = rest
                        .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
                        .unwrap_or(rest.len());
                    entries
                        .entry(name.clone())
                        .or_default()
                        .insert(rest[..end].to_owned());
                }
                if let Some(attribute) = line.trim_start().strip_prefix('.') {
                    let attribute = attribute.split('=').next().unwrap_or_default().trim();
                    entries.entry(format!("{name}.{attribute}")).or_default();
                }
            }
        }
        entries
    }

    #[test]
    fn the_three_languages_say_the_same_things() {
        let english = entries(Language::En);
        for language in [Language::Nl, Language::Fr] {
            assert_eq!(english, entries(language), "{}", language.code());
        }
    }

    #[test]
    fn every_diagnostic_has_a_remedy() {
        let english = entries(Language::En);
        for name in english
            .keys()
            .filter(|n| n.starts_with("UW") && !n.contains('.'))
        {
            assert!(
                english.contains_key(&format!("{name}.remedy")),
                "{name} has no remedy"
            );
        }
    }
}

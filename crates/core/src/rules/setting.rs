//! A rule's mode, weight and numbers in one school: the preset, then what the policy says otherwise.

use std::collections::BTreeMap;

use serde_json::Value;
use uurwerk_model::{Diagnostic, Diagnostics, Mode, Policy, RuleSetting, Tier};

use super::tiers::tier_of;
use super::{CATALOGUE, Rule};

/// A whole number that a rule uses.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// Name in the policy; its words are the attribute `param-NAME` of the rule's message.
    pub name: &'static str,
    /// Value without a word from the policy.
    pub default: i64,
    /// Least value.
    pub min: i64,
    /// Greatest value.
    pub max: i64,
}

/// A rule as one school wants it.
#[derive(Clone)]
pub struct Setting {
    /// The rule.
    pub rule: &'static Rule,
    /// How strictly.
    pub mode: Mode,
    /// Cost of one unit of deviation when soft.
    pub weight: u32,
    /// The tier of priorities that it belongs to.
    pub tier: Tier,
    params: Vec<i64>,
}

impl Setting {
    /// A number of the rule by name; 0 for a name that the rule does not declare.
    pub fn param(&self, name: &str) -> i64 {
        let at = self.rule.params.iter().position(|p| p.name == name);
        debug_assert!(
            at.is_some(),
            "rule {} has no parameter {name}",
            self.rule.id
        );
        at.map_or(0, |at| self.params[at])
    }

    /// All numbers by name, as a plan records them.
    pub fn recorded(&self) -> BTreeMap<String, Value> {
        let names = self.rule.params.iter().map(|p| p.name.to_owned());
        names
            .zip(self.params.iter().map(|v| Value::from(*v)))
            .collect()
    }
}

/// Every rule as one school wants it, in the order of the catalogue.
#[derive(Clone)]
pub struct Settings {
    all: Vec<Setting>,
    tiers: Option<Vec<Tier>>,
}

impl Settings {
    /// Reads a policy.
    ///
    /// # Errors
    /// Every unknown rule (UW0201), unknown number (UW0202) and value out of range (UW0203).
    pub fn of(policy: &Policy) -> Result<Self, Diagnostics> {
        let mut faults = Diagnostics::default();
        for id in policy.rules.keys() {
            if !CATALOGUE.iter().any(|rule| rule.id == id.as_str()) {
                faults.push(
                    Diagnostic::error("UW0201", pointer(id.as_str())).with("rule", id.as_str()),
                );
            }
        }
        let settings = CATALOGUE.iter().map(|rule| {
            let own = policy
                .rules
                .iter()
                .find(|(id, _)| id.as_str() == rule.id)
                .map(|(_, own)| own);
            let default = RuleSetting::default();
            let own = own.unwrap_or(&default);
            Setting {
                rule,
                mode: own.mode.unwrap_or_else(|| rule.modes.under(policy.preset)),
                weight: own.weight.unwrap_or(rule.weight),
                tier: own.tier.unwrap_or_else(|| tier_of(rule)),
                params: read_params(rule, own, &mut faults),
            }
        });
        let settings = settings.collect();
        if faults.has_errors() {
            Err(faults)
        } else {
            Ok(Self {
                all: settings,
                tiers: policy.order(),
            })
        }
    }

    /// The setting of a rule.
    pub fn get(&self, id: &str) -> Option<&Setting> {
        self.all.iter().find(|setting| setting.rule.id == id)
    }

    /// The same settings with another mode and weight for one rule; an unknown rule changes nothing.
    #[must_use]
    pub fn with(mut self, id: &str, mode: Mode, weight: u32) -> Self {
        for setting in self.all.iter_mut().filter(|setting| setting.rule.id == id) {
            setting.mode = mode;
            setting.weight = weight;
        }
        self
    }

    /// The tiers of priorities in their order; `None` when weights alone decide.
    pub fn tiers(&self) -> Option<&[Tier]> {
        self.tiers.as_deref()
    }

    /// One by one, in the order of the catalogue.
    pub fn iter(&self) -> impl Iterator<Item = &Setting> {
        self.all.iter()
    }
}

fn pointer(rule: &str) -> String {
    format!(
        "/policy/rules/{}",
        rule.replace('~', "~0").replace('/', "~1")
    )
}

fn read_params(rule: &Rule, own: &RuleSetting, faults: &mut Diagnostics) -> Vec<i64> {
    for name in own.params.keys() {
        if !rule.params.iter().any(|p| p.name == name) {
            let place = format!("{}/params/{name}", pointer(rule.id));
            faults.push(
                Diagnostic::error("UW0202", place)
                    .with("rule", rule.id)
                    .with("param", name.as_str()),
            );
        }
    }
    let read = |param: &Param| {
        let Some(value) = own.params.get(param.name) else {
            return param.default;
        };
        match value
            .as_i64()
            .filter(|v| (param.min..=param.max).contains(v))
        {
            Some(value) => value,
            None => {
                let place = format!("{}/params/{}", pointer(rule.id), param.name);
                faults.push(
                    Diagnostic::error("UW0203", place)
                        .with("rule", rule.id)
                        .with("param", param.name)
                        .with("min", param.min)
                        .with("max", param.max),
                );
                param.default
            }
        }
    };
    rule.params.iter().map(read).collect()
}

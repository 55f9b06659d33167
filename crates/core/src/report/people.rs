//! The worst-off people first: who carries which deviations, and how much they weigh.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;
use uurwerk_model::{Mode, School, TeacherId};

use super::figures::STARTER_YEARS;
use super::summary::RuleLine;

/// A person with the deviations that concern them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonLine {
    /// The person.
    pub teacher: TeacherId,
    /// Name for people.
    pub name: String,
    /// Year of service when this is a starter.
    pub starter_year: Option<u8>,
    /// Deviation from hard rules.
    pub hard: i64,
    /// Deviation from soft rules, each times the rule's weight: points of the plan's cost.
    pub burden: i64,
    /// The deviations, heaviest first; those that are only measured last.
    pub reasons: Vec<Reason>,
}

/// One deviation as it concerns one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The rule.
    pub rule: String,
    /// How strictly it held.
    pub mode: Mode,
    /// Deviation in the rule's unit.
    pub deviation: i64,
    /// Deviation times weight where the rule is soft, else 0: units of rules that are only measured cannot be compared.
    pub burden: i64,
    /// The words.
    pub text: String,
}

/// Everybody whom a finding is about: most hard deviation first, then most burden, then most findings, then by name.
pub(super) fn worst_first(school: &School, rules: &[RuleLine]) -> Vec<PersonLine> {
    let mut reasons: BTreeMap<&TeacherId, Vec<Reason>> = BTreeMap::new();
    for rule in rules.iter().filter(|rule| rule.mode != Mode::Off) {
        for finding in rule.findings.iter().filter(|f| f.deviation > 0) {
            let weight = i64::from(rule.weight);
            let burden = match rule.mode {
                Mode::Soft => finding.deviation.saturating_mul(weight),
                _ => 0,
            };
            for (at, person) in finding.people.iter().enumerate() {
                if finding.people[..at].contains(person) {
                    continue;
                }
                reasons.entry(person).or_default().push(Reason {
                    rule: rule.id.clone(),
                    mode: rule.mode,
                    deviation: finding.deviation,
                    burden,
                    text: finding.text.clone(),
                });
            }
        }
    }
    let mut people: Vec<PersonLine> = reasons
        .into_iter()
        .map(|(person, reasons)| of_person(school, person, reasons))
        .collect();
    people.sort_by(|a, b| {
        let key = |p: &PersonLine| Reverse((p.hard, p.burden, p.reasons.len()));
        (key(a), &a.name, &a.teacher).cmp(&(key(b), &b.name, &b.teacher))
    });
    people
}

fn of_person(school: &School, id: &TeacherId, mut reasons: Vec<Reason>) -> PersonLine {
    // Units differ from rule to rule, so what is only measured keeps the order of the rules.
    reasons.sort_by_key(|r| Reverse((r.mode == Mode::Hard, r.burden)));
    let teacher = school.teacher_ix(id).map(|ix| school.teacher(ix));
    let starter = teacher.filter(|t| t.is_starter(STARTER_YEARS));
    let sum = |of: &dyn Fn(&Reason) -> i64| reasons.iter().map(of).fold(0, i64::saturating_add);
    PersonLine {
        teacher: id.clone(),
        name: teacher.map_or_else(|| id.to_string(), |t| t.name.clone()),
        starter_year: starter.map(|t| t.experience),
        hard: sum(&|r| if r.mode == Mode::Hard { r.deviation } else { 0 }),
        burden: sum(&|r| r.burden),
        reasons,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{fixture, summary};
    use uurwerk_model::{Language, PlanDocument};

    #[test]
    fn a_broken_hard_rule_weighs_more_than_any_cost() {
        let (school, mut plan) = fixture::pair();
        let names = |plan: &PlanDocument| -> Vec<String> {
            let people = summary(&school, plan, Language::En).people;
            people.into_iter().map(|p| p.teacher.0).collect()
        };
        // Z2 (soft, weight 5): Bo 4 x 5 = 20, Cleo 1 x 5 = 5.
        assert_eq!(names(&plan), ["BO", "CLEO"]);
        plan.rules[0].deviation = 1;
        plan.rules[0].findings = vec![fixture::finding(1, &["ANN"])];
        assert_eq!(names(&plan), ["ANN", "BO", "CLEO"]);
    }

    #[test]
    fn burdens_add_up_and_reasons_are_sorted() {
        let (school, plan) = fixture::pair();
        let people = summary(&school, &plan, Language::En).people;
        // Z3 is only measured: it is told, and costs nothing.
        let reasons: Vec<&str> = people[1].reasons.iter().map(|r| &*r.rule).collect();
        assert_eq!((people[1].burden, reasons), (5, vec!["Z2", "Z3"]));
    }
}

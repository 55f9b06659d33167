//! Days at a workplace: no lesson of these pupils runs then (C7).

use uurwerk_model::Group;

use super::{Key, Part};
use crate::rules::c7_workplace::{attends, away};

impl Part<'_, '_, '_> {
    /// No lesson of the pupils in any period of their days; in a way out, every period with one costs the rule's weight.
    pub(super) fn workplaces(&mut self) {
        let school = self.oracle.problem.facts.school;
        for (at, workplace) in school.document().workplaces.iter().enumerate() {
            let (key, Group { class, .. }) = (Key::Away(at), &workplace.group);
            let Some(class) = school.class_ix(class).filter(|_| self.matters(key)) else {
                continue;
            };
            let concerned = |kind: &usize| {
                let mut parts = self.alike[*kind].parts.iter();
                parts.any(|(lesson, _)| attends(school, class, workplace, *lesson))
            };
            let kinds: Vec<usize> = (0..self.alike.len()).filter(concerned).collect();
            let most: i64 = kinds.iter().map(|kind| self.alike[*kind].count).sum();
            for slot in away(school, workplace) {
                let mut terms = self.running(&kinds, slot);
                if let Some(weight) = self.soft(key) {
                    let taught = self.model.programme.binary();
                    self.model.programme.add_cost(taught, weight);
                    terms.push((taught, -most));
                }
                if !terms.is_empty() {
                    self.model.programme.at_most(terms, 0);
                }
            }
        }
    }
}

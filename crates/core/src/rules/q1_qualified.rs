//! Only qualified teachers.
//!
//! Deviation: counting positions whose teacher has no qualification (bekwaamheidsbewijs) of any level
//! for the subject in the graad of the lesson, in lessons. A position settled by a lock is the
//! director's own decision and is not judged.
//! Source: law (bekwaamheidsbewijzen: vereist, voldoende geacht, ander).

use uurwerk_model::{Finding, Message, Mode, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Rule, Source};
use crate::allocate::{Facts, Model, Post, Staffing};

/// The rule.
pub static RULE: Rule = Rule {
    id: "Q1",
    source: Source::Law("bekwaamheidsbewijzen"),
    unit: "unit-lessons",
    modes: Modes::always(Mode::Hard),
    weight: 50,
    params: &[],
    body: Body::Load(|facts, _| Box::new(Qualified { facts })),
};

struct Qualified<'a> {
    facts: &'a Facts<'a>,
}

impl LoadRule for Qualified<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Nothing
    }

    fn post(&self, post: &Post, holder: Option<TeacherIx>) -> i64 {
        let judged = post.counts && post.lock.is_none();
        let unqualified = |t| self.facts.level(t, post).is_none();
        i64::from(judged && holder.is_some_and(unqualified))
    }

    fn model(&self, model: &mut Model) {
        model.charge_posts(self);
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.posts_off(self, |_| Message::new("finding-Q1"))
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn nobody_teaches_what_they_are_not_qualified_for_unless_locked() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .teacher("ann", 9, [0, 6, 22], &["WIS", "NED"])
            .teacher("bob", 9, [0, 6, 22], &["NED"])
            .lesson("L1", "WIS", &["1A"], 4)
            .lesson("L2", "NED", &["1A"], 4);
        let given = [("L1", "bob"), ("L2", "bob")];
        assert_eq!(tiny.deviation("Q1", &given), 1);
        assert_eq!(tiny.lock("L1", "bob").deviation("Q1", &given), 0);
    }
}

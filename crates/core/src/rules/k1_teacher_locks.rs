//! Locks on teachers hold.
//!
//! Deviation: locked positions that another teacher holds, or nobody, in lessons.
//! Source: practice; a lock is the director's own decision and comes before all others.

use uurwerk_model::{Finding, Message, Mode, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Rule, Source};
use crate::allocate::{Facts, Model, Post, Staffing};

/// The rule.
pub static RULE: Rule = Rule {
    id: "K1",
    source: Source::Practice,
    unit: "unit-lessons",
    modes: Modes::always(Mode::Hard),
    weight: 50,
    params: &[],
    body: Body::Load(|facts, _| Box::new(TeacherLocks { facts })),
};

struct TeacherLocks<'a> {
    facts: &'a Facts<'a>,
}

impl LoadRule for TeacherLocks<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Nothing
    }

    fn post(&self, post: &Post, holder: Option<TeacherIx>) -> i64 {
        i64::from(post.lock.is_some() && post.lock != holder)
    }

    fn model(&self, model: &mut Model) {
        model.charge_posts(self);
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.posts_off(self, |post| {
            let locked = post.lock.map(|t| self.facts.school.teacher(t).name.clone());
            Message::new("finding-K1").with("locked", locked.unwrap_or_default())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn a_lock_wants_its_teacher() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .teacher("ann", 9, [0, 6, 22], &["WIS"])
            .teacher("bob", 9, [0, 6, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 4)
            .lock("L1", "bob");
        assert_eq!(tiny.deviation("K1", &[("L1", "ann")]), 1);
        assert_eq!(tiny.deviation("K1", &[]), 1);
        assert_eq!(tiny.deviation("K1", &[("L1", "bob")]), 0);
    }
}

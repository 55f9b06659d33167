//! A mentor knows the starter's subject or graad.
//!
//! Deviation: pairs whose qualifications share neither a subject nor a graad, in pairs.
//! Source: memo 2.1 (support "in alle aspecten van hun nieuwe rol").

use uurwerk_model::{Finding, Mode, Qualification};

use super::guarded;
use super::telling::Telling;
use super::{Body, Modes, Rule, Setting, Source};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M15",
    source: Source::Memo("2.1"),
    unit: "unit-pairs",
    modes: Modes::always(Mode::Measure),
    weight: 2,
    params: &[],
    body: Body::Fact(measure),
};

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let school = case.school;
    let pairs = school.document().mentoring.pairs.iter();
    let off = pairs.filter_map(|pair| {
        let [mentor, starter] = guarded::pair(school, pair)?; // A valid school knows both.
        let (own, others) = (
            &school.teacher(mentor).qualifications,
            &school.teacher(starter).qualifications,
        );
        let alike = |q: &Qualification| {
            let shared = |o: &Qualification| {
                o.subject == q.subject || o.graden.iter().any(|graad| q.graden.contains(graad))
            };
            others.iter().any(shared)
        };
        (!own.iter().any(alike)).then(|| {
            Telling::of(school, "finding-M15", 1)
                .teacher("mentor", mentor)
                .teacher("teacher", starter)
                .done()
        })
    });
    off.collect()
}

#[cfg(test)]
mod tests {
    use super::super::mentors::testing::mia;
    use uurwerk_model::Graad;

    #[test]
    fn a_subject_or_a_graad_in_common_is_enough() {
        let pair = |subject: &str, graad: u8| {
            let subject = subject.into();
            let school = mia(9, None, 1).lesson("L2", "NED", &["1A"], 1).teacher(
                "tom",
                9,
                [0, 8, 22],
                &["WIS", "NED"],
            );
            school.with(|school| {
                school.staff[0].qualifications[0].graden = vec![Graad(3)];
                let own = &mut school.staff[1].qualifications[0];
                own.subject = subject;
                own.graden = vec![Graad(graad)];
            })
        };
        assert_eq!(pair("NED", 1).deviation("M15", &[]), 1);
        assert_eq!(pair("WIS", 1).deviation("M15", &[]), 0);
        assert_eq!(pair("NED", 3).deviation("M15", &[]), 0);
    }
}

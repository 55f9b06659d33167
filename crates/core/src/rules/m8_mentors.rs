//! Every starter has a mentor.
//!
//! Deviation: starters who are not in exactly one pair with a mentor, plus pairs whose mentor is the
//! starter's evaluator, in teachers.
//! Source: memo 2.1 (individual support during two years, by a confidant who does not judge).

use uurwerk_model::{Finding, Message, Mode, TeacherId};

use super::{Body, Modes, Rule, Setting, Source};
use crate::allocate::STARTER_YEARS;
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M8",
    source: Source::Memo("2.1"),
    unit: "unit-teachers",
    modes: Modes::always(Mode::Measure),
    weight: 20,
    params: &[],
    body: Body::Fact(measure),
};

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let school = case.school;
    let pairs = &school.document().mentoring.pairs;
    let mut findings = Vec::new();
    for starter in school
        .staff()
        .iter()
        .filter(|t| t.is_starter(STARTER_YEARS))
    {
        let mentors = pairs.iter().filter(|p| p.starter == starter.id).count() as i64;
        if mentors != 1 {
            let message = Message::new("finding-M8")
                .with("teacher", starter.name.as_str())
                .with("count", mentors);
            findings.push(about(message, vec![starter.id.clone()]));
        }
    }
    for pair in pairs {
        let Some(starter) = school.teacher_ix(&pair.starter).map(|t| school.teacher(t)) else {
            continue; // A valid school knows the starter of every pair.
        };
        if starter.evaluator.as_ref() == Some(&pair.mentor) {
            let mentor = school.teacher_ix(&pair.mentor).map(|t| school.teacher(t));
            let message = Message::new("finding-M8-evaluator")
                .with("teacher", starter.name.as_str())
                .with("mentor", mentor.map_or("", |m| m.name.as_str()));
            findings.push(about(
                message,
                vec![pair.starter.clone(), pair.mentor.clone()],
            ));
        }
    }
    findings
}

fn about(message: Message, people: Vec<TeacherId>) -> Finding {
    Finding {
        deviation: 1,
        message,
        people,
        classes: Vec::new(),
        lessons: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn one_mentor_who_does_not_evaluate() {
        let pair = |mentor: &str| uurwerk_model::MentorPair {
            mentor: mentor.into(),
            starter: "ann".into(),
            observations: 1,
            meetings: 1,
            weeks: uurwerk_model::Recurrence::default(),
        };
        let tiny = |mentors: &[&str]| {
            Tiny::new()
                .class("1A", 1, 0)
                .lesson("L1", "WIS", &["1A"], 4)
                .teacher("ann", 1, [0, 8, 22], &["WIS"])
                .teacher("bob", 9, [0, 8, 22], &["WIS"])
                .teacher("cas", 9, [0, 8, 22], &["WIS"])
                .with(|school| {
                    school.staff[0].evaluator = Some("cas".into());
                    school.mentoring.pairs = mentors.iter().map(|m| pair(m)).collect();
                })
        };
        assert_eq!(tiny(&[]).deviation("M8", &[]), 1);
        assert_eq!(tiny(&["bob"]).deviation("M8", &[]), 0);
        assert_eq!(tiny(&["cas"]).deviation("M8", &[]), 1); // the evaluator
        assert_eq!(tiny(&["bob", "cas"]).deviation("M8", &[]), 2); // two mentors, and the evaluator
    }
}

//! F6: whoever is asked how it goes has a moment to answer.
//!
//! deviation = per round the teams without a period in which all members are free, and the people without a free period
//! (moments). Source: memorandum 3.1.3.

use uurwerk_model::{Finding, Mode, Round, School, TeacherIx};

use super::c1_teams::members;
use super::gather::gather;
use super::openings::Openings;
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "F6",
    source: Source::Memo("3.1.3"),
    unit: "unit-moments",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 2,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().rounds.is_empty()),
    },
};

/// Those who answer together, each group with its name: the teams, and everybody who answers alone.
pub(crate) fn groups<'s>(school: &'s School, round: &Round) -> Vec<(&'s str, Vec<TeacherIx>)> {
    let teams = round.teams.iter().filter_map(|id| {
        let team = &school.document().teams[school.team_ix(id)?.at()];
        Some((team.name.as_str(), members(school, team)))
    });
    let people = round.people.iter().filter_map(|id| {
        let teacher = school.teacher_ix(id)?;
        Some((school.teacher(teacher).name.as_str(), vec![teacher]))
    });
    teams.chain(people).collect()
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let school = draft.school;
    let rounds = school.document().rounds.iter();
    let groups: Vec<_> = rounds
        .flat_map(|round| groups(school, round))
        .map(|(_, people)| people)
        .collect();
    gather(setting, draft, &groups);
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for round in &school.document().rounds {
        for (name, people) in groups(school, round) {
            if !openings.slots().any(|at| openings.are_free(&people, at)) {
                let finding = Telling::of(school, "finding-F6", 1).with("who", name);
                findings.push(finding.with("round", round.name.as_str()).done());
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::{Round, Weeks};

    use super::super::testing::{Sample, deviation};

    #[test]
    fn teams_together_and_people_alone() {
        let mut sample = Sample::new(1); // 4 periods
        let a = sample.lesson(&[2], &["A"], "t");
        let b = sample.lesson(&[2], &["B"], "u");
        sample.team("math", &["t", "u"], 0);
        sample.document.rounds.push(Round {
            id: "spring".into(),
            name: "spring".to_owned(),
            weeks: Weeks { from: 24, to: 28 },
            teachers: Vec::new(),
            classes: Vec::new(),
            rooms: Vec::new(),
            teams: vec!["math".into()],
            people: vec!["t".into()],
        });
        let at = |sample: &Sample, n| {
            deviation("F6", &sample.placed(&[(a, 0, Some(0)), (b, 0, Some(n))]))
        };
        assert_eq!(at(&sample, 0), 0);
        assert_eq!(at(&sample, 2), 1); // each is free, but not both
        for slot in [2, 3] {
            sample.wish("t", slot, -3);
        }
        assert_eq!(at(&sample, 0), 2);
    }
}

//! C1: teams have time to meet.
//!
//! deviation = per team max(0, meetings - valid protected team slots) (meetings); valid: all members
//! are free of lessons and of every other protected slot, and available, in weeks that serve those of the team. Source:
//! memorandum 1.1.

use uurwerk_engine::{AssignTime, CostFunction, Kind};
use uurwerk_model::{Finding, Mode, ProtectedKind, School, TeacherIx, Team};

use super::guarded::{Guarded, is_of};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::{Draft, Purpose};

/// The rule.
pub static RULE: Rule = Rule {
    id: "C1",
    source: Source::Memo("1.1"),
    unit: "unit-meetings",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Hard,
        law: Mode::Measure,
    },
    weight: 20,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

/// The members of a team, in its order.
pub(crate) fn members(school: &School, team: &Team) -> Vec<TeacherIx> {
    let members = team.members.iter();
    members.filter_map(|t| school.teacher_ix(t)).collect()
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let school = draft.school;
    let mut events = Vec::new();
    for (at, team) in school.document().teams.iter().enumerate() {
        let people = members(school, team);
        let meetings = (0..team.meetings).map(|_| draft.meeting(Purpose::Team(at), &people));
        events.extend(meetings);
    }
    let kind = Kind::AssignTime(AssignTime { events });
    draft.charge(setting, 1, CostFunction::Step, kind);
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(guarded)) = (case.school, Guarded::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for team in &school.document().teams {
        let people = members(school, team);
        let valid = guarded
            .slots(ProtectedKind::Team)
            .filter(|slot| slot.team.as_ref() == Some(&team.id))
            .filter(|slot| is_of(school, slot, &people) && slot.weeks.serves(team.weeks))
            .filter(|slot| guarded.is_free(slot, &people))
            .count() as i64;
        let lacking = i64::from(team.meetings) - valid;
        if lacking > 0 {
            let finding = Telling::of(school, "finding-C1", lacking);
            findings.push(finding.with("team", team.name.as_str()).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::ProtectedKind::Team;
    use uurwerk_model::Recurrence;

    use super::super::testing::{Sample, deviation};

    #[test]
    fn two_teams_take_turns_in_one_period() {
        let mut sample = Sample::new(1);
        sample.lesson(&[2], &["A"], "t");
        sample.team("math", &["t", "u"], 1);
        sample.team("core", &["t", "v"], 1);
        let every = |every, phase| Recurrence { every, phase };
        for team in &mut sample.document.teams {
            team.weeks = every(2, None);
        }
        let mut case = sample.placed(&[(0, 0, Some(0))]);
        let mut at = |math, core| {
            case.clear().protect_team("math", &["t", "u"], 3);
            case.protect_team("core", &["t", "v"], 3);
            let weeks = [math, core];
            for (slot, weeks) in case.timetable.protected.iter_mut().zip(weeks) {
                slot.weeks = weeks;
            }
            (deviation("C1", &case), deviation("X1", &case))
        };
        assert_eq!(at(every(2, Some(0)), every(2, Some(1))), (0, 0));
        assert_eq!(at(every(2, Some(0)), every(2, Some(0))), (2, 1));
        assert_eq!(at(every(2, Some(0)), every(1, None)), (2, 1));
        assert_eq!(at(every(2, Some(0)), every(4, Some(1))), (1, 0)); // core too seldom
    }

    #[test]
    fn a_team_meets_when_all_are_free() {
        let mut sample = Sample::new(2);
        let lesson = sample.lesson(&[1], &["A"], "v");
        sample.team("math", &["t", "u", "v"], 1);
        let mut case = sample.placed(&[(lesson, 0, Some(0))]);
        for (slot, expected) in [(0, 1), (1, 0)] {
            case.clear().protect_team("math", &["t", "u", "v"], slot);
            assert_eq!(deviation("C1", &case), expected, "slot {slot}");
        }
        case.clear().protect(Team, &["t", "u"], None, 1);
        assert_eq!(deviation("C1", &case), 1); // not the team
    }
}

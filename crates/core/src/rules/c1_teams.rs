//! C1: teams have time to meet.
//!
//! deviation = per team max(0, meetings - valid protected team slots) (meetings); valid: all members, or a quorum of them,
//! are free of lessons and of every other protected slot, and available, in weeks that serve those of the team. Source:
//! memorandum 1.1.
//!
//! A meeting of all is an event of the timetable. Who comes to one that has a quorum is settled when the timetable stands; the
//! search only keeps periods open in which enough could.

use uurwerk_engine::{
    AssignTime, CostFunction, HoldMeetings, Kind, Meeting, Member, Quorum, TimeId,
};
use uurwerk_model::{Finding, Mode, ProtectedKind, ProtectedSlot, School, TeacherIx, Team};

use super::guarded::{Guarded, is_of};
use super::occupancy::{NEVER, aversion};
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

/// Who comes to a protected slot, in the team's order; `None` where it is not of the team, or of too few.
pub(crate) fn who_comes(
    school: &School,
    team: &Team,
    slot: &ProtectedSlot,
) -> Option<Vec<TeacherIx>> {
    let mut people = members(school, team);
    people.retain(|t| slot.people.contains(&school.teacher(*t).id));
    let theirs = slot.team.as_ref() == Some(&team.id) && is_of(school, slot, &people);
    (theirs && people.len() >= team.least()).then_some(people)
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let school = draft.school;
    let (mut events, mut groups) = (Vec::new(), Vec::new());
    for (at, team) in school.document().teams.iter().enumerate() {
        let people = members(school, team);
        let meetings = 0..team.meetings;
        if team.quorum.is_some() {
            let meeting = meeting(draft, at, &people);
            groups.push(meetings.map(|_| meeting.clone()).collect());
        } else {
            let meetings = meetings.map(|_| draft.meeting(Purpose::Team(at), &people));
            events.extend(meetings);
        }
    }
    let kind = Kind::AssignTime(AssignTime { events });
    draft.charge(setting, 1, CostFunction::Step, kind);
    if !groups.is_empty() {
        let kind = Kind::HoldMeetings(HoldMeetings { groups });
        draft.charge(setting, 1, CostFunction::Linear, kind);
    }
}

/// A meeting of a team to which enough of its members can come.
fn meeting(draft: &Draft, at: usize, people: &[TeacherIx]) -> Meeting {
    let (school, purpose) = (draft.school, Purpose::Team(at));
    let weeks = purpose.weeks(school).weeks();
    let member = |teacher: &TeacherIx| {
        let aversion = aversion(school, *teacher);
        let times = (0..aversion.len()).filter(|slot| aversion[*slot] != NEVER);
        Member {
            times: times.map(|slot| TimeId(slot as u16)).collect(),
            free: draft.teacher_in(*teacher, weeks),
        }
    };
    let all = 0..school.slots().len();
    Meeting {
        times: all.map(|slot| TimeId(slot as u16)).collect(),
        free: Vec::new(),
        busy: Vec::new(),
        quorum: Some(Quorum {
            // No more than a quorum says, which is a `u8`.
            least: school.document().teams[at].least() as u8,
            members: people.iter().map(member).collect(),
        }),
        weight: 1,
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(guarded)) = (case.school, Guarded::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for team in &school.document().teams {
        let meets = |slot: &&ProtectedSlot| {
            let people = who_comes(school, team, slot);
            slot.weeks.serves(team.weeks) && people.is_some_and(|p| guarded.is_free(slot, &p))
        };
        let valid = guarded.slots(ProtectedKind::Team).filter(meets).count() as i64;
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

    #[test]
    fn a_quorum_of_a_team_is_enough() {
        let mut sample = Sample::new(2);
        let lesson = sample.lesson(&[1], &["A"], "v");
        sample.team("math", &["t", "u", "v"], 1);
        sample.document.teams[0].quorum = Some(2);
        let mut case = sample.placed(&[(lesson, 0, Some(0))]);
        for (people, slot, expected) in [
            (&["t", "u"][..], 0, 0),
            (&["t", "u", "v"], 1, 0),
            (&["t", "v"], 0, 1),      // who comes must be free
            (&["t", "u", "v"], 0, 1), // the same for all of them
            (&["t"], 1, 1),           // too few
            (&["u", "t"], 0, 1),      // not in the team's order
        ] {
            case.clear().protect_team("math", people, slot);
            assert_eq!(deviation("C1", &case), expected, "{people:?} at {slot}");
        }
    }
}

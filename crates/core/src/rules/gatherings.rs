//! Meetings with people of other schools: who goes there, and who could.
//!
//! A window of clock time is open to a person who is free in every period of its day that lies in it, or in the minutes
//! of travel before and after it, if only in part. What is measured is, per gathering, the least number of those who go
//! there to whom a window is not open, over its windows and, where its weeks leave the phase open, over its phases
//! (teachers). Free is who is free in those weeks.
//!
//! The search keeps the first window open, which the schools like best, and in all weeks.

use uurwerk_engine::{AvoidUnavailableTimes, CostFunction, Kind, TimeId};
use uurwerk_model::{
    ClockWindow, DayIx, Finding, Gathering, Recurrence, School, TeacherIx, WeekSet,
};

use super::Setting;
use super::c1_teams::members;
use super::guarded::pairs;
use super::openings::Openings;
use super::telling::Telling;
use crate::case::Case;
use crate::schedule::Draft;

/// Who goes there, each once: those who are named and the members of the team; without any, the mentors of the pairs.
fn people(school: &School, gathering: &Gathering) -> Vec<TeacherIx> {
    let named = gathering.people.iter();
    let mut people: Vec<_> = named.filter_map(|t| school.teacher_ix(t)).collect();
    let team = gathering.team.as_ref().and_then(|id| school.team_ix(id));
    if let Some(team) = team {
        people.extend(members(school, &school.document().teams[team.at()]));
    } else if gathering.people.is_empty() {
        people = pairs(school).iter().map(|pair| pair[0]).collect();
    }
    people.sort_unstable();
    people.dedup();
    people
}

/// The periods that must be free for a window.
fn periods(school: &School, gathering: &Gathering, window: &ClockWindow) -> Vec<usize> {
    let slots = school.slots().iter().enumerate();
    let day = |at: DayIx| &school.document().grid.days[at.at()].id;
    let meant = slots.filter(|(_, slot)| {
        *day(slot.day) == window.day && window.touches(slot.start, slot.end, gathering.travel)
    });
    meant.map(|(at, _)| at).collect()
}

/// Asks the search for the gatherings that a rule speaks of.
pub(super) fn draft(setting: &Setting, draft: &mut Draft, speaks_of: impl Fn(&Gathering) -> bool) {
    let school = draft.school;
    let gatherings = school.document().gatherings.iter();
    for gathering in gatherings.filter(|g| speaks_of(g)) {
        let Some(window) = gathering.windows.first() else {
            continue;
        };
        let times = periods(school, gathering, window).into_iter();
        let people = people(school, gathering).into_iter();
        let kind = Kind::AvoidUnavailableTimes(AvoidUnavailableTimes {
            resources: people.map(|t| draft.teacher(t)).collect(),
            times: times.map(|s| TimeId(s as u16)).collect(),
        });
        draft.charge(setting, 1, CostFunction::Step, kind);
    }
}

/// Measures the gatherings that a rule speaks of, in the words of a message.
pub(super) fn measure(
    case: &Case,
    message: &str,
    speaks_of: impl Fn(&Gathering) -> bool,
) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    let gatherings = school.document().gatherings.iter();
    for gathering in gatherings.filter(|g| speaks_of(g)) {
        let people = people(school, gathering);
        let absent = |window: &ClockWindow, weeks: WeekSet| {
            let periods = periods(school, gathering, window);
            let is_free = |t: TeacherIx, s: usize| openings.is_free_in(t, s, weeks);
            let comes = |t: &&TeacherIx| periods.iter().all(|s| is_free(**t, *s));
            people.len() - people.iter().filter(comes).count()
        };
        let phases: Vec<WeekSet> = (gathering.weeks.choices().into_iter())
            .map(Recurrence::weeks)
            .collect();
        let windows = gathering.windows.iter();
        let all = windows.flat_map(|window| phases.iter().map(move |weeks| (window, *weeks)));
        let least = all.map(|(window, weeks)| absent(window, weeks)).min();
        let least = least.unwrap_or_default() as i64;
        if least > 0 {
            let finding = Telling::of(school, message, least);
            let finding = finding.with("gathering", gathering.name.as_str());
            findings.push(finding.with("all", people.len() as i64).done());
        }
    }
    findings
}

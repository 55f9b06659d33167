//! Who supports whom, by name and time: every starter's conversations, observations and what follows on them, and the
//! meetings of every team. Only what can really happen counts: the people are free for it.

use serde::Serialize;
use uurwerk_model::{
    Language, LessonId, PlanDocument, ProtectedKind, Recurrence, School, SlotIx, TeacherId,
    TeacherIx, TeamId,
};

use super::words::Words;
use crate::case::Case;
use crate::rules::Rule;
use crate::rules::c1_teams::{members, who_comes};
use crate::rules::m17_debriefs;
use crate::rules::occupancy::slots_of;
use crate::rules::openings::{Openings, talk_after};
use crate::rules::telling::{lesson_name, slot_name};

/// A starter with the mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SupportLine {
    /// The starter.
    pub starter: TeacherId,
    /// The mentor.
    pub mentor: TeacherId,
    /// Both by name.
    pub name: String,
    /// When they talk: days and periods.
    pub talks: Vec<String>,
    /// What the mentor watches.
    pub observations: Vec<ObservationLine>,
    /// Every period in which the mentor could watch the starter.
    pub observable: Vec<String>,
    /// The same in sentences.
    pub sentences: Vec<String>,
    /// Whether there is a conversation, two periods to watch, and a conversation soon after each observation.
    pub complete: bool,
}

/// One observation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ObservationLine {
    /// The lesson.
    pub lesson: LessonId,
    /// Day and period.
    pub when: String,
    /// When it is talked over; absent when that is not soon enough.
    pub talk: Option<String>,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TeamLine {
    /// The team.
    pub team: TeamId,
    /// Its name and the names of its members.
    pub name: String,
    /// When all its members meet.
    pub meetings: Vec<String>,
    /// The same in a sentence.
    pub sentence: String,
    /// Whether it meets as often as it asks for.
    pub complete: bool,
}

/// Periods that a mentor should be able to choose from (memorandum, by way of rule M18).
const LEAST: usize = 2;
/// The starters in the order of the pairs, and the teams; nothing without a timetable.
pub(super) fn lines(
    school: &School,
    plan: &PlanDocument,
    language: Language,
) -> (Vec<SupportLine>, Vec<TeamLine>) {
    opened(school, plan, |_, openings| {
        of_openings(school, plan, openings, Words(language))
    })
}

/// What can be read off the openings that a plan leaves; nothing without a timetable.
pub(super) fn opened<T: Default>(
    school: &School,
    plan: &PlanDocument,
    read: impl FnOnce(&Case, &Openings) -> T,
) -> T {
    let Ok((allocation, timetable)) = Case::of_plan(school, plan) else {
        return T::default();
    };
    let case = Case {
        school,
        allocation: &allocation,
        timetable: timetable.as_ref(),
    };
    match Openings::of(&case) {
        Some(openings) => read(&case, &openings),
        None => T::default(),
    }
}

/// A number of a rule as the plan has it, or else as it is where nobody says.
pub(super) fn param(plan: &PlanDocument, rule: &Rule, name: &str) -> usize {
    let says = plan.rules.iter().find(|r| r.rule.as_str() == rule.id);
    let number = says.and_then(|r| r.params.get(name)?.as_i64());
    let mut params = rule.params.iter();
    let usual = params.find(|p| p.name == name).map_or(0, |p| p.default);
    number.unwrap_or(usual).max(0) as usize
}

fn of_openings(
    school: &School,
    plan: &PlanDocument,
    openings: &Openings,
    words: Words,
) -> (Vec<SupportLine>, Vec<TeamLine>) {
    let days = param(plan, &m17_debriefs::RULE, "days");
    let pairs = school.document().mentoring.pairs.iter();
    let starters = pairs.map(|entry| {
        let talks = openings.talks(entry);
        let when = |(at, weeks): (usize, Recurrence)| name_of(school, at, weeks, words);
        let observations = openings.observed(entry).filter_map(|(at, slot)| {
            let talk = talk_after(school, (at, slot.weeks), days, &talks);
            Some(ObservationLine {
                lesson: slot.lesson.clone()?,
                when: when((at, slot.weeks)),
                talk: talk.map(when),
            })
        });
        let observations: Vec<_> = observations.collect();
        let observable = openings.observable(entry);
        let observable = observable.iter();
        let observable: Vec<_> = observable
            .map(|(lesson, at)| when((*at, school.lesson(*lesson).weeks)))
            .collect();
        let person = |id| {
            school
                .teacher_ix(id)
                .map(|t| school.teacher(t).name.as_str())
        };
        let named = [
            ("starter", person(&entry.starter).unwrap_or_default().into()),
            ("mentor", person(&entry.mentor).unwrap_or_default().into()),
        ];
        let talks: Vec<_> = talks.into_iter().map(when).collect();
        let mut line = SupportLine {
            starter: entry.starter.clone(),
            mentor: entry.mentor.clone(),
            name: words.with("report-support-starter", &named),
            complete: !talks.is_empty()
                && observable.len() >= LEAST
                && observations.iter().all(|o| o.talk.is_some()),
            talks,
            observations,
            observable,
            sentences: Vec::new(),
        };
        line.sentences = sentences(school, &line, words);
        line
    });
    let teams = school.document().teams.iter().map(|team| {
        let people = members(school, team);
        let names_of = |people: &mut dyn Iterator<Item = &TeacherIx>| {
            let names = people.map(|t| school.teacher(*t).name.as_str());
            names.collect::<Vec<_>>().join(", ")
        };
        let slots = openings.guarded.slots(ProtectedKind::Team);
        let meetings = slots.filter_map(|slot| {
            let come = who_comes(school, team, slot)?;
            if !slot.weeks.serves(team.weeks) || !openings.guarded.is_free(slot, &come) {
                return None;
            }
            let when = name_of(school, slots_of(school, slot).start, slot.weeks, words);
            if come.len() == people.len() {
                return Some(when);
            }
            let away = names_of(&mut people.iter().filter(|t| !come.contains(t)));
            let named = [
                ("when", when.as_str().into()),
                ("who", away.as_str().into()),
            ];
            Some(words.with("report-support-without", &named))
        });
        let meetings: Vec<_> = meetings.collect();
        let when = list(&meetings, words);
        TeamLine {
            team: team.id.clone(),
            name: format!("{} ({})", team.name, names_of(&mut people.iter())),
            sentence: words.with("report-support-meets", &[("when", when.as_str().into())]),
            complete: meetings.len() >= usize::from(team.meetings),
            meetings,
        }
    });
    let starters: Vec<_> = starters.collect();
    (starters, teams.collect())
}

fn sentences(school: &School, line: &SupportLine, words: Words) -> Vec<String> {
    let talks = list(&line.talks, words);
    let mut all = vec![words.with("report-support-talks", &[("when", talks.as_str().into())])];
    for observation in &line.observations {
        let lesson = school.lesson_ix(&observation.lesson);
        let lesson = lesson.map(|l| lesson_name(school, l)).unwrap_or_default();
        let never = words.say("report-support-never");
        let talk = observation.talk.as_deref().unwrap_or(&never);
        let args = [
            ("when", observation.when.as_str().into()),
            ("lesson", lesson.as_str().into()),
            ("talk", talk.into()),
        ];
        all.push(words.with("report-support-watched", &args));
    }
    let open = list(&line.observable, words);
    let args = [
        ("n", (line.observable.len() as i64).into()),
        ("when", open.as_str().into()),
    ];
    all.push(words.with("report-support-open", &args));
    all
}

pub(super) fn list(times: &[String], words: Words) -> String {
    match times {
        [] => words.say("report-support-never"),
        times => times.join(", "),
    }
}

/// Day and period, with the time at which it starts, and the weeks where they differ.
pub(super) fn name_of(school: &School, at: usize, weeks: Recurrence, words: Words) -> String {
    let (day, period) = slot_name(school, SlotIx::from(at));
    let place = format!("{day} {period} ({})", school.slots()[at].start);
    match words.weeks(weeks) {
        Some(weeks) => format!("{place} {weeks}"),
        None => place,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    #[test]
    fn what_cannot_happen_is_not_listed() {
        let (school, mut plan) = fixture::pair();
        // Ann watches Bo on Tuesday at 1; the conversation is on Monday at 1, when Bo teaches.
        let (starters, teams) = lines(&school, &plan, Language::En);
        assert!(starters[0].talks.is_empty() && !starters[0].complete);
        assert_eq!(starters[0].observations[0].when, "dinsdag 1 (08:30)");
        assert_eq!(starters[0].observations[0].talk, None);
        assert_eq!(teams[0].meetings, ["dinsdag 5 (13:50)"]);
        // Bo is free on Tuesday at 4, but there Ann teaches; on Monday at 4 both... Ann teaches; Tuesday 3: Bo teaches.
        for slot in &mut plan.protected {
            if slot.kind == ProtectedKind::Meeting {
                slot.day = "mon".into();
                slot.period = "5".into();
            }
        }
        let (starters, _) = lines(&school, &plan, Language::En);
        assert!(starters[0].talks.is_empty()); // Ann's French runs until the end of Monday
    }
}

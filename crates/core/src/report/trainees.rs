//! What trainees do, by name and time: when each teaches, who watches, and when the group talks about it.

use serde::Serialize;
use uurwerk_model::{Language, LessonId, PlanDocument, Recurrence, School, TeacherId, TraineeKind};

use super::support::{list, name_of, opened, param};
use super::words::Words;
use crate::case::Case;
use crate::rules::occupancy::attending;
use crate::rules::openings::Openings;
use crate::rules::t3_watched_by_mentor::{self, watches};
use crate::rules::telling::lesson_name;
use crate::rules::trainees::{Trainees, practice, watchers};

/// A trainee who is in school to practise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TraineeLine {
    /// The trainee.
    pub trainee: TeacherId,
    /// Name and group.
    pub name: String,
    /// Every period in which the trainee practises.
    pub practice: Vec<PracticeLine>,
    /// On every afternoon, when the group is free together to talk about the morning; with the mentor where that can be.
    pub feedback: Vec<String>,
    /// The same in sentences.
    pub sentences: Vec<String>,
    /// Whether somebody watches every period, and the group can talk on every afternoon.
    pub complete: bool,
}

/// A period of practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PracticeLine {
    /// The lesson.
    pub lesson: LessonId,
    /// Day and period.
    pub when: String,
    /// Who gives the lesson.
    pub hosts: Vec<TeacherId>,
    /// Who watches: another trainee, the mentor, or both.
    pub watched_by: Vec<TeacherId>,
}

/// The trainees in the order of their groups; nothing without a timetable.
pub(super) fn lines(school: &School, plan: &PlanDocument, language: Language) -> Vec<TraineeLine> {
    let least = param(plan, &t3_watched_by_mentor::RULE, "least");
    opened(school, plan, |case, openings| {
        let groups = Trainees::all(school, TraineeKind::Internship).into_iter();
        let lines = groups.flat_map(|group| of_group(case, openings, &group, least, language));
        lines.collect()
    })
}

fn of_group(
    case: &Case,
    openings: &Openings,
    group: &Trainees,
    least: usize,
    language: Language,
) -> Vec<TraineeLine> {
    let (school, words) = (case.school, Words(language));
    let practice = practice(case);
    let watched = watchers(openings, group, &practice);
    let by_mentor = watches(case, openings, group, least).map(|watches| watches.at);
    let (feedback, is_whole) = feedback(openings, group, words);
    let line = |member: &uurwerk_model::TeacherIx| {
        let mut own = Vec::new();
        for (lesson, block, slots) in &practice[member.at()] {
            let positions = &school.lesson(*lesson).positions;
            let there = attending(school, case.allocation, *lesson, *block);
            let hosts = there.iter().filter(|(p, _)| positions[*p].role.counts());
            let hosts: Vec<_> = hosts.map(|(_, t)| *t).collect();
            for slot in slots {
                let mut seen = watched
                    .iter()
                    .filter(|(at, who, _)| at == slot && who == member);
                let peer = seen.next().and_then(|(_, _, by)| *by);
                let comes = by_mentor
                    .as_ref()
                    .is_some_and(|at| at[*slot] == Some(*member));
                let mentor = group.mentor.filter(|m| comes || hosts.contains(m));
                let id = |t: &uurwerk_model::TeacherIx| school.teacher(*t).id.clone();
                own.push(PracticeLine {
                    lesson: school.lesson(*lesson).id.clone(),
                    when: name_of(school, *slot, school.lesson(*lesson).weeks, words),
                    hosts: hosts.iter().map(id).collect(),
                    watched_by: peer.iter().chain(&mentor).map(id).collect(),
                });
            }
        }
        let person = school.teacher(*member);
        let named = [
            ("trainee", person.name.as_str().into()),
            ("group", group.group.name.as_str().into()),
        ];
        let mut line = TraineeLine {
            trainee: person.id.clone(),
            name: words.with("report-trainee", &named),
            complete: is_whole && own.iter().all(|period| !period.watched_by.is_empty()),
            practice: own,
            feedback: feedback.clone(),
            sentences: Vec::new(),
        };
        line.sentences = sentences(school, &line, words);
        line
    };
    group.members.iter().map(line).collect()
}

/// For every afternoon the first period in which all are free, one with the mentor before others; and whether there is
/// one on each.
fn feedback(openings: &Openings, group: &Trainees, words: Words) -> (Vec<String>, bool) {
    let mut times = Vec::new();
    let afternoons = group.afternoons();
    for (_, slots) in &afternoons {
        let together = slots
            .iter()
            .filter(|at| openings.are_free(&group.members, **at));
        let together: Vec<usize> = together.copied().collect();
        let with = |at: &&usize| group.mentor.is_some_and(|m| openings.is_free(m, **at));
        let Some(at) = together.iter().find(with).or(together.first()) else {
            continue;
        };
        let when = name_of(openings.school, *at, Recurrence::default(), words);
        let mentor = group.mentor.filter(|_| with(&at));
        times.push(match mentor {
            Some(mentor) => {
                let mentor = openings.school.teacher(mentor).name.as_str();
                let args = [("when", when.as_str().into()), ("mentor", mentor.into())];
                words.with("report-trainee-with", &args)
            }
            None => when,
        });
    }
    let is_whole = times.len() == afternoons.len();
    (times, is_whole)
}

fn sentences(school: &School, line: &TraineeLine, words: Words) -> Vec<String> {
    let names = |ids: &[TeacherId]| -> Vec<String> {
        let known = ids.iter().filter_map(|id| school.teacher_ix(id));
        known.map(|t| school.teacher(t).name.clone()).collect()
    };
    let mut all = Vec::new();
    for period in &line.practice {
        let lesson = school.lesson_ix(&period.lesson);
        let lesson = lesson.map(|l| lesson_name(school, l)).unwrap_or_default();
        let (hosts, watchers) = (names(&period.hosts).join(", "), names(&period.watched_by));
        let args = [
            ("when", period.when.as_str().into()),
            ("lesson", lesson.as_str().into()),
            ("hosts", hosts.as_str().into()),
            ("n", (watchers.len() as i64).into()),
            ("watchers", watchers.join(", ").as_str().into()),
        ];
        all.push(words.with("report-trainee-teaches", &args));
    }
    let when = list(&line.feedback, words);
    all.push(words.with("report-trainee-feedback", &[("when", when.as_str().into())]));
    all
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    #[test]
    fn who_teaches_who_watches_and_when_they_talk() {
        let (school, plan) = fixture::trainees();
        let lines = lines(&school, &plan, Language::En);
        assert_eq!(lines.len(), 2);
        // Dee practises with Bo on Tuesday at 1 and 2; Eva watches both, and Ann, who keeps the first for Bo, the second.
        let dee = &lines[0];
        let watched: Vec<_> = dee.practice.iter().map(|p| p.watched_by.len()).collect();
        assert_eq!(watched, [1, 2]);
        assert_eq!(dee.practice[0].watched_by[0], "EVA".into());
        assert_eq!(dee.practice[1].watched_by[1], "ANN".into());
        assert!(dee.sentences[0].contains("Eva"), "{:?}", dee.sentences);
        // Both have every afternoon free.
        assert_eq!(dee.feedback.len(), 2);
        assert!(dee.complete);
        assert!(lines[1].practice.is_empty());
    }
}

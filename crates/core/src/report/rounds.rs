//! Rounds of questions, by class, name and time: when every teacher can ask a class, when it is talked over, and when
//! teams and people can answer. Moments only: what is answered is written nowhere (F3, F4).

use serde::Serialize;
use uurwerk_model::{
    ClassId, LessonId, PlanDocument, Recurrence, Round, RoundId, School, TeacherId,
};

use super::moments::{Moment, deal, moments, next};
use super::support::{list, name_of, opened, param};
use super::words::Words;
use crate::case::Case;
use crate::rules::occupancy::{Running, running};
use crate::rules::openings::Openings;
use crate::rules::rounds::{Asking, askings};
use crate::rules::telling::lesson_name;
use crate::rules::{f2_pupils_asked, f5_talked_over, f6_moments};

/// A class that is asked in a round, or (without a class) the teams and people of a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoundLine {
    /// The round.
    pub round: RoundId,
    /// The class, where one is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
    /// The round and the class by name.
    pub name: String,
    /// Every teacher who wants to ask the class.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<AskedLine>,
    /// Every team and everybody who answers alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<AnswerLine>,
    /// The same in sentences.
    pub sentences: Vec<String>,
    /// Whether each has a moment, and what pupils say is talked over soon enough.
    pub complete: bool,
}

/// A teacher who asks a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AskedLine {
    /// The teacher.
    pub teacher: TeacherId,
    /// The lesson, where there is a moment.
    pub lesson: Option<LessonId>,
    /// Day and period; absent when no moment is left.
    pub when: Option<String>,
    /// The lesson in which it is talked over; absent when that is not soon enough.
    pub talk: Option<String>,
}

/// Who answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerLine {
    /// The team or the person, by name.
    pub who: String,
    /// On every day the first period in which all are free.
    pub when: Vec<String>,
}

/// The rounds in their order, each class by class; nothing without a timetable.
pub(super) fn lines(school: &School, plan: &PlanDocument, words: Words) -> Vec<RoundLine> {
    let limits = Limits {
        week: param(plan, &f2_pupils_asked::RULE, "week"),
        days: param(plan, &f5_talked_over::RULE, "days"),
    };
    opened(school, plan, |case, openings| {
        let Some(timetable) = case.timetable else {
            return Vec::new();
        };
        let runs = running(school, timetable);
        let rounds = school.document().rounds.iter();
        let lines = rounds.flat_map(|round| {
            let askings = askings(case, round);
            let classes = askings.chunk_by(|a, b| a.class == b.class);
            let classes = classes.map(|own| asked(case, &runs, round, own, &limits, words));
            let mut lines: Vec<RoundLine> = classes.collect();
            lines.extend(answers(openings, round, words));
            lines
        });
        lines.collect()
    })
}

/// Moments of a class in a week (F2), and school days until its teacher has it again (F5).
struct Limits {
    week: usize,
    days: usize,
}

fn asked(
    case: &Case,
    runs: &[Running],
    round: &Round,
    own: &[Asking],
    limits: &Limits,
    words: Words,
) -> RoundLine {
    let school = case.school;
    let weeks = usize::from(round.weeks.count());
    let of_week = school.document().grid.days.len();
    let open = |asking: &Asking| moments(asking, runs, asking.slots(case, runs, &round.rooms));
    let days = |asking: &Asking| Asking::days(school, &asking.slots(case, runs, &round.rooms));
    let days: Vec<u32> = own.iter().map(days).collect();
    let dealt = deal(&days, of_week, weeks, weeks * limits.week);
    let mut asked = Vec::new();
    let mut sentences = Vec::new();
    for (asking, day) in own.iter().zip(dealt) {
        let teacher = school.teacher(asking.teacher);
        let again = moments(asking, runs, asking.slots(case, runs, &[]));
        let wait = |moment: &Moment| next(school, *moment, &again);
        let on_day = |moment: &Moment| Some(school.slots()[moment.slot].day.at()) == day;
        let possible = open(asking).into_iter().filter(on_day);
        // Of the periods of the day the one that is talked over soonest.
        let moment = possible.min_by_key(|m| (wait(m).map(|(days, _)| days), m.slot));
        let soon = moment.as_ref().and_then(wait);
        let soon = soon.filter(|(days, _)| *days <= limits.days);
        let lesson = moment.map(|moment| moment.lesson);
        let name = |moment: &Moment| when(school, moment, words);
        let talk = soon.map(|(_, talk)| name(&talk));
        let line = AskedLine {
            teacher: teacher.id.clone(),
            lesson: lesson.map(|lesson| school.lesson(lesson).id.clone()),
            when: moment.as_ref().map(name),
            talk,
        };
        let never = words.say("report-support-never");
        let lesson = lesson.map(|lesson| lesson_name(school, lesson));
        let args = [
            ("teacher", teacher.name.as_str().into()),
            ("lesson", lesson.unwrap_or_default().as_str().into()),
            ("when", line.when.as_deref().unwrap_or(&never).into()),
            ("talk", line.talk.as_deref().unwrap_or(&never).into()),
        ];
        let id = match line.when {
            Some(_) => "report-round-asks",
            None => "report-round-no-moment",
        };
        sentences.push(words.with(id, &args));
        asked.push(line);
    }
    let class = school.class(own[0].class);
    let named = [
        ("round", round.name.as_str().into()),
        ("class", class.name.as_str().into()),
    ];
    RoundLine {
        round: round.id.clone(),
        class: Some(class.id.clone()),
        name: words.with("report-round-class", &named),
        complete: asked.iter().all(|line| line.talk.is_some()),
        asked,
        answers: Vec::new(),
        sentences,
    }
}

fn when(school: &School, moment: &Moment, words: Words) -> String {
    name_of(
        school,
        moment.slot,
        school.lesson(moment.lesson).weeks,
        words,
    )
}

/// The teams and people of a round; nothing where it names none.
fn answers(openings: &Openings, round: &Round, words: Words) -> Option<RoundLine> {
    let school = openings.school;
    let day = |slot: &usize| school.slots()[*slot].day;
    let groups = f6_moments::groups(school, round).into_iter();
    let answers = groups.map(|(who, people)| {
        let free = openings
            .slots()
            .filter(|at| openings.are_free(&people, *at));
        let mut free: Vec<usize> = free.collect();
        free.dedup_by_key(|at| day(at));
        let name = |at: &usize| name_of(school, *at, Recurrence::default(), words);
        AnswerLine {
            who: who.to_owned(),
            when: free.iter().map(name).collect(),
        }
    });
    let answers: Vec<AnswerLine> = answers.collect();
    let sentence = |line: &AnswerLine| {
        let when = list(&line.when, words);
        let args = [
            ("who", line.who.as_str().into()),
            ("when", when.as_str().into()),
        ];
        words.with("report-round-answers", &args)
    };
    (!answers.is_empty()).then(|| RoundLine {
        round: round.id.clone(),
        class: None,
        name: round.name.clone(),
        asked: Vec::new(),
        sentences: answers.iter().map(sentence).collect(),
        complete: answers.iter().all(|line| !line.when.is_empty()),
        answers,
    })
}

#[cfg(test)]
mod tests {
    use uurwerk_model::{Language, Weeks};

    use super::super::fixture;
    use super::*;

    #[test]
    fn who_asks_whom_when_and_who_can_answer() {
        let (school, mut plan) = fixture::pair();
        let mut document = school.document().clone();
        document.rounds.push(Round {
            id: "autumn".into(),
            name: "herfst".to_owned(),
            weeks: Weeks { from: 43, to: 43 },
            teachers: vec!["ANN".into(), "BO".into(), "CLEO".into()],
            classes: vec!["1A".into()],
            rooms: Vec::new(),
            teams: vec!["T".into()],
            people: vec!["BO".into()],
        });
        let school = School::from_document(document).expect("a valid school");
        plan.school.sha256 = school.hash();
        let page = super::super::html(&school, &plan, Language::En);
        assert!(page.contains("herfst: 1A"));
        let lines = lines(&school, &plan, Words(Language::En));
        assert_eq!(lines.len(), 2);
        let (asked, answers) = (&lines[0], &lines[1]);
        assert_eq!(asked.class, Some("1A".into()));
        // Of two days in one week two moments, for three who want to ask.
        let when: Vec<_> = asked.asked.iter().map(|a| a.when.is_some()).collect();
        assert_eq!(when.iter().filter(|w| **w).count(), 2, "{asked:?}");
        assert!(!asked.complete);
        for line in &asked.asked {
            assert_eq!(line.when.is_some(), line.lesson.is_some());
            assert_eq!(line.when.is_some(), line.talk.is_some(), "{line:?}");
        }
        assert!(asked.sentences[0].contains("Ann"), "{:?}", asked.sentences);
        // Ann and Cleo teach at the end of Monday, and all meet at the end of Tuesday.
        assert_eq!(answers.answers[0].who, "graadteam");
        assert!(
            answers.answers[1].when[0].starts_with("maandag 3"),
            "{answers:?}"
        );
        for language in Language::ALL {
            let lines = super::lines(&school, &plan, Words(language));
            let sentences = lines.iter().flat_map(|line| &line.sentences);
            assert!(sentences.into_iter().all(|s| !s.contains("report-")));
        }
    }
}

//! C7: who spends days at a workplace has no lessons then.
//!
//! deviation = per workplace the periods of its days in which a lesson runs that its pupils attend, or some of them
//! (periods). Source: memorandum 2.3.

use uurwerk_engine::{AvoidUnavailableTimes, CostFunction, Kind, TimeId};
use uurwerk_model::{ClassIx, Finding, LessonIx, Mode, School, Workplace};

use super::occupancy::{days, lessons, running, share_pupils};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "C7",
    source: Source::Memo("2.3"),
    unit: "unit-periods",
    modes: Modes::always(Mode::Hard),
    weight: 20,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

/// The periods of the days at the workplace.
pub(crate) fn away(school: &School, workplace: &Workplace) -> Vec<usize> {
    let names = school.document().grid.days.iter();
    let own = names.zip(days(school));
    let own = own.filter(|(day, _)| workplace.days.contains(&day.id));
    own.flat_map(|(_, slots)| slots).collect()
}

/// Whether some of the pupils attend a lesson.
pub(crate) fn attends(
    school: &School,
    class: ClassIx,
    workplace: &Workplace,
    lesson: LessonIx,
) -> bool {
    let own = std::slice::from_ref(&workplace.group);
    share_pupils(school, class, own, &school.lesson(lesson).groups)
}

/// The periods in which a lesson cannot run, since pupils of it are at a workplace.
pub(crate) fn closed(school: &School, lesson: LessonIx) -> Vec<usize> {
    let mut closed = Vec::new();
    for workplace in &school.document().workplaces {
        let class = school.class_ix(&workplace.group.class);
        if class.is_some_and(|class| attends(school, class, workplace, lesson)) {
            closed.extend(away(school, workplace));
        }
    }
    closed
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let school = draft.school;
    for workplace in &school.document().workplaces {
        let Some(class) = school.class_ix(&workplace.group.class) else {
            continue;
        };
        let own = lessons(school).filter(|l| attends(school, class, workplace, *l));
        let mut events: Vec<_> = own.flat_map(|l| draft.events_of(l).to_vec()).collect();
        events.sort_unstable();
        events.dedup();
        let times = away(school, workplace).into_iter();
        let kind = Kind::AvoidUnavailableTimes(AvoidUnavailableTimes {
            times: times.map(|s| TimeId(s as u16)).collect(),
            resources: vec![draft.busy_in(&events)],
        });
        draft.charge(setting, 1, CostFunction::Linear, kind);
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let runs = running(school, timetable);
    let mut findings = Vec::new();
    for workplace in &school.document().workplaces {
        let Some(class) = school.class_ix(&workplace.group.class) else {
            continue;
        };
        let own = runs.iter();
        let own: Vec<_> = own
            .filter(|run| attends(school, class, workplace, run.lesson))
            .collect();
        let has = |slot: &usize| own.iter().any(|run| run.slots.contains(slot));
        let periods = away(school, workplace).into_iter().filter(has).count() as i64;
        if periods > 0 {
            findings.push(
                Telling::of(school, "finding-C7", periods)
                    .class(class)
                    .done(),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::Workplace;

    use super::super::testing::{Sample, deviation};

    #[test]
    fn lessons_on_a_day_at_the_workplace() {
        let mut sample = Sample::new(2);
        let whole = sample.lesson(&[2], &["A"], "t");
        let half = sample.lesson(&[1], &["A/half/1"], "u");
        let other = sample.lesson(&[1], &["A/half/2"], "v");
        let group = sample.document.lessons[half].groups[0].clone();
        sample.document.workplaces.push(Workplace {
            group,
            days: vec!["d1".into()],
        });
        let at = |slots: [usize; 3]| {
            let blocks = [
                (whole, 0, Some(slots[0])),
                (half, 0, Some(slots[1])),
                (other, 0, Some(slots[2])),
            ];
            deviation("C7", &sample.placed(&blocks))
        };
        assert_eq!(at([0, 2, 3]), 0);
        assert_eq!(at([4, 2, 3]), 2);
        assert_eq!(at([4, 4, 3]), 2); // two lessons at once: a period counts once
        assert_eq!(at([0, 6, 6]), 1); // the other half comes
    }
}

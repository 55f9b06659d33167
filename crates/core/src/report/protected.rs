//! Protected time: how much was asked for and how much stands in the plan.

use serde::Serialize;
use uurwerk_model::{Language, LessonIx, PlanDocument, ProtectedKind, Role, School};

use super::words::Words;

/// One kind of protected time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProtectedLine {
    /// The kind.
    pub kind: ProtectedKind,
    /// Its name.
    pub name: String,
    /// Slots in the plan.
    pub kept: i64,
    /// Slots that the school asks for.
    pub asked: i64,
}

/// The message that names a kind.
pub(super) fn name_of(kind: ProtectedKind) -> &'static str {
    match kind {
        ProtectedKind::Observation => "report-observation",
        ProtectedKind::Meeting => "report-meeting",
        ProtectedKind::CoTeaching => "report-co-teaching",
        ProtectedKind::Team => "report-team",
    }
}

/// The kinds that are asked for or kept, in a fixed order.
pub(super) fn lines(
    school: &School,
    plan: &PlanDocument,
    language: Language,
) -> Vec<ProtectedLine> {
    use ProtectedKind::{CoTeaching, Meeting, Observation, Team};
    let document = school.document();
    let pairs = &document.mentoring.pairs;
    let asked = |kind| -> i64 {
        match kind {
            Observation => pairs.iter().map(|p| i64::from(p.observations)).sum(),
            Meeting => pairs.iter().map(|p| i64::from(p.meetings)).sum(),
            Team => document.teams.iter().map(|t| i64::from(t.meetings)).sum(),
            CoTeaching => (0..school.lessons().len())
                .map(|lesson| co_taught(school, LessonIx::from(lesson)))
                .sum(),
        }
    };
    [Observation, Meeting, CoTeaching, Team]
        .into_iter()
        .map(|kind| ProtectedLine {
            kind,
            name: Words(language).say(name_of(kind)),
            kept: plan.protected.iter().filter(|s| s.kind == kind).count() as i64,
            asked: asked(kind),
        })
        .filter(|line| line.kept > 0 || line.asked > 0)
        .collect()
}

/// How many of a lesson's blocks a teacher in this position attends: all, or when the position has
/// fewer hours the first ones whose lengths add up to them.
pub(super) fn attended(school: &School, lesson: LessonIx, position: usize) -> usize {
    let periods = school.position_periods(lesson, position);
    let mut sum = 0;
    school
        .blocks(lesson)
        .iter()
        .take_while(|length| {
            sum += u32::from(**length);
            sum <= periods
        })
        .count()
}

/// The blocks of a lesson that a co-teacher attends.
fn co_taught(school: &School, lesson: LessonIx) -> i64 {
    let positions = school.lesson(lesson).positions.iter().enumerate();
    positions
        .filter(|(_, position)| position.role == Role::Co)
        .map(|(at, _)| attended(school, lesson, at))
        .max()
        .unwrap_or(0) as i64
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    #[test]
    fn a_short_position_attends_the_first_blocks() {
        let (school, _) = fixture::pair();
        let french = school.lesson_ix(&"fra-1A".into()).unwrap();
        // Blocks 2 and 1; the lead has all 3 hours, the co-teacher 2 of them.
        assert_eq!(attended(&school, french, 0), 2);
        assert_eq!(attended(&school, french, 1), 1);
        assert_eq!(co_taught(&school, french), 1);
    }

    #[test]
    fn kept_stands_beside_asked() {
        let (school, plan) = fixture::pair();
        let lines = lines(&school, &plan, Language::En);
        let numbers: Vec<_> = lines.iter().map(|l| (l.kept, l.asked)).collect();
        assert_eq!(numbers, [(1, 2), (1, 1), (1, 1), (1, 1)]);
    }
}

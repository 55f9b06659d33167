//! Load, difficulty and preparations per teacher, and starters beside the others (memo 2.2).

use std::collections::BTreeSet;

use serde::Serialize;
use uurwerk_model::{
    ClassIx, FteUnits, LessonIx, PlanDocument, School, Stream, SubjectId, TeacherId, TeacherIx,
};

/// Years of service in which a teacher is a starter (memo 2.1: two years).
pub(super) const STARTER_YEARS: u8 = 2;

/// Difficulty from which a class counts among the hardest when the plan does not say (rule D1).
const HARDEST: u8 = 70;

/// What one teacher carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TeacherFigures {
    /// The teacher.
    pub teacher: TeacherId,
    /// Name for people.
    pub name: String,
    /// Year of service when this is a starter.
    pub starter_year: Option<u8>,
    /// Lessons and tasks in 1/133 980 full-time equivalent.
    pub load: FteUnits,
    /// Least work of the contract.
    pub min: FteUnits,
    /// Work that the contract aims at.
    pub target: FteUnits,
    /// Most work of the contract.
    pub max: FteUnits,
    /// Lesson hours a week, as lead or co-teacher.
    pub hours: i64,
    /// Sum over those hours of the difficulty (0 to 100) of the lesson's most difficult class.
    pub difficulty_hours: i64,
    /// Hours a week in the hardest classes.
    pub hard_hours: i64,
    /// Distinct subjects.
    pub subjects: i64,
    /// Distinct graden.
    pub graden: i64,
    /// Distinct preparations: subject, year and stream.
    pub preparations: i64,
}

impl TeacherFigures {
    /// Mean difficulty (0 to 100) of the hours taught, rounded to nearest; 0 without hours.
    pub fn difficulty(&self) -> i64 {
        mean(self.difficulty_hours, self.hours)
    }
}

/// Means over a group of teachers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Means {
    /// How many teachers.
    pub people: i64,
    /// Mean load in thousandths of the contract's target.
    pub load_per_mille: i64,
    /// Mean difficulty (0 to 100) over all hours of the group.
    pub difficulty: i64,
    /// Mean hours in the hardest classes, in tenths.
    pub hard_hours_tenths: i64,
    /// Mean number of subjects, in tenths.
    pub subjects_tenths: i64,
    /// Mean number of preparations, in tenths.
    pub preparations_tenths: i64,
}

impl Means {
    /// The means of some teachers; all 0 for nobody.
    pub fn of<'a>(group: impl Iterator<Item = &'a TeacherFigures> + Clone) -> Self {
        let sum = |of: fn(&TeacherFigures) -> i64| group.clone().map(of).sum::<i64>();
        let people = group.clone().count() as i64;
        Self {
            people,
            load_per_mille: mean(sum(|f| f.load.0).saturating_mul(1000), sum(|f| f.target.0)),
            difficulty: mean(sum(|f| f.difficulty_hours), sum(|f| f.hours)),
            hard_hours_tenths: mean(10 * sum(|f| f.hard_hours), people),
            subjects_tenths: mean(10 * sum(|f| f.subjects), people),
            preparations_tenths: mean(10 * sum(|f| f.preparations), people),
        }
    }
}

/// `sum / count` of non-negative numbers, rounded to nearest; 0 when there is nothing to divide by.
fn mean(sum: i64, count: i64) -> i64 {
    if count <= 0 {
        0
    } else {
        (sum + count / 2) / count
    }
}

/// The figures of every teacher, in the order of the staff.
pub(super) fn figures(school: &School, plan: &PlanDocument) -> Vec<TeacherFigures> {
    let mut positions = vec![Vec::new(); school.staff().len()];
    for assignment in &plan.allocation {
        let teacher = school.teacher_ix(&assignment.teacher);
        let lesson = school.lesson_ix(&assignment.lesson);
        if let (Some(teacher), Some(lesson)) = (teacher, lesson) {
            positions[teacher.at()].push((lesson, usize::from(assignment.position)));
        }
    }
    let threshold = hardest(plan);
    positions
        .iter()
        .enumerate()
        .map(|(at, positions)| of_teacher(school, TeacherIx::from(at), positions, threshold))
        .collect()
}

/// The difficulty from which the plan counts a class among the hardest.
pub(super) fn hardest(plan: &PlanDocument) -> u8 {
    let rule = plan.rules.iter().find(|r| r.rule.as_str() == "D1");
    rule.and_then(|r| r.params.get("threshold")?.as_u64())
        .and_then(|threshold| u8::try_from(threshold).ok())
        .unwrap_or(HARDEST)
}

fn of_teacher(
    school: &School,
    ix: TeacherIx,
    positions: &[(LessonIx, usize)],
    threshold: u8,
) -> TeacherFigures {
    let teacher = school.teacher(ix);
    let mut figures = TeacherFigures {
        teacher: teacher.id.clone(),
        name: teacher.name.clone(),
        starter_year: teacher
            .is_starter(STARTER_YEARS)
            .then_some(teacher.experience),
        load: teacher.task_load(),
        min: teacher.contract.min,
        target: teacher.contract.target,
        max: teacher.contract.max,
        hours: 0,
        difficulty_hours: 0,
        hard_hours: 0,
        subjects: 0,
        graden: 0,
        preparations: 0,
    };
    let mut subjects: BTreeSet<&SubjectId> = BTreeSet::new();
    let mut graden = BTreeSet::new();
    let mut preparations = BTreeSet::new();
    for &(ix, position) in positions {
        let lesson = school.lesson(ix);
        if !lesson
            .positions
            .get(position)
            .is_some_and(|p| p.role.counts())
        {
            continue;
        }
        let hours = i64::from(school.position_hours(ix, position));
        let difficulty = difficulty(school, ix);
        figures.load = figures.load + school.position_load(ix, position);
        figures.hours += hours;
        figures.difficulty_hours += hours * i64::from(difficulty);
        figures.hard_hours += if difficulty >= threshold { hours } else { 0 };
        subjects.insert(&lesson.subject);
        graden.extend(school.graad(ix));
        preparations.extend(preparation(school, ix));
    }
    figures.subjects = subjects.len() as i64;
    figures.graden = graden.len() as i64;
    figures.preparations = preparations.len() as i64;
    figures
}

/// The classes of a lesson, each once for every group.
pub(super) fn classes(school: &School, ix: LessonIx) -> impl Iterator<Item = ClassIx> + '_ {
    let groups = &school.lesson(ix).groups;
    groups.iter().filter_map(|g| school.class_ix(&g.class))
}

/// The highest difficulty of a lesson's classes.
fn difficulty(school: &School, ix: LessonIx) -> u8 {
    let difficulties = classes(school, ix).map(|c| school.class(c).difficulty);
    difficulties.max().unwrap_or(0)
}

/// What is prepared once: the subject in the year and stream of the lesson's highest class.
fn preparation(school: &School, ix: LessonIx) -> Option<(&SubjectId, u8, Stream)> {
    let highest = classes(school, ix)
        .map(|c| school.class(c))
        .reduce(|best, next| if next.year > best.year { next } else { best })?;
    Some((&school.lesson(ix).subject, highest.year, highest.stream))
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    #[test]
    fn a_teacher_is_the_sum_of_the_positions() {
        let (school, plan) = fixture::pair();
        let figures = figures(&school, &plan);
        // Bo teaches 3 h mathematics in 1A (difficulty 20) and 2 h in 2B (difficulty 80): 5 hours,
        // 60 + 160 = 220 difficulty-hours, mean 44, 2 hours in a hardest class, one subject in two
        // years, at noemer 22 each hour 6090 units.
        let bo = &figures[1];
        assert_eq!(bo.starter_year, Some(1));
        assert_eq!(
            (bo.hours, bo.difficulty_hours, bo.difficulty()),
            (5, 220, 44)
        );
        assert_eq!((bo.hard_hours, bo.subjects, bo.preparations), (2, 1, 2));
        assert_eq!(bo.load, FteUnits(5 * 6090));
    }

    #[test]
    fn means_of_nobody_are_nothing() {
        assert_eq!(Means::of([].iter()), Means::default());
    }
}

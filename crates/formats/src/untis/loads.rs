//! Loads: what people teach and do at present, and the contract that holds it.

use std::collections::BTreeMap;

use uurwerk_model::{
    Assignment, Contract, FteUnits, Graad, Lesson, LessonId, SubjectId, Task, TaskKind,
};

use super::cells::SCALE;
use super::lessons::{Lessons, Source};
use crate::notes::Notes;

/// Units of work in an hour of which 22 are a full-time job.
const HOUR: i64 = FteUnits::FULL.0 / 22;

/// One lesson that somebody teaches at present, as far as it counts.
pub(super) struct Taught {
    pub lesson: LessonId,
    pub subject: SubjectId,
    pub graad: Option<Graad>,
    load: Load,
}

/// An amount of work, exact and in lesson hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Load {
    pub units: i64,
    pub hours: i64,
}

impl Load {
    fn of(source: &Source<'_>, subject: &SubjectId, graad: Option<Graad>, hours: u8) -> Self {
        let noemer = source.subjects.noemer(subject, graad);
        let exact = noemer.and_then(|n| FteUnits::of_hours(u32::from(hours), n));
        Self {
            units: exact.unwrap_or_default().0,
            hours: i64::from(hours),
        }
    }

    /// The work of somebody's lessons and tasks together.
    pub fn sum(taught: &[Taught], tasks: &[(Task, Self)]) -> Self {
        let lessons = taught.iter().map(|t| t.load);
        lessons
            .chain(tasks.iter().map(|(_, load)| *load))
            .fold(Self::default(), |a, b| Self {
                units: a.units + b.units,
                hours: a.hours + b.hours,
            })
    }
}

/// What everybody teaches at present; `graad` tells in which graad a lesson counts.
pub(super) fn taught(
    source: &Source<'_>,
    lessons: &Lessons,
    graad: impl Fn(&Lesson) -> Option<Graad>,
) -> BTreeMap<String, Vec<Taught>> {
    let by_id: BTreeMap<&LessonId, &Lesson> = lessons.list.iter().map(|l| (&l.id, l)).collect();
    let mut taught: BTreeMap<String, Vec<Taught>> = BTreeMap::new();
    let counting = lessons.allocation.iter().filter(|a| a.role.counts());
    for Assignment {
        lesson, teacher, ..
    } in counting
    {
        let Some(lesson) = by_id.get(lesson) else {
            continue;
        };
        let graad = graad(lesson);
        taught.entry(teacher.to_string()).or_default().push(Taught {
            lesson: lesson.id.clone(),
            subject: lesson.subject.clone(),
            graad,
            load: Load::of(source, &lesson.subject, graad, lesson.hours),
        });
    }
    taught
}

/// Work beside lessons: reductions (GPU020), and hours without pupils that stand among the lessons.
pub(super) fn tasks(
    source: &Source<'_>,
    lessons: &Lessons,
    notes: &mut Notes,
) -> BTreeMap<String, Vec<(Task, Load)>> {
    let mut tasks: BTreeMap<String, Vec<(Task, Load)>> = BTreeMap::new();
    for row in &source.export.reductions {
        let words = [row.reason.as_str(), row.text.as_str()].join(" ");
        notes.add(
            "UW3068",
            "/staff",
            format!("{} {}", row.teacher, row.reason),
        );
        // At most 10^9 hours: the products fit.
        let load = Load {
            units: row.value.max(0) * HOUR / SCALE,
            hours: row.value.max(0) / SCALE,
        };
        let task = task(words.trim().to_owned(), load);
        tasks.entry(row.teacher.clone()).or_default().push(task);
    }
    for beside in &lessons.beside {
        let load = Load::of(source, &beside.subject, beside.graad, beside.hours);
        let subject = source.subjects.list.iter().find(|s| s.id == beside.subject);
        let name = subject.map_or(beside.subject.as_str(), |s| s.name.as_str());
        let task = task(format!("{name} ({})", beside.lesson), load);
        tasks
            .entry(beside.teacher.to_string())
            .or_default()
            .push(task);
    }
    tasks
}

/// A task; what it is called tells its kind.
fn task(name: String, load: Load) -> (Task, Load) {
    let lower = name.to_lowercase();
    let kind = if lower.contains("mentor") || lower.contains("ment ") {
        TaskKind::Mentoring
    } else if lower.contains("coörd") || lower.contains("coord") {
        TaskKind::Coordination
    } else {
        TaskKind::Other
    };
    let task = Task {
        name,
        kind,
        load: FteUnits(load.units),
        budget_line: None,
    };
    (task, load)
}

/// A range around the present load that also holds the weekly target of Untis (in hundred-thousandths
/// of an hour). The target is in hours of the kind that the person teaches, so an hour of it weighs
/// what theirs weigh on average. `margin` is in hours of which 22 are a full-time job.
pub(super) fn contract(
    name: &str,
    load: Load,
    target: Option<i64>,
    margin: u8,
    notes: &mut Notes,
) -> Contract {
    let weighed = target.map(|target| {
        let (units, hours) = if load.hours > 0 {
            (load.units, load.hours)
        } else {
            (HOUR, 1)
        };
        let exact = i128::from(target) * i128::from(units);
        (exact / i128::from(SCALE) / i128::from(hours)) as i64
    });
    let plausible = |t: &i64| load.units == 0 || (t - load.units).abs() * 4 <= load.units;
    if weighed.is_some_and(|t| !plausible(&t)) {
        notes.add("UW3043", "/staff", name);
    }
    if load.units > FteUnits::FULL.0 {
        notes.add(
            "UW3044",
            "/staff",
            format!("{name} ({})", FteUnits(load.units)),
        );
    }
    let weighed = weighed.filter(plausible);
    // Nobody is asked to work who has no work now, but the weekly target stays open to them.
    let target = if load.units == 0 {
        0
    } else {
        weighed.unwrap_or(load.units)
    };
    let margin = i64::from(margin) * HOUR;
    let most = load.units.max(weighed.unwrap_or(0));
    Contract {
        min: FteUnits((load.units.min(target) - margin).max(0)),
        target: FteUnits(target),
        max: FteUnits(most + margin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(units: i64, hours: i64, target: Option<i64>) -> [i64; 3] {
        let load = Load { units, hours };
        let made = contract("Jan", load, target, 1, &mut Notes::default());
        [made.min.0, made.target.0, made.max.0]
    }

    #[test]
    fn the_contract_holds_the_load_and_the_target() {
        // 20 hours of 20 are a full-time job; 21 such hours are 133980 x 21 / 20 = 140679.
        assert_eq!(range(133_980, 20, None), [127_890, 133_980, 140_070]);
        assert_eq!(
            range(133_980, 20, Some(21 * SCALE)),
            [127_890, 140_679, 146_769]
        );
        assert_eq!(
            range(133_980, 20, Some(19 * SCALE)),
            [121_191, 127_281, 140_070]
        );
        // Half the load: the target is of another year or another person.
        assert_eq!(
            range(133_980, 20, Some(10 * SCALE)),
            [127_890, 133_980, 140_070]
        );
        // No work now: nothing is asked, 11 hours of 22 are possible.
        assert_eq!(range(0, 0, Some(11 * SCALE)), [0, 0, 73_080]);
    }

    #[test]
    fn names_tell_what_a_task_is() {
        let kind = |name: &str| task(name.to_owned(), Load::default()).0.kind;
        assert_eq!(kind("Mentorschap (603)"), TaskKind::Mentoring);
        assert_eq!(kind("pedagogische coörd. (832)"), TaskKind::Coordination);
        assert_eq!(kind("Planlastvermindering (597)"), TaskKind::Other);
    }
}

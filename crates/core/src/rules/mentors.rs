//! The mentors of a school with their mentees and hours: what the rules about mentors have in common.

use uurwerk_model::{FTE, School, TaskKind, TeacherIx};

/// A mentor: named in a pair, or with a mentoring task.
pub(super) struct Mentor {
    pub(super) teacher: TeacherIx,
    /// Starters in pairs with this mentor.
    pub(super) mentees: i64,
    /// Work of the mentoring tasks, in units.
    pub(super) load: i64,
}

impl Mentor {
    /// Every mentor, in the order of the staff.
    pub(super) fn all(school: &School) -> Vec<Self> {
        let pairs = &school.document().mentoring.pairs;
        let staff = school.staff().iter().enumerate();
        let mentors = staff.filter_map(|(at, teacher)| {
            let mentees = pairs.iter().filter(|p| p.mentor == teacher.id).count() as i64;
            let tasks = teacher.tasks.iter();
            let tasks = || tasks.clone().filter(|t| t.kind == TaskKind::Mentoring);
            (mentees > 0 || tasks().next().is_some()).then(|| Self {
                teacher: TeacherIx::from(at),
                mentees,
                load: tasks().map(|task| task.load.0).sum(),
            })
        });
        mentors.collect()
    }

    /// Work that the mentees ask for, in units, when a full-time mentor has `ratio` of them.
    pub(super) fn needed(&self, ratio: i64) -> i64 {
        self.mentees * FTE / ratio
    }
}

#[cfg(test)]
pub(super) mod testing {
    use crate::tiny::{Tiny, hours};
    use uurwerk_model::{MentorPair, Task, TaskKind};

    /// Mia, with so much experience and so many hours (none: no task), and her mentees `s0`, `s1` ...
    pub fn mia(experience: u8, of_hours: Option<u32>, mentees: usize) -> Tiny {
        let mut tiny = Tiny::new()
            .class("1A", 1, 0)
            .lesson("L1", "WIS", &["1A"], 4)
            .teacher("mia", experience, [0, 8, 22], &["WIS"]);
        for at in 0..mentees {
            tiny = tiny.teacher(&format!("s{at}"), 1, [0, 8, 22], &["WIS"]);
        }
        tiny.with(|school| {
            school.staff[0].mentor = true;
            school.staff[0].tasks.extend(of_hours.map(|h| Task {
                name: "mentor".into(),
                kind: TaskKind::Mentoring,
                load: hours(h),
                budget_line: None,
            }));
            school.mentoring.pairs = (0..mentees)
                .map(|at| MentorPair {
                    mentor: "mia".into(),
                    starter: format!("s{at}").into(),
                    observations: 1,
                    meetings: 1,
                    weeks: uurwerk_model::Recurrence::default(),
                })
                .collect();
        })
    }
}

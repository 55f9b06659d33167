//! Starters carry no plage and no heap of extra tasks.
//!
//! Deviation of a starter, in hours at noemer 22: the load (lessons and tasks) above a full-time job, rounded up
//! (plage); and the tasks beyond `year_1` or `year_2` (and later) of them, the smallest ones, each rounded up and at
//! least one hour.
//! Source: memo 2.2 (a starter should not carry what a colleague of fifteen years carries).

use uurwerk_model::{FTE, Finding, FteUnits, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, HOUR, Model, Staffing, Sum, TeacherLoad, whole_hours};

/// The rule.
pub static RULE: Rule = Rule {
    id: "P8",
    source: Source::Memo("2.2"),
    unit: "unit-hours",
    modes: Modes {
        memo: Mode::Measure,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 5,
    params: &[
        Param {
            name: "year_1",
            default: figure("tasks-year-1"),
            min: 0,
            max: 20,
        },
        Param {
            name: "year_2",
            default: figure("tasks-year-2"),
            min: 0,
            max: 20,
        },
    ],
    body: Body::Load(|facts, setting| {
        Box::new(NoExtra {
            facts,
            allowed: ["year_1", "year_2"].map(|name| setting.param(name)),
        })
    }),
};

struct NoExtra<'a> {
    facts: &'a Facts<'a>,
    allowed: [i64; 2],
}

impl NoExtra<'_> {
    /// Hours of the tasks that are too many.
    fn extra(&self, teacher: TeacherIx) -> i64 {
        let teacher = self.facts.school.teacher(teacher);
        let allowed = self.allowed[usize::from(teacher.experience > 1)];
        let mut tasks: Vec<i64> = teacher.tasks.iter().map(|task| task.load.0).collect();
        tasks.sort_unstable_by_key(|load| -load);
        // The limit is at most 20.
        let extra = tasks.iter().skip(allowed as usize);
        extra.map(|load| whole_hours(*load).max(1)).sum()
    }
}

impl LoadRule for NoExtra<'_> {
    fn asks(&self, teacher: TeacherIx) -> Asks {
        Asks::limits_if(self.facts.is_starter(teacher))
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        if !self.facts.is_starter(teacher) {
            return 0;
        }
        whole_hours(load.load - FTE) + self.extra(teacher)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            if self.facts.is_starter(teacher) {
                let mut plage = Sum::of(&model.takes(teacher), |post| post.load);
                plage.constant += self.facts.tasks[teacher.at()] - FTE;
                model.charge(plage, HOUR);
                model.charge(Sum::constant(self.extra(teacher)), 1);
            }
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let tasks = self.facts.school.teacher(load.teacher).tasks.len();
            let message = Message::new("finding-P8")
                .with("load", FteUnits(load.load).to_string())
                .with("tasks", tasks as i64);
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::{Tiny, hours};
    use uurwerk_model::{Task, TaskKind};

    #[test]
    fn hours_above_a_job_and_tasks_count_for_a_starter() {
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 0)
                .teacher("ann", experience, [0, 22, 30], &["WIS"])
                .lesson("L1", "WIS", &["1A"], 18)
                .lesson("L2", "WIS", &["1A"], 3)
                .with(|school| {
                    let task = |hours_of| Task {
                        name: "archive".into(),
                        kind: TaskKind::Other,
                        load: hours(hours_of),
                        budget_line: None,
                    };
                    school.staff[0].tasks = vec![task(2), task(1)];
                })
        };
        let all = [("L1", "ann"), ("L2", "ann")];
        // 18 + 3 + 3 hours of 22: two of plage; both tasks in the first year, the smaller one in the second.
        assert_eq!(tiny(1).deviation("P8", &all), 2 + 3);
        assert_eq!(tiny(2).deviation("P8", &all), 2 + 1);
        assert_eq!(tiny(1).deviation("P8", &all[..1]), 3);
        assert_eq!(tiny(9).deviation("P8", &all), 0);
    }
}

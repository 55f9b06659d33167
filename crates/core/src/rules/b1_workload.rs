//! Workload is balanced, and lighter for starters.
//!
//! The work of a teacher in minutes a week is `W = sum over counting positions of hours x (contact +
//! repeat + marking x pupils) + sum over different preparations k of H(k) x (prep - repeat)`, where `H(k)`
//! is the most hours of a lesson with that preparation and starters take `starter_prep` for `prep`.
//! The fair share `R` is the school's total (every preparation made by half of its positions, rounded up)
//! divided by target. Deviation: `ceil(max(0, 100 W - alpha R) / 6000)` in hours of work, with `alpha`
//! percent: `year_1`, `year_2` (and later) for starters, `others` for everyone else.
//! Source: memo 2 and 2.2 (a starter has the same workload as a colleague of fifteen years; it should not be).

use uurwerk_model::{Finding, LessonIx, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Setting, Source};
use crate::allocate::{Facts, Model, Post, Staffing, Sum, TeacherLoad, ceil_div};

/// Minutes in an hour of work, times percent of alpha.
pub(super) const UNIT: i64 = 6_000;

/// The rule.
pub static RULE: Rule = Rule {
    id: "B1",
    source: Source::Memo("2.2"),
    unit: "unit-work-hours",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 5,
    params: &[
        minutes("contact", figure("minutes-contact")),
        minutes("repeat", figure("minutes-repeat")),
        minutes("prep", figure("minutes-prep")),
        minutes("starter_prep", figure("minutes-prep-starter")),
        minutes("marking", figure("minutes-marking")),
        percent("year_1", figure("workload-year-1")),
        percent("year_2", figure("workload-year-2")),
        percent("others", 115),
    ],
    body: Body::Load(|facts, setting| {
        Box::new(Balanced {
            facts,
            work: Workload::of(facts, setting),
            alphas: ["year_1", "year_2", "others"].map(|name| setting.param(name)),
        })
    }),
};

pub(super) const fn minutes(name: &'static str, default: i64) -> Param {
    Param {
        name,
        default,
        min: 0,
        max: 300,
    }
}

pub(super) const fn percent(name: &'static str, default: i64) -> Param {
    Param {
        name,
        default,
        min: 10,
        max: 300,
    }
}

pub(super) struct Workload<'a> {
    facts: &'a Facts<'a>,
    /// Minutes of an hour of lesson apart from its first preparation, without marking.
    every_hour: i64,
    /// Minutes of marking per pupil and hour.
    marking: i64,
    /// What a first preparation adds per hour, for starters and for others.
    first: [i64; 2],
    /// Most hours of a lesson, by preparation.
    longest: Vec<i64>,
    /// Fair minutes by teacher.
    fair: Vec<i64>,
}

impl<'a> Workload<'a> {
    /// Works the school out, with the minutes of a rule that has these numbers.
    pub(super) fn of(facts: &'a Facts<'a>, setting: &Setting) -> Self {
        let repeat = setting.param("repeat");
        let mut longest = vec![0; facts.preps.len()];
        for post in &facts.posts {
            if let Some(prep) = post.prep {
                let hours = i64::from(facts.school.lesson(post.lesson).hours);
                longest[prep] = hours.max(longest[prep]);
            }
        }
        let mut rule = Self {
            facts,
            every_hour: setting.param("contact") + repeat,
            marking: setting.param("marking"),
            first: ["starter_prep", "prep"].map(|name| setting.param(name) - repeat),
            longest,
            fair: Vec::new(),
        };
        rule.fair = rule.fair_shares();
        rule
    }

    fn fair_shares(&self) -> Vec<i64> {
        let counting = || self.facts.posts.iter().filter(|post| post.counts);
        let mut held = vec![0; self.longest.len()];
        for prep in counting().filter_map(|post| post.prep) {
            held[prep] += 1;
        }
        let lessons: i64 = counting().map(|post| self.minutes(post)).sum();
        let preps = self.longest.iter().zip(held);
        let preps: i64 = preps.map(|(h, n)| h * self.first[1] * ((n + 1) / 2)).sum();
        let targets = self
            .facts
            .school
            .staff()
            .iter()
            .map(|t| t.contract.target.0);
        let all: i64 = targets.clone().sum();
        let share = |target: i64| ((lessons + preps) * target).div_euclid(all.max(1));
        targets.map(share).collect()
    }

    /// Minutes that a post asks however often its lesson is prepared elsewhere.
    fn minutes(&self, post: &Post) -> i64 {
        post.hours * (self.every_hour + self.marking * post.pupils)
    }

    /// Minutes that the first preparation adds.
    fn first_time(&self, teacher: TeacherIx, prep: usize) -> i64 {
        let starter = self.facts.is_starter(teacher);
        self.longest[prep] * self.first[usize::from(!starter)]
    }

    /// Minutes of work of a load.
    pub(super) fn work(&self, load: &TeacherLoad) -> i64 {
        let mut work = 0;
        for (at, post) in load.posts.iter().enumerate() {
            work += self.minutes(post);
            if let Some(prep) = post.prep
                && load.posts[..at]
                    .iter()
                    .all(|other| other.prep != Some(prep))
            {
                work += self.first_time(load.teacher, prep);
            }
        }
        work
    }

    /// Fair minutes of a teacher.
    pub(super) fn fair(&self, teacher: TeacherIx) -> i64 {
        self.fair[teacher.at()]
    }

    /// A hundred times the work above `alpha` percent of the fair share, as a sum of the model.
    pub(super) fn above(&self, model: &mut Model, teacher: TeacherIx, alpha: i64) -> Sum {
        let mut above = Sum::of(&model.takes(teacher), |post| 100 * self.minutes(post));
        for (prep, taken) in model.kinds(teacher, |post| post.prep) {
            above.add(taken, 100 * self.first_time(teacher, prep));
        }
        above.constant -= alpha * self.fair(teacher);
        above
    }

    /// The words about a load above `share` percent of the fair share, and its lessons.
    pub(super) fn told(
        &self,
        words: &'static str,
        load: &TeacherLoad,
        (name, share): (&'static str, i64),
    ) -> (Message, Vec<LessonIx>) {
        let message = Message::new(words)
            .with("work", self.work(load) / 60)
            .with("max", share * self.fair(load.teacher) / UNIT)
            .with(name, share);
        (message, load.posts.iter().map(|post| post.lesson).collect())
    }

    /// Whole hours of work above `alpha` percent of the fair share.
    pub(super) fn hours_above(&self, load: &TeacherLoad, alpha: i64) -> i64 {
        let share = alpha * self.fair(load.teacher);
        ceil_div((100 * self.work(load) - share).max(0), UNIT)
    }
}

struct Balanced<'a> {
    facts: &'a Facts<'a>,
    work: Workload<'a>,
    alphas: [i64; 3],
}

impl Balanced<'_> {
    fn alpha(&self, teacher: TeacherIx) -> i64 {
        let year = self.facts.school.teacher(teacher).experience;
        match (self.facts.is_starter(teacher), year) {
            (true, 0..=1) => self.alphas[0],
            (true, _) => self.alphas[1],
            (false, _) => self.alphas[2],
        }
    }
}

impl LoadRule for Balanced<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        self.work.hours_above(load, self.alpha(teacher))
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let above = self.work.above(model, teacher, self.alpha(teacher));
            model.charge(above, UNIT);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let alpha = self.alpha(load.teacher);
            self.work.told("finding-B1", load, ("alpha", alpha))
        })
    }
}

#[cfg(test)]
pub(super) mod testing {
    use crate::tiny::Tiny;

    /// Ann, with so much experience, and bob, for two lessons of four hours in parallel classes.
    pub fn ann_and_bob(experience: u8) -> Tiny {
        Tiny::new()
            .class("1A", 1, 0)
            .class("1B", 1, 0)
            .teacher("ann", experience, [0, 8, 22], &["WIS"])
            .teacher("bob", 9, [0, 8, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 4)
            .lesson("L2", "WIS", &["1B"], 4)
    }
}

#[cfg(test)]
mod tests {
    use super::testing::ann_and_bob as tiny;

    #[test]
    fn work_above_the_share_counts_in_hours() {
        // A lesson: 4 x (50 + 15 + 20) = 340 minutes; its first preparation 4 x (45 - 15) = 120 more.
        // The school: 680 + 120 x 1 (two positions, halved) = 800; a half is 400.
        let both = [("L1", "ann"), ("L2", "ann")];
        // 680 + 120 = 800 against 115 % of 400 = 460: 340 minutes, rounded up to six hours.
        assert_eq!(tiny(9).deviation("B1", &both), 6);
        // A starter: 680 + 4 x (90 - 15) = 980 against 85 % of 400 = 340: 640 minutes, eleven hours.
        assert_eq!(tiny(1).deviation("B1", &both), 11);
        // Shared: 340 + 120 = 460 against 460.
        assert_eq!(tiny(9).deviation("B1", &[("L1", "ann"), ("L2", "bob")]), 0);
    }
}

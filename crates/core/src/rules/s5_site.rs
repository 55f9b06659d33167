//! Starters teach on one site.
//!
//! A lesson is on a site when every room that suits one of its needs stands there. Deviation of a starter: different
//! sites of the lessons of the counting positions, above `max`, in sites. Lessons that could be anywhere do not count.
//! Source: memo 2.2 ("een nieuwe school of scholen ontdekken" is part of what weighs on a starter).

use uurwerk_model::{Finding, Lesson, Message, Mode, School, SiteId, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Post, Staffing, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "S5",
    source: Source::Memo("2.2"),
    unit: "unit-sites",
    modes: Modes {
        memo: Mode::Measure,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 10,
    params: &[Param {
        name: "max",
        default: figure("sites-most"),
        min: 1,
        max: 10,
    }],
    body: Body::Load(|facts, setting| {
        let lessons = facts.school.lessons().iter();
        Box::new(OneSite {
            facts,
            sites: lessons.map(|l| site_of(facts.school, l)).collect(),
            max: setting.param("max"),
        })
    }),
};

struct OneSite<'a> {
    facts: &'a Facts<'a>,
    /// By lesson.
    sites: Vec<Option<&'a SiteId>>,
    max: i64,
}

fn site_of<'a>(school: &'a School, lesson: &Lesson) -> Option<&'a SiteId> {
    let sites = lesson.rooms.iter().map(|need| {
        let suits = |id, kind| need.any_of.contains(id) || need.kind.as_ref() == Some(kind);
        let mut suitable = school.rooms().iter().filter(|r| suits(&r.id, &r.kind));
        let site = suitable.next()?.site.as_ref()?;
        suitable
            .all(|room| room.site.as_ref() == Some(site))
            .then_some(site)
    });
    sites.flatten().next()
}

impl<'a> OneSite<'a> {
    fn site(&self, post: &Post) -> Option<&'a SiteId> {
        self.sites[post.lesson.at()]
    }
}

impl LoadRule for OneSite<'_> {
    fn asks(&self, teacher: TeacherIx) -> Asks {
        Asks::limits_if(self.facts.is_starter(teacher))
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        if !self.facts.is_starter(teacher) {
            return 0;
        }
        (load.distinct(|post| self.site(post)) - self.max).max(0)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            if self.facts.is_starter(teacher) {
                let mut above = model.distinct(teacher, |post| self.site(post));
                above.constant -= self.max;
                model.charge(above, 1);
            }
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let message = Message::new("finding-S5")
                .with("count", load.distinct(|post| self.site(post)))
                .with("max", self.max);
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;
    use uurwerk_model::{Room, RoomNeed};

    #[test]
    fn a_second_site_is_one_too_many_for_a_starter() {
        let room = |id: &str, kind: &str, site: &str| Room {
            id: id.into(),
            name: id.into(),
            kind: kind.into(),
            capacity: None,
            site: Some(site.into()),
            building: None,
        };
        let need = |kind: &str| RoomNeed {
            kind: Some(kind.into()),
            ..RoomNeed::default()
        };
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 0)
                .teacher("ann", experience, [0, 7, 22], &["WIS"])
                .lesson("L1", "WIS", &["1A"], 2)
                .lesson("L2", "WIS", &["1A"], 2)
                .lesson("L3", "WIS", &["1A"], 2)
                .with(|school| {
                    school.rooms = vec![
                        room("A", "lab", "north"),
                        room("B", "gym", "south"),
                        room("C", "classroom", "north"),
                        room("D", "classroom", "south"),
                    ];
                    let needs = ["lab", "gym", "classroom"].map(need);
                    let lessons = school.lessons.iter_mut();
                    lessons.zip(needs).for_each(|(l, n)| l.rooms.push(n));
                })
        };
        let all = ["L1", "L2", "L3"].map(|l| (l, "ann"));
        assert_eq!(tiny(1).deviation("S5", &all), 1); // a laboratory in the north, a gym in the south
        assert_eq!(tiny(1).deviation("S5", &[all[0], all[2]]), 0); // classrooms are on both
        assert_eq!(tiny(9).deviation("S5", &all), 0);
    }
}

//! G6: there is time for the way from one building to another.
//!
//! deviation = per teacher, each pair of blocks of a day that he attends, and per class, each pair of blocks of a day that
//! need the same pupils of it: 1 if the second begins after the first has ended and fewer minutes lie between than the way
//! takes from the room of the first block to that of the second (changes). A block is in the room of its lesson's first
//! need; without one it is nowhere. Source: ordinary practice.
//!
//! The way between two rooms takes, where both have a building: nothing within one, else what the school's `travel` says of
//! the two; if that says nothing, or a building is not named, where both have a site and not the same: what `travel` says of
//! the sites, else the number `sites`; else the number `minutes` where both have a building; else nothing.

use uurwerk_model::{Finding, Mode, Room, School, SlotIx};

use super::telling::Telling;
use super::walks::{Map, Visit, Walker, allow, classes, pairs, standing, teachers, visits};
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "G6",
    source: Source::Practice,
    unit: "unit-changes",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Hard,
        law: Mode::Measure,
    },
    weight: 10,
    params: &[
        Param {
            name: "minutes",
            default: 5,
            min: 0,
            max: 600,
        },
        Param {
            name: "sites",
            default: 30,
            min: 0,
            max: 600,
        },
    ],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

/// Minutes from one room to another.
pub(crate) fn way(school: &School, setting: &Setting, from: &Room, to: &Room) -> i64 {
    let said = |a: &str, b: &str| {
        let ends = |a: &str, b: &str, way: &uurwerk_model::Travel| {
            way.from.as_str() == a && way.to.as_str() == b
        };
        let mut ways = school.document().travel.iter();
        let way = ways.find(|way| ends(a, b, way) || ends(b, a, way))?;
        Some(i64::from(way.minutes))
    };
    let buildings = from.building.as_ref().zip(to.building.as_ref());
    if let Some((a, b)) = buildings {
        if a == b {
            return 0;
        }
        if let Some(minutes) = said(a.as_str(), b.as_str()) {
            return minutes;
        }
    }
    match from.site.as_ref().zip(to.site.as_ref()) {
        Some((a, b)) if a != b => {
            said(a.as_str(), b.as_str()).unwrap_or_else(|| setting.param("sites"))
        }
        _ if buildings.is_some() => setting.param("minutes"),
        _ => 0,
    }
}

/// The school's rooms as places, those of one building and site as one, with the ways between them; `None` when nowhere is
/// far from anywhere.
fn map(setting: &Setting, draft: &Draft) -> Option<Map> {
    let school = draft.school;
    let (samples, places) = standing(draft);
    let row = |from: &&Room| -> Vec<u16> {
        let way = |to: &&Room| way(school, setting, from, to) as u16;
        samples.iter().map(way).collect()
    };
    let ways: Vec<Vec<u16>> = samples.iter().map(row).collect();
    let minute = |time: uurwerk_model::ClockTime| u32::from(time.0);
    let slots = school.slots().iter();
    let far = ways.iter().flatten().any(|way| *way > 0);
    far.then(|| Map {
        places,
        ways,
        clock: slots.map(|s| (minute(s.start), minute(s.end))).collect(),
        time_groups: draft.days().to_vec(),
    })
}

fn draft(setting: &Setting, draft: &mut Draft) {
    if let Some(map) = map(setting, draft) {
        let walkers = [teachers(draft.school), classes(draft.school)].concat();
        allow(setting, draft, 1, map, &walkers);
    }
}

/// Minutes that are missing between two blocks of a day, the second after the first.
fn missing(school: &School, setting: &Setting, first: &Visit, second: &Visit) -> i64 {
    let slots = school.slots();
    let (left, come) = (
        &slots[first.run.slots.end - 1],
        &slots[second.run.slots.start],
    );
    let between = i64::from(come.start.0) - i64::from(left.end.0);
    let (from, to) = (school.room(first.room), school.room(second.room));
    (way(school, setting, from, to) - between).max(0)
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let school = case.school;
    let visits = visits(case);
    let mut findings = Vec::new();
    for walker in [teachers(school), classes(school)].concat() {
        for (first, second) in pairs(school, &visits, walker) {
            let missing = missing(school, setting, first, second);
            if missing == 0 {
                continue;
            }
            let finding = match walker {
                Walker::Teacher(teacher) => {
                    Telling::of(school, "finding-G6-teacher", 1).teacher("teacher", teacher)
                }
                Walker::Class(class) => Telling::of(school, "finding-G6-class", 1).class(class),
            };
            let start = SlotIx::from(second.run.slots.start);
            let finding = finding.room(second.room).slot(start);
            let other = school.room(first.room).name.as_str();
            let finding = finding.with("other", other).with("minutes", missing);
            let finding = finding.lesson("first", first.run.lesson);
            findings.push(finding.lesson("lesson", second.run.lesson).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Placed, Sample, deviation};
    use uurwerk_model::Travel;

    /// Two rooms of building `a`, one of `b`, one that says nothing; periods are 10 minutes apart.
    fn sample() -> Sample {
        let mut sample = Sample::new(2);
        for (id, building) in [("a1", "a"), ("a2", "a"), ("b1", "b"), ("c1", "")] {
            let room = sample.room(id, "plain", None);
            let named = Some(building).filter(|name| !name.is_empty());
            sample.document.rooms[room].building = named.map(Into::into);
        }
        sample
    }

    fn travel(sample: &mut Sample, from: &str, to: &str, minutes: u16) {
        let (from, to) = (from.into(), to.into());
        sample.document.travel.push(Travel { from, to, minutes });
    }

    /// Two lessons of one teacher with two classes, in these rooms from these slots on.
    fn two(sample: &mut Sample, rooms: [usize; 2], starts: [usize; 2]) -> i64 {
        let document = sample.document.clone();
        let lessons = ["A", "B"].map(|class| {
            let lesson = sample.lesson(&[1], &[class], "t");
            sample.need(lesson, "plain");
            lesson
        });
        let mut placed = sample.placed(&[
            (lessons[0], 0, Some(starts[0])),
            (lessons[1], 0, Some(starts[1])),
        ]);
        placed.in_room(lessons[0], 0, rooms[0]);
        placed.in_room(lessons[1], 0, rooms[1]);
        let found = deviation("G6", &placed);
        *sample = Sample::of(document);
        found
    }

    #[test]
    fn a_way_needs_its_minutes() {
        let mut sample = sample();
        assert_eq!(two(&mut sample, [0, 2], [0, 1]), 0); // 5 minutes, and 10 between
        travel(&mut sample, "a", "b", 15);
        assert_eq!(two(&mut sample, [0, 2], [0, 1]), 1);
        assert_eq!(two(&mut sample, [2, 0], [0, 1]), 1); // the same on the way back
        assert_eq!(two(&mut sample, [0, 2], [1, 0]), 1);
        assert_eq!(two(&mut sample, [0, 2], [0, 2]), 0); // a free period between
        assert_eq!(two(&mut sample, [0, 2], [3, 4]), 0); // another day
        assert_eq!(two(&mut sample, [0, 1], [0, 1]), 0); // one building
        assert_eq!(two(&mut sample, [0, 3], [0, 1]), 0); // who knows where that is
        sample.document.travel[0].minutes = 71;
        assert_eq!(two(&mut sample, [0, 2], [0, 2]), 1); // a period and two breaks are 70
    }

    #[test]
    fn sites_count_where_buildings_say_nothing() {
        let mut sample = sample();
        for (room, site) in [(0, "north"), (1, "north"), (2, "south"), (3, "south")] {
            sample.document.rooms[room].site = Some(site.into());
        }
        assert_eq!(two(&mut sample, [0, 2], [0, 1]), 1); // 30 minutes between sites
        assert_eq!(two(&mut sample, [0, 3], [0, 1]), 1);
        assert_eq!(two(&mut sample, [2, 3], [0, 1]), 0);
        travel(&mut sample, "south", "north", 8);
        assert_eq!(two(&mut sample, [0, 2], [0, 1]), 0);
        travel(&mut sample, "a", "b", 12); // the buildings know better
        assert_eq!(two(&mut sample, [0, 2], [0, 1]), 1);
        assert_eq!(two(&mut sample, [0, 3], [0, 1]), 0);
    }

    #[test]
    fn only_the_same_pupils_have_to_be_there() {
        let mut sample = sample();
        travel(&mut sample, "a", "b", 15);
        let whole = sample.lesson(&[1], &["A"], "t");
        let halves = ["A/half/1", "A/half/2"].map(|group| sample.lesson(&[1], &[group], "u"));
        for lesson in [whole, halves[0], halves[1]] {
            sample.need(lesson, "plain");
        }
        let at = |starts: [usize; 3], rooms: [usize; 3]| {
            let lessons = [whole, halves[0], halves[1]];
            let places: Vec<_> = (0..3).map(|i| (lessons[i], 0, Some(starts[i]))).collect();
            let mut placed: Placed = sample.placed(&places);
            for (lesson, room) in lessons.into_iter().zip(rooms) {
                placed.in_room(lesson, 0, room);
            }
            deviation("G6", &placed)
        };
        // The whole class, then one half in b while the other stays: one way for the class.
        assert_eq!(at([0, 1, 1], [0, 2, 1]), 1);
        // One half after the other in two buildings: their teacher has to run, the pupils have not.
        assert_eq!(at([3, 0, 1], [0, 0, 2]), 1);
    }
}

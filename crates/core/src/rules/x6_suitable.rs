//! X6: every block has the rooms that it needs, of the right kind.
//!
//! deviation = per (block, need) 1 if there is no room, or one that is neither of the kind nor among
//! the rooms asked for (blocks). Source: logic.

use std::collections::BTreeMap;

use uurwerk_engine::{
    AssignResource, CostFunction, EventId, Kind, PreferResources, ResourceId, RoleId,
};
use uurwerk_model::{Finding, Mode, RoomIx, RoomNeed, School};

use super::occupancy::{lessons, suits};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::{Draft, RoomDemand};

/// The rule.
pub static RULE: Rule = Rule {
    id: "X6",
    source: Source::Logic,
    unit: "unit-blocks",
    modes: Modes::always(Mode::Hard),
    weight: 100,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

fn draft(setting: &Setting, draft: &mut Draft) {
    let mut roles: BTreeMap<RoleId, Vec<EventId>> = BTreeMap::new();
    for block in draft.blocks() {
        for demand in &block.rooms {
            roles.entry(demand.role).or_default().push(block.event);
        }
    }
    for (role, events) in roles {
        let kind = Kind::AssignResource(AssignResource { events, role });
        draft.charge(setting, 1, CostFunction::Step, kind);
    }
    prefer_rooms(setting, draft, |school, _, need| {
        let rooms = (0..school.rooms().len()).map(RoomIx::from);
        Some(rooms.filter(|r| suits(school, need, *r)).collect())
    });
}

/// Charges once for each demand whose room is not among those that `liked` gives; a demand for which
/// it gives nothing is left alone. Demands with the same likes share a constraint.
pub(super) fn prefer_rooms(
    setting: &Setting,
    draft: &mut Draft,
    liked: impl Fn(&School, &RoomDemand, &RoomNeed) -> Option<Vec<RoomIx>>,
) {
    let mut alike: BTreeMap<(RoleId, Vec<ResourceId>), Vec<EventId>> = BTreeMap::new();
    for block in draft.blocks() {
        for demand in &block.rooms {
            let need = &draft.school.lesson(demand.lesson).rooms[demand.need];
            if let Some(rooms) = liked(draft.school, demand, need) {
                let rooms = rooms.into_iter().map(|r| draft.room(r)).collect();
                let events = alike.entry((demand.role, rooms)).or_default();
                events.push(block.event);
            }
        }
    }
    for ((role, preferred), events) in alike {
        if preferred.len() < draft.school.rooms().len() {
            let kind = Kind::PreferResources(PreferResources {
                events,
                role,
                preferred,
            });
            draft.charge(setting, 1, CostFunction::Step, kind);
        }
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for lesson in lessons(school) {
        for rooms in &timetable.rooms[lesson.at()] {
            for (need, room) in school.lesson(lesson).rooms.iter().zip(rooms) {
                let finding = match room {
                    None => Telling::of(school, "finding-X6", 1),
                    Some(room) if !suits(school, need, *room) => {
                        Telling::of(school, "finding-X6-unfit", 1).room(*room)
                    }
                    Some(_) => continue,
                };
                findings.push(finding.lesson("lesson", lesson).done());
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_room_of_the_kind_or_of_the_list() {
        let mut sample = Sample::new(2);
        let lab = sample.room("lab", "lab", None);
        let hall = sample.room("hall", "hall", None);
        let lesson = sample.lesson(&[1, 1], &["A"], "t");
        sample.need(lesson, "lab");
        let mut case = sample.placed(&[]);
        assert_eq!(deviation("X6", &case), 2); // no room for either block
        case.in_room(lesson, 0, lab).in_room(lesson, 1, hall);
        assert_eq!(deviation("X6", &case), 1); // the hall is no lab
    }
}

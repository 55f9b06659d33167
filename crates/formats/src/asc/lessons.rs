//! Lessons: one per lesson of aSc, or one for several that came from one lesson of a school.

use std::collections::BTreeMap;

use uurwerk_model::{Group, Placement, RoomId, RoomNeed};

use super::cards::{Card, cards, ids};
use super::read::{Groups, Maker, known};
use super::{DAYS, UNKNOWN};
use crate::roster::RosterLesson;
use crate::xml::Element;

impl Maker<'_, '_> {
    pub fn lessons(
        &mut self,
        root: &Element,
        groups: &Groups,
    ) -> (Vec<RosterLesson>, Vec<Placement>) {
        let all = root.list("lessons");
        let known_ids: Vec<&str> = all.iter().filter_map(|l| l.attribute("id")).collect();
        let cards = cards(root, self.week, &known_ids, self.faults, self.notes);
        let (mut lessons, mut timetable): (Vec<RosterLesson>, Vec<Placement>) =
            (Vec::new(), Vec::new());
        let mut own: BTreeMap<String, usize> = BTreeMap::new();
        for element in all {
            let id = element.required("id", self.faults);
            let Some(made) = self.lesson(element, groups) else {
                continue;
            };
            let cards = cards.get(id).map_or(&[][..], Vec::as_slice);
            let partner = element.attribute("partner_id").filter(|p| !p.is_empty());
            let same = partner.and_then(|p| own.get(p)).copied().filter(|at| {
                let there = &lessons[*at];
                there.subject == made.subject
                    && there.groups == made.groups
                    && there.teachers == made.teachers
            });
            let at = same.unwrap_or_else(|| {
                lessons.push(RosterLesson {
                    hours: 0,
                    blocks: Vec::new(),
                    ..made.clone()
                });
                lessons.len() - 1
            });
            if let Some(partner) = partner {
                own.entry(partner.to_owned()).or_insert(at);
            }
            let first = lessons[at].blocks.len();
            lessons[at].hours = lessons[at].hours.saturating_add(made.hours);
            lessons[at].blocks.extend(&made.blocks);
            timetable.extend(self.placed(&mut lessons[at], &made.blocks, first, cards));
        }
        for lesson in &mut lessons {
            sort_blocks(lesson, &mut timetable);
        }
        (lessons, timetable)
    }

    fn lesson(&mut self, element: &Element, groups: &Groups) -> Option<RosterLesson> {
        let id = element
            .attribute("partner_id")
            .filter(|p| !p.is_empty())
            .or(element.attribute("id"))?;
        let subject = element.required("subjectid", self.faults);
        let subject = known(&self.names.subjects, subject, element, self.faults).cloned();
        let mut teachers = Vec::new();
        for teacher in ids(element, "teacherids") {
            teachers.extend(known(&self.names.teachers, &teacher, element, self.faults).cloned());
        }
        let mut sitting: Vec<Group> = Vec::new();
        for group in ids(element, "groupids") {
            match groups.get(&group) {
                Some(group) if !sitting.contains(group) => sitting.push(group.clone()),
                Some(_) => {}
                None => self
                    .faults
                    .add(UNKNOWN, element.position, &group, "`lesson` refers to it"),
            }
        }
        for class in ids(element, "classids") {
            let Some(class) = known(&self.names.classes, &class, element, self.faults) else {
                continue;
            };
            if !sitting.iter().any(|g| g.class.as_str() == class) {
                sitting.push(Group {
                    class: class.as_str().into(),
                    part: None,
                });
            }
        }
        let mut suited = Vec::new();
        for room in ids(element, "classroomids") {
            suited.extend(
                known(&self.names.rooms, &room, element, self.faults)
                    .map(|r| RoomId::from(r.as_str())),
            );
        }
        let mut number = |name: &str, default: u8| {
            let text = element
                .attribute(name)
                .map(str::trim)
                .filter(|t| !t.is_empty())?;
            let value: Option<f64> = text.parse().ok().filter(|v: &f64| (0.0..=40.0).contains(v));
            if value.is_none() {
                self.faults.add(
                    self.faults.codes.value,
                    element.position,
                    id,
                    format!("`{name}` must be a number up to 40, not `{text}`"),
                );
            }
            Some(value.map_or(default, |v| v.round() as u8))
        };
        let per_card = number("periodspercard", 1).unwrap_or(1).max(1);
        let hours = number("periodsperweek", 1);
        let hours = hours.filter(|hours| *hours > 0).unwrap_or_else(|| {
            self.notes.add("UW3357", "/lessons", id);
            per_card
        });
        let alternates = ["weeksdefid", "termsdefid"].iter().any(|name| {
            element
                .attribute(name)
                .is_some_and(|v| v.starts_with("alternate"))
        });
        let half = element
            .attribute("periodsperweek")
            .is_some_and(|v| v.contains('.') && !v.trim_end_matches('0').ends_with('.'));
        if alternates || half {
            self.notes.add("UW3620", "/lessons", id);
        }
        let mut blocks = vec![per_card; usize::from(hours / per_card)];
        if hours % per_card > 0 {
            blocks.push(hours % per_card);
        }
        Some(RosterLesson {
            id: id.trim_start_matches('*').to_owned(),
            subject: subject?,
            groups: sitting,
            hours,
            blocks,
            teachers,
            rooms: if suited.is_empty() {
                Vec::new()
            } else {
                vec![RoomNeed {
                    kind: None,
                    any_of: suited,
                    prefer: Vec::new(),
                }]
            },
            link: None,
        })
    }

    /// Gives the blocks of a lesson from `first` on the times of its cards.
    fn placed(
        &mut self,
        lesson: &mut RosterLesson,
        blocks: &[u8],
        first: usize,
        cards: &[Card],
    ) -> Vec<Placement> {
        let rooms = |card: &Card| -> Vec<RoomId> {
            let names = card
                .rooms
                .iter()
                .filter_map(|room| self.names.rooms.get(room));
            names.map(|name| RoomId::from(name.as_str())).collect()
        };
        let most = cards.iter().map(|card| card.rooms.len()).max().unwrap_or(0);
        while lesson.rooms.len() < most {
            lesson.rooms.push(RoomNeed::default());
        }
        if cards.len() > blocks.len() {
            // Such as those of alternating weeks.
            self.notes.add("UW3629", "/timetable", &lesson.id);
        }
        let mut placed = Vec::new();
        for ((nth, length), card) in (first..).zip(blocks).zip(cards) {
            let mut given: Vec<Option<RoomId>> = rooms(card).into_iter().map(Some).collect();
            for (need, room) in lesson.rooms.iter_mut().zip(&given) {
                if let Some(room) = room.as_ref().filter(|room| !need.any_of.contains(room)) {
                    need.any_of.push(room.clone());
                }
            }
            given.resize(lesson.rooms.len(), None);
            let Some(period) = self.week.id(card.at.1) else {
                continue;
            };
            placed.push(Placement {
                lesson: lesson.id.as_str().into(),
                block: nth.min(255) as u8,
                day: DAYS[card.at.0].into(),
                period: period.into(),
                length: *length,
                rooms: given,
            });
        }
        placed
    }
}

/// The longest blocks first, as the school document likes them; the times go with them.
fn sort_blocks(lesson: &mut RosterLesson, timetable: &mut [Placement]) {
    let mut order: Vec<usize> = (0..lesson.blocks.len()).collect();
    order.sort_by_key(|at| u8::MAX - lesson.blocks[*at]);
    let sorted: Vec<u8> = order.iter().map(|at| lesson.blocks[*at]).collect();
    for placement in timetable
        .iter_mut()
        .filter(|p| p.lesson.as_str() == lesson.id)
    {
        let now = order
            .iter()
            .position(|at| *at == usize::from(placement.block));
        placement.block = now.unwrap_or(0).min(255) as u8;
    }
    lesson.blocks = sorted;
}

//! Cards: where the blocks of lessons lie.

use std::collections::BTreeMap;

use super::week::{Week, single};
use super::{DAYS, UNKNOWN};
use crate::notes::Notes;
use crate::xml::Element;
use crate::xml::Faults;

/// A card with a time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Card {
    /// Day and period, counting from 0.
    pub at: (usize, usize),
    /// The rooms' ids in the file.
    pub rooms: Vec<String>,
}

/// The cards of every lesson by its id in the file, in order of time.
pub(super) fn cards(
    root: &Element,
    week: &Week,
    known: &[&str],
    faults: &mut Faults,
    notes: &mut Notes,
) -> BTreeMap<String, Vec<Card>> {
    let mut cards: BTreeMap<String, Vec<Card>> = BTreeMap::new();
    for element in root.list("cards") {
        let lesson = element.required("lessonid", faults);
        if !known.contains(&lesson) {
            if !lesson.is_empty() {
                faults.add(UNKNOWN, element.position, lesson, "no lesson has this id");
            }
            continue;
        }
        let day = match (element.attribute("days"), element.attribute("day")) {
            (Some(bits), _) => single(bits),
            (None, Some(day)) => day.trim().parse().ok(),
            (None, None) => None,
        };
        let period = element
            .attribute("period")
            .map(str::trim)
            .filter(|p| !p.is_empty());
        let (Some(day), Some(period)) = (day.filter(|d| *d < week.len().min(DAYS.len())), period)
        else {
            notes.add("UW3621", "/timetable", lesson);
            continue;
        };
        let Some(period) = week.period(period) else {
            faults.add(
                UNKNOWN,
                element.position,
                lesson,
                format!("there is no period `{period}`"),
            );
            continue;
        };
        let rooms = ids(element, "classroomids");
        cards.entry(lesson.to_owned()).or_default().push(Card {
            at: (day, period),
            rooms,
        });
    }
    for of_lesson in cards.values_mut() {
        of_lesson.sort();
    }
    cards
}

/// The ids in an attribute, with commas between them.
pub(super) fn ids(element: &Element, name: &str) -> Vec<String> {
    let text = element.attribute(name).unwrap_or_default();
    let ids = text.split(',').map(str::trim);
    ids.filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

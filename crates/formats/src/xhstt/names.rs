//! The ids of a file, which the engine does not keep: from name to index and back.

use super::fault::{DUPLICATE, Faults, REFERENCE};
use crate::xml::Element;
use std::collections::BTreeMap;

/// The ids of an instance's things, each list indexed as in the problem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Times.
    pub times: Vec<String>,
    /// Time groups, with weeks and days.
    pub time_groups: Vec<String>,
    /// Resource types.
    pub resource_types: Vec<String>,
    /// Resource groups.
    pub resource_groups: Vec<String>,
    /// Resources.
    pub resources: Vec<String>,
    /// Roles of event resources, over the whole instance.
    pub roles: Vec<String>,
    /// Events.
    pub events: Vec<String>,
    /// Event groups, with courses.
    pub event_groups: Vec<String>,
    /// Constraints.
    pub constraints: Vec<String>,
}

/// The ids of one kind while a file is read: a list, and where each stands in it.
#[derive(Debug)]
pub(super) struct Register {
    what: &'static str,
    list: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Register {
    /// For things called `what` in messages.
    pub fn new(what: &'static str) -> Self {
        Self {
            what,
            list: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// The number of ids.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Adds the `Id` of an element; a fault when it has none or one that is taken.
    pub fn add(&mut self, element: &Element, faults: &mut Faults) {
        let id = element.required("Id", faults);
        if self.places.insert(id.to_owned(), self.list.len()).is_some() && !id.is_empty() {
            faults.add(
                DUPLICATE,
                element.position,
                id,
                format!("another {} has this id", self.what),
            );
        }
        self.list.push(id.to_owned());
    }

    /// The place of an id, which is added when new.
    pub fn intern(&mut self, id: &str) -> usize {
        *self.places.entry(id.to_owned()).or_insert_with(|| {
            self.list.push(id.to_owned());
            self.list.len() - 1
        })
    }

    /// The place of an id.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The place of the `Reference` of an element; a fault when it has none or an unknown one.
    pub fn reference(&self, element: &Element, faults: &mut Faults) -> Option<usize> {
        let id = element.required("Reference", faults);
        let place = self.place(id);
        if place.is_none() && !id.is_empty() {
            faults.add(
                REFERENCE,
                element.position,
                id,
                format!("there is no {} with this id", self.what),
            );
        }
        place
    }

    /// The ids in order.
    pub fn into_list(self) -> Vec<String> {
        self.list
    }
}

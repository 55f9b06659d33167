//! Names as FET compares them: byte by byte, blanks at the ends included.

use std::collections::BTreeMap;

use super::fault::{DUPLICATE, Faults, MISSING, REFERENCE};
use crate::xml::Element;

/// The names of one kind of thing, and where each stands among them.
#[derive(Clone, Debug)]
pub(super) struct Names {
    what: &'static str,
    list: Vec<String>,
    places: BTreeMap<String, u32>,
}

impl Names {
    /// For things called `what` in messages.
    pub fn new(what: &'static str) -> Self {
        Self {
            what,
            list: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// The number of names.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// A name by its place.
    pub fn get(&self, place: usize) -> &str {
        self.list.get(place).map_or("", String::as_str)
    }

    /// The place of a name.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.places.get(name).copied()
    }

    /// The place of a name, which is added when new.
    pub fn intern(&mut self, name: &str) -> u32 {
        if let Some(place) = self.find(name) {
            return place;
        }
        let place = self.list.len() as u32;
        self.places.insert(name.to_owned(), place);
        self.list.push(name.to_owned());
        place
    }

    /// Adds the `Name` of an element; a fault when it has none or one that is taken.
    pub fn add(&mut self, element: &Element, faults: &mut Faults) {
        let name = name_of(element, faults);
        self.add_name(name, element.position, faults);
    }

    /// Adds a name; a fault at a byte position when it is taken.
    pub fn add_name(&mut self, name: &str, position: usize, faults: &mut Faults) {
        if self.find(name).is_some() && !name.is_empty() {
            faults.add(
                DUPLICATE,
                position,
                name,
                format!("another {} has this name", self.what),
            );
        }
        self.places.insert(name.to_owned(), self.list.len() as u32);
        self.list.push(name.to_owned());
    }

    /// The place of the name that an element holds; a fault when there is no such thing.
    pub fn reference(&self, element: &Element, faults: &mut Faults) -> Option<u32> {
        let place = self.find(&element.text);
        if place.is_none() {
            faults.add(
                REFERENCE,
                element.position,
                &element.text,
                format!("there is no {} of this name", self.what),
            );
        }
        place
    }
}

/// The `Name` of an element, as it stands; a fault and nothing when it is missing or empty.
pub(super) fn name_of<'e>(element: &'e Element, faults: &mut Faults) -> &'e str {
    let name = element.child("Name").map_or("", |name| name.text.as_str());
    if name.is_empty() {
        faults.add(
            MISSING,
            element.position,
            &element.name,
            format!("`{}` needs a `Name`", element.name),
        );
    }
    name
}

//! Whose calendars there are.

use uurwerk_model::{Class, Room, Teacher};

use crate::exchange::Decided;

/// Somebody or something with a calendar.
#[derive(Clone, Copy, Debug)]
pub(super) enum Owner<'a> {
    Teacher(&'a Teacher),
    Class(&'a Class),
    Room(&'a Room),
}

impl<'a> Owner<'a> {
    pub fn id(&self) -> &'a str {
        match self {
            Self::Teacher(teacher) => teacher.id.as_str(),
            Self::Class(class) => class.id.as_str(),
            Self::Room(room) => room.id.as_str(),
        }
    }

    pub fn name(&self) -> &'a str {
        match self {
            Self::Teacher(teacher) => &teacher.name,
            Self::Class(class) => &class.name,
            Self::Room(room) => &room.name,
        }
    }

    pub fn folder(&self) -> &'static str {
        match self {
            Self::Teacher(_) => "teachers",
            Self::Class(_) => "classes",
            Self::Room(_) => "rooms",
        }
    }
}

/// Teachers, then classes, then rooms, in the order of the school.
pub(super) fn owners<'a>(decided: &Decided<'a>) -> Vec<Owner<'a>> {
    let school = decided.school;
    let teachers = school.staff().iter().map(Owner::Teacher);
    let classes = school.classes().iter().map(Owner::Class);
    teachers
        .chain(classes)
        .chain(school.rooms().iter().map(Owner::Room))
        .collect()
}

//! Rounds in which people are asked how it goes (memo 3.1.3): a window of weeks, and who takes part.
//!
//! What they answer has no place here: it may not be used to judge anybody, so there is no field for it, and a field
//! that looks like one is refused (UW0017).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ClassId, RoomId, RoundId, TeacherId, TeamId};

/// A round of questions: moments are found for it, nothing else is known about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Id.
    pub id: RoundId,
    /// Name for people.
    pub name: String,
    /// The weeks in which it is held.
    pub weeks: Weeks,
    /// Teachers who ask their classes, of their own accord: each class once, in one of their lessons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teachers: Vec<TeacherId>,
    /// The classes that are asked; empty means all classes of those teachers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<ClassId>,
    /// Rooms in which pupils can answer, such as those with computers; empty means anywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rooms: Vec<RoomId>,
    /// Teams that answer together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<TeamId>,
    /// People who answer by themselves, such as starters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<TeacherId>,
}

/// Weeks of the calendar, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Weeks {
    /// The first.
    #[schemars(range(min = 1, max = 53))]
    pub from: u8,
    /// The last; before the first when a new year begins between them.
    #[schemars(range(min = 1, max = 53))]
    pub to: u8,
}

impl Weeks {
    /// How many there are, in years of 52.
    ///
    /// ```
    /// use uurwerk_model::Weeks;
    /// assert_eq!(Weeks { from: 43, to: 46 }.count(), 4);
    /// assert_eq!(Weeks { from: 51, to: 2 }.count(), 4);
    /// ```
    pub fn count(self) -> u8 {
        let end = if self.to < self.from {
            self.to.saturating_add(52)
        } else {
            self.to
        };
        end.saturating_sub(self.from).saturating_add(1)
    }
}

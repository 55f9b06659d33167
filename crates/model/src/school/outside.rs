//! What opens the week (memo 2.1, 2.3, 3.2): experts who come into a lesson, days that pupils spend at a workplace,
//! meetings with people of other schools, projects of several lessons.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::grid::{ClockTime, Slot};
use super::lesson::Group;
use super::recurrence::Recurrence;
use crate::{DayId, GatheringId, LessonId, ProjectId, TeacherId, TeamId, VisitId};

/// An expert from outside who comes into a lesson once, beside its teacher (memo 2.3: a doctor for genetics).
///
/// Who comes every week stands among the staff, in a position with the role `guest`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// Id.
    pub id: VisitId,
    /// What it is about, for people; no person's name.
    pub name: String,
    /// The lesson into which the expert comes: one of its blocks.
    pub lesson: LessonId,
    /// The periods of the week at which the expert can come.
    #[schemars(length(min = 1))]
    pub windows: Vec<Slot>,
}

/// Days that pupils spend at a workplace (dual learning), without lessons in school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Workplace {
    /// A class, or one part of it.
    pub group: Group,
    /// The days.
    #[schemars(length(min = 1))]
    pub days: Vec<DayId>,
}

/// A meeting with people of other schools (memo 1.2, 2.1, 2.3): intervision of mentors or directors, a learning network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gathering {
    /// Id.
    pub id: GatheringId,
    /// Name for people.
    pub name: String,
    /// Who goes there; empty means the mentors of all pairs, unless a team goes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<TeacherId>,
    /// The team whose members go there, beside those people (memo 1.1: learning communities across schools).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamId>,
    /// When it can be, best first: the schools agree on one.
    #[schemars(length(min = 1))]
    pub windows: Vec<ClockWindow>,
    /// Minutes on the way, there and back each.
    #[serde(default)]
    #[schemars(range(min = 0, max = 600))]
    pub travel: u16,
    /// In which weeks it is.
    #[serde(default, skip_serializing_if = "Recurrence::is_weekly")]
    pub weeks: Recurrence,
}

/// Some time of a day on the clock, whatever the periods of the school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClockWindow {
    /// The day.
    pub day: DayId,
    /// Start on the clock.
    pub start: ClockTime,
    /// End on the clock, after the start.
    pub end: ClockTime,
}

impl ClockWindow {
    /// Whether a period from `start` to `end` of the same day lies in the window, or in `travel` minutes before or after
    /// it, if only in part.
    ///
    /// ```
    /// use uurwerk_model::{ClockTime, ClockWindow};
    /// let window = ClockWindow { day: "wed".into(), start: ClockTime(14 * 60), end: ClockTime(16 * 60) };
    /// let (start, end) = (ClockTime(13 * 60), ClockTime(13 * 60 + 50));
    /// assert!(!window.touches(start, end, 10));
    /// assert!(window.touches(start, end, 11));
    /// ```
    pub fn touches(&self, start: ClockTime, end: ClockTime, travel: u16) -> bool {
        start.0 < self.end.0.saturating_add(travel) && end.0.saturating_add(travel) > self.start.0
    }
}

/// Lessons that work on a project together (memo 3.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Id.
    pub id: ProjectId,
    /// Name for people.
    pub name: String,
    /// The lessons, such as one of each class of a year.
    #[schemars(length(min = 2))]
    pub lessons: Vec<LessonId>,
    /// Periods in a row in which all of them run.
    #[serde(default = "double")]
    #[schemars(range(min = 1, max = 20))]
    pub length: u8,
}

fn double() -> u8 {
    2
}

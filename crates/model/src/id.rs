//! The names by which documents speak of things: short texts, unique per kind within a school.
//!
//! Every kind is a type of its own, so that a class can never stand where a teacher is meant.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A day of the grid, such as `mon`.
    DayId,
    /// A period of a day, such as `3`; unique within its day.
    PeriodId,
    /// A subject, such as `WIS` or `AARD2`.
    SubjectId,
    /// A member of staff.
    TeacherId,
    /// A class.
    ClassId,
    /// A way to divide a class, such as `religion` or `half`; unique within its class.
    PartitionId,
    /// One part of a partition; unique within its partition.
    PartId,
    /// A lesson to give.
    LessonId,
    /// A set of lessons that are given at the same time.
    LinkId,
    /// A room.
    RoomId,
    /// A kind of room, such as `classroom`, `lab`, `workshop-metal`.
    RoomKind,
    /// A site (vestigingsplaats) of the school.
    SiteId,
    /// A building; rooms that name the same one are near each other.
    BuildingId,
    /// A team of teachers that meets.
    TeamId,
    /// A group of trainees.
    TraineeGroupId,
    /// A visit of an expert from outside.
    VisitId,
    /// A meeting with people of other schools.
    GatheringId,
    /// A project of several lessons.
    ProjectId,
    /// A round of questions.
    RoundId,
    /// A line of the budget of uren-leraar.
    BudgetLineId,
    /// A rule of the catalogue, such as `S1` or `D2`.
    RuleId,
}

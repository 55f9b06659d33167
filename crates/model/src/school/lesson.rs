//! Lessons to give: a subject for groups, some hours a week, in blocks, by teachers in roles, in rooms.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::recurrence::Recurrence;
use super::subject::Graad;
use crate::{
    BudgetLineId, ClassId, LessonId, LinkId, PartId, PartitionId, RoomId, RoomKind, SubjectId,
};

/// One lesson (lesopdracht) of the weekly programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// Id.
    pub id: LessonId,
    /// What is taught.
    pub subject: SubjectId,
    /// Who is taught: several groups sit together; none for hours without pupils.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// Periods a week; on average where the lesson is not given every week.
    #[schemars(range(min = 1, max = 40))]
    pub hours: u8,
    /// Lengths of the blocks it is given in, adding up to `hours`, or to so many times `hours` as there are weeks from one
    /// time it is given to the next; empty means single periods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(inner(range(min = 1, max = 20)))]
    pub blocks: Vec<u8>,
    /// The teachers it needs, each in a role; without it, one lead.
    #[serde(default = "one_lead", skip_serializing_if = "is_one_lead")]
    pub positions: Vec<Position>,
    /// The rooms it needs; none for a lesson that needs no room of the school.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rooms: Vec<RoomNeed>,
    /// Lessons with the same link are given at the same time (parallel religion, split classes).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<LinkId>,
    /// In which weeks it is given.
    #[serde(default, skip_serializing_if = "Recurrence::is_weekly")]
    pub weeks: Recurrence,
    /// The budget line that pays its hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_line: Option<BudgetLineId>,
    /// The graad it counts in; without it, the highest graad of its classes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub graad: Option<Graad>,
}

impl Lesson {
    /// Periods in the weeks in which it is given.
    pub fn periods(&self) -> u32 {
        u32::from(self.hours) * u32::from(self.weeks.every)
    }

    /// The lengths of its blocks; single periods when none are given.
    pub fn block_lengths(&self) -> Vec<u8> {
        if self.blocks.is_empty() {
            vec![1; self.periods() as usize]
        } else {
            self.blocks.clone()
        }
    }
}

impl Role {
    /// Whether the hours count in the teacher's load and ask for a qualification.
    pub fn counts(self) -> bool {
        matches!(self, Self::Lead | Self::Co)
    }
}

fn one_lead() -> Vec<Position> {
    vec![Position {
        role: Role::Lead,
        hours: None,
    }]
}

fn is_one_lead(positions: &Vec<Position>) -> bool {
    *positions == one_lead()
}

/// A class, or one part of it.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The class.
    pub class: ClassId,
    /// The part of it; without it, the whole class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<PartRef>,
}

/// A part of a class by name.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct PartRef {
    /// The way the class is divided.
    pub partition: PartitionId,
    /// The part.
    pub part: PartId,
}

/// A teacher's place in a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// What the teacher does there.
    pub role: Role,
    /// Hours a week in that place when fewer than the lesson's: the length of its first blocks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 40))]
    pub hours: Option<u8>,
}

/// What a teacher does in a lesson.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Teaches; must be qualified; the hours count in the load.
    Lead,
    /// Co-teaches; must be qualified; the hours count in the load.
    Co,
    /// An expert from outside: named by a lock, need not be qualified, no load.
    Guest,
    /// A teacher in training: named by a lock, need not be qualified, no load.
    Trainee,
    /// Stands by for absent colleagues, looks after pupils, or works without pupils at a set time: named
    /// by a lock, need not be qualified, no load here (what counts stands among the teacher's tasks).
    Duty,
}

/// One room that a lesson needs during each of its blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomNeed {
    /// Any room of this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<RoomKind>,
    /// Any of these rooms; together with `kind`, a room that is in either.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<RoomId>,
    /// Among the suitable rooms, those that are liked best, best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prefer: Vec<RoomId>,
}

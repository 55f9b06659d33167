//! What is settled beforehand and must not change.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::grid::Slot;
use crate::{LessonId, RoomId, TeacherId};

/// Something settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lock {
    /// A teacher in a position of a lesson.
    Teacher(TeacherLock),
    /// The start of a block of a lesson.
    Time(TimeLock),
    /// The room of a block of a lesson.
    Room(RoomLock),
}

/// This person teaches this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TeacherLock {
    /// The lesson.
    pub lesson: LessonId,
    /// Which of its positions, counting from 0.
    #[serde(default)]
    pub position: u8,
    /// The teacher.
    pub teacher: TeacherId,
}

/// This block starts here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimeLock {
    /// The lesson.
    pub lesson: LessonId,
    /// Which of its blocks, counting from 0.
    #[serde(default)]
    pub block: u8,
    /// Where it starts.
    pub start: Slot,
}

/// This block is given here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomLock {
    /// The lesson.
    pub lesson: LessonId,
    /// Which of its blocks, counting from 0.
    #[serde(default)]
    pub block: u8,
    /// Which of its rooms, counting from 0.
    #[serde(default)]
    pub need: u8,
    /// The room.
    pub room: RoomId,
}

//! Classes and the ways in which they are divided.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::subject::Graad;
use crate::{ClassId, PartId, PartitionId, RoomId, TeacherId};

/// A class of pupils.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Id, such as `3A`.
    pub id: ClassId,
    /// Name for people.
    pub name: String,
    /// The graad.
    pub graad: Graad,
    /// The year (leerjaar), 1 to 7.
    #[schemars(range(min = 1, max = 7))]
    pub year: u8,
    /// Stroom in the first graad, finaliteit in the second and third.
    pub stream: Stream,
    /// Number of pupils.
    #[schemars(range(min = 0, max = 500))]
    pub pupils: u16,
    /// How demanding the class is, 0 to 100, set by the director; about the class, never about pupils.
    #[serde(default)]
    #[schemars(range(min = 0, max = 100))]
    pub difficulty: u8,
    /// The ways in which the class is divided (halves, options, religions).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partitions: Vec<Partition>,
    /// The class teacher (klastitularis).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub titularis: Option<TeacherId>,
    /// The class's own room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home_room: Option<RoomId>,
}

/// Stroom (first graad) or finaliteit (second and third graad).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Stream {
    /// A-stroom.
    A,
    /// B-stroom.
    B,
    /// Doorstroomfinaliteit: towards higher education.
    Doorstroom,
    /// Dubbele finaliteit.
    Dubbele,
    /// Arbeidsmarktfinaliteit: towards work.
    Arbeidsmarkt,
    /// Anything else, or not known.
    Other,
}

/// A way to divide a class: every pupil is in exactly one part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partition {
    /// Id, unique within the class.
    pub id: PartitionId,
    /// The parts.
    #[schemars(length(min = 1, max = 30))]
    pub parts: Vec<Part>,
}

/// One part of a partition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Id, unique within the partition.
    pub id: PartId,
    /// Number of pupils, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 500))]
    pub pupils: Option<u16>,
}

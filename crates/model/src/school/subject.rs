//! Subjects, their type, and the noemers: lesson hours that make a full-time job.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::SubjectId;

/// A graad: two consecutive years, 1 to 3.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Graad(#[schemars(range(min = 1, max = 3))] pub u8);

/// What is taught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Id, such as `WIS`.
    pub id: SubjectId,
    /// Name for people, such as `wiskunde`.
    pub name: String,
    /// Its type, which with the graad decides the noemer.
    pub kind: SubjectKind,
    /// The noemer of this subject where it differs from the school's table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 60))]
    pub noemer: Option<u16>,
}

/// The type of a subject in Flemish law.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum SubjectKind {
    /// Algemeen vak: general.
    #[serde(rename = "AV")]
    General,
    /// Technisch vak: technical theory.
    #[serde(rename = "TV")]
    Technical,
    /// Praktisch vak: practice in a workshop.
    #[serde(rename = "PV")]
    Practical,
    /// Kunstvak: art.
    #[serde(rename = "KV")]
    Art,
    /// Levensbeschouwing: religion or non-confessional ethics; its hours are earmarked.
    #[serde(rename = "LBV")]
    Religion,
}

/// One cell of the table of noemers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Noemer {
    /// The graad.
    pub graad: Graad,
    /// The type of subject.
    pub kind: SubjectKind,
    /// Lesson hours of a full-time job; must divide 133 980 units exactly.
    #[schemars(range(min = 1, max = 60))]
    pub hours: u16,
}

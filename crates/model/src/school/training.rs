//! Trainees (memo 3.1.1): students who teach in the morning and learn from each other in the afternoon, and people
//! who teach lessons of their own while they are trained (leraar in opleiding).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DayId, TeacherId, TraineeGroupId};

/// Trainees who are in school together.
///
/// They stand among the staff; the lessons that they give under the eyes of a teacher have a position with the role
/// `trainee`, which a lock settles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TraineeGroup {
    /// Id.
    pub id: TraineeGroupId,
    /// Name for people.
    pub name: String,
    /// Who is in it.
    #[schemars(length(min = 1))]
    pub members: Vec<TeacherId>,
    /// Who accompanies them in school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentor: Option<TeacherId>,
    /// The days on which they are in school; empty means every day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<DayId>,
    /// How they are trained.
    #[serde(default)]
    pub kind: TraineeKind,
}

/// How trainees are trained.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum TraineeKind {
    /// Students who come to practise (stage).
    #[default]
    Internship,
    /// Teachers with lessons of their own who are still in training (leraar in opleiding).
    InService,
}

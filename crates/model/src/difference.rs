//! The difference between plans: side by side by rule, by person, by class, by lesson, and what a what-if proved.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::{Header, SchoolIdentity};
use crate::school::{Mode, Slot};
use crate::{ClassId, LessonId, RoomId, RuleId, TeacherId};

/// The document of kind `difference`. Lists with one entry for each plan are in the order of `plans`; the first plan is
/// what the others are compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DifferenceDocument {
    /// Kind `difference`, version 1.
    pub uurwerk: Header,
    /// The plans.
    #[schemars(length(min = 2))]
    pub plans: Vec<ComparedPlan>,
    /// Every rule that any plan measured.
    pub rules: Vec<RuleDifference>,
    /// Everybody for whom something differs, who loses most first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonDifference>,
    /// Every class for which something differs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<ClassDifference>,
    /// Every lesson that differs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lessons: Vec<LessonDifference>,
    /// What a what-if proved, and what else it found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
}

/// One of the plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ComparedPlan {
    /// What to call it: a file or a scenario.
    pub name: String,
    /// The school it is for.
    pub school: SchoolIdentity,
    /// Deviation of hard rules.
    pub hard: i64,
    /// Cost of soft rules.
    pub soft: i64,
    /// How far it is from the first plan.
    pub changes: Changes,
}

/// How far a plan is from another.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// Lessons of both that have another teacher or another time.
    pub lessons: u32,
    /// People whose week differs: those of the lessons that differ, came or went.
    pub people: u32,
    /// Classes whose week differs.
    pub classes: u32,
    /// Of the lessons, those with another teacher.
    pub teachers: u32,
    /// Of the lessons, those at another time.
    pub times: u32,
    /// Blocks that stay where they are in another room; not counted among the lessons.
    pub rooms: u32,
    /// Lessons that only the other plan has.
    pub new: u32,
    /// Lessons that only the first plan has.
    pub gone: u32,
}

/// A rule in each plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleDifference {
    /// The rule.
    pub rule: RuleId,
    /// What each plan measured; `null` where it did not.
    pub results: Vec<Option<RuleFigures>>,
}

/// What a rule came to in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleFigures {
    /// How strictly it held.
    pub mode: Mode,
    /// Total deviation.
    pub deviation: i64,
    /// What that cost.
    pub cost: i64,
}

/// A person in each plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonDifference {
    /// Who.
    pub teacher: TeacherId,
    /// Points in each plan: the deviations that concern this person, each times its rule's weight.
    pub points: Vec<i64>,
    /// Lesson positions held in each plan.
    pub positions: Vec<u32>,
    /// Lessons that differ for this person in any plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lessons: Vec<LessonId>,
}

/// A class in each plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassDifference {
    /// Which.
    pub class: ClassId,
    /// Points in each plan: the deviations that concern this class, each times its rule's weight.
    pub points: Vec<i64>,
    /// Lessons that differ for this class in any plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lessons: Vec<LessonId>,
}

/// A lesson in each plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LessonDifference {
    /// Which.
    pub lesson: LessonId,
    /// What each plan says of it; `null` where it is not given.
    pub plans: Vec<Option<LessonState>>,
}

/// What a plan says of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LessonState {
    /// The teachers, position by position; `null` where there is nobody.
    pub teachers: Vec<Option<TeacherId>>,
    /// Where its blocks start; `null` for one without a place.
    pub times: Vec<Option<Slot>>,
    /// Its rooms, block by block.
    pub rooms: Vec<Vec<Option<RoomId>>>,
}

/// What a what-if proved about the smallest change, and the way from there to the best plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The changes of the smallest plan found, by the measure that was asked for first.
    pub changed: u32,
    /// No plan that keeps the hard rules has fewer.
    pub at_least: u32,
    /// Whether the two meet.
    pub proved: bool,
    /// Plans from hardly any change to the best found, each with more changes and less cost than the one before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

/// One plan of the way from hardly any change to the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// How far it is from the base plan.
    pub changes: Changes,
    /// Deviation of hard rules.
    pub hard: i64,
    /// Cost of soft rules.
    pub soft: i64,
}

//! Scenarios: what would change, what must not, and how much may (`Change`, `Hold`, `ChangeBudget`).
//!
//! A scenario is a plain file that can be kept under version control. It says nothing about a plan: applied
//! to a school it gives another valid school ([`ScenarioDocument::apply`]), and what becomes of the plan is for
//! the core. Scenarios nest: one may build on another, named by its path.

mod apply;
mod change;

pub use change::{
    AvailabilityChange, BudgetChange, Change, ClassAdded, ClassChange, ClassMerge, ClassPart,
    ClassRef, ClassSplit, ContractChange, LessonLine, LessonRef, QualificationChange,
    QualificationRef, RoomRef, RuleChange, StaffAbsence, StaffRef,
};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::Header;
use crate::school::Slot;
use crate::{ClassId, DayId, LessonId, TeacherId};

/// The document of kind `scenario`: changes to a school, and what must stay as it is in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioDocument {
    /// Kind `scenario`, version 1.
    pub uurwerk: Header,
    /// Name for people.
    pub name: String,
    /// What it is about, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The scenario that this one builds on: a path, relative to this file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// What changes in the school, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// What must stay as it is in the base plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locks: Vec<Hold>,
    /// How much may change.
    #[serde(default, skip_serializing_if = "ChangeBudget::is_open")]
    pub budget: ChangeBudget,
}

/// Something in the base plan that must not change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Hold {
    /// All that a person teaches, when and where.
    Teacher(TeacherId),
    /// All that a class is taught, by whom, when and where.
    Class(ClassId),
    /// One lesson: its teachers, times and rooms.
    Lesson(LessonId),
    /// A whole day: what stands there stays, and nothing comes in.
    Day(DayId),
    /// One place of the week, in the same way.
    Slot(Slot),
}

/// At most so many changes against the base plan; without a number, any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeBudget {
    /// Lessons that get another teacher or another time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lessons: Option<u32>,
    /// People whose week changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// Classes whose week changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classes: Option<u32>,
}

impl ChangeBudget {
    /// Whether it limits nothing.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// The stricter of two budgets, number by number.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let least = |a: Option<u32>, b: Option<u32>| match (a, b) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self {
            lessons: least(self.lessons, other.lessons),
            people: least(self.people, other.people),
            classes: least(self.classes, other.classes),
        }
    }
}
